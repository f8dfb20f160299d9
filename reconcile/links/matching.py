"""Which posts and releases have a claim's words: postings first, then the passage that has most of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log
from typing import Literal, NamedTuple, TypeAlias

from reconcile.links.weights import WEIGHTS
from reconcile.links.wording import Glance, Word, Wording
from reconcile.model import Source, Statement

#: A claim is looked at closely against so many sources at most, the best first.
CLOSEST = 4
#: Statements that a passage is made of, at most.
PASSAGE = 3
#: From so many sources on, words that more than a quarter of them share find none.
MANY = 16

#: How a claim's word is there: itself, a name of the same entity, a compared fact, a word of like meaning.
How: TypeAlias = Literal["word", "name", "fact", "meaning", ""]
_ITSELF = frozenset(("word", "name", "fact"))
_WORTH: dict[str, float] = {"word": 1.0, "name": 1.0, "fact": 1.0, "meaning": WEIGHTS.meaning, "": 0.0}


#: How a statement has a word, and the word of its own that stands for it, if one does.
_Hit: TypeAlias = tuple[How, Word | None]
_NO_HIT: _Hit = ("", None)
_NO_HITS: Mapping[int, _Hit] = {}


class Match(NamedTuple):
    """A word of a claim, with the word that stands for it in a passage (None where none does)."""

    claimed: Word
    evidence: Word | None = None
    how: How = ""


class Passage(NamedTuple):
    """Statements of one source that together have most of a claim's words; best first."""

    statements: tuple[Statement, ...]
    matches: tuple[Match, ...]
    #: Shares of the claim's words, weighed by rarity, that are there as they are, and by another word.
    words: float
    meanings: float

    @property
    def coverage(self) -> float:
        """Words and meanings as one share."""
        return self.words + WEIGHTS.meaning * self.meanings


class Rarity:
    """How much a word tells: more the fewer claims hold it."""

    def __init__(self, claims: Sequence[Glance]) -> None:
        self._size = len(claims)
        held = Counter(chain.from_iterable(claim.distinct for claim in claims))
        weights = {n: log(1 + self._size / n) for n in set(held.values())}
        self.weights = {key: weights[n] for key, n in held.items()}

    def of(self, word: Word) -> float:
        """The weight of `word` among the words of its claim."""
        return word.share * self.weights[word.key]

    def met(self, passage: Passage) -> float:
        """How much the words that the passage has tell together: 1 for each that stands in one claim only."""
        weights = self.weights
        met = {m[0].key: m[0].share * weights[m[0].key] for m in passage.matches if m.how in _ITSELF}
        return sum(met.values()) / log(1 + max(1, self._size))

    def weigh(self, statements: tuple[Statement, ...], matches: tuple[Match, ...]) -> Passage:
        """The passage of these statements, its shares reckoned from the matches."""
        weights = self.weights
        total = exact = alike = 0.0
        for word, _, how in matches:
            weight = word.share * weights[word.key]
            total += weight
            if how == "meaning":
                alike += weight
            elif how:
                exact += weight
        total = total or 1.0
        return Passage(statements, matches, exact / total, alike / total)

    def with_facts(self, passage: Passage, agreed: Iterable[int]) -> Passage:
        """`passage` with the matches of these numbers covered by a fact that agrees."""
        numbers = set(agreed)
        if not numbers:
            return passage
        matches = tuple(m._replace(how="fact") if n in numbers else m for n, m in enumerate(passage.matches))
        return self.weigh(passage.statements, matches)


class EvidenceText:
    """One post or release: its statements, and where in them each word, meaning and entity stands."""

    def __init__(self, source: Source, wordings: Sequence[Wording]) -> None:
        self.source = source
        self.wordings = tuple(wordings)
        self.day = wordings[0].statement.day if wordings else None
        #: The hits of each word, ready to be handed out.
        self.keys: dict[str, dict[int, _Hit]] = {}
        self.concepts: dict[str, dict[int, Word]] = {}
        self.entities: dict[str, dict[int, Word | None]] = {}
        for n, wording in enumerate(wordings):
            self._add(n, wording)

    def _add(self, n: int, wording: Wording) -> None:
        for word in wording.words:
            self.keys.setdefault(word.key, {}).setdefault(n, ("word", word))
            for concept in word.concepts:
                self.concepts.setdefault(concept, {}).setdefault(n, word)
            if word.entity:
                self.entities.setdefault(word.entity, {}).setdefault(n, word)
        speaker = wording.statement.speaker
        for entity in (*wording.statement.entities, *((speaker,) if speaker else ())):
            self.entities.setdefault(entity, {}).setdefault(n, None)

    def found(self, word: Word) -> Mapping[int, _Hit]:
        """The statements (by number) that have `word`, each with how and by which of its words."""
        exact = self.keys.get(word.key, _NO_HITS)
        out: dict[int, _Hit] = {}
        if word.concepts and not self.concepts.keys().isdisjoint(word.concepts):
            for concept in sorted(word.concepts & self.concepts.keys()):
                for n, other in self.concepts[concept].items():
                    out.setdefault(n, ("meaning", other))
        if word.entity:
            for n, named in self.entities.get(word.entity, {}).items():
                out[n] = ("name", named)
        if word.days and self.day and word.days[0] <= self.day <= word.days[1]:
            out.update((n, ("fact", None)) for n in range(len(self.wordings)))
        return {**out, **exact} if out else exact


class Evidence:
    """All posts and releases, searchable by the words of a claim."""

    def __init__(self, texts: Sequence[EvidenceText], rarity: Rarity) -> None:
        self.texts = {text.source: text for text in texts}
        self._rarity = rarity
        self.keys: dict[str, list[Source]] = {}
        self.concepts: dict[str, list[Source]] = {}
        self.entities: dict[str, list[Source]] = {}
        for text in texts:
            for key in text.keys:
                self.keys.setdefault(key, []).append(text.source)
            for key in text.concepts:
                self.concepts.setdefault(key, []).append(text.source)
            for key in text.entities:
                self.entities.setdefault(key, []).append(text.source)

    def candidates(self, claim: Wording, near: Sequence[Source]) -> list[EvidenceText]:
        """The texts that share enough with `claim` to be looked at closely, best first, and those near it."""
        most = len(self.texts) / 4 if len(self.texts) >= MANY else len(self.texts)
        shares: dict[Source, float] = {}
        total = 0.0
        weights = self._rarity.weights
        for word in claim.words:
            weight = word.share * weights[word.key]
            total += weight
            holders: Sequence[Source] | set[Source] = self.keys.get(word.key, ())
            if word.entity in self.entities:
                holders = {*holders, *self.entities[word.entity]}
            if holders and len(holders) <= most:
                for source in holders:
                    shares[source] = shares.get(source, 0.0) + weight
            if not word.concepts or self.concepts.keys().isdisjoint(word.concepts):
                continue
            like = {n for concept in word.concepts for n in self.concepts.get(concept, ())}
            like.difference_update(holders)
            if like and len(like) <= most:
                for source in like:
                    shares[source] = shares.get(source, 0.0) + weight * WEIGHTS.meaning
        ranked = sorted((-share, s) for s, share in shares.items() if share >= WEIGHTS.floor * total)
        sources = dict.fromkeys([s for _, s in ranked[:CLOSEST]] + [s for s in near[:2] if s in self.texts])
        return [self.texts[source] for source in sources]

    def passage(self, claim: Wording, text: EvidenceText) -> Passage:
        """The statements of `text`, three at most, that together have most of the claim's words."""
        if len(text.wordings) == 1:  # Nothing is to be chosen; many a post is one sentence.
            only = [text.found(word).get(0, _NO_HIT) for word in claim.words]
            return self._passage(claim, text, only, (0,))
        found = [
            (i, self._rarity.of(word), hits)
            for i, word in enumerate(claim.words)
            if (hits := text.found(word))
        ]
        best: list[_Hit] = [_NO_HIT] * len(claim.words)
        taken: list[int] = []
        while len(taken) < PASSAGE:
            gains: dict[int, float] = {}
            for i, weight, hits in found:
                now = _WORTH[best[i][0]]
                for n, (how, _) in hits.items():
                    gain = _WORTH[how] - now
                    if gain > 0:
                        gains[n] = gains.get(n, 0.0) + weight * gain
            if not gains:
                break
            n = max(gains, key=lambda k: (gains[k], -k))
            taken.append(n)
            for i, _, hits in found:
                hit = hits.get(n)
                if hit and _WORTH[hit[0]] > _WORTH[best[i][0]]:
                    best[i] = hit
        return self._passage(claim, text, best, taken or (0,))

    def _passage(
        self, claim: Wording, text: EvidenceText, hits: Sequence[_Hit], taken: Sequence[int]
    ) -> Passage:
        matches = [Match(word, other, how) for word, (how, other) in zip(claim.words, hits, strict=True)]
        return self._rarity.weigh(tuple([text.wordings[n].statement for n in taken]), tuple(matches))
