"""Date stamps and datelines."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.reading.layout import is_byline, is_furniture
from reconcile.reading.published import dateline_at, published_in_text, stamp_at


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell on 22 May 2024, the ministry said.",
        "LUNDA - The bridge fell.",
        "LUNDA, May 22 - The bridge fell.",
        "On 22 May 2024 the bridge fell",
        "Version 3.4.2024 of the plan is out now.",
        "",
    ],
)
def test_no_day(text: str) -> None:
    assert published_in_text(text) is None


@pytest.mark.parametrize(
    ("text", "day", "source"),
    [
        ("date 2024-05-22 LUNDA: The bridge fell.", date(2024, 5, 22), "stamp"),
        ("Bridge falls\n\nWednesday, 22 May 2024, 9:15\n\nThe bridge fell.", date(2024, 5, 22), "stamp"),
        ("Bridge falls\nPublished: May 22, 2024\nThe bridge fell.", date(2024, 5, 22), "stamp"),
        ("Updated May 23, 2024\nPublished May 22, 2024\nThe bridge fell.", date(2024, 5, 22), "stamp"),
        ("Von Lea Moss | 22. Mai 2024\n\nDie Brücke fiel.", date(2024, 5, 22), "stamp"),
        ("LUNDA, May 22, 2024 (AP) — The bridge fell.", date(2024, 5, 22), "dateline"),
        ("The bridge fell.\n\nPublished on 22 May 2024", date(2024, 5, 22), "stamp"),
    ],
)
def test_the_day_and_what_tells_it(text: str, day: date, source: str) -> None:
    assert published_in_text(text) == (day, source)


def test_a_dateline_takes_the_year_of_another_date() -> None:
    text = "LUNDA, Dec. 30 - The bridge fell."
    assert published_in_text(text, [date(2024, 1, 2)]) == (date(2023, 12, 30), "dateline")


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LUNDA - The bridge fell.", "LUNDA -"),
        ("LUNDA: The bridge fell.", "LUNDA:"),
        ("NEW LUNDA, N.Y. (AP) — It fell.", "NEW LUNDA, N.Y. (AP) —"),
        ("Lunda (dpa) - Die Brücke fiel.", "Lunda (dpa) -"),
        ("Lunda, 22 May (Reuters) - It fell.", "Lunda, 22 May (Reuters) -"),
        ("LUNDA, Orva (AP) — It fell.", "LUNDA, Orva (AP) —"),
        # not
        ("UPDATE: The bridge fell.", None),
        ("FT: The bridge fell.", None),
        ("Lunda - The bridge fell.", None),
        ("She said: it fell.", None),
        ("The A12 - closed since May - is open.", None),
    ],
)
def test_datelines(line: str, dateline: str | None) -> None:
    found = dateline_at(line, 0, len(line))
    assert (found.span.of(line) if found else None) == dateline


@pytest.mark.parametrize("line", ["By 22 May 2024 it fell.", "22 people died on May 22, 2024", "Lunda 22"])
def test_no_stamp(line: str) -> None:
    assert stamp_at(line, 0, len(line)) is None


def test_bylines_and_furniture() -> None:
    assert is_byline("By Lea Moss and Jon Abara")
    assert is_byline("Von Lea Moss, Lunda")
    assert not is_byline("By Monday the bridge had fallen")
    assert not is_byline("By Lea Moss, who saw it fall.")
    assert is_furniture("Advertisement")
    assert is_furniture("12,345")
    assert is_furniture("Read more: Ten bridges that fell")
    assert not is_furniture("Read the whole report, she said.")
    assert not is_furniture("Share prices fell.")
