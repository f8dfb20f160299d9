"""The times of the evidence that a claim's time is held against, and the comparisons that come of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from reconcile.facts.times import agreement
from reconcile.facts.times.agreement import DAYS
from reconcile.facts.times.events import AGAIN, given_up, headed, of_person, other_days
from reconcile.lexicons import lazy_words_re
from reconcile.model import Comparison, Quantity, Statement, Time
from reconcile.surroundings import affinity, figures_met, opposed, shared_senses
from reconcile.words import clauses_of

#: A date without its year, reckoned so many days back, may as well be to come.
_FAR = 90
_TO_COME = lazy_words_re("times", r"\b\L<to_come>\b", re.I)
#: From here on two times are taken for those of one event.
SOLID = 1.5
AHEAD = 0.4
#: A count that stands in both sentences adds so much to how near two of their times are.
_FIGURE = 0.5
#: A word of one clause with another of its sense in the other's adds so much, two at most.
_SENSE = 0.5
FEATURE = "time"
#: How a day is printed -> the kind of its clash; of any other it is that of a date.
DAY_KINDS = {"weekday": "time.weekday", "relative": "time.relative"}
#: A length that is more than so many times another is hardly a slip of it.
_MANY = 6
#: Minutes between an hour before noon and the same after it.
_HALF_DAY = 720


@frozen
class Given:
    """A time of the evidence, with its statement and how near it stands to the claim's."""

    statement: Statement
    time: Time
    near: float


def given_times(
    claim: Statement, time: Time, evidence: Sequence[Statement], kinds: Sequence[str]
) -> list[Given]:
    """The evidence's times of the same sort, nearest first."""
    same = {s.id: _FIGURE * min(2, figures_met(claim, s)) for s in evidence}
    found = [
        Given(s, f, _near(claim, time, s, f, same[s.id]))
        for s in evidence
        for f in s.facts
        if isinstance(f, Time) and f.kind in kinds and not given_up(s, f)
    ]
    return sorted(found, key=lambda g: -g.near)


def _near(claim: Statement, time: Time, statement: Statement, other: Time, figures: float) -> float:
    """How near two times stand: by the words round them, words of one sense, and figures beside them."""
    near = affinity(claim, time.span, statement, other.span)
    senses = _SENSE * min(2, shared_senses(claim, time.span, statement, other.span))
    return near + senses + figures if near or senses else 0.0


def other_event(claim: Statement, time: Time, g: Given) -> bool:
    """Whether something else tells two events apart: one still to come and one past, "again", other figures,
    other days.
    """
    if (
        time.start
        and claim.day
        and g.time.end
        and g.statement.day
        and time.start > claim.day
        and g.time.end <= g.statement.day
        and not (agreement.yearless(g.time) and (g.statement.day - g.time.end).days > _FAR)
    ):
        return True
    if (
        time.end
        and claim.day
        and g.time.start
        and time.end <= claim.day < g.time.start
        and not agreement.yearless(time)
        and _TO_COME.search(claim.text) is None
    ):
        return True
    if opposed(claim, time.span, g.statement, g.time.span):
        return True
    thing = headed(time)
    again = bool(AGAIN.search(claim.text)), bool(AGAIN.search(g.statement.text))
    if again[0] != again[1] and (again[1] or not thing or thing not in clauses_of(g.statement.text).all):
        return True  # "moving again after a five-day strike" is of the one strike
    if other_figures(claim, g.statement):
        return True
    if of_person(claim, time) and not set(claim.entities) & set(g.statement.entities):
        return True
    return time.kind not in DAYS and other_days(claim, g.statement)


def other_figures(claim: Statement, statement: Statement) -> bool:
    """Whether the two give figures of one sort, and none that may be the same: "$334,000 between 2010 and 2012"."""
    ours, theirs = (
        [f for f in s.facts if isinstance(f, Quantity) and (f.noun or f.unit)] for s in (claim, statement)
    )
    pairs = [(a, b) for a in ours for b in theirs if (a.unit, a.noun) == (b.unit, b.noun)]
    return bool(pairs) and not any(abs(a.low - b.low) <= max(a.step, b.step) for a, b in pairs)


def far_apart(one: Time, other: Time) -> bool:
    """Whether one length is many times the other: hardly a slip."""
    short, long = sorted((one.days or 0.0, other.days or 0.0))
    return long > _MANY * short


def slip(one: Time, other: Time) -> bool:
    """Whether two dates differ as a slip of the pen makes them: 8 and 18 April, 13 and 31 May, 1989 and 1998,
    8 April and 8 May, 6 a.m. and 6 p.m.
    """
    if one.kind == other.kind == "clock" and one.minutes is not None and other.minutes is not None:
        return abs(one.minutes - other.minutes) == _HALF_DAY
    if one.start is None or other.start is None or one.kind != other.kind:
        return False
    if one.kind == "year":
        return sorted(str(one.start.year)) == sorted(str(other.start.year))
    if one.kind != "date" or one.start != one.end or other.start != other.end:
        return False
    if one.start.month != other.start.month:
        return one.start.day == other.start.day
    a, b = sorted((str(one.start.day), str(other.start.day)), key=len)
    return sorted(a) == sorted(b) or (len(a) == 1 and a in b)


def agreed(time: Time, evidence: str, g: Given, score: float) -> Comparison:
    """The comparison of two times that agree, or can."""
    detail = "agrees" if score == 1.0 else "can agree"
    return Comparison(FEATURE, score, time.text, evidence, detail, time.span, g.time.span)


def clashing(
    time: Time, g: Given, kind: str, detail: str, suggestion: str | None, confidence: float
) -> Comparison:
    """The comparison of two times that cannot both hold."""
    return Comparison(
        FEATURE,
        0.0,
        time.text,
        g.time.text,
        detail,
        time.span,
        g.time.span,
        clash=kind,
        suggestion=suggestion,
        confidence=confidence,
    )


def missing(time: Time) -> Comparison:
    """The comparison of a time that the evidence does not have."""
    return Comparison(FEATURE, 0.0, time.text, "", "not in the evidence", time.span)
