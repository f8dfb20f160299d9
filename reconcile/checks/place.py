"""Places: the article's against the evidence's."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes_in_full, finding, named, shorten
from reconcile.facts import places
from reconcile.model import Discrepancy, Dossier


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Places of the prose that the linked evidence contradicts."""
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
