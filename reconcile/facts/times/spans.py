"""A length against the first and the last day that the evidence prints: "three weeks" for "20 May until 2 June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reconcile.facts.times.agreement import loosened, unit_of
from reconcile.facts.times.events import role_of
from reconcile.model import Span, Statement, Time
from reconcile.patterns import lazy_re
from reconcile.surroundings import affinity

_JOINT = lazy_re(
    r"(?:,? (?:\d{1,2}[:.]\d\d(?: [ap]\.?m\.?)?,? )?)?"
    r"(?:to|until|till|through|up to and including)(?: and including)? |\s?[-–—]\s?",
    re.I,
)
_FROM = lazy_re(r"\b(?:from|between|closed|shut|open|off) (?:\d{1,2}[:.]\d\d (?:on )?)?$", re.I)
#: From here on a length and the two days are of one thing.
_NEAR = 2.0
_WEEK = 7


class Stretch(NamedTuple):
    """From a first to a last day, with the sentence that prints them."""

    statement: Statement
    span: Span
    text: str
    days: int


def other_stretch(claim: Statement, time: Time, evidence: Sequence[Statement]) -> Stretch | None:
    """The stretch of days that cannot have the length which the claim gives the same thing; None for none."""
    if time.days is None or time.days < 1 or role_of(claim, time) != "whole" or loosened(claim, time):
        return None
    if unit_of(time) not in (1.0, float(_WEEK)):
        return None
    found = [s for e in evidence for s in _stretches(e)]
    if len(found) != 1 or affinity(claim, time.span, found[0].statement, found[0].span) < _NEAR:
        return None
    # Both ends may count, or the days between them; a week may lack its end.
    slack = 2 if unit_of(time) == _WEEK else 0
    days = found[0].days
    return None if days - 1 - slack <= time.days <= days + slack else found[0]


def _stretches(statement: Statement) -> list[Stretch]:
    days = [
        f
        for f in statement.facts
        if isinstance(f, Time) and f.kind in ("date", "weekday") and f.start and f.end
    ]
    found: list[Stretch] = []
    offset = statement.span.start
    for n, first in enumerate(days):
        if first.start and first.end and first.start != first.end and first.kind == "date":
            found.append(_stretch(statement, first, first))
        last = days[n + 1] if n + 1 < len(days) else None
        if last is None or first.start != first.end or last.start != last.end:
            continue
        between = statement.text[first.span.end - offset : last.span.start - offset]
        if _JOINT.fullmatch(between) and _FROM.search(statement.text[: first.span.start - offset]):
            found.append(_stretch(statement, first, last))
    return [s for s in found if s.days > 1]


def _stretch(statement: Statement, first: Time, last: Time) -> Stretch:
    assert first.start is not None
    assert last.end is not None
    span = Span(first.span.start, last.span.end)
    offset = statement.span.start
    text = statement.text[span.start - offset : span.end - offset]
    return Stretch(statement, span, text, (last.end - first.start).days + 1)
