"""Whether two figures that are left over, one on each side, are one thing told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reconcile.belonging import Pairing
from reconcile.facts.quantities.agreement import (
    comparable,
    dimension,
    reckoned,
    verdict,
)
from reconcile.facts.quantities.alignment import (
    Given,
    other_sort,
    shared_out,
)
from reconcile.facts.quantities.company import given_up, is_gap
from reconcile.facts.quantities.counting import counted_alike, counts_persons
from reconcile.facts.quantities.likeness import (
    digits_alike,
    far_apart,
    power_of_ten,
    significant,
    single_of_many,
)
from reconcile.facts.quantities.occasion import one_time
from reconcile.facts.quantities.other_figure import clashing
from reconcile.grammar.moods import other_mood
from reconcile.grammar.words import read_words
from reconcile.model import Comparison, Quantity, Statement
from reconcile.surroundings import other_names, shared_near

#: From here on two figures that are left over are taken for one.
_ENOUGH = 1.25
#: Counts below this are in every text.
_TELLING = 13
#: Two names of one thing are taken for that where so many words round them are shared.
_ROUND = 3
#: A clash of more than this much evidence is no surer.
_MOST = 4.0


def measures(statement: Statement) -> Iterator[Quantity]:
    """The figures of a statement that count or measure."""
    return (f for f in statement.facts if isinstance(f, Quantity) and not f.ordinal and f.unit != "score")


def one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one unit, or of units of one dimension."""
    if one.unit == other.unit:
        return True
    alike = bool(one.unit and other.unit) and dimension(one.unit) == dimension(other.unit)
    return alike and comparable(one, other)


def may_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be held against each other and do not differ."""
    return comparable(one, other) and verdict(one, other) != "differ"


def borne_elsewhere(ours: Quantity, statements: Sequence[Statement]) -> bool:
    """Whether a text prints the number as anything at all, or has figures that make it up together."""
    if printed(ours, statements):
        return True
    texts = groupby(statements, key=lambda s: s.source)
    return any(reckoned(ours, [f for s in text for f in measures(s)]) for _, text in texts)


def printed(quantity: Quantity, statements: Sequence[Statement]) -> bool:
    """Whether a text prints the number, whatever it counts there."""
    key = f"#{quantity.low:.12g}"
    return any(key in read_words(s.text).content for s in statements)


def pair_off(pair: Pairing[Quantity]) -> Comparison | None:
    """The clash of two figures that are left over; None where they may be of two things."""
    ours, theirs, claim, statement = pair.ours, pair.theirs, pair.claim, pair.statement
    g = Given(statement, theirs)
    apart = (
        given_up(statement, theirs)
        or is_gap(claim, ours) != is_gap(statement, theirs)
        or (ours.unit != "age" and not one_time(claim, ours, statement, theirs))
        or other_sort(claim, ours, g)
        or single_of_many(ours, theirs)
        or (not ours.unit and shared_out(claim, statement))
    )
    if apart:
        return None
    worth = _worth(pair)
    if worth is None or worth < _ENOUGH:
        return None
    magnitude = power_of_ten(ours, theirs) and bool(ours.unit or significant(ours) > 1)
    kind = "number.magnitude" if magnitude else "number.value"
    return clashing(ours, theirs, kind, min(worth, _MOST) / 2)


def _worth(pair: Pairing[Quantity]) -> float | None:
    """What speaks for one thing: words shared, the thing counted, a slip of the digits; None where two are counted."""
    ours, theirs = pair.ours, pair.theirs
    slip = is_slip(ours, theirs)
    telling = bool(ours.unit) or min(ours.low, theirs.low) >= _TELLING
    if other_names(pair.claim, pair.statement) and not (slip and telling):
        return None
    shared = shared_near(pair.claim, ours.span, pair.statement, theirs.span)
    counted = 0.0
    if ours.noun and theirs.noun:
        if counted_alike(ours.noun, theirs.noun):
            counted = 1.0
        elif counts_persons(ours.noun) != counts_persons(theirs.noun):
            return None
        elif power_of_ten(ours, theirs) or (not slip and shared < _ROUND):
            return None  # two things of one place: 36,000 deer, and 3,600 oaks
    if not (telling or shared >= 1):
        return None
    return (
        0.5 * min(shared, 3)
        + counted
        + (1.0 if slip and telling else 0.0)
        + 0.5 * pair.sole
        + 0.25 * bool(ours.unit)
        + 1.5 * (min(pair.linked, 0.95) - 0.7)
        - 1.0 * other_mood(pair.claim, ours.span, pair.statement, theirs.span)
        - (0.0 if slip else far_apart(ours, theirs) / 2)
    )


def is_slip(one: Quantity, other: Quantity) -> bool:
    """Whether one figure looks like the other mistyped: digits swapped, one changed, or a nought too many."""
    return digits_alike(one, other) > 0 or power_of_ten(one, other)
