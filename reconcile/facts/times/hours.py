"""Hours and lengths of time, held against those of the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from reconcile.facts.times import agreement, wording
from reconcile.facts.times.agreement import DAYS, Verdict, boundary, loosened
from reconcile.facts.times.clock import offsets
from reconcile.facts.times.events import ends_after, headed, is_length, role_of
from reconcile.facts.times.given import (
    AHEAD,
    SOLID,
    Given,
    agreed,
    clashing,
    far_apart,
    given_times,
    missing,
    other_event,
)
from reconcile.facts.times.local import in_zone, local_zone
from reconcile.facts.times.told import told_elsewhere
from reconcile.grammar.moods import other_mood
from reconcile.model import Comparison, Statement, Time
from reconcile.surroundings import other_names, same_deed, shared_near, shared_senses
from reconcile.words import clauses_of

#: So much nearer than needed two lengths are surely of one thing.
_VERY = 1.5


def compare_measured(
    claim: Statement, time: Time, evidence: Sequence[Statement], kind: str, clash: str
) -> Comparison:
    """An hour or a length, held against those of the evidence."""
    given = [
        g
        for g in given_times(claim, time, evidence, (kind,))
        if kind == "clock" or is_length(g.statement, g.time)
    ]
    if kind == "clock" and len(given) > 1 and (zone := local_zone(evidence)):
        given = [evolve(g, time=in_zone(g.time, zone)) for g in given]
        time = in_zone(time, zone)
    differing: list[Given] = []
    if kind == "clock" and (meant := told_elsewhere(claim, time, given, _verdict)):
        return clashing(
            time, meant, clash, "another hour is told of this", wording.clock_like(time, meant.time), 0.7
        )
    for g in given:
        verdict = _verdict(claim, time, g)
        if verdict == "agree" and not (differing and _told_elsewhere(g, differing[0])):
            return agreed(time, g.time.text, g, 1.0)
        if verdict == "differ" and _same_part(claim, time, g) and not _taken(claim, time, g):
            differing.append(g)
    if not differing:
        return missing(time)
    best = differing[0]
    if other_names(claim, best.statement) or other_event(claim, time, best):
        return missing(time)
    left = kind == "clock" and _left_over(claim, time, given)
    if kind == "clock" and not _one_deed(claim, time, best, given, left):
        return missing(time)
    if kind == "duration" and _count_elsewhere(time, best):
        return missing(time)
    solid = (
        best.near
        - 0.5 * (kind == "clock")
        + 0.5 * (len(_alike(claim, time)) == 1 and len({_size(g.time) for g in given}) == 1)
        + 0.75 * left
        + 0.5 * (headed(time) != "" and headed(time) in clauses_of(best.statement.text).all)
        + 0.25 * (kind == "clock" and shared_senses(claim, time.span, best.statement, best.time.span))
        + 0.5 * (kind == "clock" and _day_agrees(claim, best.statement))
        - 1.5 * (kind == "duration" and far_apart(time, best.time))
        - (kind == "duration" and other_mood(claim, time.span, best.statement, best.time.span))
    )
    rivals = [g for g in differing[1:] if g.near > best.near - AHEAD and not _same_moment(g, best)]
    if solid < SOLID or rivals or (kind == "clock" and loosened(claim, time)):
        return missing(time)
    if kind == "clock":
        best = next(
            (g for g in differing if offsets(g.time.zone) == offsets(time.zone) and _same_moment(g, best)),
            best,
        )
        return clashing(
            time, best, clash, "the hours cannot both hold", wording.clock_like(time, best.time), 0.85
        )
    return clashing(
        time, best, clash, "the lengths cannot both hold", wording.length_like(time, best.time), 0.8
    )


def _told_elsewhere(agrees: Given, differs: Given) -> bool:
    """Whether a length that agrees is told of something else, and one that differs of the very thing."""
    return differs.time.kind == "duration" and agrees.near == 0 and differs.near >= SOLID + _VERY


def _one_deed(claim: Statement, time: Time, best: Given, given: Sequence[Given], left: bool) -> bool:
    """Whether two hours are those of one deed: by the words round them; by words of one sense and another
    time that agrees; or because all other hours of the two texts agree.
    """
    spans = (claim, time.span, best.statement, best.time.span)
    if same_deed(*spans) and shared_near(*spans) > 1:
        return True
    if left and shared_near(*spans):
        return True
    return len(given) == 1 and _day_agrees(claim, best.statement) and shared_senses(*spans) >= 2


def _taken(claim: Statement, time: Time, g: Given) -> bool:
    """Whether another time of the claim is the same as this one of the evidence."""
    return any(t is not time and _verdict(claim, t, g) == "agree" for t in _alike(claim, time))


def _left_over(claim: Statement, time: Time, given: Sequence[Given]) -> bool:
    """Whether this hour of the claim and one of the evidence are left when those that agree are set aside."""
    others = [t for t in _alike(claim, time) if t is not time]
    open_ = [g for g in given if not any(agreement.clock_verdict(t, g.time, True) == "agree" for t in others)]
    met = all(any(agreement.clock_verdict(t, g.time, True) == "agree" for g in given) for t in others)
    return bool(others) and met and len(open_) == 1


def _day_agrees(claim: Statement, evidence: Statement) -> bool:
    """Whether both sentences print a day, and the same."""
    ours, theirs = ([f for f in s.facts if isinstance(f, Time) and f.kind in DAYS] for s in (claim, evidence))
    return any(agreement.days_verdict(a, b) == "agree" for a in ours for b in theirs)


def _count_elsewhere(time: Time, g: Given) -> bool:
    """Whether the claim's count stands in the evidence without its unit: "for two weeks here and for three
    there".
    """
    count = re.match(r"\w+", time.text)
    rest = g.statement.text.replace(g.time.text, " ", 1)
    return (
        count is not None
        and re.search(rf"\b{re.escape(count.group())}\b(?![.,:]?\d)", rest, re.I) is not None
    )


def _same_part(claim: Statement, time: Time, g: Given) -> bool:
    """Whether both are the same sort of hour or length: an end of a stretch, a gap, a whole."""
    if time.kind == "clock":
        ours, theirs = boundary(claim, time), boundary(g.statement, g.time)
        by = agreement.words_before(claim, time, 1) == ("by",)
        since = ("since",) in (
            agreement.words_before(claim, time, 1),
            agreement.words_before(g.statement, g.time, 1),
        )
        if since and "" in (ours, theirs):
            return True  # "closed at 2:15", "closed since 2:15"
        return ours == theirs or (by and not theirs and _minutes(g.time) > _minutes(time))
    units = agreement.unit_of(time), agreement.unit_of(g.time)
    if headed(time) and headed(time) == headed(g.time):
        return True  # a four-day run, and a four-week run
    if headed(time) in clauses_of(g.statement.text).all and ends_after(g.statement, g.time):
        return role_of(claim, time) == "whole" and units[0] == units[1]
    return role_of(claim, time) == role_of(g.statement, g.time) and (units[0] == units[1] or max(units) < 1)


def _same_moment(one: Given, other: Given) -> bool:
    """Whether two hours of the evidence are one moment in two zones, or two lengths are equal."""
    if one.time.kind == "clock":
        return agreement.clock_verdict(one.time, other.time, False) == "agree"
    return one.time.days == other.time.days


def _minutes(time: Time) -> int:
    return time.minutes if time.minutes is not None else -1


def _size(time: Time) -> float:
    return time.days if time.days is not None else 0.0


def _alike(claim: Statement, time: Time) -> list[Time]:
    return [
        f
        for f in claim.facts
        if isinstance(f, Time) and f.kind == time.kind and (f.kind == "clock" or is_length(claim, f))
    ]


def _verdict(claim: Statement, time: Time, g: Given) -> Verdict:
    loose = loosened(claim, time) or loosened(g.statement, g.time)
    if time.kind == "clock":
        return agreement.clock_verdict(time, g.time, loose)
    over = {"more", "over", "less", "under", "than"} & set(
        agreement.words_before(claim, time) + agreement.words_before(g.statement, g.time)
    )
    return agreement.length_verdict(time, g.time, loose, bool(over))
