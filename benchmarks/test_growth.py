"""What eight times as much costs, over the cost of one: 8 is linear.

pytest benchmarks/test_growth.py
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from benchmarks import made
from benchmarks.clock import cpu
from reconcile import reconcile

DAY = date(2024, 2, 20)
GROUP = "growth: CPU time at 8x over 1x"


def call(source: str, release: str = ""):
    return partial(reconcile, source.encode(), published=DAY, releases=[release] if release else [])


#: What grows: eightfold from the first call to the second, and the most that the ratio may be. Posts times claims are
#: 64 times as many pairs, of which most must not be looked at.
GROWING = {
    "text length, flat": (lambda n: call(made.flat(0, 20 * n)), 10),
    "text length, HTML": (lambda n: call(made.page(0, 20 * n)), 10),
    "posts": (lambda n: call(made.flat(4 * n, 40)), 12),
    "claims, with 4 posts": (lambda n: call(made.flat(4, 20 * n)), 12),
    "claims of the release": (lambda n: call(made.flat(0, 40), made.release(20 * n)), 16),
    "posts and claims, flat": (lambda n: call(made.flat(2 * n, 10 * n)), 40),
    "posts and claims, HTML": (lambda n: call(made.page(2 * n, 10 * n)), 40),
}


@pytest.mark.parametrize("what", GROWING)
def test_growth(what, figures, short):
    grown, limit = GROWING[what]
    rounds = 2 if short else 4
    one, eight = cpu(grown(1), 2 * rounds), cpu(grown(8), rounds)
    figures.ratio(GROUP, what, eight / one, limit, f"{1000 * one:.1f} ms, {1000 * eight:.1f} ms")
    assert eight / one < limit


def test_growth_up_to_a_megabyte(figures, short):
    """Text of 128 KB and of 1 MB."""
    if short:
        pytest.skip("left out of the short form")
    every = made.flat(0, 8000)
    eighth, whole = (call(every[:size].rpartition("\n\n")[0]) for size in (1 << 17, 1 << 20))
    one, eight = cpu(eighth, 2), cpu(whole, 1)
    figures.ratio(GROUP, "text length, flat, to 1 MB", eight / one, 10, f"{one:.2f} s, {eight:.2f} s")
    assert eight / one < 10
