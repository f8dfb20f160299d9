"""Holding the quantities of a claim against those of the evidence.

A figure clashes only where the alignment is solid: the same unit or the same thing counted, the same words
round both, no figure of the evidence that bears the claim out, and none that does so for another figure of
the claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from reconcile.facts.quantities.agreement import reckoned
from reconcile.facts.quantities.alignment import Given
from reconcile.facts.quantities.borne_out import best_agreement
from reconcile.facts.quantities.company import given_up
from reconcile.facts.quantities.factors import other_factor
from reconcile.facts.quantities.other_figure import clashing_figure
from reconcile.facts.quantities.other_rate import agreed
from reconcile.facts.quantities.told import told_elsewhere
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Quantity, Statement
from reconcile.words import stem


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A comparison for each quantity of `claim` with those of the statements of one post or release.

    Score 1 agrees (after rounding, conversion, reckoning), 0 is not there or clashes; a clash names its kind.
    """
    mine = [f for f in claim.facts if isinstance(f, Quantity)]
    if not mine:
        return
    given = [Given(s, f) for s in evidence for f in s.facts if isinstance(f, Quantity) and not given_up(s, f)]
    borne: dict[int, tuple[float, Given]] = {}
    for n, quantity in enumerate(mine):
        best = best_agreement(claim, quantity, given)
        if best:
            borne[n] = best
    taken = {id(g.quantity) for score, g in borne.values() if score >= 0.85}
    free = [g for g in given if id(g.quantity) not in taken]
    for n, quantity in enumerate(mine):
        if n in borne:
            yield told_elsewhere(claim, quantity, given, free) or agreed(claim, quantity, *borne[n])
        elif reckoned(quantity, [g.quantity for g in given]) or _is_counted_off(quantity, evidence):
            yield Comparison(
                "number", 0.9, quantity.text, "", "follows from the evidence's figures", quantity.span
            )
        else:
            rivals = sum(_same_kind(quantity, other) for k, other in enumerate(mine) if k not in borne)
            clash = other_factor(claim, quantity, evidence) or clashing_figure(
                claim, quantity, free, rivals, borne, evidence
            )
            yield clash or Comparison("number", 0.0, quantity.text, "", "not in the evidence", quantity.span)


def _is_counted_off(quantity: Quantity, evidence: Sequence[Statement]) -> bool:
    """Whether the evidence tells the last one by its number: "our eleventh school" bears out eleven schools."""
    for statement in evidence:
        words = statement.text.lower().split()
        for word, noun in pairwise(words):
            if _ordinals().get(word) == quantity.low and stem(noun.strip(".,;:!?")) == quantity.noun:
                return True
    return False


@cache
def _ordinals() -> dict[str, int]:
    """Ordinals in words and their numbers."""
    return cast("dict[str, dict[str, int]]", load_toml("numerals"))["ordinal"]


def _same_kind(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and (bool(one.unit) or one.noun == other.noun)
