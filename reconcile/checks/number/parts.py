"""A whole and its parts: what the checks of sums share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reconcile.lexicons import lazy_words_re
from reconcile.model import Quantity, Span, Statement
from reconcile.patterns import lazy_re

#: Words by which a list says that it is not complete, or that its parts overlap.
OPEN_LIST = lazy_words_re("numerals", r"\b\L<open_list>\b", re.I)
REST = lazy_words_re("numerals", r"\b\L<rest>\b", re.I)
#: It begins with its letters, which `re` looks for many times faster than for what stands before them.
_ONE = lazy_re(
    r"[Oo](?<!\w.)ne\b(?! (?:of|another|day|by)\b|['’-])"
    r"(?<!\bno ...)(?<!\bthe ...)(?<!\bthis ...)(?<!\bthat ...)(?<!\bevery ...)(?<!\beach ...)"
)


class Sum(NamedTuple):
    """Parts and the whole that they should make."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    first: Statement
    last: Statement


def plain(quantity: Quantity) -> bool:
    """Whether a figure is exact and counts things: "06.50" is a time of the day."""
    return (
        quantity.bound == "exact"
        and not (quantity.text[0] == "0" and quantity.text[1:2].isdigit())
        and not quantity.approximate
        and not quantity.ordinal
        and quantity.low == quantity.high
        and quantity.low > 0
        and quantity.unit not in ("age", "score", "times", "percent", "points")
    )


def counts_of(statement: Statement) -> list[Quantity]:
    """The quantities of a statement, with each "one" that stands for a thing: "and one in Pell"."""
    counts = [f for f in statement.facts if isinstance(f, Quantity)]
    if "one" not in statement.text and "One" not in statement.text:
        return counts
    held = [f.span for f in statement.facts]
    for match in _ONE.finditer(statement.text):
        span = Span(statement.span.start + match.start(), statement.span.start + match.end())
        if not any(span.overlaps(other) for other in held):
            counts.append(Quantity(span, match.group(), 1.0, 1.0))
    return sorted(counts, key=lambda q: q.span.start)


def listed(statement: Statement, parts: Sequence[Quantity]) -> bool:
    """Whether figures stand in one list: a comma, "and" or a semicolon between each two, no full stop."""
    for one, other in pairwise(parts):
        gap = between(statement, one.span.end, other.span.start)
        if not re.search(r",|;|\band\b|&|/|\bplus\b", gap) or len(gap) > 90:
            return False
    return True


def between(statement: Statement, start: int, end: int) -> str:
    """The words of a statement from `start` to `end` of its source."""
    return statement.text[max(0, start - statement.span.start) : max(0, end - statement.span.start)]
