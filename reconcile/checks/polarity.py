"""Yes or no, up or down: claims that deny what the evidence states, or go the other way."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, finding, named, shorten
from reconcile.facts import directions, negations
from reconcile.model import Discrepancy, Dossier

_MESSAGES = {
    "polarity.negation": "The article says “{ours}”, {source} “{theirs}”: one denies what the other states",
    "polarity.direction": "The article says “{ours}”, {source} “{theirs}”: they go opposite ways",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `polarity`."""
    for link, comparison, claimed, evidence in clashes(
        dossier, "polarity", negations.compare, directions.compare
    ):
        source = named(dossier, link.evidence)
        message = _MESSAGES[comparison.clash].format(
            ours=shorten(claimed.text), source=source, theirs=shorten(evidence.text)
        )
        yield finding(
            comparison.clash,
            message + ".",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )
