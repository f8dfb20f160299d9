"""What a word of amount measures: the thing or the figure beside "rose", "fewer", "higher"."""

from __future__ import annotations

from functools import cache
from typing import cast

from reconcile.facts.directions.poles import Pole, figures_of
from reconcile.grammar.anchors import subject, subjects
from reconcile.grammar.keys import key_of
from reconcile.grammar.words import Wording
from reconcile.lexicons import load_toml

#: Subjects looked at, nearest first.
_SUBJECTS = 3
#: So many of its digits make a figure telling.
_TELLING = 2
#: The amount of a change stands so many words before it at most: "2.9 percent higher".
_AMOUNT = 3


def by_that_much(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether the evidence's word is a figure that stands lower than the one before it, and the claim's went by as
    much as that figure: prices "2.9 percent higher" are an inflation of 2.9 percent, which may have fallen.
    """
    figure = theirs.keys[other.first]
    before = ours.keys[max(0, pole.first - _AMOUNT) : pole.first]
    return figure[:1] == "#" and figure in before


def same_measure(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether the two words measure the same: a thing stands beside both, or two figures do."""
    if theirs.keys[other.first][:1] == "#" and other.first == other.last:
        return subject(theirs, other.first) in _beside(ours, pole)  # a figure with what it was before
    shared = _beside(ours, pole) & _beside(theirs, other)
    return any(key[0] != "#" for key in shared) or len(shared) >= 2


def same_figure(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether a figure belongs to both words, and is telling enough, or belongs to one thing."""
    shared = figures_of(ours, pole) & figures_of(theirs, other)
    if not shared:
        return False
    telling = any(len(f"{figure:g}".replace(".", "").rstrip("0")) >= _TELLING for figure in shared)
    return telling or any(key[0] != "#" for key in _beside(ours, pole) & _beside(theirs, other))


def _beside(words: Wording, pole: Pole) -> frozenset[str]:
    """What a word of amount measures: the nearest things before it and right behind it, and the figures behind it."""
    before = [key for _, key in zip(range(_SUBJECTS), subjects(words, pole.first), strict=False)]
    behind = [
        words.keys[i]
        for i in range(pole.last + 1, min(len(words), pole.last + 6))
        if words.keys[i] and words.keys[i][0] != "~" and words.clauses[i] == words.clauses[pole.last]
    ]
    comparatives, units = _measuring()
    if words.lower[pole.first] in comparatives:
        return frozenset(behind[:2]) - units
    return frozenset(before + behind[:3]) - units


@cache
def _measuring() -> tuple[frozenset[str], frozenset[str]]:
    """Comparatives that measure what stands behind them, and keys of units, which are no thing measured."""
    axes = cast("list[dict[str, list[str]]]", load_toml("opposites")["axis"])
    measure = next(axis for axis in axes if "behind" in axis)
    return frozenset(measure["behind"]), frozenset(key_of(word) for word in measure["units"])
