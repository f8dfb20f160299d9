"""How a sentence leads to a place: the preposition before it, a list that it is one of."""

from __future__ import annotations

from reconcile.lexicons import load_words
from reconcile.model import Place, Span, Statement
from reconcile.patterns import lazy_re

_LIST_JOINT = lazy_re(r",? (?:and|or|und|et) (?:in )?|, (?:in )?|/|&")
_BEFORE = lazy_re(r"([^\W\d_]+)(?: the (?P<settled>[^\W\d_]+) of| the)?[ \u00a0]+$")


def in_a_list(claim: Statement, place: Place) -> bool:
    """Whether the place is one of several: "plants in Norland and Sutland"."""
    for fact in claim.facts:
        if isinstance(fact, Place) and fact is not place:
            first, second = sorted((fact.span, place.span), key=lambda span: span.start)
            between = claim.text[first.end - claim.span.start : second.start - claim.span.start]
            if _LIST_JOINT.fullmatch(between):
                return True
    return False


def preposition(statement: Statement, span: Span) -> str:
    """The word right before a place, "the" left out."""
    match = _BEFORE.search(statement.text[: span.start - statement.span.start])
    if match is None:
        return ""
    settled = match["settled"]
    return (
        "of" if settled and settled.lower() not in load_words("places", "settlements") else match[1].lower()
    )
