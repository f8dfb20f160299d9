"""Places of one rank, of which not both can hold: two cities, two streets, not a town and a street of it."""

from __future__ import annotations

from reconcile.facts.places.gazetteer import gazetteer, key
from reconcile.facts.places.given import Given
from reconcile.facts.places.leading import preposition
from reconcile.facts.places.reading import beside, is_quarter
from reconcile.lexicons import load_words
from reconcile.model import Place

#: What is near a place is told as in it, where that place is a municipality.
_AROUND = frozenset(("in", "near"))


def is_adjective(place: Place) -> bool:
    """Whether a place is told by its adjective: "Belgian"."""
    found = gazetteer().places.get(key(place.text))
    return found is not None and found.rank == "adjective"


def comparable(place: Place, g: Given, before: str, *, same_thing: bool = False) -> bool:
    """Whether the two are places of one rank, said of where something is, so that both cannot hold."""
    other = g.place
    if is_quarter(place) != is_quarter(other) or (is_quarter(place) and beside(place, other)):
        return False
    if key(other.name) in map(key, place.within) or key(place.name) in map(key, other.within):
        return False
    if head_of_name(place) != head_of_name(other) and not (is_known(place) and is_known(other)):
        return False  # a town, and a street of it
    if before == "to" and (preposition(g.statement, other.span) != "to" or not is_known(place)):
        return False
    if is_known(place) and is_known(other):
        flag = not any(c.isalpha() for c in other.text)
        return not flag and (bool(place.within) == bool(other.within) or place.within != (other.name,))
    led = preposition(g.statement, other.span)
    if led != before and not {led, before} <= _AROUND:
        return False
    return same_thing or (not is_known(place) and not is_known(other))


def head_of_name(place: Place) -> str:
    """The word that tells what sort of place a name is: "street" of "Harbour Street"; "" for a mere name."""
    last = key(place.text).rpartition(" ")[2]
    return last if last in load_words("places", "heads") else ""


def is_known(place: Place) -> bool:
    """Whether a table has the place."""
    return key(place.name) in gazetteer().places
