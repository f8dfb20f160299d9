"""Whether two quantities can be the same: rounding to the coarser figure, converted units, bounds, reckoned
figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from reconcile.facts.quantities.counting import counts_persons, same_count
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.model import Quantity

Verdict = Literal["agree", "open", "differ"]

#: "About" allows this part of the figure; a bound is met up to this many times it.
_ABOUT = 0.075
#: A sum is looked for among so many figures in a row.
_PARTS = 5
_STRETCH = 1.6


def dimension(unit: str) -> str:
    """What a unit measures: "length", "money", "share"; the unit itself where the table does not say."""
    lists = vocabulary()
    if unit in lists.by_name:
        return lists.by_name[unit].dimension
    return "money" if unit.lower() in lists.codes or unit in lists.money_words else unit


def comparable_money(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two currencies may be one, such as "crowns" and DKK."""
    return dimension(ours.unit) == "money" and comparable(ours, theirs)


def _in(quantity: Quantity, unit: str) -> tuple[float, float, float]:
    """Low, high and step of `quantity` in `unit`, which is of the same dimension."""
    lists = vocabulary()
    low, high, step = quantity.low, quantity.high, quantity.step
    if quantity.unit == unit:
        return low, high, step
    own, other = lists.by_name.get(quantity.unit), lists.by_name.get(unit)
    if own is None or other is None:
        return low, high, step
    if own.dimension == "temperature":
        to_f = own.name == "degC"
        low, high = ((v * 1.8 + 32 if to_f else (v - 32) / 1.8) for v in (low, high))
        return low, high, step * (1.8 if to_f else 1 / 1.8) + 1
    scale = own.size / other.size
    return low * scale, high * scale, step * scale


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the figures of the two can be held against each other at all."""
    if a.unit == b.unit:
        return True
    kinds = {dimension(a.unit), dimension(b.unit)}
    if len(kinds) == 1:
        return "money" not in kinds or _one_money(a, b)
    if kinds == {"", "money"}:
        bare = a if not a.unit else b
        return not bare.noun
    if kinds in ({"", "age"}, {"", "share"}, {"", "points"}, {"", "score"}):
        bare = a if not a.unit else b
        return not bare.noun or "score" in kinds
    return kinds in ({"share", "times"}, {"degree", "temperature"})


def _one_money(a: Quantity, b: Quantity) -> bool:
    """Whether two currencies may be one: "crowns" and DKK, "$" and CAD, but not EUR and USD."""
    lists = vocabulary()
    families = {lists.codes[u.lower()].family if u.lower() in lists.codes else u for u in (a.unit, b.unit)}
    if len(families) > 1:
        return False
    generic = [
        q for q in (a, b) if q.unit in lists.money_words or (q.unit == "USD" and "US" not in q.text.upper())
    ]
    return bool(generic)


def verdict(claim: Quantity, evidence: Quantity) -> Verdict:
    """Whether the evidence's figure bears the claim's out, leaves it open, or differs; they are
    comparable.
    """
    if "score" in (claim.unit, evidence.unit):
        return _scores(claim, evidence)
    if {claim.unit, evidence.unit} == {"percent", "times"}:
        return _factor_and_share(claim, evidence)
    low, high, step = _in(evidence, claim.unit)
    slack = max(claim.step, step) / 2 * 1.0001
    if claim.approximate or evidence.approximate:
        slack = max(slack, _ABOUT * max(abs(claim.high), abs(high)))
    if claim.bound == "over" or evidence.bound == "over":
        return _over(claim, evidence, low, high, slack)
    if claim.bound == "under" or evidence.bound == "under":
        return _under(claim, evidence, low, high, slack)
    return "agree" if low - slack <= claim.high and claim.low <= high + slack else "differ"


def same_size(one: Quantity, other: Quantity) -> bool:
    """Whether two figures that agree are equal without any rounding, units converted; bounds are no roundings."""
    if one.bound != "exact" or other.bound != "exact" or {one.unit, other.unit} & {"score", "times"}:
        return True
    if (one.low == one.high) != (other.low == other.high):
        return True  # one end of a range
    low, high, _ = _in(other, one.unit)
    if dimension(one.unit) == "temperature" and one.unit != other.unit:
        return True
    near = 1e-6 * max(abs(one.high), abs(high))
    return abs(one.low - low) <= near and abs(one.high - high) <= near


def _over(claim: Quantity, evidence: Quantity, low: float, high: float, slack: float) -> Verdict:
    if claim.bound == "over" and evidence.bound == "over":
        return "agree" if claim.low <= low + slack else "open"
    floor, figure = (claim.low, high) if claim.bound == "over" else (low, claim.high)
    if figure < floor - min(slack, 0.02 * abs(floor)):
        return "differ"
    return "agree" if figure <= _STRETCH * floor + slack else "open"


def _under(claim: Quantity, evidence: Quantity, low: float, high: float, slack: float) -> Verdict:
    if claim.bound == "under" and evidence.bound == "under":
        return "agree" if abs(claim.high - high) <= slack else "differ"
    ceiling, figure = (claim.high, low) if claim.bound == "under" else (high, claim.low)
    if figure > ceiling + min(slack, 0.02 * abs(ceiling)):
        return "differ"
    return "agree" if figure >= ceiling / _STRETCH - slack else "open"


def _scores(claim: Quantity, evidence: Quantity) -> Verdict:
    if claim.unit == evidence.unit:
        return "agree" if (claim.low, claim.high) == (evidence.low, evidence.high) else "differ"
    single, pair = (claim, evidence) if evidence.unit == "score" else (evidence, claim)
    return "agree" if single.low in (pair.low, pair.high) else "open"


def _factor_and_share(claim: Quantity, evidence: Quantity) -> Verdict:
    """ "Halved" is 50 percent less, "doubled" 100 percent more."""
    factor, share = (claim, evidence) if claim.unit == "times" else (evidence, claim)
    percent = 100 * (1 - factor.low) if factor.low < 1 else 100 * (factor.low - 1)
    return "agree" if abs(percent - share.low) <= max(factor.step * 50, share.step) else "open"


def reckoned(claim: Quantity, given: Sequence[Quantity]) -> bool:
    """Whether the claim's figure follows from two or more of the evidence's: a sum, a difference, a share, a
    ratio.
    """
    return any(_fits(claim, value, unit) for value, unit in _derived(claim, given))


def _derived(claim: Quantity, given: Sequence[Quantity]) -> Iterator[tuple[float, str]]:
    """Figures of the claim's unit that can be reckoned from the evidence's."""
    sums = claim.unit not in ("percent", "points", "times", "age", "score")
    for i, first in enumerate(given):
        for second in given[i + 1 : i + 8]:
            if not _one_kind(first, second):
                continue
            big, small = max(first.low, second.low), min(first.low, second.low)
            if claim.unit == "points" and first.unit == "percent":
                yield big - small, "points"
            elif (
                claim.unit == "percent"
                and small > 0.05 * big
                and first.unit != "percent"
                and (first.unit or first.noun or second.noun)
            ):
                yield from (
                    (100 * small / big, "percent"),
                    (100 * (big - small) / small, "percent"),
                    (100 * (big - small) / big, "percent"),
                )
            elif claim.unit == "times" and small > 0:
                yield from ((big / small, "times"), (small / big, "times"))
            elif sums and (first.unit or first.noun):
                yield big - small, first.unit
    if sums:
        yield from _sums(given, persons=counts_persons(claim.noun))


def _sums(given: Sequence[Quantity], *, persons: bool) -> Iterator[tuple[float, str]]:
    """The sums of two to four figures of one kind that follow each other, those of other kinds left out.

    Where `persons` are asked for, all sorts of them are one kind: 137 passengers and 6 crew are 143 people.
    """
    for i, first in enumerate(given):
        total = first.low
        for quantity in given[i + 1 : i + _PARTS]:
            if _one_kind(first, quantity) or (persons and _are_persons(first) and _are_persons(quantity)):
                total += quantity.low
                yield total, first.unit


def _are_persons(quantity: Quantity) -> bool:
    return not quantity.unit and not quantity.ordinal and counts_persons(quantity.noun)


def _one_kind(a: Quantity, b: Quantity) -> bool:
    if a.ordinal or b.ordinal or "score" in (a.unit, b.unit):
        return False
    return a.unit == b.unit and (not a.noun or not b.noun or same_count(a.noun, b.noun))


def _fits(claim: Quantity, value: float, unit: str) -> bool:
    if claim.unit != unit and claim.unit:
        return False
    slack = max(claim.step / 2 * 1.0001, _ABOUT * value if claim.approximate else 0.0)
    return abs(claim.low - value) <= slack
