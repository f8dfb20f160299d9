"""Holding the times of a claim against those of the evidence.

A time clashes only where both speak of the same event's time: the same words round both, the same end of a
stretch, no time of the evidence that bears the claim out. What dates the saying ("it said on Monday") is
held against the source's own day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from reconcile.facts.times import agreement, wording
from reconcile.facts.times.agreement import DAYS
from reconcile.facts.times.events import (
    dates_a_report,
    dates_the_saying,
    in_comparison,
    in_dateline,
    is_length,
    one_end,
)
from reconcile.facts.times.foretold import TOLD_BEFORE, told_before
from reconcile.facts.times.given import (
    AHEAD,
    FEATURE,
    SOLID,
    Given,
    agreed,
    clashing,
    given_times,
    missing,
    other_event,
    slip,
)
from reconcile.facts.times.hours import compare_measured
from reconcile.facts.times.order import compare_order
from reconcile.facts.times.spans import other_stretch
from reconcile.facts.times.told import told_elsewhere
from reconcile.lexicons import lazy_words_re
from reconcile.model import Comparison, Quotation, Statement, Time
from reconcile.patterns import lazy_re
from reconcile.surroundings import figures_met, other_names, same_deed, shared_senses
from reconcile.words import clauses_of, stems_beside, stems_of

#: What these did began then and goes on.
_FOUNDED = lazy_words_re("times", r"\b\L<founded>\b", re.I)
#: How it stood when the source was written: "600 tickets were still to be had on Wednesday".
_STILL = lazy_words_re("times", r"\b\L<still>\b")
#: Days of the shortest stretch that counts as a year.
_A_YEAR = 300
_YEAR_PRINTED = lazy_re(r"\d{4}")
_KINDS = {"weekday": "time.weekday", "relative": "time.relative"}


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A comparison for each time of `claim` with those of the statements of one post or release."""
    yield from compare_order(claim, evidence)
    for time in (f for f in claim.facts if isinstance(f, Time)):
        if in_dateline(claim, time) or dates_a_report(claim, time) or _is_repeated(claim, time, evidence):
            continue
        if time.kind in DAYS:
            yield _day(claim, time, evidence)
        elif time.kind == "clock":
            yield compare_measured(claim, time, evidence, "clock", "time.clock")
        elif is_length(claim, time):
            found = compare_measured(claim, time, evidence, "duration", "time.duration")
            yield found if found.score or found.clash else _stretched(claim, time, evidence) or found


def _stretched(claim: Statement, time: Time, evidence: Sequence[Statement]) -> Comparison | None:
    """The clash of a length with the first and the last day of the same thing."""
    stretch = other_stretch(claim, time, evidence)
    if stretch is None:
        return None
    return Comparison(
        FEATURE,
        0.0,
        time.text,
        stretch.text,
        f"from the first to the last day it is {stretch.days} days",
        time.span,
        stretch.span,
        clash="time.duration",
        confidence=0.75,
    )


def _day(claim: Statement, time: Time, evidence: Sequence[Statement]) -> Comparison:
    given = [g for g in given_times(claim, time, evidence, DAYS) if not _of_other_grain(time, g.time)]
    if dates_the_saying(claim, time):
        return _said(claim, time, evidence, given)
    wider: Given | None = None
    differing: list[Given] = []
    meant = told_elsewhere(claim, time, given, _days)
    if meant:
        kind, words = _KINDS.get(time.kind, "time.date"), wording.same_day_as(time, meant.time, claim.day)
        return clashing(time, meant, kind, "another day is told of this", words, 0.7)
    for g in given:
        verdict = agreement.days_verdict(time, g.time)
        if verdict == "agree":
            return agreed(time, g.time.text, g, 1.0)
        if verdict in ("wider", "open"):
            wider = wider or g
        elif one_end(claim, time, g.statement, g.time) or (_begun(claim, time, g) and g.near >= SOLID + 0.5):
            differing.append(g)
        elif _FOUNDED.search(claim.text) and slip(time, g.time) and agreement.boundary(claim, time) == "":
            differing.append(g)  # "opened in 1998", "in operation since 1989"
    clash = _clashing_day(claim, time, differing, given)
    own_day = _on_own_day(time, evidence)
    if clash and clash.near >= SOLID + 0.75 and not (own_day and _STILL.search(claim.text)):
        return clash.comparison
    if own_day:
        return Comparison(FEATURE, 0.9, time.text, own_day, "the day of the source itself", time.span)
    if wider:
        return agreed(time, wider.time.text, wider, 0.6)
    if not clash and (foretold := told_before(claim, time, evidence)):
        return Comparison(
            FEATURE,
            0.0,
            time.text,
            foretold.text,
            TOLD_BEFORE,
            time.span,
            foretold.span,
            clash=_KINDS.get(time.kind, "time.date"),
            suggestion=wording.same_day_as(time, foretold, claim.day),
            confidence=0.75,
        )
    return clash.comparison if clash else missing(time)


def _days(_claim: Statement, time: Time, g: Given) -> agreement.Verdict:
    return agreement.days_verdict(time, g.time)


def _is_repeated(claim: Statement, time: Time, evidence: Sequence[Statement]) -> bool:
    """Whether "today" or "next week" stands in a quotation, in words that the evidence has too: it is the speaker's.

    So is a month that the evidence names without telling when something was: "thank a mild February".
    """
    if time.kind == "month":
        return any(time.text in s.text for s in evidence)
    if time.kind != "relative":
        return False
    quoted = any(isinstance(f, Quotation) and f.span.holds(time.span) for f in claim.facts)
    return quoted and any(
        isinstance(f, Time) and f.text.lower() == time.text.lower() for s in evidence for f in s.facts
    )


def _of_other_grain(time: Time, given: Time) -> bool:
    """Whether a time is told in years, and the other is a day outside of them whose year is not printed.

    "Planted four years ago" is no other time than "spawned on 25 June".
    """
    if time.start is None or time.end is None or (time.end - time.start).days < _A_YEAR:
        return False
    printed = _YEAR_PRINTED.search(given.text) or given.kind in ("year", "relative")
    return not printed and agreement.days_verdict(time, given) == "differ"


def _begun(claim: Statement, time: Time, g: Given) -> bool:
    """Whether the evidence's day is the first of a stretch: "closed from 18 November" against "closes on"."""
    ends = agreement.boundary(claim, time) == "closing"
    return not ends and agreement.boundary(g.statement, g.time) == "beginning" and g.time.kind == "date"


@frozen
class _Clash:
    """A comparison that clashes, and how near the two times stand."""

    comparison: Comparison
    near: float


def _clashing_day(
    claim: Statement, time: Time, differing: Sequence[Given], given: Sequence[Given]
) -> _Clash | None:
    """The clash with the nearest day of another date, where it is surely that of the same event."""
    exact = [
        g
        for g in differing
        if _as_fine(time, g.time)
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
    ranges = [g for g in exact if _range(time) and _range(g.time)]
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
    kind = _KINDS.get(time.kind, "time.date")
    suggestion = wording.same_day_as(time, best.time, claim.day)
    sure = min(0.95, 0.6 + 0.1 * best.near)
    return _Clash(clashing(time, best, kind, "the days cannot both hold", suggestion, sure), best.near)


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
    return 0.5 * (_vague(time) or _vague(other))


def _of_kind(claim: Statement, time: Time) -> int:
    """How many times of the claim are printed as this one is: as a date, as a year."""
    return sum(isinstance(f, Time) and f.kind == time.kind for f in claim.facts)


def _bears_out(other: Time, given: Time) -> bool:
    """Whether another time of the claim is what the evidence's time stands for: as fine, and the same."""
    if _vague(other) and (other.start, other.end) != (given.start, given.end):
        return False
    return agreement.days_verdict(other, given) == "agree"


def _range(time: Time) -> bool:
    """Whether a stretch of days is printed: "June 20 to 22"."""
    return time.kind == "date" and time.start != time.end


def _vague(time: Time) -> bool:
    """Whether a stretch is told by words: "a year ago", "last week", "in 2024"."""
    return time.kind in ("relative", "year") and time.start != time.end


def _as_fine(claim: Time, evidence: Time) -> bool:
    """Whether the evidence's time is fine enough to tell another day from the claim's: no year
    against a day.
    """
    if evidence.kind == "year":
        return claim.kind == "year"
    if claim.kind == "year" and evidence.kind in ("weekday", "relative"):
        return False  # a year is told of what is long past, a weekday of what is not
    if evidence.kind == "month":
        return claim.kind in ("month", "date")
    return evidence.kind != "relative" or evidence.start == evidence.end or claim.kind == "relative"


def _on_own_day(time: Time, evidence: Sequence[Statement]) -> str:
    """The evidence's own day, where the claim's time is that day: a post tells of its day unless it says
    otherwise.
    """
    day = next((s.day for s in evidence if s.day), None)
    if day is None:
        return ""
    if time.start and time.end:
        return day.isoformat() if time.start <= day <= time.end else ""
    return day.isoformat() if time.weekday == day.weekday() else ""


def _said(claim: Statement, time: Time, evidence: Sequence[Statement], given: Sequence[Given]) -> Comparison:
    """The day of the saying, held against the day of the post or release."""
    own = _on_own_day(time, evidence)
    if own:
        return Comparison(FEATURE, 1.0, time.text, own, "the day of the source itself", time.span)
    for g in given:
        if agreement.days_verdict(time, g.time) == "agree":
            return agreed(time, g.time.text, g, 0.8)
    day = next((s.day for s in evidence if s.day), None)
    if day and time.start and time.end and claim.channel in ("post", "release") and evidence:
        post = not evidence[0].source.startswith("r")
        apart = min(abs((time.start - day).days), abs((time.end - day).days))
        if (
            (claim.channel == "post") == post
            and apart > (1 if post else 0)
            and time.kind in ("weekday", "date", "relative")
        ):
            source = Time(evidence[0].span, day.isoformat(), "date", day, day)
            return Comparison(
                FEATURE,
                0.0,
                time.text,
                day.isoformat(),
                "the day of the source itself",
                time.span,
                clash=_KINDS.get(time.kind, "time.date"),
                suggestion=wording.same_day_as(time, source, claim.day),
                confidence=0.75,
            )
    return missing(time)
