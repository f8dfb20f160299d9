"""Finding, in many claims, the few that a post may bear out: BM25 over normalised terms, inverted."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from math import log

from reconcile.links.glued import split_known
from reconcile.links.terms import pairs_of
from reconcile.links.word_terms import spelled

#: How soon a term's repetition stops counting, and how far a claim's length is allowed for (Robertson 1994).
K1, B = 0.9, 0.5
#: A term that stands in more than this share of the claims ranks claims, but finds none.
COMMON = 0.05


class ClaimIndex:
    """An index of claims, searched with the text of a post.

    >>> index = ClaimIndex(["The harbour was closed on Friday.", "The mayor opened the new library."])
    >>> [position for position, score in index.search("Library's open!! #mayor", limit=1)]
    [1]
    """

    def __init__(self, claims: Sequence[str]) -> None:
        read = [pairs_of(claim) for claim in claims]
        #: The claims' plain words: what a hashtag in small letters is cut into.
        self._words = {word for pairs in read for _, word in pairs}
        self._size = len(read)
        mean = sum(map(len, read)) / max(1, self._size) or 1.0
        self._positions: dict[str, array[int]] = {}
        self._impacts: dict[str, array[float]] = {}
        for position, pairs in enumerate(read):
            self._add(position, Counter([key for key, _ in pairs]), K1 * (1 - B + B * len(pairs) / mean))

    def _add(self, position: int, counts: Counter[str], damp: float) -> None:
        for key, n in counts.items():
            if key not in self._positions:
                self._positions[key], self._impacts[key] = array("l"), array("d")
            self._positions[key].append(position)
            self._impacts[key].append(n * (K1 + 1) / (n + damp))

    def __len__(self) -> int:
        return self._size

    def rarity(self, key: str) -> float:
        """The weight of a term: high where few claims hold it (inverse document frequency)."""
        n = len(self._positions.get(key, ()))
        return log(1 + (self._size - n + 0.5) / (n + 0.5))

    def search(self, text: str, limit: int = 5) -> list[tuple[int, float]]:
        """The `limit` claims that share most with `text`: (position, score), best first, equals by position.

        A score is comparable within one search; a claim that shares no term with the text is not returned.
        """
        if limit < 1:
            return []
        weighed = sorted(((self.rarity(key), key) for key in self._keys(text)), reverse=True)
        scores: dict[int, float] = {}
        for weight, key in weighed:
            postings = zip(self._positions[key], self._impacts[key], strict=True)
            if len(self._positions[key]) <= COMMON * self._size or not scores:
                for position, impact in postings:
                    scores[position] = scores.get(position, 0.0) + weight * impact
            else:
                for position, impact in postings:
                    if position in scores:
                        scores[position] += weight * impact
        best = nsmallest(limit, ((-score, position) for position, score in scores.items()))
        return [(position, -score) for score, position in best]

    def _keys(self, text: str) -> set[str]:
        """The terms of a search that some claim holds; a glued hashtag is cut into words of the claims."""
        keys: set[str] = set()
        for key, word in pairs_of(text):
            if key in self._positions:
                keys.add(key)
            else:
                keys.update(
                    k
                    for part in split_known(word, self._words)
                    for k in spelled(part)
                    if k in self._positions
                )
        return keys
