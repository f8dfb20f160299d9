"""The parts of a date, read one after the other: each token has a place in the date so far, or ends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, timedelta, timezone, tzinfo
from typing import cast

import regex
from attrs import define, field

from reconcile.lexicons.calendar import DateWord, date_words
from reconcile.shown_dates.days import PRESS_YEARS, day_of

#: The Buddhist calendar of Thailand counts as many years more.
_BUDDHIST = 543


@define
class Reading:
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

    def take(self, token: regex.Match[str]) -> bool:
        """Take one token more; False where it is no part of this date."""
        return _TAKERS[cast(str, token.lastgroup)](self, token)


# -- one function a kind of token: False where the token is no part of this date ------------------------


def _take_iso(reading: Reading, token: regex.Match[str]) -> bool:
    day = day_of(int(token["iy"]), int(token["im"]), int(token["iday"]))
    if day is None or reading.months or reading.numeric:
        return False
    reading.numeric, reading.end = (day,), token.end()
    if token["ih"] and int(token["ih"]) < 24:
        reading.clock = (int(token["ih"]), int(token["imin"]), int(token["isec"] or 0))
        if zone := token["iz"]:
            reading.zone = UTC if zone == "Z" else _zone(zone[0], zone[1:3], zone[-2:])
    return True


def _take_numbers(reading: Reading, token: regex.Match[str]) -> bool:
    """Year, month and day in figures, in the orders in which they can be meant."""
    if reading.dated:
        return False
    if token.lastgroup == "ymd":
        orders = [(int(token["yy"]), int(token["ym"]), int(token["yd"]))]
    else:
        year = int(token["ny"]) + (2000 if len(token["ny"]) == 2 else 0)
        a, b = int(token["na"]), int(token["nb"])
        orders = [(year, b, a)] if token["ns"] == "." else [(year, a, b), (year, b, a)]
    found = {day for year, month, day_number in orders if (day := day_of(year, month, day_number))}
    reading.numeric, reading.end = tuple(sorted(found)), token.end()
    return bool(found)


def _take_named(reading: Reading, token: regex.Match[str]) -> bool:
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


def _take_clock(reading: Reading, token: regex.Match[str]) -> bool:
    if token["colon"] == "." and not (reading.timed or reading.full):
        return _take_number(reading, token, token["hour"])
    if reading.clock is not None:
        return False
    reading.clock = (int(token["hour"]) % 24, int(token["minute"] or 0), int(token["second"] or 0))
    reading.end = token.end()
    return True


def _take_half(reading: Reading, token: regex.Match[str]) -> bool:
    if reading.clock is None:
        return not reading.dated  # "am 12. Juni"
    if reading.half is not None:
        return False
    reading.half, reading.end = int(token["ap"] in "Pp"), token.end()
    return True


def _take_offset(reading: Reading, token: regex.Match[str]) -> bool:
    if reading.clock is None:
        return False
    reading.zone, reading.end = _zone(token["sign"], token["oh"], token["om"] or "0"), token.end()
    return True


def _take_number(reading: Reading, token: regex.Match[str], digits: str | None = None) -> bool:
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


def _take_word(reading: Reading, token: regex.Match[str]) -> bool:
    word = token.group()
    senses = date_words().get(word.casefold().replace(".", ""))
    if senses is None and "." in word:  # "2018 г.Президент"
        word = word.partition(".")[0]
        senses = date_words().get(word.casefold())
    return senses is not None and _fits(reading, word, token, senses)


def _fits(reading: Reading, word: str, token: regex.Match[str], senses: tuple[DateWord, ...]) -> bool:
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


def _zone(sign: str, hours: str, minutes: str) -> timezone | None:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(offset if sign == "+" else -offset) if offset < timedelta(hours=24) else None


def _months(senses: tuple[DateWord, ...], language: str | None) -> tuple[int, ...]:
    """The months that a name stands for: those of `language` where it is told and has the name, else all."""
    named = [s for s in senses if s.kind == "month"]
    ours = [s for s in named if language in s.use.split()] if language else []
    return tuple(sorted({s.value for s in ours or named}))


_TAKERS: dict[str, Callable[[Reading, regex.Match[str]], bool]] = {
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
