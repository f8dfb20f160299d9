"""Whether a clause tells what is, or what can or ought to be."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from reconcile.grammar.auxiliaries import tense_words
from reconcile.grammar.words import read_words
from reconcile.model import Span, Statement


def moods(text: str, at: int) -> frozenset[str]:
    """Whether a clause tells, before its character `at`, what can be, or what ought to be; empty for what is.

    >>> sorted(moods("The ice must be thick to bear people.", 17)), sorted(moods("The ice was thick.", 12))
    (['obliged'], [])
    """
    words = read_words(text)
    i = max(0, bisect_right(words.starts, at) - 1)
    clause = [words.lower[j] for j in range(i) if words.clauses[j] // 100 == words.clauses[i] // 100]
    groups = tense_words()
    possible = not (groups["possible"] | groups["able"]).isdisjoint(clause)
    obliged = not groups["obliged"].isdisjoint(clause) or any(
        b == "to" and a in ("has", "have", "had", "needs", "need", "required", "obliged")
        for a, b in pairwise(clause)
    )
    return frozenset(mood for mood, told in (("possible", possible), ("obliged", obliged)) if told)


def other_mood(one: Statement, at: Span, other: Statement, given: Span) -> bool:
    """Whether the clause of one span tells what is, and that of the other what can or ought to be."""
    ours = moods(one.text, at.start - one.span.start)
    return ours != moods(other.text, given.start - other.span.start)
