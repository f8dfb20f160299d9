"""Reading times: first what is none, then what is one."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.times import find

#: A Friday.
DAY = date(2024, 3, 15)

#: No time is to be read here.
NONE = [
    "You may march if you must.",
    "He sat in the sun.",
    "A 36-year-old man.",
    "It costs 4.50 euros at 3.20 francs.",
    "They won 2-1.",
    "The second of the two.",
    "Room 2019 is empty.",
    "1,950 people",
    "A month is a long time",
    "The minute book",
    "per year, a day, each week",
]

#: Text, and its times: (words, kind, first day, last day).
DAYS = [
    ("on June 12", "June 12", "date", date(2024, 6, 12), date(2024, 6, 12)),
    ("on 12 June 2023", "12 June 2023", "date", date(2023, 6, 12), date(2023, 6, 12)),
    ("June 12, 2023", "June 12, 2023", "date", date(2023, 6, 12), date(2023, 6, 12)),
    ("the 16th of June", "16th of June", "date", date(2024, 6, 16), date(2024, 6, 16)),
    ("2024-03-13", "2024-03-13", "date", date(2024, 3, 13), date(2024, 3, 13)),
    ("15.09.2022", "15.09.2022", "date", date(2022, 9, 15), date(2022, 9, 15)),
    ("22/01/2025", "22/01/2025", "date", date(2025, 1, 22), date(2025, 1, 22)),
    ("27–29 June", "27–29 June", "date", date(2024, 6, 27), date(2024, 6, 29)),
    ("from June 20 to 22", "June 20 to 22", "date", date(2024, 6, 20), date(2024, 6, 22)),
    ("12. Mai 2026", "12. Mai 2026", "date", date(2026, 5, 12), date(2026, 5, 12)),
    ("29 de octubre de 2025", "29 de octubre de 2025", "date", date(2025, 10, 29), date(2025, 10, 29)),
    ("le 21 octobre 2024", "21 octobre 2024", "date", date(2024, 10, 21), date(2024, 10, 21)),
    ("Dec 30", "Dec 30", "date", date(2023, 12, 30), date(2023, 12, 30)),
    ("Tuesday, 14 March 2024", "Tuesday, 14 March 2024", "date", date(2024, 3, 14), date(2024, 3, 14)),
    ("this Sat (16 March)", "Sat (16 March)", "date", date(2024, 3, 16), date(2024, 3, 16)),
    ("on the 8th", "8th", "date", date(2024, 3, 8), date(2024, 3, 8)),
    ("He came on Tuesday.", "Tuesday", "weekday", date(2024, 3, 12), date(2024, 3, 12)),
    ("He will come on Tuesday.", "Tuesday", "weekday", date(2024, 3, 19), date(2024, 3, 19)),
    ("They met on Friday.", "Friday", "weekday", DAY, DAY),
    ("last Friday", "Friday", "weekday", date(2024, 3, 8), date(2024, 3, 8)),
    ("Parade, Tuesday", "Tuesday", "weekday", None, None),
    ("He came today.", "today", "relative", DAY, DAY),
    ("this morning", "this morning", "relative", DAY, DAY),
    ("yesterday", "yesterday", "relative", date(2024, 3, 14), date(2024, 3, 14)),
    ("tomorrow", "tomorrow", "relative", date(2024, 3, 16), date(2024, 3, 16)),
    ("last week", "last week", "relative", date(2024, 3, 4), date(2024, 3, 10)),
    ("next month", "next month", "relative", date(2024, 4, 1), date(2024, 4, 30)),
    ("two days ago", "two days ago", "relative", date(2024, 3, 13), date(2024, 3, 13)),
    ("heute", "heute", "relative", DAY, DAY),
    ("since April", "April", "month", date(2024, 4, 1), date(2024, 4, 30)),
    ("in June 2022", "June 2022", "month", date(2022, 6, 1), date(2022, 6, 30)),
    ("since 2019", "2019", "year", date(2019, 1, 1), date(2019, 12, 31)),
]

CLOCKS = [
    ("at 16:20 CEST", 980, "CEST"),
    ("at 4.20 p.m. GMT", 980, "GMT"),
    ("at 7am", 420, ""),
    ("um 15 Uhr", 900, ""),
    ("as of 05:40 local", 340, "local"),
    ("at 6.47 a.m. Central European Time", 407, "Central European Time"),
    ("at eight o'clock", 480, ""),
    ("by ten.", 600, ""),
    ("at noon", 720, ""),
    ("until midnight", 0, ""),
    ("half past two", 150, ""),
    ("at 3 in the afternoon", 900, ""),
    ("at 10:00 UTC+3", 600, "UTC+3"),
]

LENGTHS = [
    ("for three weeks", "three weeks", 21),
    ("a two-day visit", "two-day visit", 2),
    ("14 days", "14 days", 14),
    ("half an hour", "half an hour", 0.5 / 24),
    ("3 h 10 min", "3 h 10 min", 190 / 1440),
    ("won in 2:11:08", "2:11:08", 7868 / 86400),
    ("for a year and a half", "a year and a half", 365.25 * 1.5),
    ("twenty-four hours", "twenty-four hours", 1),
    ("zwei Tage", "zwei Tage", 2),
]


@pytest.mark.parametrize("text", NONE)
def test_no_time(text: str) -> None:
    assert [(t.text, t.kind) for t in find(text, DAY)] == []


@pytest.mark.parametrize(("text", "words", "kind", "start", "end"), DAYS)
def test_days(text: str, words: str, kind: str, start: date | None, end: date | None) -> None:
    (found,) = find(text, DAY)
    assert (found.text, found.kind, found.start, found.end) == (words, kind, start, end)


@pytest.mark.parametrize(("text", "minutes", "zone"), CLOCKS)
def test_hours(text: str, minutes: int, zone: str) -> None:
    (found,) = find(text, DAY)
    assert (found.kind, found.minutes, found.zone) == ("clock", minutes, zone)


@pytest.mark.parametrize(("text", "words", "days"), LENGTHS)
def test_lengths(text: str, words: str, days: float) -> None:
    (found,) = find(text, DAY)
    assert (found.kind, found.text) == ("duration", words)
    assert found.days == pytest.approx(days, rel=1e-4)


def test_without_an_anchor_nothing_is_guessed() -> None:
    assert [t.start for t in find("He came today, on Monday, in June.", None)] == [None, None, None]


def test_a_full_date_is_the_anchor_of_the_dates_after_it() -> None:
    first, second = find("Lisk, 12 December 2023. The school reopens on 8 January.", None)
    assert (first.start, second.start) == (date(2023, 12, 12), date(2024, 1, 8))


@given(st.text(max_size=80))
def test_spans_are_the_words(text: str) -> None:
    for found in find(text, DAY):
        assert found.span.of(text) == found.text
        assert found.start is None or found.end is None or found.start <= found.end


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_a_printed_date_reads_back(day: date) -> None:
    (found,) = find(f"It opened on {day.day} {day:%B %Y}.", DAY)
    assert found.start == found.end == day


@pytest.mark.parametrize(
    "text", ["12:" * 50_000, "May " * 30_000, "on Monday " * 20_000, "1 week ago " * 10_000, "2024-" * 30_000]
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()
    sum(1 for _ in find(text, DAY))
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "text", ["Mayor Sun-hee Park opened the bridge.", "Sat in court, he wept.", "Sun was shining."]
)
def test_short_weekdays_that_are_words_or_names(text: str) -> None:
    assert list(find(text, date(2024, 3, 13))) == []
