"""Releases that disagree with each other, or with their issuer's post: told as a note, and no fault of the article."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import reconcile
from reconcile.model import Discrepancy, Post

ARTICLE = "The third crane of the port of Lunda has begun work."
OURS = """Port of Lunda

PRESS RELEASE
2 May 2024

Third crane begins work

The third crane in the east dock began work today. It cost EUR 12 million. The crane lifts 40 tonnes.
"""


def told(*releases: str, posts: tuple[Post, ...] = ()) -> list[Discrepancy]:
    report = reconcile(ARTICLE, published=date(2024, 5, 3), releases=releases, posts=posts)
    return [d for d in report.discrepancies if d.message.startswith("Two sources disagree")]


def release(body: str, issuer: str = "Orla Cranes Ltd", day: str = "3 May 2024") -> str:
    return f"{issuer}\n\nPRESS RELEASE\n{day}\n\nCrane handed over\n\n{body}\n"


def post(text: str, name: str = "Port of Lunda", handle: str = "portoflunda") -> Post:
    return Post("", "supplied", "x", text, author_name=name, handle=handle, posted=date(2024, 5, 2))


@pytest.mark.parametrize(
    "body",
    [
        # the same, in other words, coarser or finer
        "The third crane in the east dock began work on Thursday. It cost about EUR 12m. It lifts 40 t.",
        # another crane, another dock
        "The second crane in the west dock began work in 2019. That one cost EUR 9 million and lifts 25 tonnes.",
        # a plan told before, of another thing
        "A fourth crane is planned for 2026. It will cost EUR 15 million and is to lift 60 tonnes.",
        "Nobody was hurt when a lorry overturned on the Varre road.",
    ],
)
def test_sources_that_can_both_be_right(body: str) -> None:
    assert told(OURS, release(body)) == []


def test_one_source_and_a_stranger_s_post_are_not_compared() -> None:
    assert told(OURS) == []
    assert told(OURS, OURS) == []
    stranger = post("The third crane in the east dock lifts 60 tonnes!", "Ada Moss", "adamoss")
    assert told(OURS, posts=(stranger,)) == []


def test_two_releases_that_disagree() -> None:
    (found,) = told(
        OURS, release("The third crane in the east dock of Lunda cost EUR 14 million. It lifts 40 tonnes.")
    )
    assert (found.kind, found.level) == ("number.value", "note")
    assert (found.claimed.source, found.claimed.text) == ("r1", "EUR 12 million")
    assert found.evidence is not None
    assert (found.evidence.source, found.evidence.text) == ("r2", "EUR 14 million")
    assert found.suggestion is None
    assert "the release of Port of Lunda of 2 May 2024" in found.message
    assert "the release of Orla Cranes Ltd of 3 May 2024" in found.message
    assert "article" not in found.message


def test_a_release_and_its_issuer_s_post_that_disagree() -> None:
    (found,) = told(
        OURS, posts=(post("Our third crane in the east dock began work today! It lifts 60 tonnes."),)
    )
    assert (found.kind, found.level, found.claimed.source) == ("number.value", "note", "r1")
    assert (found.claimed.text, found.evidence and found.evidence.text) == ("40 tonnes", "60 tonnes")


def test_one_denies_what_the_other_states() -> None:
    (found,) = told(
        "Cobre AG\n\nPRESS RELEASE\n2 May 2024\n\nNo decision\n\n"
        "The supervisory board of Cobre AG did not decide on the closure of the Petra mine.\n",
        "Cobre AG\n\nPRESS RELEASE\n2 May 2024\n\nDecision\n\n"
        "The supervisory board of Cobre AG decided on the closure of the Petra mine.\n",
    )
    assert found.kind == "polarity.negation"
    assert "(r1)" in found.message
    assert "(r2)" in found.message
