"""Dates as embeds print them, in any language: "June 12, 2023", "16 мая 2018 г.", "2023年6月12日".

A date is read part by part - number, month name, weekday, clock, zone - with what may stand between them; the
order is not asked for, so no pattern per language is needed. Month and weekday names come from CLDR
(`lexicons/calendar.csv`), the words between from CLDR and `lexicons/date_joins.toml`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TypeAlias, cast

import regex
from attrs import define, field, frozen

from reconcile.lexicons.calendar import DateWord, date_words
from reconcile.model import Span
from reconcile.patterns import lazy_regex

_Date: TypeAlias = date


@frozen
class ShownDate:
    """A printed date: where it stands, and what day and moment it means."""

    span: Span
    #: The day; None where the year is missing or the order of day and month cannot be told.
    date: _Date | None = None
    #: The moment where a clock time is printed with the day: zoned where the zone is printed, else naive.
    moment: datetime | None = None
    #: Every day that it can mean: one for "June 12, 2023", two for "06/05/2023", none without a year.
    candidates: tuple[_Date, ...] = ()
    #: Month and day where they are certain, for a date whose year is told elsewhere.
    month: int | None = None
    day: int | None = None
    #: Weekday as printed, Monday 0.
    weekday: int | None = None

    def in_year(self, year: int) -> _Date | None:
        """The day in `year`, for a date that is printed without one; None where there is no such day."""
        return _day(year, self.month or 0, self.day or 0)


#: How many tokens one date may have, separators included, and how far into a text one is looked for.
_MAX_TOKENS = 24
_MAX_SEARCH = 4000
#: Years that a post or an article can be of; the Buddhist calendar of Thailand counts 543 more.
PRESS_YEARS = range(1900, 2100)
_BUDDHIST = 543

#: The tokens, by what they begin with; of those that begin alike, the first that fits counts.
_FIGURES = lazy_regex(
    r"""
      (?P<iso>(?<!\d)(?P<iy>\d{4})-(?P<im>\d\d)-(?P<iday>\d\d)(?:[T\ ](?P<ih>\d\d):(?P<imin>\d\d)
        (?::(?P<isec>\d\d))?(?:[.,]\d{1,9})?\ ?(?P<iz>Z|[+-]\d\d:?\d\d)?)?(?!\d))
    | (?P<east>(?<!\d)(?:(?P<ey>\d{4})\s?[年년]\s?)?(?P<em>\d{1,2})\s?[月월]\s?(?P<ed>\d{1,2})\s?[日일])
    | (?P<viet>(?<!\d)(?P<vd>\d{1,2})\s(?:[Tt]háng|thg)\s(?P<vm>\d{1,2})\b)
    | (?P<ymd>(?<!\d)(?P<yy>\d{4})(?P<ys>[./-])\s?(?P<ym>\d{1,2})(?P=ys)\s?(?P<yd>\d{1,2})(?!\d))
    | (?P<dmy>(?<!\d)(?P<na>\d{1,2})(?P<ns>[./-])\s?(?P<nb>\d{1,2})(?P=ns)\s?(?P<ny>\d{4}|\d\d)(?!\d))
    | (?P<clock>(?<!\d)(?P<hour>[01]?\d|2[0-4])(?:(?=\s?[AaPp]\.?\s?[Mm]\b)
        |(?P<colon>[:：h.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)))
    | (?P<number>\d{1,7})
    """,
    regex.VERBOSE,
)
_LETTERS = lazy_regex(
    r"""
      (?P<half>(?P<ap>[AaPp])\.?\s?[Mm]\b\.?)
    | (?P<offset>(?:UTC|GMT)(?P<sign>[+−-])(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?(?!\d))
    | (?P<word>\p{L}[\p{L}\p{M}]{0,30}+(?:\.\p{L}[\p{L}\p{M}]{0,30}+){0,4}+)
    """,
    regex.VERBOSE,
)
_SIGNS = lazy_regex(
    r"""
      (?P<offset>(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)(?!\d))
    | (?P<gap>[\p{Zs}\t\u200b-\u200f\u2066-\u2069,.·∙•⋅|/\-–—()'’،、\[\]])
    """,
    regex.VERBOSE,
)
#: Where a date can begin: at a digit, or at the first letter of a word.
_ONSET = lazy_regex(r"\d+|\p{L}[\p{L}\p{M}]*+")


@define
class _Reading:
    """The parts found so far."""

    language: str | None
    year: int | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    #: Days that a numeric date can mean.
    numeric: tuple[date, ...] = ()
    weekday: int | None = None
    #: The month word may be a weekday as well ("mar"): its weekday.
    double: int | None = None
    clock: tuple[int, int, int] | None = None
    half: int | None = None
    zone: tzinfo | None = None
    #: The last token was a word like "at", so that "18.05" is a clock time.
    timed: bool = False
    end: int = field(default=-1)

    @property
    def dated(self) -> bool:
        """Whether day and month are known."""
        return bool(self.numeric or (self.months and self.day))

    @property
    def full(self) -> bool:
        """Whether the year is known too."""
        return bool(self.numeric or (self.dated and self.year))


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
    for onset in _ONSET.finditer(text, 0, _MAX_SEARCH):
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
    reading = _Reading(language)
    first, position = -1, start
    for _ in range(_MAX_TOKENS):
        char = text[position : position + 1]
        if char == " " or char == ",":  # most gaps
            position += 1
            continue
        pattern = _FIGURES if char.isdecimal() else _LETTERS if char.isalpha() else _SIGNS
        token = pattern.match(text, position)
        if token is None:
            break
        position = token.end()
        if token.lastgroup == "gap":
            continue
        before = reading.end
        if not _TAKERS[cast(str, token.lastgroup)](reading, token):
            break
        if first < 0 <= reading.end:
            first = token.start()
        position = reading.end if before < reading.end else position
    return _shown(reading, first) if reading.dated else None


# -- one function a kind of token: False where the token is no part of this date ------------------------


def _take_iso(reading: _Reading, token: regex.Match[str]) -> bool:
    day = _day(int(token["iy"]), int(token["im"]), int(token["iday"]))
    if day is None or reading.months or reading.numeric:
        return False
    reading.numeric, reading.end = (day,), token.end()
    if token["ih"] and int(token["ih"]) < 24:
        reading.clock = (int(token["ih"]), int(token["imin"]), int(token["isec"] or 0))
        if zone := token["iz"]:
            reading.zone = UTC if zone == "Z" else _zone(zone[0], zone[1:3], zone[-2:])
    return True


def _take_numbers(reading: _Reading, token: regex.Match[str]) -> bool:
    """Year, month and day in figures, in the orders in which they can be meant."""
    if reading.dated:
        return False
    if token.lastgroup == "ymd":
        orders = [(int(token["yy"]), int(token["ym"]), int(token["yd"]))]
    else:
        year = int(token["ny"]) + (2000 if len(token["ny"]) == 2 else 0)
        a, b = int(token["na"]), int(token["nb"])
        orders = [(year, b, a)] if token["ns"] == "." else [(year, a, b), (year, b, a)]
    found = {day for year, month, day_number in orders if (day := _day(year, month, day_number))}
    reading.numeric, reading.end = tuple(sorted(found)), token.end()
    return bool(found)


def _take_named(reading: _Reading, token: regex.Match[str]) -> bool:
    """ "2023年6月12日", "12 tháng 6": month and day in figures, each named."""
    if reading.dated:
        return False
    east = token.lastgroup == "east"
    month, day = (int(token["em"]), int(token["ed"])) if east else (int(token["vm"]), int(token["vd"]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    reading.months, reading.day, reading.end = (month,), day, token.end()
    if east and token["ey"]:
        reading.year = int(token["ey"])
    return True


def _take_clock(reading: _Reading, token: regex.Match[str]) -> bool:
    if token["colon"] == "." and not (reading.timed or reading.full):
        return _take_number(reading, token, token["hour"])
    if reading.clock is not None:
        return False
    reading.clock = (int(token["hour"]) % 24, int(token["minute"] or 0), int(token["second"] or 0))
    reading.end = token.end()
    return True


def _take_half(reading: _Reading, token: regex.Match[str]) -> bool:
    if reading.clock is None:
        return not reading.dated  # "am 12. Juni"
    if reading.half is not None:
        return False
    reading.half, reading.end = int(token["ap"] in "Pp"), token.end()
    return True


def _take_offset(reading: _Reading, token: regex.Match[str]) -> bool:
    if reading.clock is None:
        return False
    reading.zone, reading.end = _zone(token["sign"], token["oh"], token["om"] or "0"), token.end()
    return True


def _take_number(reading: _Reading, token: regex.Match[str], digits: str | None = None) -> bool:
    digits = digits or token.group()
    if len(digits) > 4 and reading.dated:  # a year with the figures of the next sentence stuck to it
        digits = digits[:4]
    number = int(digits)
    if len(digits) == 4:
        year = number - _BUDDHIST if number >= PRESS_YEARS.stop + 300 else number
        if reading.year is not None or reading.numeric or year not in PRESS_YEARS:
            return False
        reading.year = year
    elif len(digits) <= 2 and 1 <= number <= 31 and reading.day is None and not reading.numeric:
        reading.day = number
    else:
        return False
    reading.end = token.start() + len(digits)
    return True


def _take_word(reading: _Reading, token: regex.Match[str]) -> bool:
    word = token.group()
    senses = date_words().get(word.casefold().replace(".", ""))
    if senses is None and "." in word:  # "2018 г.Президент"
        word = word.partition(".")[0]
        senses = date_words().get(word.casefold())
    return senses is not None and _fits(reading, word, token, senses)


def _fits(reading: _Reading, word: str, token: regex.Match[str], senses: tuple[DateWord, ...]) -> bool:
    """Whether one of the word's senses has a place in the date as far as it is read; it is then taken."""
    kinds = {sense.kind for sense in senses}
    start, end = token.start(), token.start() + len(word)
    if "month" in kinds and not reading.full and (not reading.months or reading.double is not None):
        if reading.months:
            reading.weekday, reading.double = reading.double, None
        else:
            reading.double = next((s.value for s in senses if s.kind == "weekday"), None)
        reading.months, reading.end = _months(senses, reading.language), end
        return True
    if "weekday" in kinds and "join" not in kinds and reading.weekday is None and not reading.dated:
        reading.weekday, reading.end = next(s.value for s in senses if s.kind == "weekday"), end
        return True
    if "half" in kinds and "join" not in kinds and reading.half is None and (reading.clock or reading.full):
        reading.half, reading.end = next(s.value for s in senses if s.kind == "half"), end
        return True
    if "zone" in kinds and reading.clock is not None and word.isupper():
        reading.zone, reading.end = timezone(timedelta(minutes=senses[0].value)), end
        return True
    if kinds & {"year", "clock"} and start - reading.end <= 1 and (reading.year or reading.clock):
        reading.end = end + ("year" in kinds and token.string.startswith(".", end))
        return True
    if "ordinal" in kinds and start == reading.end and reading.day:
        reading.end = end
        return True
    reading.timed = "time" in {s.use for s in senses}
    return "join" in kinds and (not reading.full or word.islower() or not word.isascii())


_TAKERS = {
    "iso": _take_iso,
    "ymd": _take_numbers,
    "dmy": _take_numbers,
    "east": _take_named,
    "viet": _take_named,
    "clock": _take_clock,
    "half": _take_half,
    "offset": _take_offset,
    "number": _take_number,
    "word": _take_word,
}


# -- what the parts mean --------------------------------------------------------------------------------


def _shown(reading: _Reading, first: int) -> ShownDate:
    month = reading.months[0] if len(reading.months) == 1 else None
    candidates = reading.numeric
    if not candidates and reading.year:
        days = (_day(reading.year, m, reading.day or 0) for m in reading.months)
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


def _day(year: int, month: int, day: int) -> date | None:
    if year not in PRESS_YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _zone(sign: str, hours: str, minutes: str) -> timezone | None:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(offset if sign == "+" else -offset) if offset < timedelta(hours=24) else None


def _months(senses: tuple[DateWord, ...], language: str | None) -> tuple[int, ...]:
    """The months that a name stands for: those of `language` where it is told and has the name, else all."""
    named = [s for s in senses if s.kind == "month"]
    ours = [s for s in named if language in s.use.split()] if language else []
    return tuple(sorted({s.value for s in ours or named}))
