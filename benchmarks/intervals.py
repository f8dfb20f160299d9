"""Precision, recall and F1 of counts, with a bootstrap interval: articles are drawn again, with replacement.

Articles are what is drawn because the findings of one article are right or wrong together. The draws are seeded, so
the same counts give the same interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import TypeAlias

from attrs import frozen

#: measure -> (right, too many, missed), for one article.
Counts: TypeAlias = Mapping[str, tuple[int, int, int]]
DRAWS = 1000
SEED = 20240306
#: The interval leaves out this share at each end.
TAIL = 0.025


@frozen
class Score:
    """What was right, too many and missed, the ratios of it, and the interval of F1."""

    right: int
    extra: int
    missed: int
    low: float
    high: float

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 where nothing was found."""
        return share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found; 1 where nothing is there."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return f1(self.right, self.extra, self.missed)


def share(part: int, whole: int) -> float:
    """`part` of `whole`; 1 of nothing."""
    return part / whole if whole else 1.0


def f1(right: int, extra: int, missed: int) -> float:
    """2 right / (2 right + extra + missed); 1 where there was nothing to find and nothing was found."""
    whole = 2 * right + extra + missed
    return 2 * right / whole if whole else 1.0


def scores(articles: Sequence[Counts]) -> dict[str, Score]:
    """The score of every measure that is named in any of the articles, by name."""
    names = sorted({name for article in articles for name in article})
    return {name: _score([article.get(name, (0, 0, 0)) for article in articles]) for name in names}


def _score(rows: Sequence[tuple[int, int, int]]) -> Score:
    right, extra, missed = _sums(rows)
    dice = Random(SEED)
    drawn = sorted(f1(*_sums(dice.choices(rows, k=len(rows)))) for _ in range(DRAWS))
    cut = int(TAIL * DRAWS)
    return Score(right, extra, missed, drawn[cut], drawn[-1 - cut])


def _sums(rows: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    right = extra = missed = 0
    for one, two, three in rows:
        right, extra, missed = right + one, extra + two, missed + three
    return right, extra, missed
