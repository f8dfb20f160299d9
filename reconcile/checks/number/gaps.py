"""A gap between two shares told in percent: 19.8 and 15.8 percent are four points apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reconcile.checks.finding import finding, shorten
from reconcile.grammar.words import read_words
from reconcile.lexicons import lazy_words_re
from reconcile.model import Discrepancy, Dossier, Quantity, Span, Statement

_GAP = lazy_words_re(
    "numerals",
    r"\b\L<gap>\b(?: (?:between|to|over)[^.;:!?]{1,60})? \L<coming_to>(?: \L<loosely>)? $",
    re.I,
)
#: What moved by so much, of which the evidence prints both shares.
_MOVED = lazy_words_re("numerals", r"\b\L<moved>(?: \L<loosely>)? $", re.I)
#: The gap is told within so many sentences of the shares.
_BACK = 2


def gaps_in_percent(dossier: Dossier) -> Iterator[Discrepancy]:
    """A gap in percent that is the difference of two shares of the sentences before, or of the evidence."""
    for n, claim in enumerate(dossier.claims):
        for gap in claim.facts:
            if not isinstance(gap, Quantity) or gap.unit != "percent" or gap.bound != "exact":
                continue
            lead = claim.text[: gap.span.start - claim.span.start]
            apart = _GAP.search(lead)
            found = apart or _MOVED.search(lead)
            if found is None:
                continue
            near = [*dossier.claims[max(0, n - _BACK) : n + 1], *dossier.evidence]
            if not apart:
                near = [s for s in near if read_words(s.text).content & read_words(claim.text).content]
            shares = next((pair for s in near for pair in _apart(s, gap)), None)
            if shares is None:
                continue
            span = Span(claim.span.start + found.start(), gap.span.end)
            yield finding(
                "number.basis",
                f"{shorten(shares[1].text)} and {shorten(shares[2].text)} are {gap.low:g} percentage points apart,"
                f" not {shorten(gap.text)}.",
                dossier.excerpt("document", span),
                dossier.excerpt(shares[0].source, Span(shares[1].span.start, shares[2].span.end)),
                suggestion=f"{gap.low:g} percentage points",
                confidence=0.8,
            )


def _apart(statement: Statement, gap: Quantity) -> Iterator[tuple[Statement, Quantity, Quantity]]:
    """Two shares of a sentence whose difference is the gap in points, and is not in percent."""
    shares = [f for f in statement.facts if isinstance(f, Quantity) and f.unit == "percent" and f is not gap]
    for one, other in pairwise(shares):
        points = abs(one.low - other.low)
        relative = 100 * points / max(min(one.low, other.low), 0.1)
        if abs(points - gap.low) <= gap.step / 2 and abs(relative - gap.low) > 1:
            yield statement, one, other
