"""Dates in words and figures, months and years: "12 June 2023", "June 20 to 22", "13.03.2024", "in May"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from reconcile.facts.times.vocabulary import TimeWords, time_words, two_senses
from reconcile.lexicons import load_words
from reconcile.model import Span, Time
from reconcile.patterns import lazy_re
from reconcile.words import Words, stop_words

_NUMERIC = lazy_re(
    r"(?P<y>\d{4})[-/](?P<m>\d{2})[-/](?P<d>\d{2})(?!\d)"
    r"|(?P<a>\d{1,2})(?P<mark>[./])[ ]?(?P<b>\d{1,2})(?P=mark)[ ]?(?P<c>\d{4}|\d{2})(?![\d.]*\d)"
)
#: Years with which days can be reckoned, whatever is added or taken away.
_YEARS = range(1000, 9000)
_YEAR = lazy_re(r"(?:1[5-9]|20|21)\d\d")
_DASH = lazy_re(r"\s?[-–—‑/]\s?")
#: Years that an article may print bare behind what it dates.
_RECENT = lazy_re(r"(?:199|20[0-3])\d\Z")


def made(words: Words, first: int, last: int, kind: str, start: date | None, end: date | None) -> Time:
    """The time from word `first` to word `last`, of one of the kinds that Time names."""
    span = Span(words.starts[first], words.ends[last])
    return Time(span, span.of(words.text), kind, start, end)  # type: ignore[arg-type]


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, anchor: date | None) -> date | None:
    """The day and month in the year that brings it nearest to `anchor`."""
    if anchor is None:
        return None
    years = [d for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := _date(y, month, day))]
    return min(years, key=lambda d: abs((d - anchor).days)) if years else None


def numeric(words: Words, at: int, anchor: date | None) -> tuple[Time, int] | None:
    """ "2024-03-13", "13.03.2024", "13/03/2024"; day and month the other way round where it can
    only be so.
    """
    start, end = words.starts[at], words.ends[at]
    if words.text[end : end + 1] not in ("-", "/", "."):
        return None
    match = _NUMERIC.match(words.text, start)
    if match is None or (start and (words.text[start - 1].isdecimal() or words.text[start - 1] in ".:/-")):
        return None
    last = at
    while last + 1 < len(words.starts) and words.starts[last + 1] < match.end():
        last += 1
    if match["y"]:
        day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
    else:
        day = _either_way(int(match["a"]), int(match["b"]), int(match["c"]), match["mark"], anchor)
    if day is None:
        return None
    span = Span(start, match.end())
    return Time(span, span.of(words.text), "date", day, day), last


def _either_way(a: int, b: int, year: int, mark: str, anchor: date | None) -> date | None:
    """Day and month from two figures: with full stops the day is first; with strokes what the calendar
    allows.
    """
    year += 2000 if year < 100 else 0
    day_first, month_first = _date(year, b, a), _date(year, a, b)
    if mark == "." or month_first is None or day_first is None:
        return day_first or (month_first if mark != "." else None)
    if day_first == month_first or anchor is None:
        return day_first if day_first == month_first else None
    return min(day_first, month_first, key=lambda d: abs((d - anchor).days))


def day_number(words: Words, at: int, top: int = 31) -> int | None:
    """Word `at` as a day of the month."""
    if at < len(words.lower) and words.lower[at].isdecimal() and len(words.lower[at]) <= 2:
        value = int(words.lower[at])
        return value if 1 <= value <= top else None
    return None


def gap_is(words: Words, before: int, *allowed: str) -> bool:
    """Whether one of `allowed`, and no empty line, stands before word `before`."""
    return words.gap(before).strip(" \u00a0") in allowed and "\n\n" not in words.gap(before)


def _year_after(words: Words, at: int) -> tuple[int | None, int]:
    """The year at word `at`, where a date may go on with one, and the number of the last word."""
    skip = at + 1 if at < len(words.lower) and words.lower[at] in ("de", "of", "del") else at
    if (
        skip < len(words.lower)
        and _YEAR.fullmatch(words.lower[skip])
        and gap_is(words, skip, "", ",", ".", "'")
    ):
        after = words.text[words.ends[skip] : words.ends[skip] + 3]
        if not re.match(r"[,.]\d{3}|[:.]\d", after):
            return int(words.lower[skip]), skip
    return None, at - 1


def day_first(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "12 June 2023", "16th of June", "27–29 June", "11 to 14 May"."""
    day = day_number(words, at)
    if day is None:
        return None
    i, until = at + 1, day
    if _ends_an_ordinal(words, i):
        i += 1
    other = i + 1 if i < len(words.lower) and words.lower[i] in time_words().words["to"] else i
    ranged = day_number(words, other)
    if ranged and ranged > day and (other > i or _DASH.fullmatch(words.gap(i))):
        until, i = ranged, other + 1
        if _ends_an_ordinal(words, i):
            i += 1
    if i < len(words.lower) and words.lower[i] in load_words("times", "of"):
        i += 1
    if i >= len(words.lower) or words.lower[i] not in lists.months or not gap_is(words, i, "", ".", "-", "º"):
        return _day_alone(words, at, anchor)
    if two_senses(words.lower[i]) and words.text[words.starts[i]].islower():
        return None
    return _dated(words, at, i, day, until, lists.months[words.lower[i]], anchor)


def _ends_an_ordinal(words: Words, i: int) -> bool:
    """Whether word `i` is the ending of an ordinal in figures: "1st"."""
    endings = load_words("times", "ordinal_endings")
    return i < len(words.lower) and words.lower[i] in endings and words.gap(i) == ""


def _day_alone(words: Words, at: int, anchor: date | None) -> tuple[Time, int] | None:
    """ "on the 8th": the nearest such day of a month."""
    if (
        not _ends_an_ordinal(words, at + 1)
        or at < 2
        or words.lower[at - 1] != "the"
        or words.lower[at - 2] not in ("on", "until", "by", "from")
    ):
        return None
    day, best = int(words.lower[at]), None
    for month in range(1, 13):
        near = _nearest(month, day, anchor)
        if near and anchor and (best is None or abs((near - anchor).days) < abs((best - anchor).days)):
            best = near
    return (made(words, at, at + 1, "date", best, best), at + 1) if best else None


def _dated(
    words: Words, first: int, last: int, day: int, until: int, month: int, anchor: date | None
) -> tuple[Time, int]:
    """A date of which day and month are read; the year may follow."""
    year, end = _year_after(words, last + 1)
    start = _date(year, month, day) if year else _nearest(month, day, anchor)
    close = (_date(year, month, until) if year else _nearest(month, until, anchor)) if until != day else start
    if start and close and close < start:
        close = start
    return made(words, first, max(last, end), "date", start, close), max(last, end)


def month_first(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "June 12, 2023", "June 20 to 22", "Sept. 16th"; or the month alone, with or without its year."""
    month = lists.months[words.lower[at]]
    day = day_number(words, at + 1)
    clock = words.text[words.ends[at + 1] : words.ends[at + 1] + 3] if day else ""
    if day and gap_is(words, at + 1, "", ".") and not re.match(r":\d\d|[ \u00a0]?[ap]\.?m", clock):
        last, until = at + 1, day
        if _ends_an_ordinal(words, last + 1):
            last += 1
        other = (
            last + 2
            if last + 1 < len(words.lower) and words.lower[last + 1] in time_words().words["to"]
            else last + 1
        )
        ranged = day_number(words, other)
        joined = other == last + 2 or (other < len(words.lower) and _DASH.fullmatch(words.gap(other)))
        following = words.lower[other + 1] if other + 1 < len(words.lower) else ""
        if (
            ranged
            and ranged > day
            and joined
            and not (following in lists.lengths or following in lists.months)
        ):
            until, last = ranged, other
        return _dated(words, at, last, day, until, month, anchor)
    year, last = _year_after(words, at + 1)
    before = words.lower[at - 1] if at else ""
    if not year and before not in time_words().words["before_month"]:
        return None
    if not year and words.text[words.starts[at]].islower():
        return None
    if not year and anchor:
        near = _nearest(month, 15, anchor)
        year = near.year if near else None
        if before in ("last", "next") and near and ((near >= anchor) == (before == "last")):
            year = near.year + (1 if before == "next" else -1)
    last = max(at, last)
    if not year:
        return made(words, at, last, "month", None, None), last
    end = date(year, month, monthrange(year, month)[1])
    return made(words, at, last, "month", date(year, month, 1), end), last


def _headed(words: Words, at: int, after: str) -> bool:
    """Whether a year stands behind what it dates, and counts nothing: "honey harvest 2025 in Brevania"."""
    if not at or words.gap(at) != " " or not _RECENT.match(words.lower[at]):
        return False
    following = words.lower[at + 1] if after[:1] == " " and at + 1 < len(words.lower) else ""
    closed = after[:1] in ("", ",", ".", ";", ":", "!", "?", ")", "\n") or following in (
        "in",
        "at",
        "of",
        "was",
        "will",
    )
    before = words.lower[at - 1]
    return closed and before.isalpha() and len(before) > 3 and before not in stop_words()


def year_alone(words: Words, at: int) -> tuple[Time, int] | None:
    """A year alone: "in 2019", "since 1994", "(2022: 4.3m)", "sales 2023: 67 million", "harvest 2025 in Lisk"."""
    text = words.lower[at]
    if len(text) != 4 or not _YEAR.fullmatch(text):
        return None
    before, gap = (words.lower[at - 1] if at else ""), words.gap(at)
    after = words.text[words.ends[at] : words.ends[at] + 2]
    if re.match(r"[,.]\d|[%€$£]", after) or gap.endswith(("€", "$", "£", "-", "#", "/")):
        return None
    plain = before in time_words().words["before_year"] and gap.strip() == ""
    heads = after == ": " and re.match(r": (?:[A-Z]{3} |[€$£])?\d", words.text[words.ends[at] :][:8])
    if (
        not plain
        and not heads
        and not _headed(words, at, after)
        and not (gap.endswith("(") and after[:1] in (":", ")", " "))
    ):
        return None
    nxt = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    if plain and before in ("of", "to", "and", "for", "around") and nxt.endswith("s") and after[:1] == " ":
        return None
    year = int(text)
    return made(words, at, at, "year", date(year, 1, 1), date(year, 12, 31)), at
