"""What words can stand for one another: the concepts of `lexicons/synonyms.csv`, found in running text.

"Called the tour off" and "cancelled" share the concept `cancel`. Words are brought back to their base forms
by rule and by the table of irregular forms, so that the table needs base forms only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import cast

from attrs import field, frozen

from reconcile.lexicons import load_rows, load_toml
from reconcile.words import stop_words

#: How many words may stand between a verb and its particle: "called the autumn tour off".
GAP = 3
#: What a verb's last letters may be in an inflected form, and what stands there in its base form: by the last.
_ENDINGS = {
    "s": (("s", ""), ("es", ""), ("ies", "y")),
    "d": (("ed", ""), ("ed", "e"), ("ied", "y")),
    "g": (("ing", ""), ("ing", "e")),
}


@frozen
class Entry:
    """What a word may mean alone, and the phrases that it may begin: (the rest of the words, concept)."""

    concepts: frozenset[str] = frozenset()
    #: By the second word, as a verb may begin dozens.
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]] = field(factory=dict)
    #: Verbs with a particle, which other words may part: the concepts by the particle.
    parted: Mapping[str, frozenset[str]] = field(factory=dict)
    #: The concepts of both; none where the word begins nothing.
    begun: frozenset[str] = frozenset()


#: Of most words the table says nothing.
NOTHING = Entry()


def find_concepts(words: Sequence[str]) -> Sequence[frozenset[str]]:
    """The concepts of each of `words` (plain, in order, none left out), those of phrases included.

    >>> [sorted(c & {"cancel"}) for c in find_concepts("she called the tour off".split())]
    [[], ['cancel'], [], [], ['cancel']]
    """
    return _concepts_in(tuple(words))


@lru_cache(maxsize=1024)
def _concepts_in(words: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Kept while an article is read: links ask for a sentence when they sift and when they read, and checks do."""
    entries = list(map(entry_of, words))
    found: list[frozenset[str]] = [entry.concepts for entry in entries]
    for i in [i for i, entry in enumerate(entries) if entry.begun]:
        entry = entries[i]
        if entry.phrases:
            for base in bases_of(words[i + 1]) if i + 1 < len(words) else ():
                for rest, concept in entry.phrases.get(base, ()):
                    if _goes_on(words, i + 1, rest):
                        _mark(found, range(i, i + 1 + len(rest)), frozenset((concept,)))
        if entry.parted:
            met: set[str] = set()  # of a particle the first place counts
            for j in range(i + 1, min(i + 2 + GAP, len(entries))):
                for particle in entry.parted.keys() & bases_of(words[j]):
                    if particle not in met:
                        met.add(particle)
                        _mark(found, (i, j), entry.parted[particle])
    return tuple(found)


def _goes_on(words: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    """Whether the words of `phrase` stand one after the other from `at` on, in any of their forms."""
    return at + len(phrase) <= len(words) and all(
        word in bases_of(words[at + k]) for k, word in enumerate(phrase)
    )


def _mark(found: list[frozenset[str]], places: Iterable[int], concepts: frozenset[str]) -> None:
    for place in places:
        found[place] |= concepts


@lru_cache(maxsize=16384)
def entry_of(word: str) -> Entry:
    """What the table says of `word` in any of its forms."""
    known = _known()
    if word not in known and word[-1:] not in _ENDINGS and word not in _irregular():
        return NOTHING  # most words, told without asking for their base forms
    listed = [base for base in bases_of(word) if base in known]
    if not listed:
        return NOTHING
    alone, begun = _table()
    particles = _listed("particles")
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    parted: dict[str, frozenset[str]] = {}
    told: set[str] = set()
    for rest, concept in {phrase for base in listed for phrase in begun.get(base, ())}:
        told.add(concept)
        if len(rest) == 1 and rest[0] in particles:
            parted[rest[0]] = parted.get(rest[0], frozenset()) | {concept}
        else:
            phrases.setdefault(rest[0], []).append((rest, concept))
    concepts = frozenset(c for base in listed for c in alone.get(base, ()))
    return Entry(concepts, phrases, parted, frozenset(told))


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
def _known() -> frozenset[str]:
    """Every base form that the table says something of."""
    return frozenset().union(*_table())


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(load_toml("words")[name]).split())


@cache
def _irregular() -> dict[str, str]:
    table = cast("dict[str, dict[str, str]]", load_toml("words"))["irregular"]
    return {form: base for base, forms in table.items() for form in forms.split()}


@lru_cache(maxsize=16384)
def bases_of(word: str) -> tuple[str, ...]:
    """The forms of the table that `word` may be an inflection of; most that the rules make are no words."""
    bases = [word]
    if word in _irregular():
        bases.append(_irregular()[word])
    for ending, instead in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: len(word) - len(ending)] + instead
            bases.append(base)
            if ending in ("ed", "ing") and not instead and len(base) > 3 and base[-1] == base[-2]:
                bases.append(base[:-1])
    return tuple(bases)
