"""Deeds told as done on a day that is still to come when the article appears."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from reconcile.grammar.anchors import sharing
from reconcile.grammar.keys import key_of
from reconcile.grammar.relative import describes
from reconcile.grammar.tense import reality, told_as_done
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Span, Statement, Time
from reconcile.patterns import lazy_re

#: The verb stands no further before its day (words).
_REACH = 12
_TO_COME = frozenset({"future", "planned", "agreed", "possible", "obliged"})
#: So much the sentences must share besides the day.
_SHARED = 0.9
_YEAR = lazy_re(r"\d{4}")
_WEEK = timedelta(days=7)
_KINDS = ("date", "month", "year", "weekday", "relative")


def compare_days(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim tells as done what the evidence sets for a day after that of the article."""
    if claim.day is None or claim.headline:
        return
    words = read_words(claim.text)
    for time in _times(claim):
        verb = _done_verb(claim, words, time)
        if verb is None:
            continue
        for statement in evidence:
            ahead = next((t for t in _times(statement) if _same(time, t, claim.day)), None)
            if ahead is None or not _is_ahead(statement, ahead):
                continue
            if sharing(claim, statement, evidence) >= _SHARED:
                yield _comparison(claim, words, verb, statement, ahead)
                return


def _times(statement: Statement) -> Iterator[Time]:
    return (f for f in statement.facts if isinstance(f, Time) and f.kind in _KINDS and f.start is not None)


def _same(ours: Time, theirs: Time, today: date) -> bool:
    """Whether the evidence's day is the claim's, and after `today`; the year of the claim's may be reckoned wrong."""
    if theirs.start is None or ours.start is None or ours.end is None or theirs.start <= today:
        return False
    if ours.start <= theirs.start <= ours.end:
        return ours.start > today or ours.kind != "year"
    if ours.kind == "weekday":
        one_day = theirs.start == theirs.end and theirs.start - today <= _WEEK
        return one_day and ours.weekday == theirs.start.weekday()
    if ours.kind not in ("date", "month") or _YEAR.search(ours.text):
        return False
    same_month = ours.start.month == theirs.start.month
    return same_month and (ours.kind == "month" or ours.start.day == theirs.start.day)


@cache
def _dating() -> frozenset[str]:
    """Keys of verbs whose day is that of what they move: "has moved the ban to January 2028"."""
    return frozenset(map(key_of, load_words("modality", "dating")))


def _done_verb(claim: Statement, words: Wording, time: Time) -> int | None:
    """The verb told as done that a day belongs to: the nearest one before it, with "in" or "on" between."""
    at = bisect_right(words.starts, time.span.start - claim.span.start) - 1
    if at < 1 or words.lower[at - 1] not in load_words("modality", "when"):
        return None
    leading_off = load_words("modality", "leading_off")
    for i in range(at - 2, max(-1, at - 2 - _REACH), -1):
        if words.clauses[i] != words.clauses[at] or words.lower[i] in leading_off:
            return None
        if words.lower[i] == "for" and words.lower[i + 3 : i + 4] != ("time",):
            return None  # "sold tickets for the gala on May 4"
        if words.keys[i] in _dating() or describes(words, i):
            return None
        if told_as_done(claim.text, i):
            saying = claim.cue is not None and words.lower[i] == claim.cue.lower()
            return None if saying or _describes(words, i) else i
        if reality(claim.text, i) in _TO_COME:
            return None
    return None


def _describes(words: Wording, i: int) -> bool:
    """Whether a participle stands before its noun as an adjective does: "the first subsidised train"."""
    return i > 0 and (
        words.lower[i - 1] in load_words("modality", "before_adjectives") or words.keys[i - 1][:1] == "#"
    )


def _is_ahead(statement: Statement, time: Time) -> bool:
    """Whether the verb of the evidence's day tells what is to come; a date to come may have none ("Opening: 4 May")."""
    words = read_words(statement.text)
    at = bisect_right(words.starts, time.span.start - statement.span.start) - 1
    clause = [i for i in range(len(words)) if words.clauses[i] // 100 == words.clauses[at] // 100]
    for i in sorted(clause, key=lambda i: (i > at, abs(i - at))):
        if reality(statement.text, i) in _TO_COME:
            return True
        if told_as_done(statement.text, i):
            return False
    return time.kind not in ("weekday", "relative")


def _comparison(claim: Statement, words: Wording, verb: int, statement: Statement, ahead: Time) -> Comparison:
    first, auxiliaries = verb, load_words("modality", "done_with")
    while first > 0 and words.lower[first - 1] in auxiliaries:
        first -= 1
    theirs = read_words(statement.text)
    at = bisect_right(theirs.starts, ahead.span.start - statement.span.start) - 1
    deed = next((i for i in range(at, -1, -1) if reality(statement.text, i) in _TO_COME), None)
    given = ahead.span if deed is None else Span(statement.span.start + theirs.starts[deed], ahead.span.end)
    text = statement.text[given.start - statement.span.start : given.end - statement.span.start]
    return Comparison(
        "modality",
        0.0,
        words.span(first, verb).of(claim.text),
        text,
        "still to come",
        words.span(first, verb, claim.span.start),
        given,
        "modality.plan-done",
        None,
        0.85,
    )
