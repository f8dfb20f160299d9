"""Holding the places of a claim against those of the evidence: the same, one in the other, or
another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.facts.places.agreement import agreeing_place
from reconcile.facts.places.gazetteer import key
from reconcile.facts.places.given import FEATURE, Given
from reconcile.facts.places.other_place import clashing_place
from reconcile.facts.places.ranks import is_adjective
from reconcile.facts.places.sites import other_sites
from reconcile.facts.places.told import told_elsewhere
from reconcile.model import Comparison, Place, Statement


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A comparison for each place of `claim` with those of the statements of one post or release."""
    sites = list(other_sites(claim, evidence))
    yield from sites
    mine = [
        f
        for f in claim.facts
        if isinstance(f, Place) and not any(s.claimed_span and s.claimed_span.overlaps(f.span) for s in sites)
    ]
    if not mine:
        return
    given = [Given(s, f) for s in evidence for f in s.facts if isinstance(f, Place)]
    told = " ".join(key(s.text.replace("#", " ").replace("@", " ")) for s in evidence)
    for place in mine:
        if is_adjective(place):
            continue
        found = agreeing_place(place, given, told)
        yield (
            (found and found.evidence_span and told_elsewhere(claim, place, given))
            or found
            or clashing_place(claim, place, given, evidence)
            or Comparison(FEATURE, 0.0, place.text, "", "not in the evidence", place.span)
        )
