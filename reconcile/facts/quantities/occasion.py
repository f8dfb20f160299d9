"""Whether two figures are of one occasion: day, part of the day, quarter, and stage."""

from __future__ import annotations

import re

from reconcile.model import Quantity, Statement, Time
from reconcile.patterns import lazy_re
from reconcile.words import clauses_of, stems_beside

_AT_FIRST = lazy_re(
    r"\b(?:at first|initially|originally|at the outset|to begin with|previously|formerly)\b", re.I
)
_QUARTER = lazy_re(
    r"\b(?:(?:first|second|third|fourth|last)[ -]quarter|(?:first|second)[ -]half|[HQ][1-4]|nine months)\b"
)
#: "In its first month", "the second week": counted stretches, of which only equal ones are one.
_STRETCH = lazy_re(
    r"\b(first|second|third|fourth|fifth|opening|last|final)[ -]"
    r"(day|night|weekend|week|month|year|season|decade|hour|minute)\b",
    re.I,
)
#: A date with its colon stands before its figure: "2023: 67 million litres".
_HEADS_FIGURE = lazy_re(r"\s*:")
_PART_OF_DAY = lazy_re(r"\b(?:morning|afternoon|evening)\b", re.I)


def one_time(claim: Statement, quantity: Quantity, evidence: Statement, given: Quantity) -> bool:
    """Whether no date beside the two figures tells that they belong to different times."""
    if _stage(claim) != _stage(evidence) or _part_of_year(claim) != _part_of_year(evidence):
        return False
    if _other_half_of_day(claim, quantity, evidence, given) or _other_stretch(claim, evidence):
        return False
    ours, theirs = _beside(claim, quantity), _beside(evidence, given)
    return not ours or not theirs or any(_may_be_one(one, other) for one in ours for other in theirs)


def _may_be_one(one: Time, other: Time) -> bool:
    """Whether two dates or periods overlap, a day of slack allowed; a month or a weekday may be of any year
    or week.
    """
    if one.weekday is not None and other.weekday is not None:
        return one.weekday == other.weekday
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    if "month" in (one.kind, other.kind) and one.start.month == other.start.month:
        return True
    slack = 0 if min((t.end - t.start).days for t in (one, other) if t.start and t.end) > 7 else 1
    return (one.start - other.end).days <= slack and (other.start - one.end).days <= slack


def of_its_time(
    claim: Statement, quantity: Quantity, evidence: Statement, given: Quantity, other: Quantity
) -> bool:
    """Whether the evidence's sentence prints a time of the claim's beside `given`, and not beside `other`, and
    shares a word with the claim's clause.
    """
    ours = [t for t in claim.facts if isinstance(t, Time) and t.start and t.kind != "weekday"]
    if len(ours) != 1:
        return False
    apart = _beside(evidence, other)
    theirs = [t for t in evidence.facts if isinstance(t, Time) and t.start and t not in apart]
    near = _beside(evidence, given)
    theirs = [t for t in theirs if t in near] if near else theirs
    met = any(_may_be_one(ours[0], t) for t in theirs)
    return met and bool(stems_beside(claim, quantity.span) & clauses_of(evidence.text).all)


def _stage(statement: Statement) -> bool:
    """Whether the sentence tells of how things stood at first, as opposed to how they stand."""
    return bool(_AT_FIRST.search(statement.text))


def _part_of_year(statement: Statement) -> str:
    """The quarter or half of a year that a figure is of, "" for none: "in the first quarter", "H1"."""
    match = _QUARTER.search(statement.text)
    return re.sub(r"\W+", "", match.group().lower()) if match else ""


def _other_stretch(claim: Statement, evidence: Statement) -> bool:
    """Whether one tells of a first month, say, and the other of a first year."""
    ours, theirs = (
        {(m[1].lower(), m[2].lower()) for m in _STRETCH.finditer(s.text)} for s in (claim, evidence)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def same_time(claim: Statement, evidence: Statement) -> bool:
    """Whether both sentences print a time that is the same: a day, an hour, a length."""
    ours, theirs = (
        {k for f in s.facts if isinstance(f, Time) and (k := _moment(f))} for s in (claim, evidence)
    )
    return not ours.isdisjoint(theirs)


def _moment(time: Time) -> tuple[object, ...] | None:
    """What a time is, whatever its words; None where that is not known."""
    if time.kind == "duration":
        return ("length", round(time.days, 3)) if time.days else None
    if time.minutes is not None:
        return ("hour", time.minutes)
    if time.start is None:
        return ("weekday", time.weekday) if time.weekday is not None else None
    return ("days", time.start, time.end)


def _other_half_of_day(claim: Statement, quantity: Quantity, evidence: Statement, given: Quantity) -> bool:
    """Whether one figure is of a morning and the other of an evening."""
    ours, theirs = _half(claim, quantity), _half(evidence, given)
    return ours is not None and theirs is not None and ours != theirs


def _half(statement: Statement, quantity: Quantity) -> bool | None:
    """Whether the part of the day, or the hour, that stands nearest to a figure is in the second half of the
    day.
    """
    here = quantity.span.start - statement.span.start
    marks = [(m.start(), m.group().lower() != "morning") for m in _PART_OF_DAY.finditer(statement.text)]
    marks += [
        (f.span.start - statement.span.start, f.minutes >= 720)
        for f in statement.facts
        if isinstance(f, Time) and f.minutes is not None
    ]
    return min(marks, key=lambda m: abs(m[0] - here))[1] if marks else None


def _beside(statement: Statement, quantity: Quantity) -> list[Time]:
    """The days and periods that stand with a figure: "3.4 percent in November", "(2022: 4.3m)",
    "on Friday".
    """
    times = [
        f
        for f in statement.facts
        if isinstance(f, Time)
        and (f.kind in ("month", "year", "date", "weekday") or (f.kind == "relative" and f.start != f.end))
    ]
    here = quantity.span
    offset = statement.span.start
    heads = [t for t in times if _HEADS_FIGURE.match(statement.text, t.span.end - offset)]
    near = [
        t
        for t in times
        if (t not in heads and -2 <= t.span.start - here.end <= 16) or 0 <= here.start - t.span.end <= 4
    ]
    return near or [t for t in times if t.kind in ("date", "weekday") and abs(t.span.start - here.end) <= 40]
