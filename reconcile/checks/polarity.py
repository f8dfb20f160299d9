"""Yes or no, up or down: claims that deny what the evidence states, or go the other way."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, tell
from reconcile.facts import directions, negations
from reconcile.model import Discrepancy, Dossier

_MESSAGES = {
    "polarity.negation": "The article says “{ours}”, {source} “{theirs}”: one denies what the other states",
    "polarity.direction": "The article says “{ours}”, {source} “{theirs}”: they go opposite ways",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `polarity`."""
    yield from tell(dossier, clashes(dossier, "polarity", negations.compare, directions.compare), _MESSAGES)
