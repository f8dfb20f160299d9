"""Which claims can share enough with the posts and releases to be read closely: in a long article, few.

A claim is a candidate where a source has a certain share of its words (`Evidence.candidates`). Before it is
read for that, its words are looked at as they are: what they can share at most is soon told.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat

from reconcile.links.matching import Evidence, Rarity
from reconcile.links.meanings import NOTHING, Entry, entry_of, find_concepts
from reconcile.links.weights import WEIGHTS
from reconcile.links.wording import Glance
from reconcile.model import Statement, Time

#: Sums of the same shares in another order differ by less.
_ROUNDING = 1 - 1e-9


class Sieve:
    """Lets through the claims that some source may have enough of."""

    def __init__(self, evidence: Evidence, rarity: Rarity, claims: Sequence[Glance]) -> None:
        self._evidence = evidence
        self._rarity = rarity
        #: The claims' words that the evidence has the meaning of, and those that may begin such a phrase (not True).
        words = frozenset(chain.from_iterable(claim.plain for claim in claims))
        self._alike_words = {
            word: met
            for word in words
            if (entry := entry_of(word)) is not NOTHING and (met := self._meet(entry)) is not False
        }

    def passes(self, claim: Statement, glance: Glance) -> bool:
        """Whether `claim` can reach the floor of a candidate: False only where it surely cannot."""
        evidence, weights = self._evidence, self._rarity.weights
        if not evidence.entities.keys().isdisjoint(claim.entities):
            return True
        alike = self._alike(glance)
        if evidence.keys.keys().isdisjoint(glance.distinct) and not alike:
            return False
        total = shared = 0.0
        for keys, like in zip(glance.keys, alike or repeat(False), strict=False):
            for key in keys:
                weight = weights[key]
                total += weight
                if key in evidence.keys:
                    shared += weight
                elif like:
                    shared += weight * WEIGHTS.meaning
        return shared >= WEIGHTS.floor * total * _least_share(claim) * _ROUNDING

    def _alike(self, glance: Glance) -> list[bool]:
        """For each word whether the evidence has one of like meaning; nothing where it has for none."""
        met = self._alike_words
        hot = met.keys() & glance.plain
        if not hot:
            return []
        if all(map(met.__getitem__, hot)):
            return [word in hot for word in glance.plain]
        concepts = self._evidence.concepts.keys()
        return [not concepts.isdisjoint(found) for found in find_concepts(glance.plain)]

    def _meet(self, entry: Entry) -> bool | None:
        """Whether the evidence has the meaning of a word; None where a phrase that it has may begin with it."""
        concepts = self._evidence.concepts
        if not concepts.keys().isdisjoint(entry.begun):
            return None
        return not concepts.keys().isdisjoint(entry.concepts)


def _least_share(claim: Statement) -> float:
    """What a word of the claim counts at least: words of the time and of the attribution count less."""
    if claim.cue:
        return WEIGHTS.time * WEIGHTS.attribution
    return WEIGHTS.time if any(isinstance(fact, Time) for fact in claim.facts) else 1.0
