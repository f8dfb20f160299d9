"""Facts: what a statement says that can be compared. One file a kind of fact.

A leaf is found by its name in this folder. It has
`find(text, anchor)`, which yields the facts of its kind in a text, with spans into that text, and
`compare(claim, evidence)`, which yields comparisons of a claim with the statements that bear on it.
Either may be missing. A leaf imports no sibling.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType

from reconcile.model import Comparison, Fact, Statement


@cache
def leaves() -> tuple[ModuleType, ...]:
    """The kinds of fact: the modules of this folder, in the order of their names."""
    return tuple(
        import_module(f"{__name__}.{m.name}")
        for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name)
    )


def read_facts(text: str, anchor: date | None) -> tuple[Fact, ...]:
    """All facts of `text` in order; `anchor` is the day that "today" is, or None."""
    facts: list[Fact] = [
        fact for leaf in leaves() if hasattr(leaf, "find") for fact in leaf.find(text, anchor)
    ]
    return tuple(sorted(facts, key=lambda f: (f.span.start, f.span.end)))


def compare_facts(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """Every comparison of `claim` with the statements of one post or release that bear on it, best first."""
    for leaf in leaves():
        if hasattr(leaf, "compare"):
            yield from leaf.compare(claim, evidence)
