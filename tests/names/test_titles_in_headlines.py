"""Whom a title alone means beside a name: never the one that it is listed with."""

import pytest

from reconcile import reconcile

BODY = """

Carla Brandt, the Morland foreign minister, received Nadia Kesh in Lisk on Monday.
Kesh is the Belgian state secretary for trade.

The two spoke for an hour."""


def meant(headline: str) -> list[str]:
    report = reconcile(headline + BODY)
    names = {e.id: e.name for e in report.entities}
    return [names[e] for e in report.claims[0].entities if e in names]


@pytest.mark.parametrize(
    "headline",
    ["Brandt and Belgian state secretary discuss trade", "Brandt & Belgian state secretary discuss trade"],
)
def test_a_listed_title_is_another_person(headline: str) -> None:
    assert meant(headline)[:2] == ["Carla Brandt", "Nadia Kesh"]
