"""Meetings: reports of two encounters of one person are not of one event, however alike they read.

DEFINITIONS' first question: the same kind of event, with time, place and participants able to be the same. Who
met whom is what tells one encounter from another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

import regex

from reconcile.lexicons import load_words
from reconcile.model import Statement


def other_meeting(
    claim: Statement, passage: Iterable[Statement], source: Iterable[Statement], persons: Collection[str]
) -> bool:
    """Whether `claim` and `passage` tell of meetings with different persons.

    Each must name a person that the other lacks, and share one at most; the claim's must not appear in all of
    `source`. `persons` are the ids of the entities that are persons.
    """
    ours = [e for e in claim.entities if e in persons]
    if len(ours) < 2 or not _meets().search(claim.text):
        return False
    told = list(passage)
    theirs = {e for statement in told for e in statement.entities if e in persons}
    everybody = {e for statement in source for e in statement.entities}
    if all(e in everybody for e in ours) or theirs <= set(ours) or len(theirs.intersection(ours)) > 1:
        return False
    return any(_meets().search(statement.text) for statement in told)


@cache
def _meets() -> regex.Pattern[str]:
    """The words of meeting, in any inflection that begins with them."""
    return regex.compile(r"\b(?:\L<words>)", regex.IGNORECASE, words=sorted(load_words("meetings", "words")))
