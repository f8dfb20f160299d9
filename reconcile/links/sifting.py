"""Which claims can share enough with the posts and releases to be read closely: in a long article, few.

A claim is a candidate where a source has a certain share of its words (`Evidence.candidates`). Before it is
read for that, its words are looked at as they are: what they can share at most is soon told.
"""

from __future__ import annotations

from reconcile.links.matching import Evidence, Rarity
from reconcile.links.meanings import entry_of, find_concepts
from reconcile.links.weights import WEIGHTS
from reconcile.links.wording import Glance
from reconcile.model import Statement, Time

#: Sums of the same shares in another order differ by less.
_ROUNDING = 1 - 1e-9


class Sieve:
    """Lets through the claims that some source may have enough of."""

    def __init__(self, evidence: Evidence, rarity: Rarity) -> None:
        self._evidence = evidence
        self._rarity = rarity
        #: For each word met: whether the evidence has its meaning; None where a phrase may begin with it.
        self._met: dict[str, bool | None] = {}

    def passes(self, claim: Statement, glance: Glance) -> bool:
        """Whether `claim` can reach the floor of a candidate: False only where it surely cannot."""
        evidence, weights = self._evidence, self._rarity.weights
        if not evidence.entities.keys().isdisjoint(claim.entities):
            return True
        total = shared = 0.0
        for keys, alike in zip(glance.keys, self._alike(glance.plain), strict=True):
            for key in keys:
                total += weights[key]
                if key in evidence.keys:
                    shared += weights[key]
                elif alike:
                    shared += weights[key] * WEIGHTS.meaning
        return shared >= WEIGHTS.floor * total * _least_share(claim) * _ROUNDING

    def _alike(self, words: list[str]) -> list[bool | None]:
        """For each word whether the evidence has one of like meaning."""
        met = self._met
        alike = [met[word] if word in met else self._meet(word) for word in words]
        if None not in alike:
            return alike
        return [not found.isdisjoint(self._evidence.concepts) for found in find_concepts(words)]

    def _meet(self, word: str) -> bool | None:
        entry, concepts = entry_of(word), self._evidence.concepts
        begun = any(concept in concepts for _, concept in (*entry.phrases, *entry.parted))
        self._met[word] = found = None if begun else not entry.concepts.isdisjoint(concepts)
        return found


def _least_share(claim: Statement) -> float:
    """What a word of the claim counts at least: words of the time and of the attribution count less."""
    if claim.cue:
        return WEIGHTS.time * WEIGHTS.attribution
    return WEIGHTS.time if any(isinstance(fact, Time) for fact in claim.facts) else 1.0
