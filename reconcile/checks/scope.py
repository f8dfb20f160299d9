"""Who to whom, how many of them, why, and what kind of event."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, finding, named, shorten
from reconcile.facts import causes, events, participants
from reconcile.model import Discrepancy, Dossier

_MESSAGES = {
    "scope.role-swap": "In the article it is “{ours}”, in {source} “{theirs}”: doer and receiver have changed places",
    "scope.quantifier": "The article says “{ours}” where {source} says “{theirs}”",
    "scope.cause": "The article gives “{ours}” as the cause; {source} has “{theirs}”, which is none, or another",
    "scope.event": "The article tells of “{ours}”, {source} of “{theirs}”: another kind of event or thing",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `scope`."""
    for link, comparison, claimed, evidence in clashes(
        dossier, "scope", participants.compare, causes.compare, events.compare
    ):
        message = _MESSAGES[comparison.clash].format(
            ours=shorten(claimed.text), source=named(dossier, link.evidence), theirs=shorten(evidence.text)
        )
        yield finding(
            comparison.clash,
            message + ".",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )
