"""Quantities: counts, money, measures, shares and scores, and whether two of them agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reconcile.facts.quantities.agreement import same_size
from reconcile.facts.quantities.comparing import compare
from reconcile.facts.quantities.pairing import (
    borne_elsewhere,
    is_slip,
    may_agree,
    measures,
    one_sort,
    pair_off,
    printed,
)
from reconcile.facts.quantities.reading import read_quantities
from reconcile.model import Quantity

__all__ = [
    "AGREES",
    "borne_elsewhere",
    "compare",
    "find",
    "is_slip",
    "may_agree",
    "measures",
    "one_sort",
    "pair_off",
    "printed",
    "same_size",
]

AGREES = True


def find(text: str, anchor: date | None) -> Iterator[Quantity]:
    """The quantities of `text`: no dates, clock times, durations, ids or labels ("line 6"); `anchor` is not
    used.
    """
    yield from read_quantities(text)
