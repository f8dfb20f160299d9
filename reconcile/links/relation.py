"""What a passage does for a claim: the signs that they are linked, and the relation in which they are.

The order is that of the definition: contradiction is tested before support, for a test of support first would
call most contradictions consistent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from reconcile.lexicons import load_words
from reconcile.links.matching import Match, Passage
from reconcile.links.weights import WEIGHTS
from reconcile.model import Comparison, Quotation, Relation, Statement
from reconcile.patterns import lazy_re

#: Clashes that leave the claim standing: another spelling, another manner of saying, a plan against a deed
#: (which the definition calls partly), and everything that is only noted.
_NO_CONTRADICTION = frozenset(
    (
        "name.spelling", "name.inconsistent", "name.variant", "handle.spelling", "handle.display",
        "number.rounding", "place.granularity", "quote.paraphrase", "quote.elision-unmarked",
        "quote.elision-marked", "quote.form", "attribution.verb", "attribution.missing",
        "attribution.channel", "modality.plan-done",
    )
)  # fmt: skip
#: A clash less sure than this is told by a check, if at all, but decides no relation.
_SURE = 0.5
#: A fact that was compared and agrees less than this is not in the evidence.
_ABSENT = 0.3
#: A clause of fewer words is hardly one.
_CLAUSE = 2
#: Fewer words may be anybody's.
_QUOTED = 5
_WORD = lazy_re(r"\w++")


def agreed(passage: Passage, comparisons: Iterable[Comparison]) -> Iterator[int]:
    """The words of the claim (by number) whose fact was compared and agrees: "nine-tenths" by "91 %"."""
    spans = [
        c.claimed_span for c in comparisons if c.claimed_span and c.score >= WEIGHTS.agreement and not c.clash
    ]
    if not spans:
        return
    for n, match in enumerate(passage.matches):
        if match.how in ("", "meaning") and any(span.holds(match.claimed.span) for span in spans):
            yield n


class Met(NamedTuple):
    """What a passage has of the content of a claim."""

    #: How many different words, as they are.
    words: int
    #: How many numbers, two at most.
    numbers: int
    #: 1 where the claim's first verb is there, -1 where not; 0 for one of like meaning or for none.
    verb: float


def met_in(passage: Passage) -> Met:
    """What the passage has of a claim: told in one pass, as every pair is asked for it."""
    keys: set[str] = set()
    numbers = 0
    verb = None
    for word, _, how in passage.matches:
        exact = how != "" and how != "meaning"
        if exact:
            keys.add(word.key)
        if word.verb and verb is None:
            verb = 1.0 if exact else 0.0 if how else -1.0
        if how and word.number and word.share == 1:
            numbers += 1
    return Met(len(keys), min(2, numbers), verb or 0.0)


def another_speaker(claim: Statement, told: Iterable[Statement], persons: Collection[str]) -> bool:
    """Whether `claim` credits one person with words that the evidence quotes from another, word for word."""
    if claim.mode != "direct" or claim.speaker not in persons:
        return False
    quoted = [
        _plain(f.text) for f in claim.facts if isinstance(f, Quotation) and len(f.text.split()) >= _QUOTED
    ]
    return any(
        words in _plain(statement.text)
        for statement in told
        if statement.mode == "direct"
        and statement.speaker in persons
        and claim.speaker not in (statement.speaker, *statement.entities)
        for words in quoted
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def relation_of(
    claim: Statement, passage: Passage, comparisons: Sequence[Comparison], expected: float
) -> Relation:
    """What a passage that bears on a claim does for it; `expected` is what such evidence lacks of such claims."""
    sure = [c for c in comparisons if c.clash and c.confidence >= _SURE]
    if any(c.clash not in _NO_CONTRADICTION for c in sure):
        return "contradicts"
    if any(c.clash == "modality.plan-done" for c in sure):
        return "partly"
    return "partly" if expected + _lacking(passage, claim, comparisons) >= 1 else "supports"


def _lacking(passage: Passage, claim: Statement, comparisons: Sequence[Comparison]) -> float:
    """How much of the claim the passage does not tell."""
    missing = [m.claimed for m in passage.matches if not m.how]
    words = [word for word in missing if word.share == 1.0]
    absent = [c.claimed_span for c in comparisons if c.claimed_span and c.score < _ABSENT and not c.clash]
    facts = len(absent) + sum(w.number and not any(span.holds(w.span) for span in absent) for w in words)
    return (
        WEIGHTS.lacking_word * min(len(words), 10)
        + WEIGHTS.lacking_fact * min(facts, 2)
        + WEIGHTS.lacking_clause * min(_clauses_missing(passage, claim), 2)
        + WEIGHTS.lacking_time * any(word.days for word in missing)
    )


def _clauses_missing(passage: Passage, claim: Statement) -> int:
    """How many clauses of the claim, of two words or more that name nobody, have no word in the passage."""
    breaks = [claim.span.start + match.end() for match in _break().finditer(claim.text)]
    clauses: dict[int, list[Match]] = {}
    for match in passage.matches:
        if match.claimed.share == 1.0:
            clauses.setdefault(bisect_right(breaks, match.claimed.start), []).append(match)
    return sum(
        not any(m.how for m in clause) and sum(not m.claimed.text[0].isupper() for m in clause) >= _CLAUSE
        for clause in clauses.values()
    )


@cache
def _break() -> regex.Pattern[str]:
    """Where a clause may begin: behind a comma or a dash, and behind a word that opens or joins one."""
    words = sorted(load_words("grammar", "breaking") | {"and", "that", "when", "after"})
    return regex.compile(r"[,;:]\s|\s[-–—]\s|\b\L<words>\b", regex.IGNORECASE, words=words)
