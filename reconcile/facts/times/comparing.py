"""Holding the times of a claim against those of the evidence.

A time clashes only where both speak of the same event's time: the same words round both, the same end of a
stretch, no time of the evidence that bears the claim out. What dates the saying ("it said on Monday") is
held against the source's own day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.facts.times import agreement, wording
from reconcile.facts.times.agreement import DAYS
from reconcile.facts.times.events import dates_a_report, dates_the_saying, in_dateline, is_length, one_end
from reconcile.facts.times.foretold import TOLD_BEFORE, told_before
from reconcile.facts.times.given import (
    DAY_KINDS,
    FEATURE,
    SOLID,
    Given,
    agreed,
    clashing,
    given_times,
    missing,
    slip,
)
from reconcile.facts.times.grain import of_other_grain
from reconcile.facts.times.hours import compare_measured
from reconcile.facts.times.order import compare_order
from reconcile.facts.times.other_day import clashing_day
from reconcile.facts.times.own_day import compare_saying, on_own_day
from reconcile.facts.times.spans import other_stretch
from reconcile.facts.times.told import told_elsewhere
from reconcile.lexicons import lazy_words_re
from reconcile.model import Comparison, Quotation, Statement, Time

#: What these did began then and goes on.
_FOUNDED = lazy_words_re("times", r"\b\L<founded>\b", re.I)
#: How it stood when the source was written: "600 tickets were still to be had on Wednesday".
_STILL = lazy_words_re("times", r"\b\L<still>\b")


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
    given = [g for g in given_times(claim, time, evidence, DAYS) if not of_other_grain(time, g.time)]
    if dates_the_saying(claim, time):
        return compare_saying(claim, time, evidence, given)
    wider: Given | None = None
    differing: list[Given] = []
    meant = told_elsewhere(claim, time, given, _days)
    if meant:
        kind, words = DAY_KINDS.get(time.kind, "time.date"), wording.same_day_as(time, meant.time, claim.day)
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
    clash = clashing_day(claim, time, differing, given)
    own_day = on_own_day(time, evidence)
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
            clash=DAY_KINDS.get(time.kind, "time.date"),
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


def _begun(claim: Statement, time: Time, g: Given) -> bool:
    """Whether the evidence's day is the first of a stretch: "closed from 18 November" against "closes on"."""
    ends = agreement.boundary(claim, time) == "closing"
    return not ends and agreement.boundary(g.statement, g.time) == "beginning" and g.time.kind == "date"
