"""What a passage does for a claim: contradicts, supports or partly supports it, or has nothing to do with it.

The order is that of the definition: contradiction is tested before support, for a test of support first would
call most contradictions consistent.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from attrs import evolve, frozen

from reconcile.links.matching import Match, Passage, Rarity
from reconcile.links.weights import WEIGHTS
from reconcile.links.wording import Wording
from reconcile.model import Comparison, Quotation, Relation

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


@frozen
class Judgment:
    """How sure it is that the passage bears on the claim, and what it then does for it."""

    score: float
    relation: Relation


def agreed(passage: Passage, comparisons: Sequence[Comparison], rarity: Rarity) -> Passage:
    """`passage` with the words covered whose fact was compared and agrees: "nine-tenths" by "91 %"."""
    spans = [
        c.claimed_span for c in comparisons if c.claimed_span and c.score >= WEIGHTS.agreement and not c.clash
    ]
    if not spans:
        return passage
    matches = tuple(
        Match(m.claimed, m.evidence, "fact")
        if m.how in ("", "meaning") and any(s.holds(m.claimed.span) for s in spans)
        else m
        for m in passage.matches
    )
    return weighed(evolve(passage, matches=matches), rarity)


def weighed(passage: Passage, rarity: Rarity) -> Passage:
    """`passage` with its shares reckoned anew from its matches."""
    total = sum(rarity.of(m.claimed) for m in passage.matches) or 1.0
    exact = sum(rarity.of(m.claimed) for m in passage.matches if m.how in ("word", "name", "fact"))
    alike = sum(rarity.of(m.claimed) for m in passage.matches if m.how == "meaning")
    return evolve(passage, words=exact / total, meanings=alike / total)


def coverage(passage: Passage) -> float:
    """The passage's words and meanings as one share."""
    return passage.words + passage.meanings * WEIGHTS.meanings / WEIGHTS.words


def score_of(claim: Wording, passage: Passage, *, rival: float, stranger: bool) -> float:
    """How sure it is, 0 to 1, that `passage` bears on `claim`; `rival` is another source's best coverage."""
    numbers = sum(m.claimed.number and m.how != "" and m.claimed.share == 1 for m in passage.matches)
    total = (
        WEIGHTS.bias
        + WEIGHTS.words * passage.words
        + WEIGHTS.meanings * passage.meanings
        + WEIGHTS.number * min(numbers, 2)
        + WEIGHTS.rival * max(0.0, rival - coverage(passage))
        + WEIGHTS.stranger * stranger
        + WEIGHTS.unquoted * _unquoted(claim, passage)
    )
    return 1 / (1 + exp(-total))


def _unquoted(claim: Wording, passage: Passage) -> float:
    """1 where the claim is a quotation of some length of whose words the passage has hardly any, else 0."""
    quoted = [f.span for f in claim.statement.facts if isinstance(f, Quotation) and len(f.text.split()) >= 5]
    inside = [m for m in passage.matches if any(q.holds(m.claimed.span) for q in quoted)]
    if len(inside) < 3:
        return 0.0
    return float(sum(m.how in ("word", "name", "fact") for m in inside) < 0.34 * len(inside))


def relation_of(
    claim: Wording, passage: Passage, comparisons: Sequence[Comparison], rarity: Rarity
) -> Relation:
    """What a passage that bears on the claim does for it."""
    sure = [c for c in comparisons if c.clash and c.confidence >= _SURE]
    if any(c.clash not in _NO_CONTRADICTION for c in sure):
        return "contradicts"
    if any(c.clash == "modality.plan-done" for c in sure):
        return "partly"
    missing = [m for m in passage.matches if not m.how and m.claimed.share == 1.0]
    share = 1 - passage.words - passage.meanings
    numbers = sum(m.claimed.number for m in missing)
    names = sum(m.claimed.text[:1].isupper() for m in missing)
    burden = (
        WEIGHTS.lack * share + WEIGHTS.lacking_number * min(numbers, 2) + WEIGHTS.lacking_name * min(names, 2)
    )
    return "partly" if burden >= 1 else "supports"
