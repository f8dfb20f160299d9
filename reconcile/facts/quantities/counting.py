"""Which counted nouns count the same things: injured and hurt, people and passengers."""

from __future__ import annotations

from functools import cache

from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.words import stem


def same_count(one: str, other: str) -> bool:
    """Whether two stems of counted nouns count the same things, as far as a table can tell.

    >>> from reconcile.words import stem
    >>> same_count(stem("injured"), stem("hurt")), same_count(stem("bridges"), stem("tunnels"))
    (True, False)
    """
    counts = vocabulary().counts
    return counts.get(one, one) == counts.get(other, other)


def counted_alike(one: str, other: str) -> bool:
    """Whether two stems count the same, or one is "people" and the other a sort of them."""
    if not one or not other:
        return False
    if same_count(one, other):
        return True
    every = (stem("people"), stem("employee"))
    counts, persons = vocabulary().counts, _persons()
    a, b = counts.get(one, one), counts.get(other, other)
    return (a in every and (b in persons or other in persons)) or (
        b in every and (a in persons or one in persons)
    )


def counts_persons(noun: str) -> bool:
    """Whether the stem of a counted noun is one of persons."""
    return noun in _persons() or vocabulary().counts.get(noun, noun) in (stem("people"), stem("employee"))


@cache
def _persons() -> frozenset[str]:
    return frozenset(stem(w) for w in vocabulary().words["kinds_of_person"])
