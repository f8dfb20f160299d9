"""What stands in the sentence of a figure besides it."""

from __future__ import annotations

import re

from reconcile.facts.quantities.alignment import (
    Given,
)
from reconcile.facts.quantities.counting import counts_persons
from reconcile.facts.quantities.likeness import power_of_ten
from reconcile.model import Quantity, Statement
from reconcile.patterns import lazy_re
from reconcile.surroundings import shared_near, shared_senses
from reconcile.words import clauses_of, past_forms, stem, stems_of, stems_round, words_of

_GAP = lazy_re(r"(?:\s+[^\W\d_]+){0,2}?\s+(?:more|fewer|less|worse|[^\W\d_]{3,}er)(?:\s+[^\W\d_]+)?\s+than\b")
_GIVEN_UP = lazy_re(r"\b(?:instead of|rather than|not|no longer)(?: the)? $", re.I)
#: Two names of one thing are taken for that where so many words round them are shared.
_ROUND = 2


def met_beside_noun(claim: Statement, ours: Quantity, g: Given) -> bool:
    """Whether the sentences share a word besides the thing counted and what is said of the time."""
    counted = {ours.noun, g.quantity.noun}
    return bool(
        (stems_round(claim, ours.span) & stems_of(g.statement.text)) - counted
        or (stems_round(g.statement, g.quantity.span) & stems_of(claim.text)) - counted
        or shared_senses(claim, ours.span, g.statement, g.quantity.span)
    )


def renamed(claim: Statement, ours: Quantity, g: Given) -> bool:
    """Whether the things counted may be one under two names: "saplings", "young trees".

    Enough of the words round both must be shared, a deed among them where the figures differ by noughts alone;
    neither thing may stand in the other's sentence, and no persons be counted against things.
    """
    theirs = g.quantity
    here, there = clauses_of(claim.text).all, clauses_of(g.statement.text).all
    if theirs.noun in here or ours.noun in there or counts_persons(ours.noun) != counts_persons(theirs.noun):
        return False
    if shared_near(claim, ours.span, g.statement, theirs.span) < _ROUND:
        return False
    if not power_of_ten(ours, theirs):
        return True
    deeds = {stem(w) for w in words_of(claim.text).lower if w in past_forms() or w.endswith("ed")}
    return not deeds.isdisjoint(here & there)


def elided(quantity: Quantity, g: Given) -> bool:
    """Whether the sentence of another figure has the claim's without its unit: "24 inches at Lisk, 9 at Orme"."""
    return bool(quantity.unit) and any(
        isinstance(f, Quantity) and not f.unit and f.low == quantity.low and f is not g.quantity
        for f in g.statement.facts
    )


def basis_of_ends(g: Given) -> str:
    """What a change is a rate of, where only its two ends say so: "by EUR 60, from EUR 140 to EUR 200 a year"; "" for
    none.
    """
    text, offset = g.statement.text, g.statement.span.start
    if not re.search(r"\bby $", text[: g.quantity.span.start - offset]):
        return ""
    ends = [
        f
        for f in g.statement.facts
        if isinstance(f, Quantity) and f.unit == g.quantity.unit and f.span.start > g.quantity.span.end
    ]
    made = len(ends) == 2 and abs(abs(ends[1].low - ends[0].low) - g.quantity.low) < 0.01 * g.quantity.low
    return ends[1].basis if made else ""


def counts_elsewhere(statement: Statement, quantity: Quantity, noun: str) -> bool:
    """Whether another figure of the sentence counts the thing."""
    return any(isinstance(f, Quantity) and f is not quantity and f.noun == noun for f in statement.facts)


def is_gap(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure says how far two others are apart: "20 people more than the old one"."""
    return _GAP.match(statement.text, quantity.span.end - statement.span.start) is not None


def given_up(statement: Statement, quantity: Quantity) -> bool:
    """Whether the figure is told as no longer true: "30 instead of 25"."""
    return _GIVEN_UP.search(statement.text[: quantity.span.start - statement.span.start]) is not None
