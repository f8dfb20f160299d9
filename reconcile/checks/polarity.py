"""Yes or no, up or down: claims that deny what the evidence states, or go the other way."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, tell
from reconcile.facts import directions, negations
from reconcile.model import Comparison, Discrepancy, Dossier, Link

#: Longer than so many sentences a source is not read in full.
_LONGEST = 60
_MESSAGES = {
    "polarity.negation": "The article says “{ours}”, {source} “{theirs}”: one denies what the other states",
    "polarity.direction": "The article says “{ours}”, {source} “{theirs}”: they go opposite ways",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `polarity`."""
    found = clashes(dossier, "polarity", negations.compare, directions.compare)
    yield from tell(dossier, (met for met in found if _holds_in_full(dossier, *met[:2])), _MESSAGES)


def _holds_in_full(dossier: Dossier, link: Link, comparison: Comparison) -> bool:
    """Whether a denial still clashes beside all of the source: elsewhere in it the same may be denied, too."""
    if comparison.clash != "polarity.negation":
        return True
    source = dossier.told_by[link.evidence]
    if not len(link.statements) < len(source) <= _LONGEST:
        return True
    claim = dossier.claim[link.claim]
    ordered = sorted(source, key=lambda s: s.id not in link.statements)
    return any(
        c.clash == comparison.clash and c.claimed_span == comparison.claimed_span
        for c in negations.compare(claim, ordered)
    )
