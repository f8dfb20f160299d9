"""Which posts and releases have a claim's words: postings first, then the passage that has most of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Literal

from attrs import frozen

from reconcile.links.weights import WEIGHTS
from reconcile.links.wording import Word, Wording
from reconcile.model import Source, Statement

#: A claim is looked at closely against so many sources at most, the best first.
CLOSEST = 8
#: Statements that a passage is made of, at most.
PASSAGE = 3
#: From so many sources on, words that more than a quarter of them share find none.
MANY = 16


@frozen
class Match:
    """A word of a claim, with the word that stands for it in a passage (None where none does)."""

    claimed: Word
    evidence: Word | None = None
    how: Literal["word", "name", "meaning", "fact", ""] = ""


@frozen
class Passage:
    """Statements of one source that together have most of a claim's words; best first."""

    statements: tuple[Statement, ...]
    matches: tuple[Match, ...]
    #: Shares of the claim's words, weighed by rarity, that are there as they are, and by another word.
    words: float
    meanings: float


class EvidenceText:
    """One post or release: its statements, and where in them each word, meaning and entity stands."""

    def __init__(self, source: Source, wordings: Sequence[Wording]) -> None:
        self.source = source
        self.wordings = tuple(wordings)
        self.day = wordings[0].statement.day if wordings else None
        self.keys: dict[str, dict[int, Word]] = {}
        self.concepts: dict[str, dict[int, Word]] = {}
        self.entities: dict[str, dict[int, Word | None]] = {}
        for n, wording in enumerate(wordings):
            for word in wording.words:
                self.keys.setdefault(word.key, {}).setdefault(n, word)
                for concept in word.concepts:
                    self.concepts.setdefault(concept, {}).setdefault(n, word)
                if word.entity:
                    self.entities.setdefault(word.entity, {}).setdefault(n, word)
            speaker = wording.statement.speaker
            for entity in (*wording.statement.entities, *((speaker,) if speaker else ())):
                self.entities.setdefault(entity, {}).setdefault(n, None)

    def found(self, word: Word) -> dict[int, Match]:
        """The statements (by number) that have `word`, each with how."""
        out: dict[int, Match] = {}
        for concept in word.concepts:
            for n, other in self.concepts.get(concept, {}).items():
                out.setdefault(n, Match(word, other, "meaning"))
        if word.entity:
            for n, named in self.entities.get(word.entity, {}).items():
                out[n] = Match(word, named, "name")
        if word.days and self.day and word.days[0] <= self.day <= word.days[1]:
            out.update((n, Match(word, None, "fact")) for n in range(len(self.wordings)))
        for n, other in self.keys.get(word.key, {}).items():
            out[n] = Match(word, other, "word")
        return out


MEANING = WEIGHTS.meanings / WEIGHTS.words
_WORTH = {"word": 1.0, "name": 1.0, "fact": 1.0, "meaning": MEANING, "": 0.0}


class Rarity:
    """How much a word tells: more the fewer claims hold it."""

    def __init__(self, claims: Sequence[Wording]) -> None:
        self._size = len(claims)
        self._held = Counter(key for claim in claims for key in {w.key for w in claim.words})

    def of(self, word: Word) -> float:
        """The weight of `word` among the words of its claim."""
        return word.share * log(1 + self._size / max(1, self._held[word.key]))


class Evidence:
    """All posts and releases, searchable by the words of a claim."""

    def __init__(self, texts: Sequence[EvidenceText], rarity: Rarity) -> None:
        self.texts = tuple(texts)
        self._rarity = rarity
        self._keys: dict[str, list[int]] = {}
        self._concepts: dict[str, list[int]] = {}
        self._entities: dict[str, list[int]] = {}
        for n, text in enumerate(texts):
            for table, found in (
                (self._keys, text.keys),
                (self._concepts, text.concepts),
                (self._entities, text.entities),
            ):
                for key in found:
                    table.setdefault(key, []).append(n)

    def candidates(self, claim: Wording) -> list[EvidenceText]:
        """The texts that share enough with `claim` to be looked at closely, best first."""
        most = len(self.texts) / 4 if len(self.texts) >= MANY else len(self.texts)
        shares: dict[int, float] = {}
        total = 0.0
        for word in claim.words:
            weight = self._rarity.of(word)
            total += weight
            holders = set(self._keys.get(word.key, ()))
            if word.entity:
                holders.update(self._entities.get(word.entity, ()))
            like = {n for concept in word.concepts for n in self._concepts.get(concept, ())} - holders
            for found, counts in ((holders, 1.0), (like, MEANING)):
                if len(found) <= most:
                    for n in found:
                        shares[n] = shares.get(n, 0.0) + weight * counts
        ranked = sorted((-share, n) for n, share in shares.items() if share >= WEIGHTS.floor * total)
        return [self.texts[n] for _, n in ranked[:CLOSEST]]

    def passage(self, claim: Wording, text: EvidenceText) -> Passage:
        """The statements of `text`, three at most, that together have most of the claim's words."""
        found = [text.found(word) for word in claim.words]
        weights = [self._rarity.of(word) for word in claim.words]
        best: list[Match] = [Match(word) for word in claim.words]
        taken: list[int] = []
        for _ in range(PASSAGE):
            gains: dict[int, float] = {}
            for matches, weight, now in zip(found, weights, best, strict=True):
                for n, match in matches.items():
                    gains[n] = gains.get(n, 0.0) + weight * (_WORTH[match.how] - _WORTH[now.how])
            n = max(gains, key=lambda k: (gains[k], -k), default=-1)
            if n < 0 or gains[n] <= 0:
                break
            taken.append(n)
            best = [
                m if (m := matches.get(n)) and _WORTH[m.how] > _WORTH[now.how] else now
                for matches, now in zip(found, best, strict=True)
            ]
        total = sum(weights) or 1.0
        exact = sum(w for w, m in zip(weights, best, strict=True) if m.how in ("word", "name", "fact"))
        alike = sum(w for w, m in zip(weights, best, strict=True) if m.how == "meaning")
        return Passage(
            tuple(text.wordings[n].statement for n in taken), tuple(best), exact / total, alike / total
        )
