"""A time in the manner of another: what the prose should say, with the evidence's day, hour or length."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import cast

from reconcile.facts.times.agreement import unit_of
from reconcile.facts.times.clock import offset
from reconcile.facts.times.vocabulary import time_words
from reconcile.lexicons import load_toml
from reconcile.model import Time
from reconcile.patterns import lazy_re

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = lazy_re(r"^[^\W\d_]+")


def same_day_as(claimed: Time, given: Time, today: date | None) -> str | None:
    """The evidence's day in the manner of the claim's; None where the evidence has no day."""
    if given.start is None or given.end is None:
        return (
            _capital(claimed, _WEEKDAYS[given.weekday])
            if given.weekday is not None and claimed.kind == "weekday"
            else None
        )
    if claimed.kind == "weekday":
        return _short(claimed.text, _WEEKDAYS[given.start.weekday()]) if given.start == given.end else None
    if claimed.kind == "relative":
        return relative(given, today)
    if claimed.kind == "year":
        return str(given.start.year)
    if claimed.kind == "month":
        year = f" {given.start.year}" if re.search(r"\d{4}", claimed.text) else ""
        return _month(claimed.text, given.start) + year
    return _date(claimed, given.start, given.end)


def _capital(sample: Time, text: str) -> str:
    return _short(sample.text, text)


def _short(sample: str, name: str) -> str:
    """A name cut as short as the sample's: "Tue" for "Mon", "Sept" for "Oct" is three letters."""
    first = re.match(r"[^\W\d_]+", sample)
    word = first.group() if first else name
    full = word.lower() in {n.lower() for n in (*_MONTHS, *_WEEKDAYS)}
    return name if (full and not (word.lower() == "may" and len(name) > 9)) or len(word) > 4 else name[:3]


def _month(sample: str, day: date) -> str:
    """The month's name, short where the sample's is."""
    words = re.findall(r"[^\W\d_]+", sample)
    months = time_words().months
    printed = next((w for w in words if w.lower() in months), "January")
    return _short(printed, _MONTHS[day.month - 1])


def relative(given: Time, today: date | None) -> str | None:
    """The evidence's day as prose of `today` calls it: "on Wednesday", "today", "on October 16"."""
    if given.start is None or given.start != given.end or today is None:
        return None
    distance = (given.start - today).days
    if distance in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[distance + 1]
    if -6 <= distance <= 6:
        return f"on {_WEEKDAYS[given.start.weekday()]}"
    return f"on {_MONTHS[given.start.month - 1]} {given.start.day}"


def _date(claimed: Time, start: date, end: date) -> str:
    """A date in the claim's order: "November 24", "24 November 2023", "June 27 to 29", "Monday, September
    16".
    """
    text = claimed.text
    numeric = re.match(r"(\d{4})-\d\d-\d\d$", text)
    if numeric:
        return start.isoformat()
    dotted = re.match(r"(\d{1,2})([./])(\d{1,2})[./](\d{2,4})$", text)
    if dotted:
        year = str(start.year) if len(dotted[4]) == 4 else f"{start.year % 100:02d}"
        month_first = (
            claimed.start is not None
            and int(dotted[1]) == claimed.start.month
            and dotted[2] == "/"
            and int(dotted[3]) == claimed.start.day
        )
        first, second = (start.month, start.day) if month_first else (start.day, start.month)
        wide = max(len(dotted[1]), len(dotted[3])) == 2
        return dotted[2].join(
            (f"{first:02d}" if wide else str(first), f"{second:02d}" if wide else str(second), year)
        )
    head = ""
    if claimed.weekday is not None and (word := _WEEKDAY.match(text)):
        rest = text[word.end() :]
        head = _short(word.group(), _WEEKDAYS[start.weekday()]) + rest[: len(rest) - len(rest.lstrip(" ,.("))]
        text = rest.lstrip(" ,.(")
    month = _month(text, start)
    joint = re.search(r"\d(?:st|nd|rd|th)?( to |\s?[-–—]\s?| and )\d", text)
    day = _day(text, start.day) + (f"{joint[1]}{_day(text, end.day)}" if joint and end != start else "")
    month_first = bool(re.match(r"[^\W\d_]", text))
    printed_year = re.search(r"(,? )\d{4}", text)
    dot = "." if re.search(r"^\d+\. ", text) else ""
    body = f"{month} {day}" if month_first else f"{day}{dot} {month}"
    return head + body + (f"{printed_year[1]}{start.year}" if printed_year else "")


def _day(sample: str, day: int) -> str:
    """The day's figure, with an ordinal ending where the sample has one."""
    if not re.search(r"\d(?:st|nd|rd|th)", sample):
        return str(day)
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def another_weekday(claimed: Time, day: date) -> str:
    """A date with its weekday, the weekday put right: "Monday, September 16" for "Tuesday, September 16"."""
    word = _WEEKDAY.match(claimed.text)
    return (
        _short(word.group(), _WEEKDAYS[day.weekday()]) + claimed.text[word.end() :] if word else claimed.text
    )


def clock_like(claimed: Time, given: Time) -> str:
    """The evidence's hour in the claim's zone and manner: "2.20 p.m. GMT"."""
    assert given.minutes is not None
    minutes, zone = given.minutes, claimed.zone
    if given.zone and claimed.zone and given.minutes == claimed.minutes:
        other = given.zone.replace("Time", "time") if claimed.zone.endswith("time") else given.zone
        return claimed.text.replace(claimed.zone, other)
    ours, theirs = offset(claimed.zone), offset(given.zone)
    if ours is not None and theirs is not None:
        minutes = (minutes - theirs + ours) % 1440
    elif theirs is not None and given.zone != claimed.zone:
        zone = given.zone
    hour, minute = divmod(minutes, 60)
    text = claimed.text
    tail = f" {zone}" if zone and zone != "local" else (" local" if "local" in text else "")
    half = re.search(r"(\s?)([ap])(\.?)\s?m(\.?)", text, re.I)
    if half:
        letters = "pm" if hour >= 12 else "am"
        mark = f"{letters[0]}{half[3]}m{half[4]}"
        mark = mark.upper() if half[2].isupper() else mark
        return f"{_hour(text, hour % 12 or 12, minute)}{half[1]}{mark}{tail}"
    if not re.search(r"\d", text):
        return _hour_words(text, hour, minute) + tail
    uhr = re.search(r"\s(?:Uhr|hrs|o'clock)", text)
    return f"{_hour(text, hour, minute)}{uhr.group() if uhr else ''}{tail}"


def _hour(sample: str, hour: int, minute: int) -> str:
    shape = re.match(r"(\d{1,2})([:.h])\d\d", sample)
    mark = shape[2] if shape else ":"
    figure = (
        f"{hour:02d}"
        if shape
        and (
            shape[1].startswith("0")
            or (len(shape[1]) == 2 and hour < 10 and ":" in sample and not re.search("[ap]\\.?m", sample))
        )
        else str(hour)
    )
    return f"{figure}{mark}{minute:02d}" if shape or minute else figure


def _hour_words(sample: str, hour: int, minute: int) -> str:
    if hour in (0, 12) and not minute and sample.lower() in ("noon", "midnight"):
        return "noon" if hour else "midnight"
    if minute:
        return f"{hour}:{minute:02d}"
    return _number(hour % 12 or 12) + (" o'clock" if "o'clock" in sample or "o’clock" in sample else "")


@cache
def _numbers() -> dict[int, str]:
    cardinals = cast("dict[str, int]", load_toml("numerals")["cardinal"])
    return {value: word for word, value in cardinals.items() if word not in ("nil", "fourty")}


def _number(value: float) -> str:
    words = _numbers()
    if value != int(value):
        return f"{value:g}"
    if value in words:
        return words[int(value)]
    return (
        f"{words[int(value) // 10 * 10]}-{words[int(value) % 10]}" if 20 < value < 100 else f"{int(value):,}"
    )


def length_like(claimed: Time, given: Time) -> str | None:
    """The evidence's length in the claim's unit and manner: "three-day visit" for "four-day visit"."""
    assert given.days is not None
    if _units_in(claimed) > 1 or _units_in(given) > 1:
        return given.text  # "two years and nine months" has no one number to put in
    unit = unit_of(claimed)
    ours = next(
        (w for w in re.findall(r"[^\W\d_]+", claimed.text.lower()) if time_words().lengths.get(w) == unit),
        None,
    )
    if ours is None:
        return given.text
    count = given.days / unit
    if abs(count - round(count)) > 0.06:
        return given.text if unit_of(given) != unit else None
    count = round(count)
    number = re.match(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:[-‐‑](?!" + ours + r")[^\W\d_]+)?(?: an?)?", claimed.text)
    if number is None:
        return None
    new = str(count) if number.group()[0].isdecimal() else _number(count)
    rest = claimed.text[number.end() :]
    if rest[:1] not in ("-", "‐", "‑"):
        rest = re.sub(rf"^( ?){ours}\b", lambda m: m[1] + _plural(ours, count), rest)
    return (new[:1].upper() + new[1:] if claimed.text[:1].isupper() else new) + rest


def _units_in(time: Time) -> int:
    """How many units a length is printed in."""
    return len({w for w in re.findall(r"[^\W\d_]+", time.text.lower()) if w in time_words().lengths})


def _plural(unit: str, count: int) -> str:
    """The unit's name for so many: "week", "weeks"; short forms stay."""
    if len(unit) < 3:
        return unit
    single = unit.removesuffix("s")
    single = "century" if single == "centurie" else single
    if count == 1:
        return single
    return "centuries" if single == "century" else single + "s"


#: Words of order and their opposites.
_ORDER = {"after": "before", "before": "after", "later": "earlier", "earlier": "later", "following": "before"}


def opposite(interval: str) -> str:
    """An order turned round.

    >>> opposite("a day after")
    'a day before'
    """

    def turned(match: re.Match[str]) -> str:
        other = _ORDER[match.group().lower()]
        return other.capitalize() if match.group()[0].isupper() else other

    return re.sub(rf"\b(?:{'|'.join(_ORDER)})\b", turned, interval, count=1, flags=re.I)
