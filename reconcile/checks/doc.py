"""Headlines that disagree with the text below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.checks.finding import finding, shorten
from reconcile.facts import compare_facts
from reconcile.grammar.anchors import comparable, sharing_most
from reconcile.model import Comparison, Discrepancy, Dossier, Statement

#: Sentences of the body that a headline is held against at most, and how much each must share with it.
_SENTENCES, _SHARED = 4, 1.5
#: Kinds in which a headline may contradict its body. Others are matters of form, or of what headlines shorten.
_KINDS = frozenset(
    (
        "polarity.negation", "polarity.direction", "number.value", "number.unit", "number.magnitude", "place.value",
        "modality.status", "modality.certainty", "modality.plan-done", "scope.role-swap", "scope.event",
        "scope.quantifier", "name.entity", "role.title", "time.date", "time.weekday", "time.duration", "time.order",
    )
)  # fmt: skip
_SURE = 0.6


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `doc`."""
    body = [claim for claim in dossier.claims if not claim.headline]
    for headline in dossier.claims:
        if headline.headline and not headline.text.rstrip().endswith("?"):
            yield from _against_body(dossier, headline, body)


def _against_body(dossier: Dossier, headline: Statement, body: Sequence[Statement]) -> Iterator[Discrepancy]:
    """What the body says that cannot be true if the headline is."""
    near = sharing_most(headline, body, _SHARED, _SENTENCES)
    candidates = [one for _, one in near if comparable(headline, one)]
    if not candidates:
        return
    for comparison in compare_facts(headline, candidates):
        if comparison.claimed.casefold() == comparison.evidence.casefold():
            continue  # "number plates" and "the draft provides for number plates"
        if comparison.clash in _KINDS and comparison.confidence >= _SURE and comparison.claimed_span:
            yield _disagrees(dossier, headline, comparison)


def _disagrees(dossier: Dossier, headline: Statement, comparison: Comparison) -> Discrepancy:
    claimed = dossier.excerpt("document", comparison.claimed_span or headline.span)
    evidence = (
        dossier.excerpt("document", comparison.evidence_span)
        if comparison.evidence_span is not None
        else None
    )
    theirs = evidence.text if evidence else comparison.evidence
    message = f"The headline says “{shorten(claimed.text)}”, the text below it “{shorten(theirs)}”."
    return finding(
        "doc.headline",
        message,
        claimed,
        evidence,
        suggestion=comparison.suggestion,
        confidence=comparison.confidence,
    )
