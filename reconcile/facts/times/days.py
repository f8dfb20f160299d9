"""Days and stretches of days: dates, weekdays, "yesterday", "last week", months and years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from attrs import evolve

from reconcile.facts.times.dates import day_first, day_number, gap_is, made, month_first, numeric, year_alone
from reconcile.facts.times.vocabulary import TimeWords, time_words, two_senses
from reconcile.lexicons import load_words
from reconcile.model import Span, Time
from reconcile.patterns import lazy_re
from reconcile.words import Words

#: A clause is searched for its tense no further than this (words), nor over one of these marks.
_CLAUSE = 14
_BROKEN = lazy_re(r"[!?;:\n\"“”]")


def day_at(words: Words, at: int, anchor: date | None) -> tuple[Time | None, int]:
    """The day or stretch of days that begins with word `at`, if any, and the number of its last word."""
    lists, word = time_words(), words.lower[at]
    if word.isdecimal():
        return (
            numeric(words, at, anchor)
            or day_first(words, at, anchor, lists)
            or year_alone(words, at)
            or (None, at)
        )
    if word in lists.weekdays and _real(words, at) and not _in_a_name(words, at):
        return _weekday(words, at, anchor, lists)
    if word in lists.months and _real(words, at):
        found = month_first(words, at, anchor, lists)
        if found:
            return found
    if word in lists.day_starts and (found := _phrase(words, at, anchor, lists)):
        return found
    if word in lists.steps and (found := _stepped(words, at, anchor, lists)):
        return found
    return None, at


def _in_a_name(words: Words, at: int) -> bool:
    """Whether a weekday closes a name: "Black Friday", "the News on Sunday" is none."""
    if at < 2 or words.gap(at) != " " or words.gap(at - 1) not in (" ", "\u00a0"):
        return False
    before = words.text[words.starts[at - 1] : words.ends[at - 1]]
    known = (
        words.lower[at - 1] in time_words().steps or words.lower[at - 1] in time_words().words["before_month"]
    )
    return before[0].isupper() and not before.isupper() and not known


def _real(words: Words, at: int) -> bool:
    """Whether a name of a month or weekday is meant: capitalised in English, or beside a figure."""
    first = words.text[words.starts[at]]
    if not first.isupper() and two_senses(words.lower[at]):
        return False
    following = words.text[words.starts[at + 1] : words.ends[at + 1]] if at + 1 < len(words.lower) else ""
    if words.gap(at + 1) == "-" and following[:1].islower():
        return False  # the name "Sun-hee"
    return words.lower[at] not in _WORDS_TOO or _beside_time(words, at, following)


#: Short names of weekdays that are English words at a sentence's start.
_WORDS_TOO = frozenset({"sun", "sat", "wed"})


def _beside_time(words: Words, at: int, following: str) -> bool:
    """Whether a figure, a part of the day or "on" stands beside word `at`."""
    before = words.lower[at - 1] if at else ""
    return (
        following[:1].isdigit()
        or before[:1].isdigit()
        or not load_words("times", "beside_weekdays").isdisjoint((following.lower(), before))
    )


def _weekday(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time | None, int]:
    """ "on Monday", "Tuesday, 14 March 2024", "Sat (20 Sept)": the weekday, with its date where
    one follows.
    """
    weekday = lists.weekdays[words.lower[at]]
    nxt = at + 1
    if nxt < len(words.lower) and gap_is(words, nxt, "", ",", ".", "(", ".,", "the", "-"):
        skip = nxt + 1 if words.lower[nxt] in ("the", "den", "dem", "der", "am", "le", "el", "il") else nxt
        dated = None
        if skip < len(words.lower):
            if words.lower[skip].isdecimal():
                dated = numeric(words, skip, anchor) or day_first(words, skip, anchor, lists)
            elif words.lower[skip] in lists.months and day_number(words, skip + 1):
                dated = month_first(words, skip, anchor, lists)
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
    return evolve(made(words, at, at, "weekday", day, day), weekday=weekday), at


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
    """Whether the clause of word `at` tells of what is done (True) or to come (False); None where it is not
    clear.

    The nearest mark before it decides, else the nearest after it.
    """
    for step in (-1, 1):
        i = at + step
        while 0 <= i < len(words.lower) and abs(i - at) <= _CLAUSE:
            if _broken(words, i + 1 if step < 0 else i):
                break
            word = words.lower[i]
            if word in lists.to_come:
                return False
            if word in lists.done or (word.endswith("ed") and len(word) > 4):
                return not (i and words.lower[i - 1] in ("be", "to", "get"))
            i += step
    return None


def _broken(words: Words, at: int) -> bool:
    """Whether a clause ends before word `at`; the full stop of "p.m." ends none."""
    gap = words.gap(at)
    if _BROKEN.search(gap):
        return True
    if "." not in gap or at >= len(words.lower):
        return False
    return len(words.lower[at - 1]) > 1 and words.text[words.starts[at]].isupper()


def _phrase(words: Words, at: int, anchor: date | None, lists: TimeWords) -> tuple[Time, int] | None:
    """ "today", "last night", "the day before yesterday"."""
    for length in (4, 3, 2, 1):
        phrase = "-".join(words.lower[at : at + length])
        if phrase in lists.days and at + length <= len(words.lower):
            first, last = lists.days[phrase]
            start = anchor + timedelta(days=first) if anchor else None
            end = anchor + timedelta(days=last) if anchor else None
            found = made(words, at, at + length - 1, "relative", start, end)
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
    found = made(words, at, nxt, "relative", None, None)
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
