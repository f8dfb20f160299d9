"""Discrepancies: one file a family. Each has `check(dossier)`, which yields findings.

A check reads the comparisons that the links carry, or the texts themselves where its kind needs no evidence.
One cause gives one finding: of those on the same words, the first kind in the table's order stays.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

from reconcile import rules
from reconcile.checks.among_evidence import FAMILIES, disagreements
from reconcile.model import Discrepancy, Dossier

#: Not families: what the checks share.
_SHARED = (
    "among_evidence",
    "finding",
    "left_over",
)
#: Findings are looked up by stretches of this many characters, so that their number costs no square of it.
_STRETCH = 64


@cache
def families() -> tuple[ModuleType, ...]:
    """The check modules, in the order of their names."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in _SHARED)
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def run_checks(dossier: Dossier) -> tuple[Discrepancy, ...]:
    """All findings on the dossier, one a cause, in the order of the prose."""
    found = [finding for family in families() for finding in family.check(dossier)]
    among = [family.check for family in families() if family.__name__.rpartition(".")[2] in FAMILIES]
    found += disagreements(dossier, among)
    # What the body itself contradicts is a matter of the headline, whatever the evidence says.
    found.sort(
        key=lambda d: (
            d.kind != "doc.headline",
            rules.rank(d.kind),
            -d.confidence,
            d.claimed.span.start,
            d.claimed.span.end,
        )
    )
    kept = list(_one_a_cause(found))
    kept.sort(
        key=lambda d: (
            d.claimed.source != "document",
            d.claimed.source,
            d.claimed.span.start,
            rules.rank(d.kind),
        )
    )
    return tuple(kept)


#: Where a finding stands: whether it tells what a side lacks (which no other finding tells), source and stretch.
_Place: TypeAlias = tuple[bool, str, int]


def _one_a_cause(found: list[Discrepancy]) -> Iterator[Discrepancy]:
    """Drop what an earlier finding already told: notes never push out an error or a warning."""
    told: dict[_Place, list[Discrepancy]] = {}
    for finding in sorted(found, key=lambda d: d.level == "note"):
        places = _places(finding)
        near = [earlier for place in places if place in told for earlier in told[place]]
        if near and any(_same_cause(finding, earlier) for earlier in near):
            continue
        for place in places:
            told.setdefault(place, []).append(finding)
        yield finding


def _places(finding: Discrepancy) -> list[_Place]:
    """The stretches of its source that a finding touches: only findings that share one can have one cause."""
    cover, source, span = finding.kind.startswith("cover."), finding.claimed.source, finding.claimed.span
    last = max(span.start, span.end - 1)
    return [(cover, source, place) for place in range(span.start // _STRETCH, last // _STRETCH + 1)]


def _same_cause(a: Discrepancy, b: Discrepancy) -> bool:
    """Whether two in one place point at the same words: one holds the other, or they are of one kind and overlap."""
    if a.kind == b.kind:
        return a.claimed.span.overlaps(b.claimed.span)
    return a.claimed.span.holds(b.claimed.span) or b.claimed.span.holds(a.claimed.span)
