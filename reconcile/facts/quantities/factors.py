"""A factor in words against the two ends that the evidence prints: "doubled" for "from 212 to 640"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.facts.quantities.counting import same_count
from reconcile.model import Comparison, Quantity, Span, Statement
from reconcile.patterns import lazy_re
from reconcile.surroundings import affinity

_FROM = lazy_re(r"\bfrom (?:about |around |some |just |nearly )?$", re.I)
_TO = lazy_re(r"\bto (?:about |around |some |just |nearly |over |more than )?$", re.I)
#: "Doubled" is loosely said of 1.8 to 2.4 times; "more than doubled" of all above twice.
_LEAST, _MOST, _FLOOR = 0.88, 1.22, 0.97
#: From here on the factor and the two ends are of one thing.
_NEAR = 2.0


def other_factor(claim: Statement, quantity: Quantity, evidence: Sequence[Statement]) -> Comparison | None:
    """The clash of a factor with the one pair of ends in the sentence of the evidence that tells of its thing."""
    if quantity.unit != "times" or not (quantity.low >= 2 or 0 < quantity.low <= 0.5) or quantity.basis:
        return None
    ends = [
        (s, first, last)
        for s in evidence
        for first, last in _ends(s)
        if affinity(claim, quantity.span, s, Span(first.span.start, last.span.end)) >= _NEAR
    ]
    if len(ends) != 1:
        return None
    statement, first, last = ends[0]
    ratio = last.low / first.low
    if (ratio > 1) != (quantity.low > 1) or _fits(quantity, ratio):
        return None
    given = Span(first.span.start, last.span.end)
    offset = statement.span.start
    return Comparison(
        "number",
        0.0,
        quantity.text,
        statement.text[given.start - offset : given.end - offset],
        f"the evidence's figures make {ratio:.3g} times",
        quantity.span,
        given,
        clash="number.value",
        confidence=0.8,
    )


def _fits(quantity: Quantity, ratio: float) -> bool:
    """Whether a factor is said of this ratio, shaded as it is."""
    said = quantity.low
    size, told = (ratio, said) if said > 1 else (1 / ratio, 1 / said)
    if quantity.bound == "over":
        return size >= _FLOOR * told
    return _LEAST * told <= size <= _MOST * told


def _ends(statement: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """The two figures of "from 212 in 2014 to 640 in 2024"."""
    figures = [f for f in statement.facts if isinstance(f, Quantity) and not f.ordinal]
    offset = statement.span.start
    for first, last in pairwise(figures):
        alike = first.unit == last.unit or not first.unit
        counted = not first.noun or not last.noun or same_count(first.noun, last.noun)
        if (
            first.low > 0 < last.low
            and alike
            and counted
            and last.unit not in ("times", "score")
            and _FROM.search(statement.text[: first.span.start - offset])
            and _TO.search(statement.text[: last.span.start - offset])
        ):
            yield first, last
