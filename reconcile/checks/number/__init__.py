"""Figures: the article's against the evidence's, and the parts against the whole inside one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.finding import clashes_in_full, finding, named, shorten
from reconcile.checks.left_over import Sort, left_over
from reconcile.checks.number.arithmetic import sums_that_fail
from reconcile.checks.number.gaps import gaps_in_percent
from reconcile.checks.number.rounded import roundings
from reconcile.facts import quantities
from reconcile.lexicons import lazy_words_re
from reconcile.model import Comparison, Discrepancy, Dossier, Excerpt, Link, Quantity, Span, Statement
from reconcile.patterns import lazy_re

#: A figure that another post or release bears out as well as this is not held against the one that differs.
_BORNE_OUT = 0.85

#: A count from here on is hardly in two places by chance; sentences that begin so near each other stand together.
_TELLING, _BESIDE = 13, 300

#: "Earlier reports had spoken of four": the evidence's figure is told as one that has been put right.
_EARLIER = lazy_words_re("numerals", r"\b\L<put_right>\b", re.I)
#: "From ten to six" and "10 to 18": hours, as far apart as two ways of counting them.
_UNTIL = lazy_re(r"(?:\d|[^\W\d_]{3,}) ?(?:to|till|until|[-–]) ?$", re.I)
_HALF_DAY, _DAY = 12, 24

_SORT = Sort(
    read=quantities.measures,
    one_sort=quantities.one_sort,
    may_agree=quantities.may_agree,
    supported=quantities.borne_elsewhere,
    retold=quantities.printed,
    is_slip=quantities.is_slip,
    pair_off=quantities.pair_off,
)

_REASONS = {
    "number.unit": "the unit differs",
    "number.magnitude": "a power of ten apart",
    "number.basis": "measured on another basis",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Figures of the prose that the linked evidence contradicts; sums that do not come out."""
    borne_out = _borne_out(dossier)
    told: set[Span] = set()
    for link, comparison, claimed, evidence in _clashes(dossier, told):
        if claimed.span in borne_out or _printed_elsewhere(
            dossier, claimed.span, link.evidence, evidence.span
        ):
            continue
        if _are_hours(dossier, claimed, evidence):
            continue
        told.add(claimed.span)
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
    yield from gaps_in_percent(dossier)
    yield from roundings(dossier)


def _clashes(dossier: Dossier, told: set[Span]) -> Iterator[tuple[Link, Comparison, Excerpt, Excerpt]]:
    """The clashes of sentences, then, where these tell of none, those of the figures that are left over."""
    yield from clashes_in_full(dossier, "number", "number", quantities.compare)
    yield from left_over(dossier, _SORT, told)


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


def _printed_elsewhere(dossier: Dossier, claimed: Span, source: str, given: Span) -> bool:
    """Whether the prose has the evidence's figure too, in a sentence beside that of its own.

    "Some 900 seals live here. About 90 have died": then the two tell of two things.
    """
    theirs = next(
        (q for s in dossier.evidence if s.source == source for q in _quantities(s) if q.span == given), None
    )
    if theirs is None:
        return False
    near = [c for c in dossier.claims if not c.headline and abs(c.span.start - claimed.start) <= _BESIDE]
    if not (theirs.unit or theirs.low >= _TELLING):
        near = [c for c in near if _EARLIER.search(c.text)]
    return any(
        not q.span.overlaps(claimed)
        and (q.low, q.high, q.unit) == (theirs.low, theirs.high, theirs.unit)
        and (not q.noun or not theirs.noun or q.noun == theirs.noun)
        for c in near
        for q in _quantities(c)
    )


def _are_hours(dossier: Dossier, claimed: Excerpt, evidence: Excerpt) -> bool:
    """Whether two figures are one hour, counted to twelve and to 24, at the end of a stretch of hours."""
    found = [
        q
        for s in (*dossier.claims, *dossier.evidence)
        for q in _quantities(s)
        if (s.source, q.span) in ((claimed.source, claimed.span), (evidence.source, evidence.span))
    ]
    if len(found) != 2 or any(q.unit or q.low > _DAY for q in found):
        return False
    leads = [dossier.texts[e.source][max(0, e.span.start - 20) : e.span.start] for e in (claimed, evidence)]
    return abs(found[0].low - found[1].low) == _HALF_DAY and all(map(_UNTIL.search, leads))


def _quantities(statement: Statement) -> Iterator[Quantity]:
    return (f for f in statement.facts if isinstance(f, Quantity))
