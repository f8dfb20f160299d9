"""Whether the prose tells a condition itself: with an "if" of its own, or by what the condition is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from reconcile.checks.modality.conditions_set import Condition, condition_tables
from reconcile.grammar.words import read_words
from reconcile.lexicons import lazy_words_re, load_toml
from reconcile.model import Statement

#: Sentences of the prose before and behind a claim that may tell its condition.
_ROUND = 3
#: So much of a condition's words in the prose tells it.
_TOLD = 0.34
#: How prose tells earlier on that something must come first: "still needs the blessing of".
_NEEDS = lazy_words_re("modality", r"\b(?:still|first) \L<needing>\b|\b\L<awaiting>\b")


def is_told(claims: Sequence[Statement], n: int, condition: Condition) -> bool:
    """Whether a sentence round claim `n` tells the condition, or one before it that something must come first."""
    round_it = claims[max(0, n - 1) : n + 1 + _ROUND]
    return any(_tells(one, condition) for one in round_it) or any(
        _NEEDS.search(one.text) and _shares_about(one, condition, 1) for one in claims[:n]
    )


def _tells(claim: Statement, condition: Condition) -> bool:
    """Whether a sentence of the prose sets a condition itself, or tells what the condition is about."""
    clause, first, _ = condition_tables()
    words = read_words(claim.text)
    if clause.find(words) or first.find(words) or not _naming().isdisjoint(words.lower):
        return True
    return _shares_about(claim, condition)


def _shares_about(claim: Statement, condition: Condition, least: int | None = None) -> bool:
    """Whether a sentence has enough (or `least`) of the words that the condition has beside what it ties."""
    words = read_words(claim.text)
    theirs = read_words(condition.statement.text)
    tied = {key for s in condition.tied if s is not condition.statement for key in read_words(s.text).content}
    tied.update(key for j, key in enumerate(theirs.keys) if not condition.first <= j <= condition.last)
    about = {k for k in theirs.keys[condition.first : condition.last + 1] if k and k[0] not in "~#"} - tied
    return bool(about) and len(about & words.content) >= (least or max(1, round(_TOLD * len(about))))


@cache
def _naming() -> frozenset[str]:
    """Words that name a condition: "under three conditions", "provisionally"."""
    return frozenset(cast("dict[str, list[str]]", load_toml("modality")["condition"])["naming"])
