"""By which verb it was told: one that says more than the source did, or none for what is somebody's view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.checks.attribution.speaker import FIRM
from reconcile.checks.finding import finding, named, shorten
from reconcile.grammar.words import read_words
from reconcile.model import Discrepancy, Dossier, Excerpt, Link, Statement
from reconcile.quoting.acts import overstated, view_marks


def statements_beside(dossier: Dossier, evidence: Sequence[Statement]) -> list[Statement]:
    """The statements next to those of a passage, and all of a post."""
    source = dossier.told_by[evidence[0].source]
    if evidence[0].source.startswith("p"):
        return source
    near = {n + step for n, s in enumerate(source) if s in evidence for step in (-1, 1)}
    return [s for n, s in enumerate(source) if n in near]


def overstating_verb(
    dossier: Dossier, claim: Statement, link: Link, evidence: Sequence[Statement], beside: Sequence[Statement]
) -> Iterator[Discrepancy]:
    """A finding where the verb of a claim says more than its source did: "admitted", "threatened"."""
    over = overstated(claim, evidence, beside)
    if over is None:
        return
    claimed = dossier.excerpt("document", over.claimed)
    given = dossier.excerpt(over.statement.source, over.weaker or over.statement.span)
    message = f"“{shorten(claimed.text)}” says more than {named(dossier, link.evidence)} does: “{shorten(given.text)}”."
    confidence = 0.75 if over.weaker else 0.7
    yield finding(
        "attribution.verb", message, claimed, given, suggestion=over.suggestion, confidence=confidence
    )


def without_source(
    dossier: Dossier, claim: Statement, link: Link, evidence: Sequence[Statement]
) -> Iterator[Discrepancy]:
    """A note where the evidence tells a view as its own, and the prose the same as a fact."""
    if claim.cue or claim.speaker or link.relation != "supports" or link.score < FIRM:
        return
    for statement in evidence[:1]:
        words = read_words(statement.text)
        marks = view_marks().find(words)
        if marks:
            span = words.span(marks[0].first, marks[0].last, statement.span.start)
            evidence_excerpt: Excerpt = dossier.excerpt(statement.source, span)
            message = (
                f"The article tells this in its own voice; {named(dossier, link.evidence)} gives it as a view: "
                f"“{shorten(statement.text)}”."
            )
            yield finding(
                "attribution.missing",
                message,
                dossier.excerpt("document", claim.span),
                evidence_excerpt,
                confidence=0.6,
            )
