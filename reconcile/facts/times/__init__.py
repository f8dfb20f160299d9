"""Times: days, hours and lengths of time, and whether two of them agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reconcile.facts.times.comparing import compare
from reconcile.facts.times.foretold import TOLD_BEFORE
from reconcile.facts.times.given import slip
from reconcile.facts.times.pairing import dated, hour_printed, may_be_one, on_own_day, one_grain, pair_off
from reconcile.facts.times.reading import read_times
from reconcile.model import Time

__all__ = [
    "AGREES",
    "TOLD_BEFORE",
    "compare",
    "dated",
    "find",
    "hour_printed",
    "may_be_one",
    "on_own_day",
    "one_grain",
    "pair_off",
    "slip",
]

AGREES = True


def find(text: str, anchor: date | None) -> Iterator[Time]:
    """The times of `text`; `anchor` is the day that "today" and "on Monday" are reckoned from, or None."""
    yield from read_times(text, anchor)
