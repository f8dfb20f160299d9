"""Lengths of time: "three weeks", "two-day visit", "half an hour", "3 h 10 min", "2:11:08"; and "two days
ago".
"""

from __future__ import annotations

from datetime import date, timedelta

from reconcile.facts.times.vocabulary import TimeWords, time_words
from reconcile.model import Span, Time
from reconcile.patterns import lazy_re
from reconcile.words import Words, stop_words

_RESULT = lazy_re(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?(?!\d)")
_HOURS = lazy_re(r"(\d{1,3})[ ]?h(?:ours?|rs?)?[ ]?(?:and )?([0-5]?\d)[ ]?m(?:in(?:ute)?s?)?\b")
_HALVES = ("and", "a", "half")


def length_at(words: Words, at: int, anchor: date | None) -> tuple[Time, int] | None:
    """The length of time whose unit is word `at` (or that begins with the digits there), and its
    last word.
    """
    lists = time_words()
    if words.lower[at].isdecimal():
        return _shaped(words, at)
    size = lists.lengths.get(words.lower[at])
    if size is None or at == 0:
        return None
    count, first = _count_before(words, at, lists)
    if count is None:
        return None
    last = at
    after = words.lower[at + 1 : at + 4]
    if after and (after[0].startswith("old") or after[0] in ("o", "alt")):
        return None
    if after == _HALVES:
        count, last = count + 0.5, at + 3
        after = words.lower[last + 1 : last + 4]
    if after[:1] == ("ago",):
        return _ago(words, first, last + 1, count * size, size, anchor)
    days, last = _with_rest(words, last, count * size, size, lists)
    end = _with_noun(words, first, last)
    span = Span(words.starts[first], words.ends[end])
    return Time(span, span.of(words.text), "duration", days=days), end


def _with_rest(words: Words, last: int, days: float, size: float, lists: TimeWords) -> tuple[float, int]:
    """The length with what follows it in a smaller unit: "three years and nine months"."""
    at = last + 1
    joint = words.lower[at] if at < len(words.lower) else ""
    at += joint == "and"
    for unit in range(at + 1, min(at + 3, len(words.lower))):
        smaller = lists.lengths.get(words.lower[unit])
        if smaller is not None and smaller < size and words.gap(at).strip(" \u00a0,") == "":
            count, first = _count_before(words, unit, lists)
            if count is not None and first == at and count * smaller < size:
                return days + count * smaller, unit
    return days, last


def _shaped(words: Words, at: int) -> tuple[Time, int] | None:
    """A result in hours, minutes and seconds, or "3 h 10 min"."""
    start, end = words.starts[at], words.ends[at]
    behind = words.text[end : end + 2]
    if behind[:1] != ":" and behind.lstrip(" ")[:1] != "h":
        return None  # most figures
    match = _RESULT.match(words.text, start)
    days = 0.0
    if match:
        hours, minutes, seconds = (int(g) for g in match.groups())
        days = (hours * 3600 + minutes * 60 + seconds) / 86400
    else:
        match = _HOURS.match(words.text, start)
        if match:
            days = (int(match[1]) * 60 + int(match[2])) / 1440
    if match is None or (start and words.text[start - 1] in "T:"):
        return None
    last = at
    while last + 1 < len(words.starts) and words.starts[last + 1] < match.end():
        last += 1
    span = Span(start, match.end())
    return Time(span, span.of(words.text), "duration", days=days), last


def _count_before(words: Words, at: int, lists: TimeWords) -> tuple[float | None, int]:
    """How many of the unit at word `at`, and the word with which the count begins."""
    before, gap = words.lower[at - 1], words.gap(at).strip(" \u00a0")
    if gap not in ("", "-", "‐", "‑"):
        return None, at
    if (
        before in ("full", "whole", "good", "long", "more", "further", "consecutive", "working", "calendar")
        and at >= 2
        and words.gap(at - 1) == " "
    ):
        at, before = at - 1, words.lower[at - 2]
    if before.isdecimal():
        return _digits_before(words, at - 1)
    if before in lists.cardinals:
        value, first = lists.cardinals[before], at - 1
        if (
            first
            and value < 10
            and words.gap(first) in ("-", "‐", "‑")
            and lists.cardinals.get(words.lower[first - 1], 0) >= 20
        ):
            value, first = value + lists.cardinals[words.lower[first - 1]], first - 1
        if first and words.lower[first - 1] in ("no", "page", "chapter", "number"):
            return None, at
        return float(value), first
    if before in ("an", "a"):
        if (
            at >= 2
            and words.lower[at - 2] in ("half", "quarter")
            and words.lower[at].startswith(("hour", "day", "year", "cent"))
        ):
            return 0.5, at - 2
        if at >= 2 and words.lower[at - 2] in (
            "for",
            "after",
            "within",
            "than",
            "in",
            "nearly",
            "almost",
            "about",
            "lasted",
            "took",
            "over",
        ):
            return 1.0, at - 1
        if words.lower[at + 1 : at + 2] in (("before",), ("after",), ("later",), ("earlier",), ("ago",)):
            return 1.0, at - 1
        return None, at
    if before == "half" and at >= 2 and words.lower[at - 2] == "a":
        return 0.5, at - 2
    return None, at


def _digits_before(words: Words, at: int) -> tuple[float | None, int]:
    """A figure in digits, decimals included."""
    start = words.starts[at]
    if (
        at
        and words.text[words.ends[at - 1] : start] in (".", ",")
        and words.lower[at - 1].isdecimal()
        and len(words.lower[at]) <= 2
    ):
        return float(f"{words.lower[at - 1]}.{words.lower[at]}"), at - 1
    before = words.text[start - 1 : start] if start else ""
    if before.isalpha() or before in ("#", "@", "/", ":", "€", "$", "£", ","):
        return None, at
    value = float(words.lower[at])
    return (value, at) if value < 2000 else (None, at)


def _with_noun(words: Words, first: int, last: int) -> int:
    """ "two-day visit": with a hyphen the length is part of a name for a thing, which belongs to it."""
    hyphen = words.gap(last)[:1] in ("-", "‐", "‑") if last > first else False
    nxt = last + 1
    if hyphen and nxt < len(words.lower) and words.gap(nxt) == " " and words.lower[nxt] not in stop_words():
        return nxt
    return last


def _ago(
    words: Words, first: int, last: int, days: float, size: float, anchor: date | None
) -> tuple[Time, int]:
    """ "two days ago": a day, or the stretch that so coarse a figure allows."""
    span = Span(words.starts[first], words.ends[last])
    if anchor is None or days > 300000:
        return Time(span, span.of(words.text), "relative"), last
    slack = timedelta(days=int(size // 2))
    day = anchor - timedelta(days=round(days))
    return Time(span, span.of(words.text), "relative", day - slack, day + slack), last
