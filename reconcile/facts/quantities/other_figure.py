"""The clash with another figure: which figure of the evidence, if any, surely counts what the claim's counts."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.quantities.agreement import comparable, comparable_money, dimension, verdict
from reconcile.facts.quantities.alignment import Given, alignment, other_sort, shared_out
from reconcile.facts.quantities.company import counts_elsewhere, elided, is_gap, met_beside_noun, renamed
from reconcile.facts.quantities.counting import counted_alike, counts_persons, same_count
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
from reconcile.facts.quantities.wording import reworded
from reconcile.model import Comparison, Quantity, Statement
from reconcile.surroundings import other_names
from reconcile.words import stems_round

#: From here on two figures of one unit are taken for the same thing.
_SOLID = 2.0
#: Where figures compete, the best must be ahead by this much.
_AHEAD = 0.4


def clashing_figure(
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
