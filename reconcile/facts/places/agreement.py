"""Whether the evidence has a claim's place: the same, one in it, one that holds it, or its name in other words."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.places.gazetteer import key
from reconcile.facts.places.given import FEATURE, Given
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Place

#: What is said of a place of the evidence that lies in the claim's.
WITHIN = "within it"


def agreeing_place(place: Place, given: Sequence[Given], told: str) -> Comparison | None:
    """The evidence's place that is the claim's, lies in it, or holds it; `told` is all that the evidence says, as keys."""
    name = key(place.name)
    holder: Given | None = None
    inside: Given | None = None
    for g in given:
        other = key(g.place.name)
        if other == name or one_name(name, other):
            return _compared(place, 1.0, "the same", g)
        if name in map(key, g.place.within):
            inside = inside or g
        if other in map(key, place.within):
            holder = holder or g
    if f" {name} " in f" {told} " or name.replace(" ", "") in told.split() or _by_adjective(name, told):
        return Comparison(FEATURE, 0.9, place.text, place.text, "named in the evidence", place.span)
    if inside:
        return _compared(place, 1.0, WITHIN, inside)
    if holder and not any(_sibling(place, g.place) for g in given):
        return _compared(place, 0.6, "the evidence names what holds it", holder)
    return None


def one_name(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other, and not as what it lies by: "Lisk harbour", no "Orm de Lisk"."""
    short, long = sorted((one.split(), other.split()), key=len)
    if not set(short) <= set(long):
        return False
    before = long[long.index(short[0]) - 1] if long[0] != short[0] else ""
    return before not in load_words("places", "inside")


def _sibling(one: Place, other: Place) -> bool:
    """Whether both are cities, or both countries, and not the same one."""
    return bool(one.within) == bool(other.within) and key(one.name) != key(other.name)


def _compared(place: Place, score: float, detail: str, g: Given) -> Comparison:
    return Comparison(FEATURE, score, place.text, g.place.text, detail, place.span, g.place.span)


def _by_adjective(name: str, told: str) -> bool:
    """Whether the evidence has a place's adjective, as its letters tell: "Azorean" for the Azores."""
    stem = name.removesuffix("s")
    return " " not in name and len(stem) > 4 and any(word.startswith(stem) for word in told.split())
