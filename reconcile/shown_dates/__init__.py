"""Dates as embeds print them, in any language: "June 12, 2023", "16 мая 2018 г.", "2023年6月12日".

A date is read part by part - number, month name, weekday, clock, zone - with what may stand between them; the
order is not asked for, so no pattern per language is needed. Month and weekday names come from CLDR
(`lexicons/calendar.csv`), the words between from CLDR and `lexicons/date_joins.toml`.
"""

from __future__ import annotations

from datetime import datetime

from reconcile.lexicons.calendar import date_words
from reconcile.model import Span
from reconcile.shown_dates.days import PRESS_YEARS, ShownDate, day_of
from reconcile.shown_dates.parts import Reading
from reconcile.shown_dates.tokens import FIGURES, LETTERS, ONSET, SIGNS

__all__ = ["PRESS_YEARS", "ShownDate", "match_shown_date", "parse_shown_date"]

#: How many tokens one date may have, separators included, and how far into a text one is looked for.
_MAX_TOKENS = 24
_MAX_SEARCH = 4000


def parse_shown_date(text: str, language: str | None = None) -> ShownDate | None:
    """The first date in `text` that has a day and a month, or None.

    `language` (a BCP 47 primary tag) decides month names that two languages use for different months; only
    the first 4,000 characters are searched.

    >>> parse_shown_date("16 мая 2018 г.").date
    datetime.date(2018, 5, 16)
    >>> parse_shown_date("1:25 PM ∙ May 25, 2021").moment
    datetime.datetime(2021, 5, 25, 13, 25)
    >>> parse_shown_date("03/04/2025").candidates
    (datetime.date(2025, 3, 4), datetime.date(2025, 4, 3))
    """
    senses = date_words()
    for onset in ONSET.finditer(text, 0, _MAX_SEARCH):
        found = onset.group()
        if found[0].isdigit() or any(s.kind != "join" for s in senses.get(found.casefold(), ())):
            shown = match_shown_date(text, onset.start(), language)
            if shown is not None:
                return shown
    return None


def match_shown_date(text: str, start: int = 0, language: str | None = None) -> ShownDate | None:
    """The date that begins at `start` of `text`, white space and opening separators aside, or None.

    >>> match_shown_date("June 12, 2023Minister of State").span
    Span(start=0, end=13)
    """
    reading = Reading(language)
    first, position = -1, start
    for _ in range(_MAX_TOKENS):
        char = text[position : position + 1]
        if char == " " or char == ",":  # most gaps
            position += 1
            continue
        pattern = FIGURES if char.isdecimal() else LETTERS if char.isalpha() else SIGNS
        token = pattern.match(text, position)
        if token is None:
            break
        position = token.end()
        if token.lastgroup == "gap":
            continue
        before = reading.end
        if not reading.take(token):
            break
        if first < 0 <= reading.end:
            first = token.start()
        position = reading.end if before < reading.end else position
    return _shown(reading, first) if reading.dated else None


def _shown(reading: Reading, first: int) -> ShownDate:
    """What the parts of a date mean together."""
    month = reading.months[0] if len(reading.months) == 1 else None
    candidates = reading.numeric
    if not candidates and reading.year:
        days = (day_of(reading.year, m, reading.day or 0) for m in reading.months)
        candidates = tuple(day for day in days if day)
    only = candidates[0] if len(candidates) == 1 else None
    moment = None
    if only and reading.clock:
        hour, minute, second = reading.clock
        if reading.half is not None and hour <= 12:
            hour = hour % 12 + 12 * reading.half
        moment = datetime(only.year, only.month, only.day, hour, minute, second, tzinfo=reading.zone)
    day = None if reading.numeric else reading.day
    if only:
        month, day = only.month, only.day
    return ShownDate(Span(first, reading.end), only, moment, candidates, month, day, reading.weekday)
