"""One given name, two surnames a letter apart: one person misspelt, where no second one is there."""

import pytest

from reconcile import reconcile

ARTICLE = """Keeper Josefine {printed} found the missing parrots at dawn, the zoo said on Monday.

It was a cold night.{more}

Our keeper Josefine {posted} found the missing parrots at dawn today! Thank you all.
— Aldermoor Zoo (@aldermoorzoo) June 12, 2023

The zoo has 40 parrots."""


def told(printed: str, posted: str, more: str = "") -> list[tuple[str, str | None]]:
    report = reconcile(ARTICLE.format(printed=printed, posted=posted, more=more))
    return [(d.claimed.text, d.suggestion) for d in report.discrepancies if d.level != "note"]


def test_the_same_surname_is_no_slip() -> None:
    assert told("Hartmann", "Hartmann") == []


def test_a_colleague_of_nearly_the_same_name() -> None:
    more = " Her colleague Josef Hartmann, who looks after the seals, was off that day."
    assert told("Hartman", "Hartman", more) == []


@pytest.mark.parametrize(
    ("printed", "posted"),
    [("Hartman", "Hartmann"), ("Kovac", "Kovacs"), ("Bartmann", "Hartmann"), ("Olson", "Olsson")],
)
def test_one_person_misspelt(printed: str, posted: str) -> None:
    assert told(printed, posted) == [(f"Josefine {printed}", f"Josefine {posted}")]
