"""Names: a person, body or place spelt otherwise than its bearer does, two spellings in one text, another
bearer.

A right name is never "corrected": a spelling that any witness has passes, and two names that look alike are
two people unless evidence joins them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import finding, named
from reconcile.model import Discrepancy, Dossier, Excerpt, Span
from reconcile.names.deviations import Deviation, find_deviations
from reconcile.names.exchanges import find_exchanges
from reconcile.names.namesakes import find_namesakes
from reconcile.names.tails import handle_places
from reconcile.names.witnesses import Witness


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings name.spelling, name.inconsistent, name.variant and name.entity."""
    tails = handle_places(dossier.document, dossier.posts)
    for entity in dossier.entities:
        for deviation in find_deviations(
            entity, dossier.posts, dossier.roster, tails, dossier.document.language
        ):
            yield _spelling(dossier, deviation) if deviation.witness else _inconsistent(dossier, deviation)
    told: list[Span] = []
    for exchange in find_exchanges(dossier):
        told.append(exchange.printed.span)
        yield _exchanged(
            dossier, "name.entity", exchange.printed, exchange.evidence, confidence=exchange.confidence
        )
    for pair in find_namesakes(dossier):
        if not any(span.overlaps(pair.printed.span) for span in told):
            yield _exchanged(
                dossier,
                "name.spelling" if pair.spelling else "name.entity",
                dossier.excerpt("document", pair.printed.span),
                dossier.excerpt(pair.evidence.source, pair.evidence.span),
                confidence=0.75,
            )


def _exchanged(
    dossier: Dossier, kind: str, printed: Excerpt, evidence: Excerpt, *, confidence: float
) -> Discrepancy:
    return finding(
        kind,
        f"The article has {printed.text} where {named(dossier, evidence.source)} has {evidence.text}.",
        printed,
        evidence,
        suggestion=evidence.text,
        confidence=confidence,
    )


def _spelling(dossier: Dossier, deviation: Deviation) -> Discrepancy:
    witness = deviation.witness
    assert witness is not None
    printed, right = deviation.mention.text, deviation.suggestion
    return finding(
        "name.variant" if deviation.variant else "name.spelling",
        f"The article has “{printed}”, {_said(dossier, witness)} “{right}” ({deviation.difference}).",
        dossier.excerpt("document", deviation.mention.span),
        _excerpt(dossier, witness),
        suggestion=right,
        confidence=deviation.confidence,
    )


def _said(dossier: Dossier, witness: Witness) -> str:
    if witness.form in ("handle", "shown"):
        return f"the account {witness.text} spells"
    if witness.form == "roster":
        return "the roster has"
    return f"{named(dossier, witness.source)} has"


def _excerpt(dossier: Dossier, witness: Witness) -> Excerpt | None:
    if witness.source not in dossier.texts or witness.span == Span(0, 0):
        return None
    return dossier.excerpt(witness.source, witness.span)


def _inconsistent(dossier: Dossier, deviation: Deviation) -> Discrepancy:
    other = deviation.other
    assert other is not None
    kind = "name.variant" if deviation.variant else "name.inconsistent"
    return finding(
        kind,
        f"The article spells one name two ways: “{deviation.printed}” and “{deviation.right}” "
        f"({deviation.difference}).",
        dossier.excerpt("document", deviation.mention.span),
        dossier.excerpt("document", other.span),
        suggestion=deviation.suggestion,
        confidence=deviation.confidence,
    )
