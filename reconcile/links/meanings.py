"""What words can stand for one another: the concepts of `lexicons/synonyms.csv`, found in running text.

"Called the tour off" and "cancelled" share the concept `cancel`. Words are brought back to their base forms
by rule and by the table of irregular forms, so that the table needs base forms only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from reconcile.lexicons import load_rows, load_toml
from reconcile.words import stop_words

#: How many words may stand between a verb and its particle: "called the autumn tour off".
GAP = 3
#: What a verb's last letters may be in an inflected form, and what stands there in its base form.
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)


@frozen
class Entry:
    """What a word may mean alone, and the phrases that it may begin: (the rest of the words, concept)."""

    bases: frozenset[str]
    concepts: frozenset[str]
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    #: Verbs with a particle, which other words may part: (the particle, concept).
    parted: tuple[tuple[str, str], ...]


def find_concepts(words: Sequence[str]) -> list[frozenset[str]]:
    """The concepts of each of `words` (plain, in order, none left out), those of phrases included.

    >>> [sorted(c & {"cancel"}) for c in find_concepts("she called the tour off".split())]
    [[], ['cancel'], [], [], ['cancel']]
    """
    entries = [entry_of(word) for word in words]
    found: list[frozenset[str]] = [entry.concepts for entry in entries]
    for i, entry in enumerate(entries):
        if entry.phrases:
            for rest, concept in entry.phrases:
                if all(word in other.bases for word, other in zip(rest, entries[i + 1 :], strict=False)):
                    _mark(found, range(i, i + 1 + len(rest)), concept)
        if entry.parted:
            near = entries[i + 1 : i + 2 + GAP]
            for particle, concept in entry.parted:
                at = next((j for j, other in enumerate(near, i + 1) if particle in other.bases), 0)
                if at:
                    _mark(found, (i, at), concept)
    return found


@lru_cache(maxsize=16384)
def entry_of(word: str) -> Entry:
    """What the table says of `word` in any of its forms."""
    alone, begun = _table()
    bases = frozenset(_bases(word))
    concepts = frozenset(c for base in bases for c in alone.get(base, ()))
    return Entry(bases, concepts, tuple(p for base in sorted(bases) for p in begun.get(base, ())))


@cache
def _table() -> tuple[dict[str, list[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Concepts by single word; phrases by their first word."""
    alone: dict[str, list[str]] = {}
    begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    idle = stop_words() | _listed("light")
    for row in load_rows("synonyms"):
        for form in row["words"].split("; "):
            first, *rest = form.replace("-", " ").split()
            if rest:
                begun.setdefault(first, []).append((tuple(rest), row["concept"]))
            elif first not in idle:
                alone.setdefault(first, []).append(row["concept"])
    return alone, begun


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(load_toml("words")[name]).split())


@cache
def _irregular() -> dict[str, str]:
    table = cast("dict[str, dict[str, str]]", load_toml("words"))["irregular"]
    return {form: base for base, forms in table.items() for form in forms.split()}


def _bases(word: str) -> Iterator[str]:
    """The forms of the table that `word` may be an inflection of; most that the rules make are no words."""
    yield word
    if word in _irregular():
        yield _irregular()[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: len(word) - len(ending)] + instead
            yield base
            if ending in ("ed", "ing") and not instead and len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1]
