"""Figures that agree after rounding alone: "about half" for 49.7 percent. Told, and no fault."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import finding, named, shorten
from reconcile.facts.quantities import same_size
from reconcile.model import Discrepancy, Dossier, Quantity, Span

#: Two figures that agree so surely are the same figure.
_SURE = 0.9


def roundings(dossier: Dossier) -> Iterator[Discrepancy]:
    """A note for each figure of a linked claim that is the evidence's only when one of the two is rounded."""
    pairs = [
        (link, comparison, comparison.claimed_span, comparison.evidence_span)
        for link in dossier.links
        for comparison in link.comparisons
        if comparison.feature == "number"
        and comparison.score >= _SURE
        and comparison.claimed_span
        and comparison.evidence_span
        and comparison.claimed != comparison.evidence
    ]
    if not pairs:
        return
    figures = {
        (s.source, f.span): f
        for s in (*dossier.claims, *dossier.evidence)
        for f in s.facts
        if isinstance(f, Quantity)
    }
    told: set[Span] = set()
    exact = {c for link, _, c, e in pairs if _one_size(figures, link.evidence, c, e)}
    for link, comparison, claimed, given in pairs:
        ours, theirs = figures.get(("document", claimed)), figures.get((link.evidence, given))
        if ours is None or theirs is None or claimed in told or claimed in exact:
            continue
        told.add(claimed)
        message = (
            f"The article says {shorten(comparison.claimed)}, rounded;"
            f" {named(dossier, link.evidence)} says {shorten(comparison.evidence)}."
        )
        yield finding(
            "number.rounding",
            message,
            dossier.excerpt("document", claimed),
            dossier.excerpt(link.evidence, given),
            confidence=0.8,
        )


def _one_size(figures: dict[tuple[str, Span], Quantity], source: str, claimed: Span, given: Span) -> bool:
    """Whether two figures are the same as they are printed."""
    ours, theirs = figures.get(("document", claimed)), figures.get((source, given))
    return ours is not None and theirs is not None and same_size(ours, theirs)
