"""Figures: the article's against the evidence's, and the parts against the whole inside one text."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes_in_full, finding, named, shorten
from reconcile.checks.number.arithmetic import sums_that_fail
from reconcile.facts import quantities
from reconcile.model import Discrepancy, Dossier, Span

#: A figure that another post or release bears out as well as this is not held against the one that differs.
_BORNE_OUT = 0.85

_REASONS = {
    "number.unit": "the unit differs",
    "number.magnitude": "a power of ten apart",
    "number.basis": "measured on another basis",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Figures of the prose that the linked evidence contradicts; sums that do not come out."""
    borne_out = _borne_out(dossier)
    for link, comparison, claimed, evidence in clashes_in_full(
        dossier, "number", "number", quantities.compare
    ):
        if claimed.span in borne_out:
            continue
        reason = _REASONS.get(comparison.clash)
        source = named(dossier, link.evidence)
        message = f"The article says {shorten(claimed.text)}; {source} says {shorten(evidence.text)}"
        yield finding(
            comparison.clash,
            f"{message} ({reason})." if reason else f"{message}.",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )
    yield from sums_that_fail(dossier)


def _borne_out(dossier: Dossier) -> set[Span]:
    """The figures of the prose that some post or release agrees with."""
    return {
        comparison.claimed_span
        for link in dossier.links
        for comparison in link.comparisons
        if comparison.feature == "number"
        and comparison.score >= _BORNE_OUT
        and comparison.claimed_span
        and comparison.evidence_span
    }
