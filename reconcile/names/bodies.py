"""Bodies: the nouns of organisations, and what closes the names of companies and clubs.

Names in other languages meet in a concept: "Feuerwehr Neuburg" and "the fire brigade" are both *fire*.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from reconcile.lexicons import load_groups, load_words
from reconcile.text import bare

#: A body noun ends a compound word only where it is at least this long: "Uhrenmuseum", not "Zeitpunkt".
_COMPOUND_END = 6


@cache
def _concepts() -> Mapping[str, frozenset[str]]:
    """Every body noun (bare) -> its concepts."""
    table: dict[str, set[str]] = {}
    for concept, forms in load_groups("body_nouns", "concepts").items():
        for form in forms:
            table.setdefault(bare(form), set()).add(concept)
    return MappingProxyType({form: frozenset(concepts) for form, concepts in table.items()})


@cache
def _compound_ends() -> range:
    """The lengths of the nouns that may end a compound word."""
    return range(_COMPOUND_END, max(len(form) for form in _concepts() if " " not in form) + 1)


@cache
def wider(concept: str) -> frozenset[str]:
    """`concept` with the classes that hold it: a mountain rescue service is a rescue service."""
    classes = load_groups("body_nouns", "classes")
    return frozenset({concept, *(name for name, held in classes.items() if concept in held)})


@lru_cache(maxsize=8192)
def concepts_of(name: str) -> frozenset[str]:
    """The concepts that the words of `name` show, by its longest nouns.

    >>> sorted(concepts_of("Feuerwehr Neuburg")), sorted(concepts_of("mountain rescue service"))
    (['fire'], ['mountain_rescue'])
    >>> sorted(concepts_of("Uhrenmuseum Köln"))
    ['museum']
    """
    words = bare(name).replace("’", "'").split()
    found: set[str] = set()
    i = 0
    while i < len(words):
        step = 1
        for j in range(min(len(words), i + 4), i, -1):
            concepts = _concepts().get(" ".join(words[i:j]))
            if concepts:
                found |= concepts
                step = j - i
                break
        else:
            found |= _compound_concepts(words[i])
        i += step
    return frozenset(found)


def is_concept(name: str) -> bool:
    """Whether the whole of `name` is a body's noun: "Red Cross", "Greens"."""
    return bare(name) in _concepts()


@lru_cache(maxsize=8192)
def _compound_concepts(word: str) -> frozenset[str]:
    if len(word) < _COMPOUND_END + 2:
        return frozenset()
    table = _concepts()
    for size in reversed(_compound_ends()):  # the longest noun first
        if size <= len(word) and (concepts := table.get(word[-size:])):
            return concepts
    return frozenset()


@cache
def body_words() -> frozenset[str]:
    """The single nouns (bare) that make a capitalised run the name of a body."""
    nouns = {form for form in _concepts() if " " not in form and len(form) > 2}
    return frozenset(nouns | legal_forms() | club_forms()) - load_words("body_nouns", "not_alone")


@cache
def legal_forms() -> frozenset[str]:
    """What closes a company's name: "Ltd", "AG"."""
    return frozenset(bare(f) for f in load_groups("body_nouns", "forms")["legal"])


@cache
def trades() -> frozenset[str]:
    """The trades that close companies' names: "Oil", "Logistics"."""
    return frozenset(bare(f) for f in load_groups("body_nouns", "forms")["trades"])


@cache
def club_forms() -> frozenset[str]:
    """What closes or opens a club's name: "FC"."""
    return frozenset(bare(f) for f in load_groups("body_nouns", "forms")["club"])


@cache
def _closing_forms() -> frozenset[str]:
    return legal_forms() | club_forms()


def core(name: str) -> str:
    """The name of a company or club without its legal form and its article.

    >>> core("The Optexa Holding AG"), core("Harlow Rangers FC"), core("Port Authority")
    ('Optexa', 'Harlow Rangers', 'Port Authority')
    """
    words = name.split()
    if len(words) > 1 and words[0].lower() in ("the", "der", "die", "das", "le", "la", "el"):
        words = words[1:]
    while len(words) > 1 and bare(words[-1]).strip(".,") in _closing_forms():
        words.pop()
    if len(words) > 1 and bare(words[0]) in club_forms():
        words = words[1:]
    return " ".join(words)
