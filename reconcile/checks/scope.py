"""Who to whom, how many of them, why, and what kind of event."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, tell
from reconcile.facts import causes, events, participants, quantifiers
from reconcile.model import Comparison, Discrepancy, Dossier, Excerpt, Link

_MESSAGES = {
    "scope.role-swap": "In the article it is “{ours}”, in {source} “{theirs}”: doer and receiver have changed places",
    "scope.quantifier": "The article says “{ours}” where {source} says “{theirs}”",
    "scope.cause": "The article gives “{ours}” as the cause; {source} has “{theirs}”, which is none, or another",
    "scope.event": "The article tells of “{ours}”, {source} of “{theirs}”: another kind of event or thing",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `scope`."""
    found = [
        *clashes(dossier, "scope", participants.compare, causes.compare, events.compare, quantifiers.compare),
        *_beside(dossier),
    ]
    yield from tell(dossier, found, _MESSAGES)


def _beside(dossier: Dossier) -> Iterator[tuple[Link, Comparison, Excerpt, Excerpt]]:
    """Causes and amounts held against the sentences next to a release's passage.

    "We do not yet know the cause." follows there, and "The other ten are not affected."
    """
    for link in dossier.links:
        claim, statements = dossier.claim[link.claim], dossier.told_by[link.evidence]
        if link.evidence.startswith("p") or any(c.clash for c in link.comparisons):
            continue
        places = [n for n, s in enumerate(statements) if s.id in link.statements]
        near = sorted({m for n in places for m in (n - 1, n, n + 1) if 0 <= m < len(statements)})
        beside = [statements[n] for n in near]
        for comparison in (*causes.compare(claim, beside), *quantifiers.compare(claim, beside)):
            if comparison.claimed_span and comparison.evidence_span:
                claimed = dossier.excerpt("document", comparison.claimed_span)
                yield link, comparison, claimed, dossier.excerpt(link.evidence, comparison.evidence_span)
