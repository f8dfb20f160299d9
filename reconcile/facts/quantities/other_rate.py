"""One figure as a rate of two different things: a month in the claim, a year in the evidence."""

from __future__ import annotations

from attrs import evolve

from reconcile.facts.quantities.agreement import comparable_money
from reconcile.facts.quantities.alignment import Given
from reconcile.facts.quantities.company import basis_of_ends
from reconcile.facts.quantities.counting import counted_alike
from reconcile.facts.quantities.wording import another_rate, rate_words, rated
from reconcile.model import Comparison, Quantity, Span, Statement
from reconcile.surroundings import affinity

#: From here on a figure that is in both texts is hardly there by chance.
_TELLING = 20


def agreed(claim: Statement, quantity: Quantity, score: float, g: Given) -> Comparison:
    """The comparison of two figures that agree; where they are rates of different things they clash all the
    same.
    """
    ours, theirs = quantity, g.quantity
    if ours.basis and not theirs.basis and (basis := basis_of_ends(g)):
        theirs = evolve(theirs, basis=basis)
        g = Given(g.statement, theirs)
    clash = False
    if (
        ours.basis
        and theirs.basis
        and ours.basis != theirs.basis
        and (ours.unit == theirs.unit or comparable_money(ours, theirs))
    ):
        near = affinity(claim, ours.span, g.statement, theirs.span)
        sure = ours.low >= _TELLING and (bool(ours.unit) or counted_alike(ours.noun, theirs.noun))
        clash = (near >= 0.75 or sure) and ours.low not in (0.0, 1.0)
    if clash:
        return _other_rate(claim, ours, g)
    return Comparison("number", score, ours.text, theirs.text, "agrees", ours.span, theirs.span)


def _other_rate(claim: Statement, ours: Quantity, g: Given) -> Comparison:
    """The clash of one figure as two rates: a month against a year."""
    end, rate = rated(claim.text, ours.span.end - claim.span.start)
    given_end, given_rate = rated(g.statement.text, g.quantity.span.end - g.statement.span.start)
    given_rate = given_rate or rate_words(g.quantity.basis)
    span = Span(ours.span.start, claim.span.start + end)
    given = Span(g.quantity.span.start, g.statement.span.start + given_end)
    claimed = claim.text[span.start - claim.span.start : end]
    return Comparison(
        "number",
        0.0,
        claimed,
        g.statement.text[given.start - g.statement.span.start : given_end],
        f"a rate per {ours.basis} against {g.quantity.basis}",
        span,
        given,
        clash="number.basis",
        suggestion=another_rate(claimed, rate, given_rate) if rate and given_rate else None,
        confidence=0.75,
    )
