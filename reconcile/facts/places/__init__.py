"""Places: countries, cities, and names after "in" or "at", and whether two of them agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reconcile.facts.places.agreement import WITHIN
from reconcile.facts.places.comparing import compare
from reconcile.facts.places.pairing import located_things, may_hold, named, named_in, one_rank, pair_off
from reconcile.facts.places.reading import read_places
from reconcile.model import Place

__all__ = [
    "AGREES",
    "WITHIN",
    "compare",
    "find",
    "located_things",
    "may_hold",
    "named",
    "named_in",
    "one_rank",
    "pair_off",
]

AGREES = True


def find(text: str, anchor: date | None) -> Iterator[Place]:
    """The places of `text`, flags after the rest; `anchor` is not used."""
    yield from read_places(text)
