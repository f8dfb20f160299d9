"""The bare figure: digits with their separators, number words, and how coarse the printed figure is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.patterns import lazy_re
from reconcile.words import Words, words_of

_DIGITS = lazy_re(
    r"(?P<grouped>\d{1,3}(?:(?P<sep>[,.'’ \u00a0\u2009\u202f])\d{3})(?:(?P=sep)\d{3})*)(?!\d)"
    r"(?:(?P<mark>[.,])(?P<cents>\d{1,6})(?!\d))?"
    r"|(?P<plain>\d{1,18})(?:(?P<point>[.,·])(?P<places>\d{1,6})(?!\d))?"
)
#: More digits than `_DIGITS` takes for a number are none.
_MOST_DIGITS = 18
#: A run of number words is no longer than this.
_LONGEST = 10


class Figure(NamedTuple):
    """A number as printed: from `start` to `end` of the text, `last` being its last word's number.

    A tuple, as most are thrown away: it is made in half the time.
    """

    start: int
    end: int
    last: int
    value: float
    #: The coarseness of what is printed: 1 for "12", 0.1 for "3.2", 100 for "1,200".
    step: float
    spelled: bool = False


def coarseness(value: float) -> float:
    """How coarse a whole number is by its closing zeros, at most a tenth of it.

    >>> coarseness(12), coarseness(4000), coarseness(140)
    (1.0, 400.0, 10.0)
    """
    if value % 10:
        return 1.0
    step = 1.0
    while value >= 10 * step and value % (10 * step) == 0:
        step *= 10
    return max(1.0, min(step, value / 10))


@lru_cache(maxsize=16)
def comma_decimal(text: str) -> bool:
    """Whether `text` is in a language that writes 1.200,50 rather than 1,200.50, as far as its small words
    tell.
    """
    lists = vocabulary().words
    lower = words_of(text).lower[:400]
    return sum(w in lists["comma_decimal"] for w in lower) > sum(w in lists["english"] for w in lower) + 2


def digits_at(words: Words, at: int) -> Figure | None:
    """The figure in digits that begins with word `at`, or None where the digits go on in an unusual way."""
    text, start, end = words.text, words.starts[at], words.ends[at]
    if not text[end + 1 : end + 2].isdecimal() and end - start <= _MOST_DIGITS:
        value = float(words.lower[at])  # most figures: no separator can follow
        return Figure(start, end, at, value, coarseness(value))
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    value, step, end = _value(match, text)
    last = at
    while last + 1 < len(words.starts) and words.starts[last + 1] < end:
        last += 1
    return Figure(start, end, last, value, step)


def _value(match: re.Match[str], text: str) -> tuple[float, float, int]:
    """What the digits say, how coarse they are, and where they end."""
    grouped, plain = match["grouped"], match["plain"]
    if grouped:
        sep, groups = match["sep"], re.split(r"\D", grouped)
        one_point = len(groups) == 2 and match["cents"] is None
        if one_point and sep in ",." and (groups[0] == "0" or (sep == ",") == comma_decimal(text)):
            return float(".".join(groups)), 10.0 ** -len(groups[1]), match.end("grouped")
        whole = float("".join(groups))
        if match["cents"] and match["mark"] != sep:
            return whole + float(f"0.{match['cents']}"), 10.0 ** -len(match["cents"]), match.end()
        return whole, coarseness(whole), match.end("grouped")
    if match["places"]:
        return float(f"{plain}.{match['places']}"), 10.0 ** -len(match["places"]), match.end()
    return float(plain), coarseness(float(plain)), match.end("plain")


def spelled_at(words: Words, at: int) -> Figure | None:
    """The figure in words that begins with word `at`: "thirty-one", "two hundred and five", "half
    a million".
    """
    lists, lower = vocabulary(), words.lower
    total = current = 0.0
    last, i, read = at - 1, at, False
    while i < len(lower) and i - at < _LONGEST:
        word = lower[i]
        joined = i == at or words.gap(i).strip(" \u00a0-‐‑") == ""
        if not joined:
            break
        if word in lists.cardinals and word != "dozen" and _may_follow(current, lists.cardinals[word]):
            current += lists.cardinals[word]
        elif word == "dozen" or word in lists.magnitudes:
            size = lists.magnitudes.get(word, 12.0)
            if not read and not _counted_by_article(words, at):
                return None
            current = (current or 1.0) * size
            if size >= 1000:
                total, current = total + current, 0.0
        elif word == "and" and read and _goes_on(words, i + 1, total + current):
            i += 1
            continue
        else:
            break
        read, last, i = True, i, i + 1
    if not read:
        return None
    value = total + current
    first = at - 1 if lower[at] == "dozen" or lower[at] in lists.magnitudes else at
    return Figure(words.starts[first], words.ends[last], last, value, coarseness(value), spelled=True)


def _may_follow(current: float, value: float) -> bool:
    """Whether a number word may go on from what was read: 20 and 1, 200 and 31, but not 4 and 2."""
    if current == 0:
        return True
    return (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10) or (
        current % 100 == 0 and value < 100
    )


def _goes_on(words: Words, at: int, value: float) -> bool:
    """Whether "and" joins two parts of one number: "two hundred and five"."""
    lists = vocabulary()
    return (
        value >= 100
        and value % 100 == 0
        and at < len(words.lower)
        and lists.cardinals.get(words.lower[at], 1000) < 100
    )


def _counted_by_article(words: Words, at: int) -> bool:
    """Whether "a", "an", "one" or "half a" stands before a magnitude: "a dozen", "a thousand"."""
    return at > 0 and words.lower[at - 1] in (
        "a",
        "an",
        "per",
        "ein",
        "eine",
        "un",
        "une",
        "una",
        "een",
        "um",
    )
