"""Which capitals of a text are names: more than a sentence's capital, no people's or party's adjective."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.lexicons import load_lines, load_words
from reconcile.names.countries import cities, countries, demonyms
from reconcile.names.mentions import Name, read_names
from reconcile.names.offices import parties
from reconcile.names.vocabulary import Vocabulary, read_vocabulary
from reconcile.patterns import lazy_regex

_NOUN_AFTER = lazy_regex(r" \p{Ll}")
#: Endings of adjectives of peoples in English, those that other names hardly have, and all of them.
_PEOPLE_ENDS = ("ian", "ians", "ese")
_DEMONYM_ENDS = frozenset(["n", "ns", "an", "ans", "ian", "ians", "ish", "ese", "ic", "er", "ers", "i", "is"])
#: Endings of a second adjective: "Belgian Parliamentary members".
_ADJECTIVE_ENDS = ("ary", "al", "ic", "ive", "an")


def accepted(text: str, supported: frozenset[str]) -> list[Name]:
    """The names of a text that are more than a sentence's capital, and no people's or language's."""
    names = read_names(text)
    strong = {word for name in names if not name.weak for word in name.words}
    plain = read_vocabulary(text)
    kept = []
    for name in names:
        if name.weak and (not _borne_out(name, strong, supported, plain) or _workers(name)):
            continue
        doubts = _doubts(name.words)
        if doubts is None or not _borne(text, name, doubts, strong):
            kept.append(name)
    return kept


class _Doubts(NamedTuple):
    """What the words of a name say against its being one."""

    #: A people's or a language's adjective.
    people: bool
    #: Places whose people's adjective it can be.
    places: tuple[str, ...]
    #: It ends like a time zone, like a party.
    zone: bool
    party: bool


@lru_cache(maxsize=8192)
def _doubts(words: tuple[str, ...]) -> _Doubts | None:
    """The doubts about a name of these words; None for most. Kept by words."""
    people, places = _as_demonym(words[0]) if len(words) == 1 else (False, ())
    if len(words) == 2:
        people = words[0] in demonyms() and words[1].endswith(_ADJECTIVE_ENDS)
    zone, party = words[-1] in _times(), words[-1] in parties()
    return _Doubts(people, places, zone, party) if people or places or zone or party else None


def _borne(text: str, name: Name, doubts: _Doubts, strong: set[str]) -> bool:
    """Whether the text bears one of the doubts about a name out."""
    return (
        is_demonym(name, strong)
        or (doubts.zone and _hour(text, name))
        or (doubts.party and is_party_adjective(text, name))
    )


def _hour(text: str, name: Name) -> bool:
    """Whether a name is a time zone's: "Central Time", "Eastern time"."""
    return name.words[-1] == "time" or text.startswith(" time", name.end)


@cache
def _times() -> frozenset[str]:
    return load_words("names", "zones") | {"time"}


def _workers(name: Name) -> bool:
    """Whether a sentence's first word is no more than what people do: "Divers", "Riders"."""
    word = name.words[0]
    return len(name.words) == 1 and word[-1] == "s" and word[:-1] in load_words("names", "callings")


def sure_among_nouns(text: str, names: Sequence[Name]) -> list[Name]:
    """Of a language's capitalised words those that are names for sure, where every noun has a capital.

    Kept are persons with a title or a given name that people bear, bodies of several words, acronyms,
    countries and cities, and what repeats a word of these.
    """
    given, lands, towns = load_lines("given_names"), countries(), cities()
    sure = [
        n
        for n in names
        if n.title
        or n.addressed
        or n.acronym
        or n.dateline
        or (len(n.words) > 1 and (n.body or n.words[0] in given))
        or n.words[0] in lands
        or n.words[0] in towns
    ]
    known = {word for n in sure for word in n.words[-1:]}
    kept = {id(n) for n in sure}
    return [n for n in names if id(n) in kept or (len(n.words) == 1 and n.words[0] in known)]


def _borne_out(name: Name, strong: set[str], supported: frozenset[str], plain: Vocabulary) -> bool:
    """Whether a capital that the sentence may owe is a name elsewhere, and no plain word of the same text."""
    if len(name.words) > 1:
        return all(word in strong or word in supported for word in name.words)
    word = name.words[0]
    return word in strong or (word in supported and not plain.has_plain(word))


def is_demonym(name: Name, known: Container[str]) -> bool:
    """Whether a single word is the adjective of a place that the text names: "Morvian" beside "Morvia"."""
    if name.title or name.addressed or name.body:
        return False
    doubts = _doubts(name.words)
    return doubts is not None and (doubts.people or any(place in known for place in doubts.places))


def _as_demonym(word: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a word is a people's for sure, and the places whose people's it can be."""
    if len(word) > 6 and word.endswith(_PEOPLE_ENDS):
        return True, ()
    if word in demonyms() or (word[-1] == "s" and word[:-1] in demonyms()):
        return True, ()
    stems = [word[:-size] for size in (1, 2, 3, 4) if word[-size:] in _DEMONYM_ENDS]
    return False, tuple([place for stem in stems if len(stem) > 3 for place in (stem, stem + "a")])


def is_party_adjective(text: str, name: Name) -> bool:
    """Whether a single word is a party's adjective before a noun: "Republican politicians", "the Green
    member".
    """
    return (
        len(name.words) == 1
        and name.words[0] in parties()
        and not name.text.endswith("s")
        and name.words[0] not in ("labour", "labor")
        and bool(_NOUN_AFTER.match(text, name.end))
    )
