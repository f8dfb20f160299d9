"""Places: the article's against the evidence's."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes_in_full, finding, named, shorten
from reconcile.facts import places
from reconcile.model import Discrepancy, Dossier, Span


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Places of the prose that the linked evidence contradicts; a note where it names one within."""
    for link, comparison, claimed, evidence in clashes_in_full(dossier, "place", "place", places.compare):
        source = named(dossier, link.evidence)
        yield finding(
            comparison.clash,
            f"The article says {shorten(claimed.text)}; {source} says {shorten(evidence.text)}.",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )
    yield from _holders(dossier)


def _holders(dossier: Dossier) -> Iterator[Discrepancy]:
    """A note for each place of a linked claim that holds the one which the evidence names."""
    told: set[Span] = set()
    for link in dossier.links:
        for c in link.comparisons:
            if c.feature != "place" or c.detail != places.WITHIN or not (c.claimed_span and c.evidence_span):
                continue
            if c.claimed_span in told:
                continue
            told.add(c.claimed_span)
            source = named(dossier, link.evidence)
            yield finding(
                "place.granularity",
                f"The article says {shorten(c.claimed)}; {source} says {shorten(c.evidence)}, which lies there.",
                dossier.excerpt("document", c.claimed_span),
                dossier.excerpt(link.evidence, c.evidence_span),
                confidence=0.8,
            )
