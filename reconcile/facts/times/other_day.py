"""The clash with another day: which day of the evidence, if any, is surely that of the claim's event."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from reconcile.facts.times import agreement, wording
from reconcile.facts.times.agreement import DAYS
from reconcile.facts.times.events import in_comparison
from reconcile.facts.times.given import AHEAD, DAY_KINDS, SOLID, Given, clashing, other_event, slip
from reconcile.facts.times.grain import as_fine, is_range, is_vague
from reconcile.model import Comparison, Statement, Time
from reconcile.surroundings import figures_met, other_names, same_deed, shared_senses
from reconcile.words import clauses_of, stems_beside, stems_of


@frozen
class Clash:
    """A comparison that clashes, and how near the two times stand."""

    comparison: Comparison
    near: float


def clashing_day(
    claim: Statement, time: Time, differing: Sequence[Given], given: Sequence[Given]
) -> Clash | None:
    """The clash with the nearest day of another date, where it is surely that of the same event."""
    exact = [
        g
        for g in differing
        if as_fine(time, g.time)
        and not other_names(claim, g.statement)
        and (not other_event(claim, time, g) or _both_since(claim, time, g))
    ]
    others = [f for f in claim.facts if isinstance(f, Time) and f is not time and f.kind in DAYS]
    if len(differing) > 1:  # what bears out another day of the claim is not meant by this one
        free = [g for g in exact if not any(_bears_out(f, g.time) for f in others)]
        exact = [g for g in free if len(free) == len(exact) or _right_before(claim, time, g)]
    since = [g for g in exact if _both_since(claim, time, g)]
    if len(since) == 1:
        exact = [evolve(g, near=g.near + (g is since[0])) for g in exact]
        exact.sort(key=lambda g: -g.near)
    slipped = [g for g in exact if slip(time, g.time)]
    alone = len(slipped) == 1 and sum(g.time.kind == time.kind for g in given) == 1 == _of_kind(claim, time)
    if slipped:
        raised = evolve(slipped[0], near=slipped[0].near + 0.5 + 0.5 * alone)
        exact = sorted((raised if g is slipped[0] else g for g in exact), key=lambda g: -g.near)
    ranges = [g for g in exact if is_range(time) and is_range(g.time)]
    if len(ranges) == 1 and ranges[0].near >= 0.75:
        exact = [evolve(ranges[0], near=ranges[0].near + 1.0)]
    elif exact and not alone and not _of_one_deed(claim, time, exact[0]):
        return None
    if not exact or exact[0].near < SOLID + _needed(time, exact[0].time):
        return None
    best = exact[0]
    rivals = [g for g in exact[1:] if g.near > best.near - AHEAD and g.time.start != best.time.start]
    if rivals or any(_bears_out(f, best.time) for f in others) or in_comparison(claim, time):
        return None
    kind = DAY_KINDS.get(time.kind, "time.date")
    suggestion = wording.same_day_as(time, best.time, claim.day)
    sure = min(0.95, 0.6 + 0.1 * best.near)
    return Clash(clashing(time, best, kind, "the days cannot both hold", suggestion, sure), best.near)


def _of_one_deed(claim: Statement, time: Time, g: Given) -> bool:
    """Whether the words round both times tell of one deed, or the sentences count the same or last as long."""
    if same_deed(claim, time.span, g.statement, g.time.span) or figures_met(claim, g.statement):
        return True
    return _both_since(claim, time, g) or (slip(time, g.time) and _lasting_alike(claim, g.statement))


def _right_before(claim: Statement, time: Time, g: Given) -> bool:
    """Whether the words right before the claim's time are in the evidence's sentence: "was found today"."""
    words = claim.text[: time.span.start - claim.span.start].split()[-3:]
    return bool(stems_of(" ".join(words)) & clauses_of(g.statement.text).all)


def _lasting_alike(claim: Statement, evidence: Statement) -> bool:
    """Whether both sentences print one length of time: "after six years of building", "following six years"."""
    ours, theirs = ({f.days for f in s.facts if isinstance(f, Time) and f.days} for s in (claim, evidence))
    return not ours.isdisjoint(theirs)


def _both_since(claim: Statement, time: Time, g: Given) -> bool:
    """Whether both tell since when one state has lasted: "shut since April", "closed since 14 March"."""
    if any(agreement.words_before(s, t, 1) != ("since",) for s, t in ((claim, time), (g.statement, g.time))):
        return False
    if shared_senses(claim, time.span, g.statement, g.time.span):
        return True
    return bool(stems_beside(claim, time.span) & stems_beside(g.statement, g.time.span))


def _needed(time: Time, other: Time) -> float:
    """How much nearer two long stretches must stand than two days: many things fall into a year."""
    if time.kind == other.kind == "year" and not slip(time, other):
        return 1.0
    return 0.5 * (is_vague(time) or is_vague(other))


def _of_kind(claim: Statement, time: Time) -> int:
    """How many times of the claim are printed as this one is: as a date, as a year."""
    return sum(isinstance(f, Time) and f.kind == time.kind for f in claim.facts)


def _bears_out(other: Time, given: Time) -> bool:
    """Whether another time of the claim is what the evidence's time stands for: as fine, and the same."""
    if is_vague(other) and (other.start, other.end) != (given.start, given.end):
        return False
    return agreement.days_verdict(other, given) == "agree"
