"""Reading the times of a text: one walk over its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from reconcile.facts.times.clock import clock_at
from reconcile.facts.times.days import day_at
from reconcile.facts.times.lengths import length_at
from reconcile.facts.times.vocabulary import time_words
from reconcile.model import Time
from reconcile.words import Words, shared, words_of


def read_times(text: str, anchor: date | None) -> Iterator[Time]:
    """Every time of `text`, in order; `anchor` is the day that "today" is."""
    words = words_of(text)
    lists = time_words()
    triggers, cardinals = lists.triggers, lists.cardinals
    own = anchor
    done = -1
    for i in _beginnings(words):
        word = words.lower[i]
        if i <= done:
            continue
        counts = word in cardinals and word not in triggers  # an hour, and nothing else
        found = (None if counts else length_at(words, i, anchor)) or clock_at(words, i)
        if found is None:
            if counts:
                continue
            day, last = day_at(words, i, own)
            if day is None:
                continue
            found = (day, last)
            if own is None and day.kind == "date":
                own = day.start
        done = found[1]
        yield found[0]


def _beginnings(words: Words) -> list[int]:
    """The words at which a time may begin: figures, names of days, units ... and "the", where "day" follows."""
    lower, opening = words.lower, _opening()
    return [
        i
        for i in sorted((*words.figures, *words.among(_first_words())))
        if (after := opening.get(lower[i])) is None or not after.isdisjoint(lower[i + 1 : i + 2])
    ]


@shared
def _first_words() -> frozenset[str]:
    """The words that a time may begin with."""
    lists = time_words()
    return frozenset({*lists.triggers, *lists.cardinals})


@cache
def _opening() -> dict[str, frozenset[str]]:
    """The words that only begin phrases of a time ("the day before yesterday", "ce soir"), with the words that go on
    from them.
    """
    lists = time_words()
    then: dict[str, set[str]] = {}
    for phrase in lists.days:
        first, *others = phrase.split("-")
        then.setdefault(first, set()).update(others[:1] or [""])
    alone = {*lists.months, *lists.weekdays, *lists.steps, *lists.lengths, *lists.cardinals}
    return {first: frozenset(s) for first, s in then.items() if first not in alone and "" not in s}
