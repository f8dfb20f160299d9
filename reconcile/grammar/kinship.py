"""How much of a claim another sentence covers, words of like meaning and deeds in other words included.

Words are akin where they share a line of `lexicons/synonyms.csv`. That is less than to be the same, so it counts less.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from reconcile.grammar.keys import key_of
from reconcile.grammar.same_deeds import deeds_told
from reconcile.grammar.words import read_words
from reconcile.lexicons import load_rows
from reconcile.model import Span

#: A word of like meaning, and a word of time, count so much of one that is there.
_AKIN, _TIME = 0.7, 0.4
_NONE: frozenset[str] = frozenset()


def covered(
    claim: str, evidence: str, places: Iterable[int], agreed: Iterable[Span] = ()
) -> tuple[float, float]:
    """How much of a claim's content stands at these places of the evidence, and how much it has in all.

    `agreed` are stretches of the claim that are known to be borne out: "Wednesday" by "tomorrow".
    """
    known = tuple(agreed)
    words = read_words(claim)
    there, meant, told = _at(evidence, tuple(places))
    deeds = deeds_told(claim)
    met = total = 0.0
    for i, key in enumerate(words.keys):
        classes = deeds.get(i, _NONE)
        if not key and not classes:
            continue
        weight = _TIME if key[:1] == "~" else 1.0
        total += weight
        if (key and key in there) or any(span.start <= words.starts[i] < span.end for span in known):
            met += weight
        elif not (classes.isdisjoint(told) and concepts_of(key).isdisjoint(meant)):
            met += _AKIN
    return met, total


@lru_cache(maxsize=4096)
def _at(text: str, places: tuple[int, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The keys at these places of a sentence, their concepts, and the classes of deed there."""
    words, deeds = read_words(text), deeds_told(text)
    keys = frozenset(words.keys[i] for i in places if words.keys[i])
    concepts = frozenset().union(*(concepts_of(key) for key in keys))
    return keys, concepts, frozenset().union(*(deeds.get(i, _NONE) for i in places))


def concepts_of(key: str) -> frozenset[str]:
    """The concepts that a word, given by its key, can stand for."""
    return _concepts().get(key, _NONE)


@cache
def _concepts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load_rows("synonyms"):
        for word in row["words"].split("; "):
            if " " not in word and (key := key_of(word)) and key[0] not in "~#":
                found.setdefault(key, set()).add(row["concept"])
    return {key: frozenset(concepts) for key, concepts in found.items()}
