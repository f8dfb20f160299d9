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

from attrs import evolve

from reconcile.facts.quantities.agreement import (
    comparable,
    dimension,
    reckoned,
    verdict,
)
from reconcile.facts.quantities.alignment import (
    Given,
    alignment,
    other_sort,
    shared_out,
)
from reconcile.facts.quantities.company import (
    basis_of_ends,
    counts_elsewhere,
    elided,
    given_up,
    is_gap,
    met_beside_noun,
    renamed,
)
from reconcile.facts.quantities.counting import counted_alike, counts_persons, same_count
from reconcile.facts.quantities.factors import other_factor
from reconcile.facts.quantities.likeness import (
    digits_alike,
    equal,
    far_apart,
    power_of_ten,
    same_figure,
    significant,
    single_of_many,
    slipped,
)
from reconcile.facts.quantities.occasion import one_time
from reconcile.facts.quantities.told import told_elsewhere
from reconcile.facts.quantities.wording import another_rate, rate_words, rated, reworded
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Quantity, Span, Statement
from reconcile.surroundings import affinity, other_names
from reconcile.words import stem, stems_round

#: From here on two figures of one unit are taken for the same thing.
_SOLID = 2.0
#: From here on a figure that is in both texts is hardly there by chance.
_TELLING = 20
#: Where figures compete, the best must be ahead by this much.
_AHEAD = 0.4


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
        best = _best_agreement(claim, quantity, given)
        if best:
            borne[n] = best
    taken = {id(g.quantity) for score, g in borne.values() if score >= 0.85}
    free = [g for g in given if id(g.quantity) not in taken]
    for n, quantity in enumerate(mine):
        if n in borne:
            yield told_elsewhere(claim, quantity, given, free) or _agreed(claim, quantity, *borne[n])
        elif reckoned(quantity, [g.quantity for g in given]) or _is_counted_off(quantity, evidence):
            yield Comparison(
                "number", 0.9, quantity.text, "", "follows from the evidence's figures", quantity.span
            )
        else:
            rivals = sum(_same_kind(quantity, other) for k, other in enumerate(mine) if k not in borne)
            clash = other_factor(claim, quantity, evidence) or _clash(
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


def _best_agreement(
    claim: Statement, quantity: Quantity, given: Sequence[Given]
) -> tuple[float, Given] | None:
    """The evidence's figure that bears the claim's out best, with how well; None where there is none."""
    best: tuple[float, float, Given] | None = None
    for g in given:
        if not comparable(quantity, g.quantity) or verdict(quantity, g.quantity) != "agree":
            continue
        score = _likeness(quantity, g.quantity)
        ranked = (score, affinity(claim, quantity.span, g.statement, g.quantity.span), g)
        if best is None or ranked[:2] > best[:2]:
            best = ranked
    return (best[0], best[2]) if best else None


def _likeness(one: Quantity, other: Quantity) -> float:
    """How surely two figures that agree are the same: by unit, by what they count, by how rare the
    figure is.
    """
    if one.unit and one.unit == other.unit:
        return 1.0
    if one.unit or other.unit:
        return 0.9
    if one.noun and other.noun and same_count(one.noun, other.noun):
        return 1.0
    if not one.noun or not other.noun:
        return 0.9
    return 0.85 if one.low > 12 else 0.6


def _agreed(claim: Statement, quantity: Quantity, score: float, g: Given) -> Comparison:
    """The comparison of two figures that agree; where they are rates of different things they clash all the
    same.
    """
    ours, theirs = quantity, g.quantity
    if ours.basis and not theirs.basis and (basis := basis_of_ends(g)):
        theirs = evolve(theirs, basis=basis)
        g = Given(g.statement, theirs)
    clash = False
    if (
        ours.basis
        and theirs.basis
        and ours.basis != theirs.basis
        and (ours.unit == theirs.unit or comparable_money(ours, theirs))
    ):
        near = affinity(claim, ours.span, g.statement, theirs.span)
        sure = ours.low >= _TELLING and (bool(ours.unit) or counted_alike(ours.noun, theirs.noun))
        clash = (near >= 0.75 or sure) and ours.low not in (0.0, 1.0)
    if clash:
        return _other_rate(claim, ours, g)
    return Comparison("number", score, ours.text, theirs.text, "agrees", ours.span, theirs.span)


def _other_rate(claim: Statement, ours: Quantity, g: Given) -> Comparison:
    """The clash of one figure as two rates: a month against a year."""
    end, rate = rated(claim.text, ours.span.end - claim.span.start)
    given_end, given_rate = rated(g.statement.text, g.quantity.span.end - g.statement.span.start)
    given_rate = given_rate or rate_words(g.quantity.basis)
    span = Span(ours.span.start, claim.span.start + end)
    given = Span(g.quantity.span.start, g.statement.span.start + given_end)
    claimed = claim.text[span.start - claim.span.start : end]
    return Comparison(
        "number",
        0.0,
        claimed,
        g.statement.text[given.start - g.statement.span.start : given_end],
        f"a rate per {ours.basis} against {g.quantity.basis}",
        span,
        given,
        clash="number.basis",
        suggestion=another_rate(claimed, rate, given_rate) if rate and given_rate else None,
        confidence=0.75,
    )


def _clash(
    claim: Statement,
    quantity: Quantity,
    free: Sequence[Given],
    rivals: int,
    borne: dict[int, tuple[float, Given]],
    evidence: Sequence[Statement],
) -> Comparison | None:
    """The figure of the evidence that the claim's contradicts, if one is surely meant."""
    if quantity.ordinal:
        return None
    agreed_in = {id(g.statement) for score, g in borne.values() if score >= 0.85}
    found: list[tuple[float, str, Given]] = []
    free = [g for g in free if one_time(claim, quantity, g.statement, g.quantity)]
    for g in free:
        if (
            g.quantity.ordinal
            or g.quantity.unit == "score" != quantity.unit
            or other_names(claim, g.statement)
            or other_sort(claim, quantity, g)
            or (not quantity.unit and shared_out(claim, g.statement))
            or elided(quantity, g)
        ):
            continue
        beside = id(g.statement) in agreed_in
        near = alignment(claim, quantity, g, free, rivals, evidence, agreed_beside=beside)
        kind, solid = _kind(claim, quantity, g, near)
        if kind:
            found.append((solid, kind, g))
    found.sort(key=lambda f: -f[0])
    if not found or found[0][0] < _SOLID:
        return None
    solid, kind, g = found[0]
    same = [f for f in found[1:] if f[0] > solid - _AHEAD and not equal(f[2].quantity, g.quantity)]
    chances = len({g.quantity.low for s, _, g in found if s >= _SOLID})
    if same or (
        rivals > 1 and (solid < _SOLID + 0.5 or (rivals > chances and not digits_alike(quantity, g.quantity)))
    ):
        return None
    return clashing(quantity, g.quantity, kind, solid)


def _kind(claim: Statement, ours: Quantity, g: Given, near: float) -> tuple[str, float]:
    """How the two figures clash ("" for not), and how solid it is that they speak of one thing."""
    theirs = g.quantity
    if is_gap(claim, ours) != is_gap(g.statement, theirs):
        return "", 0.0
    precise = 1.0 if significant(ours) >= 2 else 0.5
    if same_figure(ours, theirs) and ours.unit != theirs.unit and ours.unit and theirs.unit:
        if {ours.unit, theirs.unit} == {"percent", "points"}:
            return "number.basis", near + 1.25
        if dimension(ours.unit) == dimension(theirs.unit) and not comparable_money(ours, theirs):
            return "number.unit", near + precise + 0.75 + 0.75 * counted_alike(ours.noun, theirs.noun)
        return "", 0.0
    if not _one_unit(ours, theirs) or verdict(ours, theirs) != "differ":
        return "", 0.0
    counted = _counted_alike(claim, ours, g)
    if counted is None or single_of_many(ours, theirs):
        return "", 0.0
    if power_of_ten(ours, theirs) and (ours.unit == theirs.unit or comparable_money(ours, theirs)):
        if not ours.unit and not met_beside_noun(claim, ours, g):
            return "", 0.0
        return "number.magnitude", near + counted + (0.75 if precise == 1.0 else 0.25) + 0.25 * bool(
            ours.unit
        )
    return "number.value", near + counted + digits_alike(ours, theirs) - far_apart(ours, theirs)


def _one_unit(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the two are printed in one unit, or in units of one dimension; a bare count is none
    of money.
    """
    return (
        comparable(ours, theirs)
        and ((ours.unit == "") == (theirs.unit == ""))
        and "times" not in (ours.unit, theirs.unit)
    )


def comparable_money(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two currencies may be one, such as "crowns" and DKK."""
    return dimension(ours.unit) == "money" and comparable(ours, theirs)


def _counted_alike(claim: Statement, ours: Quantity, g: Given) -> float | None:
    """What the counted things add to the alignment; None where they are two different things."""
    theirs = g.quantity
    if ours.noun and theirs.noun:
        if same_count(ours.noun, theirs.noun):
            return 1.0
        if counted_alike(ours.noun, theirs.noun):
            return 0.75
        if counts_elsewhere(g.statement, theirs, ours.noun) or counts_elsewhere(claim, ours, theirs.noun):
            return None
        if not ours.unit and ours.low == 1:
            return None  # "one reason was the warden" counts reasons, whatever else is told of wardens
        if not ours.unit and not theirs.unit and counts_persons(ours.noun) != counts_persons(theirs.noun):
            return None  # 46 parents are not the 64 drawings that they came to see
        here, there = stems_round(claim, ours.span), stems_round(g.statement, theirs.span)
        if theirs.noun in here or ours.noun in there:
            return 0.5
        rare = not ours.unit and (
            (significant(ours) >= 3 and digits_alike(ours, theirs) > 0)
            or (slipped(ours, theirs) and renamed(claim, ours, g))
        )
        return 0.25 if rare or ours.unit not in ("", "percent") else None
    if not ours.unit and (ours.noun or theirs.noun):
        noun = ours.noun or theirs.noun
        other = stems_round(g.statement, theirs.span) if ours.noun else stems_round(claim, ours.span)
        return 0.5 if noun in other else (0.0 if digits_alike(ours, theirs) else None)
    return 0.0


def clashing(ours: Quantity, theirs: Quantity, kind: str, solid: float) -> Comparison:
    """The clash of two figures; the more solid it is that they are of one thing, the surer."""
    if kind == "number.basis":
        suggestion = reworded(ours, theirs, unit=True)
    else:
        suggestion = reworded(ours, theirs, unit=kind == "number.unit")
    return Comparison(
        "number",
        0.0,
        ours.text,
        theirs.text,
        "the figures cannot both hold",
        ours.span,
        theirs.span,
        clash=kind,
        suggestion=suggestion,
        confidence=min(0.97, 0.55 + 0.12 * solid),
    )
