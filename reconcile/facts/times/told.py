"""A day or an hour that is in the evidence, but told there of another thing: the wrong one of two of a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.belonging import Held, told_of_other
from reconcile.facts.times.agreement import Verdict, boundary
from reconcile.facts.times.given import AHEAD, Given, other_event
from reconcile.model import Statement, Time
from reconcile.words import clauses_of, stems_round

#: So many words of the claim's clause in that of a time tell that it is meant.
_TELLING = 2


def told_elsewhere(
    claim: Statement,
    time: Time,
    given: Sequence[Given],
    verdict_of: Callable[[Statement, Time, Given], Verdict],
) -> Given | None:
    """The time that the evidence gives for the claim's event, where every time that agrees is that of another;
    None otherwise.
    """
    if len(given) < 2:
        return None
    alike = [g for g in given if g.time.kind == time.kind]
    verdicts = {id(g): verdict_of(claim, time, g) for g in given}
    agreeing = [g for g in given if verdicts[id(g)] != "differ"]
    if not agreeing or len(agreeing) == len(given):
        return None
    others = [f for f in claim.facts if isinstance(f, Time) and f is not time and f.kind == time.kind]
    end = boundary(claim, time)
    meant = [
        g
        for g in alike
        if verdicts[id(g)] == "differ"
        and boundary(g.statement, g.time) == end
        and not any(verdict_of(claim, f, g) == "agree" for f in others)
        and not other_event(claim, time, g)
        and all(_elsewhere(claim, time, a, g) for a in agreeing)
    ]
    rivals = [
        g for g in meant[1:] if (g.time.start, g.time.minutes) != (meant[0].time.start, meant[0].time.minutes)
    ]
    return meant[0] if meant and not any(g.near > meant[0].near - AHEAD for g in rivals) else None


def _elsewhere(claim: Statement, time: Time, agrees: Given, rival: Given) -> bool:
    """Whether the time that agrees is that of another thing, or the end of a stretch where the claim tells a day."""
    if told_of_other(claim, time.span, _held(agrees), _held(rival)):
        return True
    if (
        boundary(agrees.statement, agrees.time) == boundary(claim, time)
        or agrees.statement is rival.statement
    ):
        return False
    ours = stems_round(claim, time.span)
    here, there = clauses_of(agrees.statement.text).all, stems_round(rival.statement, rival.time.span)
    return not ours & here and len(ours & there) >= _TELLING


def _held(g: Given) -> Held:
    return Held(g.statement, g.time.span)
