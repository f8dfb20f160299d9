"""Days and stretches of days: dates, weekdays, "yesterday", "last week", months and years."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from attrs import evolve

from reconcile.facts.times.vocabulary import TimeWords, time_words, two_senses
from reconcile.model import Span, Time
from reconcile.words import Words

_NUMERIC = re.compile(
    r"(?P<y>\d{4})[-/](?P<m>\d{2})[-/](?P<d>\d{2})(?!\d)"
    r"|(?P<a>\d{1,2})(?P<mark>[./])[ ]?(?P<b>\d{1,2})(?P=mark)[ ]?(?P<c>\d{4}|\d{2})(?![\d.]*\d)"
)
_DASH = re.compile(r"\s?[-–—‑/]\s?")
_TO = frozenset(("to", "and", "or", "until", "till", "through", "bis", "au", "al", "a", "und", "et", "y"))
_ORDINAL = frozenset(("st", "nd", "rd", "th", "er"))
_OF = frozenset(("of", "de", "del", "do"))
#: A month or a year alone is one only after such a word.
_BEFORE_MONTH = frozenset(
    "in since from until till by of last next this early late mid during for before after to through between and per im seit ab bis en depuis desde".split()
)
_BEFORE_YEAR = frozenset(
    "in since from until till by of during before after early late mid between and to through spring summer autumn winter year around im seit en depuis desde".split()
)
#: A clause is searched for its tense no further than this (words), nor over one of these marks.
_CLAUSE = 14
_BROKEN = re.compile(r"[.!?;:\n\"“”]")


def day_at(words: Words, at: int, anchor: date | None) -> tuple[Time | None, int]:
    """The day or stretch of days that begins with word `at`, if any, and the number of its last word."""
    lists, word = time_words(), words.lower[at]
    if word.isdigit():
        return (
            _numeric(words, at, anchor)
            or _day_first(words, at, anchor, lists)
            or _year(words, at)
            or (None, at)
        )
    if word in lists.weekdays and _real(words, at):
        return _weekday(words, at, anchor, lists)
    if word in lists.months and _real(words, at):
        found = _month_first(words, at, anchor, lists)
        if found:
            return found
    if word in lists.day_starts and (found := _phrase(words, at, anchor, lists)):
        return found
    if word in lists.steps and (found := _stepped(words, at, anchor, lists)):
        return found
    return None, at


def _real(words: Words, at: int) -> bool:
    """Whether a name of a month or weekday is meant: capitalised in English, or beside a figure."""
    first = words.text[words.starts[at]]
    return first.isupper() or not two_senses(words.lower[at])


def _time(words: Words, first: int, last: int, kind: str, start: date | None, end: date | None) -> Time:
    span = Span(words.starts[first], words.ends[last])
    return Time(span, span.of(words.text), kind, start, end)  # type: ignore[arg-type]  # kinds are given below


def _date(year: int, month: int, day: int) -> date | None:
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


def _numeric(words: Words, at: int, anchor: date | None) -> tuple[Time, int] | None:
    """ "2024-03-13", "13.03.2024", "13/03/2024"; day and month the other way round where it can only be so."""
    start = words.starts[at]
    match = _NUMERIC.match(words.text, start)
    if match is None or (start and (words.text[start - 1].isdigit() or words.text[start - 1] in ".:/-")):
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
    """Day and month from two figures: with full stops the day is first; with strokes what the calendar allows."""
    year += 2000 if year < 100 else 0
    day_first, month_first = _date(year, b, a), _date(year, a, b)
    if mark == "." or month_first is None or day_first is None:
        return day_first or (month_first if mark != "." else None)
    if day_first == month_first or anchor is None:
        return day_first if day_first == month_first else None
    return min(day_first, month_first, key=lambda d: abs((d - anchor).days))


def _number(words: Words, at: int, top: int = 31) -> int | None:
    """Word `at` as a day of the month."""
    if at < len(words.lower) and words.lower[at].isdigit() and len(words.lower[at]) <= 2:
        value = int(words.lower[at])
        return value if 1 <= value <= top else None
    return None


def _gap(words: Words, before: int, *allowed: str) -> bool:
    return words.gap(before).strip(" \u00a0") in allowed and "\n\n" not in words.gap(before)


def _year_after(words: Words, at: int) -> tuple[int | None, int]:
    """The year at word `at`, where a date may go on with one, and the number of the last word."""
    skip = at + 1 if at < len(words.lower) and words.lower[at] in ("de", "of", "del") else at
    if (
        skip < len(words.lower)
        and re.fullmatch(r"(?:1[5-9]|20|21)\d\d", words.lower[skip])
        and _gap(words, skip, "", ",", ".", "'")
    ):
        after = words.text[words.ends[skip] : words.ends[skip] + 3]
        if not re.match(r"[,.]\d{3}|[:.]\d", after):
            return int(words.lower[skip]), skip
    return None, at - 1


def _day_first(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "12 June 2023", "16th of June", "27–29 June", "11 to 14 May"."""
    day = _number(words, at)
    if day is None:
        return None
    i, until = at + 1, day
    if i < len(words.lower) and words.lower[i] in _ORDINAL and words.gap(i) == "":
        i += 1
    other = i + 1 if i < len(words.lower) and words.lower[i] in _TO else i
    ranged = _number(words, other)
    if ranged and ranged > day and (other > i or _DASH.fullmatch(words.gap(i))):
        until, i = ranged, other + 1
        if i < len(words.lower) and words.lower[i] in _ORDINAL and words.gap(i) == "":
            i += 1
    if i < len(words.lower) and words.lower[i] in _OF:
        i += 1
    if i >= len(words.lower) or words.lower[i] not in lists.months or not _gap(words, i, "", ".", "-", "º"):
        return _day_alone(words, at, anchor)
    if two_senses(words.lower[i]) and words.text[words.starts[i]].islower():
        return None
    return _dated(words, at, i, day, until, lists.months[words.lower[i]], anchor)


def _day_alone(words: Words, at: int, anchor: date | None) -> tuple[Time, int] | None:
    """ "on the 8th": the nearest such day of a month."""
    ordinal = at + 1 < len(words.lower) and words.lower[at + 1] in _ORDINAL and words.gap(at + 1) == ""
    if (
        not ordinal
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
    return (_time(words, at, at + 1, "date", best, best), at + 1) if best else None


def _dated(
    words: Words, first: int, last: int, day: int, until: int, month: int, anchor: date | None
) -> tuple[Time, int]:
    """A date of which day and month are read; the year may follow."""
    year, end = _year_after(words, last + 1)
    start = _date(year, month, day) if year else _nearest(month, day, anchor)
    close = (_date(year, month, until) if year else _nearest(month, until, anchor)) if until != day else start
    if start and close and close < start:
        close = start
    return _time(words, first, max(last, end), "date", start, close), max(last, end)


def _month_first(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "June 12, 2023", "June 20 to 22", "Sept. 16th"; or the month alone, with or without its year."""
    month = lists.months[words.lower[at]]
    day = _number(words, at + 1)
    clock = words.text[words.ends[at + 1] : words.ends[at + 1] + 3] if day else ""
    if day and _gap(words, at + 1, "", ".") and not re.match(r":\d\d|[ \u00a0]?[ap]\.?m", clock):
        last, until = at + 1, day
        if last + 1 < len(words.lower) and words.lower[last + 1] in _ORDINAL and words.gap(last + 1) == "":
            last += 1
        other = last + 2 if last + 1 < len(words.lower) and words.lower[last + 1] in _TO else last + 1
        ranged = _number(words, other)
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
    if not year and before not in _BEFORE_MONTH:
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
        return _time(words, at, last, "month", None, None), last
    end = date(year, month, monthrange(year, month)[1])
    return _time(words, at, last, "month", date(year, month, 1), end), last


def _year(words: Words, at: int) -> tuple[Time, int] | None:
    """A year alone: "in 2019", "since 1994", "(2022: 4.3m)"."""
    text = words.lower[at]
    if len(text) != 4 or not re.fullmatch(r"1[5-9]\d\d|20\d\d|21\d\d", text):
        return None
    before, gap = (words.lower[at - 1] if at else ""), words.gap(at)
    after = words.text[words.ends[at] : words.ends[at] + 2]
    if re.match(r"[,.]\d|[%€$£]", after) or gap.endswith(("€", "$", "£", "-", "#", "/")):
        return None
    plain = before in _BEFORE_YEAR and gap.strip() == ""
    if not plain and not (gap.endswith("(") and after[:1] in (":", ")", " ")):
        return None
    nxt = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    if plain and before in ("of", "to", "and", "for", "around") and nxt.endswith("s") and after[:1] == " ":
        return None
    year = int(text)
    return _time(words, at, at, "year", date(year, 1, 1), date(year, 12, 31)), at


def _weekday(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time | None, int]:
    """ "on Monday", "Tuesday, 14 March 2024", "Sat (20 Sept)": the weekday, with its date where one follows."""
    weekday = lists.weekdays[words.lower[at]]
    nxt = at + 1
    if nxt < len(words.lower) and _gap(words, nxt, "", ",", ".", "(", ".,", "the", "-"):
        skip = nxt + 1 if words.lower[nxt] in ("the", "den", "le", "der") else nxt
        dated = None
        if skip < len(words.lower):
            if words.lower[skip].isdigit():
                dated = _numeric(words, skip, anchor) or _day_first(words, skip, anchor, lists)
            elif words.lower[skip] in lists.months and _number(words, skip + 1):
                dated = _month_first(words, skip, anchor, lists)
        if dated and dated[0].kind == "date":
            time, last = dated
            close = (
                1
                if words.gap(nxt).strip() == "(" and words.text[time.span.end : time.span.end + 1] == ")"
                else 0
            )
            span = Span(words.starts[at], time.span.end + close)
            return evolve(time, span=span, text=span.of(words.text), weekday=weekday), last
    if (
        two_senses(words.lower[at])
        and len(words.lower[at]) == 3
        and words.text[words.ends[at] : words.ends[at] + 1] == "'"
    ):
        return None, at
    day = _which(words, at, weekday, anchor, lists)
    return evolve(_time(words, at, at, "weekday", day, day), weekday=weekday), at


def _which(words: Words, at: int, weekday: int, anchor: date | None, lists: TimeWords) -> date | None:
    """The day that a weekday means: the last one in the past tense, the coming one in the future."""
    if anchor is None:
        return None
    before = words.lower[at - 1] if at else ""
    back, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if before == "last":
        return anchor - timedelta(days=back or 7)
    if before in ("next", "coming"):
        return None if before == "next" else anchor + timedelta(days=ahead)
    if ahead == 0:
        return anchor
    done = _tense(words, at, lists)
    if done is None:
        return None
    return anchor - timedelta(days=back) if done else anchor + timedelta(days=ahead)


def _tense(words: Words, at: int, lists: TimeWords) -> bool | None:
    """Whether the clause of word `at` tells of what is done (True) or to come (False); None where it is not clear.

    The nearest mark before it decides, else the nearest after it.
    """
    for step in (-1, 1):
        i = at + step
        while 0 <= i < len(words.lower) and abs(i - at) <= _CLAUSE:
            if _BROKEN.search(words.gap(i + 1 if step < 0 else i)):
                break
            word = words.lower[i]
            if word in lists.to_come:
                return False
            if word in lists.done or (word.endswith("ed") and len(word) > 4):
                return not (i and words.lower[i - 1] in ("be", "to", "get"))
            i += step
    return None


def _phrase(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "today", "last night", "the day before yesterday"."""
    for length in (4, 3, 2, 1):
        phrase = "-".join(words.lower[at : at + length])
        if phrase in lists.days and at + length <= len(words.lower):
            first, last = lists.days[phrase]
            start = anchor + timedelta(days=first) if anchor else None
            end = anchor + timedelta(days=last) if anchor else None
            found = _time(words, at, at + length - 1, "relative", start, end)
            return found, at + length - 1
    return None


def _stepped(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "last week", "next month", "this year", "next weekend"."""
    nxt = at + 1
    if nxt >= len(words.lower) or words.gap(nxt) not in (" ", "\u00a0"):
        return None
    unit, step = words.lower[nxt].removesuffix("'s"), lists.steps[words.lower[at]]
    if unit not in ("week", "weekend", "month", "year"):
        return None
    before = words.lower[at - 1] if at else ""
    if before in ("the", "a", "per", "its", "his", "her", "their"):
        return None
    found = _time(words, at, nxt, "relative", None, None)
    if anchor is None:
        return found, nxt
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
        start, end = (
            (monday, monday + timedelta(days=6))
            if unit == "week"
            else (monday + timedelta(days=4), monday + timedelta(days=6))
        )
    elif unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        start = date(months // 12, months % 12 + 1, 1)
        end = start.replace(day=monthrange(start.year, start.month)[1])
    else:
        start, end = date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)
    return evolve(found, start=start, end=end), nxt
