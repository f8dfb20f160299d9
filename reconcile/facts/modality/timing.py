"""When a deed was told and planned: whether a plan can have been carried out, and whether another deed is meant."""

from __future__ import annotations

from datetime import date, timedelta

from reconcile.facts.modality.told import Deed
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words
from reconcile.model import Statement, Time

#: So long before it was planned or held possible nothing was done that is meant by it.
_LONG = timedelta(days=60)
#: A plan without a date is still one in an article that appears so many days after it.
_FRESH = timedelta(days=2)


def once_more(claim: Statement, plan: Statement) -> bool:
    """Whether a plan is to do again what the claim tells without an "again": then it was done before."""
    words, marks = read_words(plan.text), load_words("modality", "again")
    more = any(
        word == "more" and words.lower[i + 1 : i + 2] != ("than",) for i, word in enumerate(words.lower)
    )
    again = more or not marks.isdisjoint(words.vocabulary)
    return again and marks.isdisjoint(read_words(claim.text).vocabulary)


def long_ago(claim: Statement, words: Wording, i: int, statement: Statement) -> bool:
    """Whether the clause of word `i` has a day long before the evidence was written: then it tells of another deed."""
    begin = end = i
    while begin > 0 and words.clauses[begin - 1] == words.clauses[i]:
        begin -= 1
    while end + 1 < len(words) and words.clauses[end + 1] == words.clauses[i]:
        end += 1
    clause = words.span(begin, end, claim.span.start)
    ends = [t.end for t in claim.facts if isinstance(t, Time) and t.end and clause.holds(t.span)]
    return bool(ends) and statement.day is not None and statement.day - max(ends) > _LONG


def has_begun(deed: Deed) -> bool:
    """Whether a plan begins on the very day of its announcement: "will be closed from today"."""
    plan = deed.statement
    if plan.day is None or deed.real == "agreed":
        return False
    at = read_words(plan.text).starts[deed.place] + plan.span.start
    return any(
        isinstance(t, Time)
        and t.start
        and t.end
        and (t.span.start > at or _begins(plan, t))
        and t.start <= plan.day <= t.end
        and t.end - t.start < _FRESH
        for t in plan.facts
    )


def _begins(plan: Statement, time: Time) -> bool:
    """Whether a day is one from which on something holds: "from today"."""
    before = plan.text[: time.span.start - plan.span.start].split()
    return bool(before) and before[-1].lower() in load_words("modality", "from")


def still_planned(claim: Statement, plan: Statement) -> float:
    """How sure it is that what the evidence plans had not come about when the article appeared; 0 for not at all."""
    if plan.day is not None and claim.day is not None and plan.day > claim.day:
        return 0.9
    ahead = [
        t.start
        for t in plan.facts
        if isinstance(t, Time) and t.start and (not plan.day or t.start > plan.day)
    ]
    if ahead and claim.day is not None and _moved_to(claim, min(ahead)):
        return 0.0
    if ahead and claim.day is not None:
        return 0.95 if min(ahead) > claim.day else 0.0
    told = [
        t.end
        for t in claim.facts
        if isinstance(t, Time) and t.end is not None and claim.day and t.end <= claim.day
    ]
    if told and plan.day is not None and max(told) <= plan.day:
        return 0.9
    if claim.day is not None and plan.day is not None:
        return 0.8 if claim.day - plan.day <= _FRESH else 0.0
    return 0.6 if claim.cue else 0.0


def _moved_to(claim: Statement, day: date) -> bool:
    """Whether the claim itself names the time to come: "has moved the ban from January 2026 to January 2028"."""
    return any(isinstance(t, Time) and t.start and t.end and t.start <= day <= t.end for t in claim.facts)
