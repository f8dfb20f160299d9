"""How far it has come: planned, conditional, possible, alleged, against done and certain."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, tell
from reconcile.checks.modality.conditions import lost_conditions
from reconcile.facts import modality
from reconcile.model import Discrepancy, Dossier

_MESSAGES = {
    "modality.plan-done": "The article tells as done (“{ours}”) what {source} only plans (“{theirs}”)",
    "modality.status": "The article says “{ours}”; {source} goes no further than “{theirs}”",
    "modality.certainty": "The article is sure (“{ours}”) of what {source} holds possible (“{theirs}”)",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `modality`."""
    yield from tell(dossier, clashes(dossier, "modality", modality.compare), _MESSAGES)
    yield from lost_conditions(dossier)
