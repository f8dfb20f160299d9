"""A rise or fall in percent that its two ends do not give: "from 200 to 250, an increase of 20 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from attrs import evolve

from reconcile.checks.finding import finding, shorten
from reconcile.lexicons import lazy_words_re
from reconcile.model import Discrepancy, Dossier, Quantity, Span, Statement
from reconcile.patterns import lazy_re

_CHANGE = lazy_words_re("numerals", r"(?:\b\L<change>|[+(−-])\s*(?:about |some )?$", re.I)
_FROM = lazy_re(r"\bfrom\s+$", re.I)
_TO = lazy_re(r"\bto\s+$", re.I)


def changes_that_fail(dossier: Dossier, source: str, statement: Statement) -> Iterator[Discrepancy]:
    """ "Rose from 200 to 250, an increase of 20 percent": the two ends give another change."""
    counts = [f for f in statement.facts if isinstance(f, Quantity)]
    for n in range(len(counts) - 2):
        low, high, change = _in_one_scale(counts[n], counts[n + 1]), counts[n + 1], counts[n + 2]
        if low.unit != high.unit or low.bound != "exact" or high.bound != "exact" or not low.low:
            continue
        if not _FROM.search(_between(statement, low.span.start - 12, low.span.start)) or not _TO.search(
            _between(statement, high.span.start - 6, high.span.start)
        ):
            continue
        lead = _between(statement, change.span.start - 16, change.span.start)
        if (
            change.unit != "percent"
            or low.unit in ("percent", "points")
            or not _CHANGE.search(lead)
            or change.bound != "exact"
        ):
            continue
        least, most = _percent_range(low, high)
        slack = max(change.step / 2, 0.06 * change.low if change.approximate else 0.0)
        if least - slack <= change.low <= most + slack:
            continue
        claimed = dossier.excerpt(source, change.span)
        ends = dossier.excerpt(source, Span(low.span.start, high.span.end))
        given = 100 * abs(high.low - low.low) / low.low
        ends_told = f"From {shorten(low.text)} to {shorten(high.text)}"
        message = f"{ends_told} is a change of {given:.3g} percent, not {shorten(change.text)}."
        yield finding("number.arithmetic", message, claimed, ends, confidence=0.8)


def _in_one_scale(low: Quantity, high: Quantity) -> Quantity:
    """ "From 200 to 250 million euros": the first figure has the magnitude and the unit of the second."""
    if low.unit or low.noun or not high.unit:
        return low
    figure = re.search(r"\d[\d.]*", high.text.replace(",", ""))
    printed = float(figure.group().rstrip(".")) if figure else 0.0
    scale = high.low / printed if printed else 1.0
    return evolve(low, low=low.low * scale, high=low.high * scale, step=low.step * scale, unit=high.unit)


def _half_step(quantity: Quantity) -> float:
    """How far off the true figure may be: half the last place of a decimal, a hundredth of a round number."""
    return quantity.step / 2 if "." in quantity.text else min(quantity.step / 2, 0.01 * quantity.low)


def _percent_range(low: Quantity, high: Quantity) -> tuple[float, float]:
    """The least and the largest change in percent that two rounded figures allow."""
    starts, ends = ((q.low - _half_step(q), q.low + _half_step(q)) for q in (low, high))
    changes = [100 * abs(b - a) / a for a, b in product(starts, ends) if a > 0]
    return min(changes), max(changes)


def _between(statement: Statement, start: int, end: int) -> str:
    return statement.text[max(0, start - statement.span.start) : max(0, end - statement.span.start)]
