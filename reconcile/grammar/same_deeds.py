"""Which words of a sentence can tell of one and the same deed: "hand over" and "give", "relocate" and "move".

The classes are those of `lexicons/same_deeds.csv`. A verb with a particle is found with up to three words between.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.grammar.keys import form_of, is_light
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_rows

#: The particle of a verb stands so near behind it (words).
_GAP = 4
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def deeds_told(text: str) -> dict[int, frozenset[str]]:
    """The classes of deed of each word of a sentence that has any.

    >>> [sorted(classes & {"give"}) for classes in deeds_told("They will hand the mast over.").values()]
    [['give']]
    """
    words = read_words(text)
    alone, begun = _table()
    known = (alone.keys() | begun.keys()) & words.vocabulary
    if not known:
        return {}
    return {
        i: classes
        for i, form in enumerate(words.forms)
        if form in known and (classes := _classes(words, i, alone, begun))
    }


@lru_cache(maxsize=4096)
def deed_classes(text: str) -> frozenset[str]:
    """All classes of deed that a sentence has a word of."""
    return frozenset().union(*deeds_told(text).values())


def _classes(
    words: Wording,
    i: int,
    alone: dict[str, frozenset[str]],
    begun: dict[str, list[tuple[tuple[str, ...], str]]],
) -> frozenset[str]:
    """The classes of word `i`: its own, and those of the phrases that it begins."""
    form = words.forms[i]
    classes = alone.get(form, _NONE)
    for rest, deed in begun.get(form, ()):
        if _follows(words, i, rest):
            classes |= {deed}
    return classes


def _follows(words: Wording, i: int, rest: tuple[str, ...]) -> bool:
    """Whether the words of a phrase follow word `i`, in order and near, in its clause."""
    at = i
    for form in rest:
        last = min(len(words), at + _GAP + 1)
        found = next((j for j in range(at + 1, last) if words.forms[j] == form), None)
        if found is None or words.clauses[found] // 100 != words.clauses[i] // 100:
            return False
        at = found
    return True


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Classes by the form of a word that stands alone; the phrases by the form of their first word."""
    alone: dict[str, frozenset[str]] = {}
    begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in load_rows("same_deeds"):
        for entry in row["words"].split("; "):
            first, *rest = map(form_of, entry.split())
            if rest:
                begun.setdefault(first, []).append((tuple(rest), row["deed"]))
            elif not is_light(entry) or entry == row["deed"]:
                alone[first] = alone.get(first, _NONE) | {row["deed"]}
    return alone, begun
