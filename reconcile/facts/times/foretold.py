"""A post that tells of a deed as done cannot be of a deed of a later day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.facts.times.agreement import DAYS, words_before
from reconcile.facts.times.events import AGAIN
from reconcile.lexicons import lazy_words_re
from reconcile.model import Statement, Time
from reconcile.surroundings import affinity, figures_met, other_names, same_deed
from reconcile.words import past_forms, words_of

#: What is still to come, goes on, or is only wished.
_NOT_DONE = lazy_words_re("times", r"\b\L<not_done>\b|['’](?:ll|s|re|m)\b|n['’]t\b", re.I)
#: What is told besides is of a later day.
_AFTERWARDS = lazy_words_re("times", r"\b(?:\L<afterwards>|thank\w*|visit\w*)\b", re.I)
#: So near the claim's clause and the post's sentence must stand; farther off is another day's news.
_NEAR, _DAYS = 3.0, 3
#: Where the post names its own day, and has figures of the claim's, less is asked.
_DATED = 2.0
#: What such a clash says of itself.
TOLD_BEFORE = "the post that tells of it as done is older"


def told_before(claim: Statement, time: Time, evidence: Sequence[Statement]) -> Time | None:
    """The day of the post, where it tells of the claim's deed as done before the day that the claim gives."""
    day = evidence[0].day if evidence else None
    if day is None or evidence[0].source.startswith("r") or time.start is None or not _one_day(time):
        return None
    if not 1 <= (time.start - day).days <= _DAYS or claim.day is None or time.start > claim.day:
        return None
    if _NOT_DONE.search(claim.text) or AGAIN.search(claim.text) or not _past(claim):
        return None
    met = sum(figures_met(claim, s) for s in evidence) + _lengths_met(claim, evidence)
    for s in evidence:
        own = [f for f in s.facts if isinstance(f, Time) and f.kind in DAYS]
        if own and all(f.kind == "relative" and f.start == f.end == day for f in own):
            near = affinity(claim, time.span, s, own[0].span)
            deed = met > 1 or same_deed(claim, time.span, s, own[0].span)
            if (
                met
                and not _AFTERWARDS.search(claim.text)
                and near + met >= _DATED
                and deed
                and not other_names(claim, s)
            ):
                return own[0]
        if (
            not any(isinstance(f, Time) and f.kind in DAYS for f in s.facts)
            and not _NOT_DONE.search(s.text)
            and _past(s)
            and affinity(claim, time.span, s, s.span) >= _NEAR
            and same_deed(claim, time.span, s, s.span)
            and not other_names(claim, s)
        ):
            return Time(s.span, s.text, "date", day, day)
    return None


def _one_day(time: Time) -> bool:
    """Whether a single day is printed, or a night."""
    if time.start is None or time.end is None:
        return False
    return time.start == time.end or (time.kind == "relative" and (time.end - time.start).days == 1)


def _lengths_met(claim: Statement, evidence: Sequence[Statement]) -> int:
    """How many lengths of time of the claim the post has too."""
    ours, theirs = (
        {
            f.days
            for s in statements
            for f in s.facts
            if isinstance(f, Time) and f.days and words_before(s, f, 1) != ("after",)
        }
        for statements in ((claim,), evidence)
    )
    return len(ours & theirs)


def _past(statement: Statement) -> bool:
    """Whether a word of the sentence is in a form of the past."""
    return any(
        word in past_forms() or (word.endswith("ed") and len(word) > 4)
        for word in words_of(statement.text).lower
    )
