"""A place that is in the evidence, but told there of another deed: the wrong one of two of a source."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.belonging import Held, told_of_other
from reconcile.facts.places.gazetteer import key
from reconcile.facts.places.given import FEATURE, Given
from reconcile.facts.places.leading import in_a_list, preposition
from reconcile.facts.places.ranks import comparable
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Place, Statement
from reconcile.surroundings import same_deed
from reconcile.words import stems_of


def told_elsewhere(claim: Statement, place: Place, given: Sequence[Given]) -> Comparison | None:
    """The clash with the place that the evidence gives for the claim's deed, where it names the claim's place for
    another; None otherwise.
    """
    before = preposition(claim, place.span)
    if len(given) < 2 or before not in load_words("places", "at") or in_a_list(claim, place):
        return None
    name = key(place.name)
    agreeing = [g for g in given if name in (key(g.place.name), *map(key, g.place.within))]
    here = f" {key(claim.text)} "
    rivals = [
        g
        for g in given
        if f" {key(g.place.name)} " not in here
        and g not in agreeing
        and preposition(g.statement, g.place.span) == before
        and comparable(place, g, before)
        and all(_of_another_deed(claim, place, a, g, before) for a in agreeing)
    ]
    if not agreeing or len({key(g.place.name) for g in rivals}) != 1:
        return None
    best = rivals[0]
    return Comparison(
        FEATURE,
        0.0,
        place.text,
        best.place.text,
        "the evidence tells the place of another deed",
        place.span,
        best.place.span,
        clash="place.value",
        suggestion=best.place.text,
        confidence=0.7,
    )


def _of_another_deed(claim: Statement, place: Place, agrees: Given, rival: Given, before: str) -> bool:
    """Whether the place that agrees is where something else was, or where one comes from or goes to."""
    spans = Held(agrees.statement, agrees.place.span), Held(rival.statement, rival.place.span)
    own = stems_of(place.text) | stems_of(agrees.place.text) | stems_of(rival.place.text)
    if told_of_other(claim, place.span, *spans, leave_out=own):
        return True
    led = preposition(agrees.statement, agrees.place.span)
    same = agrees.statement is rival.statement and led in ("from", "to", "towards") and before != led
    return same and same_deed(claim, place.span, rival.statement, rival.place.span)
