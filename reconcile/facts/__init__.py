"""Facts: what a statement says that can be compared. One file a kind of fact.

A leaf is found by its name in this folder. It has
`find(text, anchor)`, which yields the facts of its kind in a text, with spans into that text, and
`compare(claim, evidence)`, which yields comparisons of a claim with the statements that bear on it.
Either may be missing. A leaf whose comparisons can agree, and not only clash, says so: `AGREES = True`.
A leaf imports no sibling.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType

from reconcile.model import Comparison, Fact, Quotation, Statement


@cache
def leaves() -> tuple[ModuleType, ...]:
    """The kinds of fact: the modules of this folder, in the order of their names."""
    return tuple(
        import_module(f"{__name__}.{m.name}")
        for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name)
    )


def read_facts(text: str, anchor: date | None) -> tuple[Fact, ...]:
    """All facts of `text` in order; `anchor` is the day that "today" is, or None."""
    facts: list[Fact] = [fact for leaf in _finding() for fact in leaf.find(text, anchor)]
    return tuple(sorted(facts, key=lambda f: (f.span.start, f.span.end)))


def compare_agreeing(claim: Statement, evidence: Sequence[Statement]) -> dict[str, tuple[Comparison, ...]]:
    """The comparisons of the kinds of fact that can agree, by kind; the other kinds only tell of clashes.

    Whether two texts are linked turns on what agrees, so that most pairs need no more than these. What agrees is
    a fact of the claim: without one there is nothing to ask.
    """
    if all(isinstance(fact, Quotation) for fact in claim.facts):
        return {}
    return {
        leaf.__name__: tuple(leaf.compare(claim, evidence))
        for leaf in _comparing()
        if getattr(leaf, "AGREES", False)
    }


def compare_facts(
    claim: Statement, evidence: Sequence[Statement], known: Mapping[str, Sequence[Comparison]] | None = None
) -> Iterator[Comparison]:
    """Every comparison of `claim` with the statements of one post or release that bear on it, best first.

    `known` is what `compare_agreeing` gave for the same, where that was asked before.
    """
    known = known or {}
    for leaf in _comparing():
        found = known.get(leaf.__name__)
        yield from leaf.compare(claim, evidence) if found is None else found


@cache
def _finding() -> tuple[ModuleType, ...]:
    return tuple(leaf for leaf in leaves() if hasattr(leaf, "find"))


@cache
def _comparing() -> tuple[ModuleType, ...]:
    return tuple(leaf for leaf in leaves() if hasattr(leaf, "compare"))
