"""The figure of the evidence that bears a claim's out best, and how surely the two are the same."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.quantities.agreement import comparable, verdict
from reconcile.facts.quantities.alignment import Given
from reconcile.facts.quantities.counting import same_count
from reconcile.model import Quantity, Statement
from reconcile.surroundings import affinity


def best_agreement(
    claim: Statement, quantity: Quantity, given: Sequence[Given]
) -> tuple[float, Given] | None:
    """The evidence's figure that bears the claim's out best, with how well; None where there is none."""
    best: tuple[float, float, Given] | None = None
    for g in given:
        if not comparable(quantity, g.quantity) or verdict(quantity, g.quantity) != "agree":
            continue
        score = _likeness(quantity, g.quantity)
        ranked = (score, affinity(claim, quantity.span, g.statement, g.quantity.span), g)
        if best is None or ranked[:2] > best[:2]:
            best = ranked
    return (best[0], best[2]) if best else None


def _likeness(one: Quantity, other: Quantity) -> float:
    """How surely two figures that agree are the same: by unit, by what they count, by how rare the
    figure is.
    """
    if one.unit and one.unit == other.unit:
        return 1.0
    if one.unit or other.unit:
        return 0.9
    if one.noun and other.noun and same_count(one.noun, other.noun):
        return 1.0
    if not one.noun or not other.noun:
        return 0.9
    return 0.85 if one.low > 12 else 0.6
