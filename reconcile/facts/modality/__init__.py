"""How far a thing has come: planned or done, possible or certain, suspected or convicted, draft or law.

A claim clashes with evidence that tells of the same deed as less real than the claim does. That a plan was carried
out by the time of the article is no clash: the dates of both decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.facts.modality.copulas import compare_copulas
from reconcile.facts.modality.days import compare_days
from reconcile.facts.modality.deeds import compare_deeds
from reconcile.facts.modality.steps import compare_steps
from reconcile.grammar.anchors import is_foreign
from reconcile.model import Comparison, Statement


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim tells of a deed as done, certain or decided, and the evidence does not."""
    others = [s for s in evidence if not s.text.rstrip().endswith("?") and not is_foreign(s)]
    yield from compare_deeds(claim, others)
    yield from compare_days(claim, others)
    yield from compare_copulas(claim, others)
    yield from compare_steps(claim, others)
