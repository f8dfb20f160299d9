"""Who said it, through which channel, and by which verb."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.attribution.channel import other_channel, other_channel_indirect
from reconcile.checks.attribution.speaker import other_speaker, retold_by_another
from reconcile.checks.attribution.verb import overstating_verb, statements_beside, without_source
from reconcile.model import Discrepancy, Dossier
from reconcile.quoting.sources import places_of, quotations

#: So much of a quotation must agree, word for word, before its speaker or channel is held against the source's.
_SAME, _WORDS = 0.9, 4


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `attribution`."""
    for quoted in quotations(dossier) if dossier.evidence else ():
        near = list(places_of(dossier, quoted))
        same = [p for p in near if p.passage.likeness >= _SAME and len(p.passage.quoted) >= _WORDS]
        if same:
            yield from other_speaker(dossier, quoted, same)
            yield from other_channel(dossier, quoted, same, near)
    yield from _by_links(dossier)


def _by_links(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings for saying verbs that say too much, and for views printed as facts."""
    statements = {s.id: s for s in dossier.evidence} if dossier.links else {}
    told: set[str] = set()
    for link in dossier.links:
        claim = dossier.claim[link.claim]
        evidence = [statements[s] for s in link.statements if s in statements]
        if claim.headline or claim.id in told or not evidence:
            continue
        beside = statements_beside(dossier, evidence)
        yield from other_channel_indirect(dossier, claim, link)
        yield from retold_by_another(dossier, claim, link, evidence)
        found = [
            *overstating_verb(dossier, claim, link, evidence, beside),
            *without_source(dossier, claim, link, evidence),
        ]
        if found:
            told.add(claim.id)
        yield from found
