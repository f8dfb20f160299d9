"""A figure that is in the evidence, but told there of another thing: the wrong one of two of a source."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.belonging import Held, told_of_other
from reconcile.facts.quantities.agreement import (
    comparable,
    verdict,
)
from reconcile.facts.quantities.alignment import (
    Given,
)
from reconcile.facts.quantities.counting import counted_alike
from reconcile.facts.quantities.occasion import of_its_time, one_time
from reconcile.facts.quantities.wording import reworded
from reconcile.model import Comparison, Quantity, Statement

#: Smaller counts without a unit stand for too many things.
_COUNT = 3


def told_elsewhere(
    claim: Statement, quantity: Quantity, given: Sequence[Given], free: Sequence[Given]
) -> Comparison | None:
    """The clash with the figure that the evidence gives for the claim's thing, where every figure that agrees
    is told of another; None otherwise. `free` are the figures that bear nothing else of the claim out.
    """
    if quantity.ordinal or not free or (not quantity.unit and quantity.low < _COUNT):
        return None
    rivals = [g for g in free if _of_its_sort(quantity, g.quantity)]
    if not rivals:
        return None
    agreeing = [
        g for g in given if comparable(quantity, g.quantity) and verdict(quantity, g.quantity) == "agree"
    ]
    meant = [r for r in rivals if all(_elsewhere(claim, quantity, g, r) for g in agreeing)]
    if not meant or len({g.quantity.low for g in meant}) > 1:
        return None
    theirs = meant[0].quantity
    return Comparison(
        "number",
        0.0,
        quantity.text,
        theirs.text,
        "the evidence tells the figure of another thing",
        quantity.span,
        theirs.span,
        clash="number.value",
        suggestion=reworded(quantity, theirs, unit=False),
        confidence=0.7,
    )


def _of_its_sort(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a figure differs from the claim's and counts or measures the same."""
    if theirs.ordinal or ours.unit != theirs.unit or verdict(ours, theirs) != "differ":
        return False
    return bool(ours.unit) or counted_alike(ours.noun, theirs.noun) or not (ours.noun and theirs.noun)


def _elsewhere(claim: Statement, quantity: Quantity, agrees: Given, rival: Given) -> bool:
    """Whether the figure that agrees is of another time or another thing, and `rival` of the claim's."""
    if not one_time(claim, quantity, agrees.statement, agrees.quantity):
        return bool(quantity.unit) and of_its_time(
            claim, quantity, rival.statement, rival.quantity, agrees.quantity
        )
    parallel = bool(quantity.unit) and agrees.statement is rival.statement
    return told_of_other(claim, quantity.span, _held(agrees), _held(rival), 1 if parallel else 2)


def _held(g: Given) -> Held:
    return Held(g.statement, g.quantity.span)
