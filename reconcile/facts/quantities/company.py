"""What stands in the sentence of a figure besides it."""

from __future__ import annotations

from reconcile.facts.quantities.alignment import Given
from reconcile.model import Quantity, Statement
from reconcile.surroundings import shared_senses
from reconcile.words import stems_of, stems_round


def met_beside_noun(claim: Statement, ours: Quantity, g: Given) -> bool:
    """Whether the sentences share a word besides the thing counted and what is said of the time."""
    counted = {ours.noun, g.quantity.noun}
    return bool(
        (stems_round(claim, ours.span) & stems_of(g.statement.text)) - counted
        or (stems_round(g.statement, g.quantity.span) & stems_of(claim.text)) - counted
        or shared_senses(claim, ours.span, g.statement, g.quantity.span)
    )


def elided(quantity: Quantity, g: Given) -> bool:
    """Whether the sentence of another figure has the claim's without its unit: "24 inches at Lisk, 9 at Orme"."""
    return bool(quantity.unit) and any(
        isinstance(f, Quantity) and not f.unit and f.low == quantity.low and f is not g.quantity
        for f in g.statement.facts
    )
