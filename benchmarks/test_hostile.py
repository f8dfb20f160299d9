"""Shapes of text that make readers slow: each against an ordinary text of its length.

pytest benchmarks/test_hostile.py
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from benchmarks import made
from benchmarks.clock import cpu
from reconcile import reconcile

DAY = date(2024, 2, 20)
LIMIT = 10
_WORDS = "the minister of transport opened a new quay in Lisk and thanked all who had built it "


def tails(times: int) -> str:
    return "".join(f"— Ida Moll{n} (@idamoll{n}) March {1 + n % 28}, 2024\n" for n in range(times))


#: Shape -> text, at full size and at that of the short form (a tenth).
SHAPES = {
    "10,000 @": lambda n: "@" * n,
    "10,000 @name": lambda n: "@ida " * n,
    "quotes that never close": lambda n: "He said: “we opened the quay. " * (n // 4),
    "straight quotes that never close": lambda n: 'He said: "we opened the quay. ' * (n // 4 // 2 * 2 - 1),
    "nested quotes": lambda n: "“a " * n + "b” " * n,
    "nested brackets": lambda n: "(a " * n + "b) " * n,
    "no sentence end": lambda n: _WORDS * (n // 10),
    "one line of 1 MB": lambda n: (_WORDS.strip() + ". ") * (n * 100 // len(_WORDS)),
    "2,000 tails": lambda n: tails(n // 5),
    "dashes": lambda n: "— " * n,
    "capitals": lambda n: "Ida Moll " * n,
    "figures": lambda n: "12 million " * n,
    "dates": lambda n: "5 March 2024, " * n,
    "links": lambda n: "https://x.com/a/status/1 " * n,
    "line breaks": lambda n: "a\n\n" * n,
    "marks on one letter": lambda n: "a" + "\u0301" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape, figures, short):
    """No shape costs ten times what an article of its length costs."""
    text = SHAPES[shape](1000 if short else 10_000)
    usual = made.flat(0, len(text) // 100)[: len(text)]
    source, other = (partial(reconcile, one.encode(), published=DAY) for one in (text, usual))
    times = [cpu(one, 1) for one in (source, other)]
    note = f"{len(text) // 1000} KB: {1000 * times[0]:.0f} ms of {1000 * times[1]:.0f}"
    figures.ratio("hostile: CPU time over an ordinary text's", shape, times[0] / times[1], LIMIT, note)
    assert times[0] / times[1] < LIMIT
