"""How two figures look beside each other: a slip of the digits, a power of ten, or nothing alike."""

from __future__ import annotations

from math import log10

from reconcile.model import Quantity

#: Figures of so many digits are hardly the same by chance, rounded or not.
_TELLING = 3
#: From here on a figure that looks like a slip of another is hardly so by chance.
_RARE = 20


def single_of_many(ours: Quantity, theirs: Quantity) -> bool:
    """Whether one counts a single thing and the other many: one coin of three hundred is no slip."""
    low, high = sorted((ours.low, theirs.low))
    return not ours.unit and low <= 1 and high > 5


def far_apart(ours: Quantity, theirs: Quantity) -> float:
    """What speaks against one thing being meant where one figure is many times the other and looks
    unlike it.
    """
    low, high = sorted((abs(ours.low), abs(theirs.low)))
    if digits_alike(ours, theirs):
        return 0.0
    ratio = high / low if low else 10.0
    return 4.0 if ratio > 8 else 2.0 if ratio > 4 else 0.5 if ratio > 2.5 else 0.0


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Whether the two print the same figure, whatever the unit: 11.4 billion may be 11,412 million rounded."""
    slack = 0.0001 * one.low
    if min(significant(one), significant(other)) >= _TELLING:
        slack = max(slack, max(one.step, other.step) / 2)
    return one.low > 0 and abs(one.low - other.low) <= slack and abs(one.high - other.high) <= slack


def equal(one: Quantity, other: Quantity) -> bool:
    """Whether the two are one figure in one unit."""
    return one.low == other.low and one.high == other.high and one.unit == other.unit


def power_of_ten(one: Quantity, other: Quantity) -> bool:
    """Whether one figure is the other times 10, 100, 1,000, a million or a billion, whatever the units."""
    if min(one.low, other.low) <= 0:
        return False
    power = log10(one.low / other.low)
    return round(abs(power)) in (1, 2, 3, 6, 9) and abs(power - round(power)) < 0.01


def significant(quantity: Quantity) -> int:
    """The number of digits that the figure carries: 2 for 6.4 billion, 1 for 500."""
    digits = f"{quantity.low:.12g}".replace(".", "").split("e")[0].strip("0")
    return len(digits)


def digits_alike(one: Quantity, other: Quantity) -> float:
    """What it adds that two figures look like a slip of one another: digits swapped, or one digit changed."""
    low, high = sorted((one.low, other.low))
    if 13 <= low <= 19 and high == 10 * (low - 10):
        return 0.75  # sixteen, sixty
    a, b = (f"{q.low:.12g}".replace(".", "").rstrip("0") for q in (one, other))
    if len(a) < 2 or len(a) != len(b):
        return 0.0
    if sorted(a) == sorted(b):
        return 0.75
    return 0.75 if len(a) >= 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1 else 0.0


def slipped(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the digits are swapped, or a nought is too many: 47 for 74, 48,000 for 4,800."""
    if significant(ours) < 2 or ours.low < _RARE:
        return False
    swapped = sorted(f"{ours.low:.12g}") == sorted(f"{theirs.low:.12g}")
    return swapped or power_of_ten(ours, theirs)
