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
from reconcile.words import words_of


def read_times(text: str, anchor: date | None) -> Iterator[Time]:
    """Every time of `text`, in order; `anchor` is the day that "today" is."""
    words = words_of(text)
    lists = time_words()
    triggers, cardinals = lists.triggers, lists.cardinals
    own = anchor
    done = -1
    beginnings = _beginnings()
    for i in [i for i, word in enumerate(words.lower) if word in beginnings or word.isdecimal()]:
        word = words.lower[i]
        if i <= done:
            continue
        if word in cardinals and word not in triggers:
            found = clock_at(words, i)
        else:
            found = length_at(words, i, anchor) or clock_at(words, i)
        if found is None:
            day, last = day_at(words, i, own)
            if day is None:
                continue
            found = (day, last)
            if own is None and day.kind == "date":
                own = day.start
        done = found[1]
        yield found[0]


@cache
def _beginnings() -> frozenset[str]:
    """The words that a time may begin with."""
    lists = time_words()
    return frozenset({*lists.triggers, *lists.cardinals})
