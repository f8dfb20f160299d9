"""Bodies known again by how their accounts describe themselves: "Feuerwehr Neuburg" is "the fire brigade".

An account's words tell what kind of body it is, in which field and where; a body of the prose is the
account's where its noun says the same and no word of its own is left without an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from attrs import frozen

from reconcile.lexicons import load_groups, load_words
from reconcile.names.bodies import club_forms, concepts_of, is_concept, legal_forms
from reconcile.names.cluster import Cluster, key_of
from reconcile.names.countries import cities, countries
from reconcile.names.likeness import is_slip
from reconcile.names.offices import fields, office_words
from reconcile.patterns import lazy_regex
from reconcile.text import bare

_HANDLE_WORD = lazy_regex(r"\p{Lu}{2,}+(?!\p{Ll})|\p{Lu}?\p{Ll}++|\p{Lu}++|\d++")
_DIGRAPH = lazy_regex(r"([aou])e")
#: A longer word counts as covered where the other is a slip away.
_LONG_WORD = 5
#: Letters that two words must share at their beginning for one to be the other cut short.
_CUT = 4
#: Concepts so wide that two bodies of one kind are hardly the same body.
_WIDE = frozenset({"agency", "company", "association", "initiative", "institute", "press"})


def wide_concepts() -> frozenset[str]:
    """Concepts so wide that two bodies of one kind are hardly the same body: "company", "association"."""
    return _WIDE


@frozen
class Signs:
    """What an account's name and handle say of its owner."""

    #: The words that it shows, or those of its handle where it shows none.
    words: tuple[str, ...]
    #: These and the handle's.
    every: frozenset[str]
    #: The concepts of all of them.
    concepts: frozenset[str]


@lru_cache(maxsize=256)
def read_signs(handle: str, shown: str) -> Signs:
    """The signs of an account by its handle and by what it calls itself ("" for nothing).

    >>> read_signs("MinEduKelva", "").words
    ('min', 'edu', 'kelva')
    """
    local = handle.partition("@")[0].removesuffix(".bsky.social")
    handled = tuple(bare(w) for w in _HANDLE_WORD.findall(local))
    words = key_of(shown) if shown else handled
    # Handles write umlauts with an "e": "gruene" for "grüne".
    plain = [_DIGRAPH.sub(r"\1", w) for w in handled]
    concepts = concepts_of(" ".join(words)) | concepts_of(" ".join(handled)) | concepts_of(" ".join(plain))
    return Signs(words, frozenset({*words, *handled}), concepts)


def described_body(
    candidates: Sequence[Cluster], signs: Signs, places: frozenset[str], *, generic: bool
) -> Cluster | None:
    """The one body of the prose that the signs describe best, or None; `places` are the words of places.

    `generic` asks for those of which the prose has nothing but the noun: "the zoo".
    """
    scored: list[tuple[int, Cluster]] = []
    for cluster in candidates:
        if cluster.in_prose and cluster.generic == generic and cluster.kind == "organization":
            score = _score(cluster, signs, places)
            if score:
                scored.append((score, cluster))
    best = max((s for s, _ in scored), default=0)
    fitting = [c for s, c in scored if s == best]
    return fitting[0] if len(fitting) == 1 else None


def _score(cluster: Cluster, signs: Signs, places: frozenset[str]) -> int:
    """How well the signs cover a body's name; 0 where its noun, or a word of its own, has no answer."""
    same_kind = bool(signs.concepts) and bool(
        ((cluster.concepts or concepts_of(cluster.name)) & signs.concepts) - _WIDE
    )
    held = [w for w in cluster.words if covered(w, signs.every)]
    if not (same_kind or held):
        return 0
    left = [
        w for w in cluster.words if w not in held and w not in load_groups("body_nouns", "prose")["empty"]
    ]
    heads = set(cluster.words) if is_concept(cluster.name) else {w for w in cluster.words if concepts_of(w)}
    if same_kind and _nothing_own(cluster, left, heads, places):
        foreign = signs.every.isdisjoint(heads)
        if foreign or all(w in nouns() or w in load_words("names", "reaches") for w in left):
            return 4 + len(held)
    rest = [
        w
        for w in signs.words
        if not covered(w, frozenset(cluster.words)) and w not in places and not is_light(w)
    ]
    specific = any(w not in nouns() for w in held)
    if cluster.generic and not left and cluster.words[-1] in signs.words:
        return 1  # "the federation" for "Swimming Federation"
    return 2 + len(held) if specific and not rest and all(w in nouns() for w in left) else 0


def _nothing_own(cluster: Cluster, left: list[str], heads: set[str], places: frozenset[str]) -> bool:
    """Whether no word without an answer is the body's own: a place, or a name's word that is no noun."""
    return not any(w in places or (not cluster.common and w not in heads) for w in left)


def place_words(candidates: Iterable[Cluster]) -> frozenset[str]:
    """The words of places and of single words that may be one: what a body's account adds to its name."""
    found: set[str] = set()
    for cluster in candidates:
        kind = cluster.kind
        if kind == "place":
            found.update(cluster.words)
        elif (
            kind != "person"
            and len(cluster.words) == 1
            and not cluster.common
            and not is_concept(cluster.name)
        ):
            found.add(cluster.words[0])
    return frozenset(found)


@cache
def nouns() -> frozenset[str]:
    """Nouns of bodies that an account may leave out: "office", "ministry", "agency"."""
    return frozenset(load_groups("body_nouns", "prose")["generic"]) | {"police", "ministry"}


def covered(word: str, words: frozenset[str]) -> bool:
    """Whether a word stands among others, as it is, shortened, of the same field, or as a city's other name.

    >>> covered("cologne", frozenset({"koln"})), covered("statistics", frozenset({"stat"}))
    (True, True)
    >>> covered("money", frozenset({"koln"}))
    False
    """
    if word in words:
        return True
    field, city = fields().get(word), cities().get(word)
    for other in words:
        # Only words that begin alike can be one cut short, or one misprinted: most do not.
        if (word[0] == other[0] or word[:2] == other[1::-1]) and (
            _cut_short(word, other) or (len(word) > _LONG_WORD and is_slip(word, other))
        ):
            return True
        if (field and fields().get(other) == field) or (city and cities().get(other) == city):
            return True
    return False


def _cut_short(word: str, other: str) -> bool:
    """Whether one word is the other's beginning, of four letters at least."""
    return (
        len(word) >= _CUT <= len(other)
        and word[:_CUT] == other[:_CUT]
        and (word.startswith(other) or other.startswith(word))
    )


def is_light(word: str) -> bool:
    """Whether an account may bear a word beside its owner's name: a country, a form, "official"."""
    return (
        len(word) < 3
        or any(c.isdigit() for c in word)
        or word in countries()
        or word in load_words("names", "account_words")
        or word in club_forms()
        or word in legal_forms()
        or word in office_words()
    )
