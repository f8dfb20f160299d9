"""Names that look alike: when one printed form is another one misprinted, and when it is another name.

A distance alone cannot tell. A bare surname that nobody bears is one misprinted where somebody bears one a
slip away from it; two full names are two people unless something else speaks for one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from reconcile.lexicons import load_toml
from reconcile.names.cluster import Cluster, Register
from reconcile.names.countries import demonyms, known_places
from reconcile.names.kinds import stands_as_place
from reconcile.names.mentions import Name
from reconcile.names.spelling import single_edit

#: No shorter word is taken for another one's misprint.
_SHORTEST = 4
#: From this length on two slips in one word are believed.
_TWO_SLIPS = 8
#: Endings that make another word of a name: a people, a plural, a feminine, a genitive.
_ENDINGS = (
    "s",
    "n",
    "ns",
    "an",
    "ans",
    "ian",
    "ish",
    "er",
    "ers",
    "in",
    "a",
    "ova",
    "en",
    "e",
    "i",
    "ese",
    "sche",
    "scher",
)


def misprint(register: Register, word: str, name: Name, text: str) -> Cluster | None:
    """The person whose surname a bare word misprints, where exactly one is near."""
    if len(word) < _SHORTEST or name.acronym or name.body or name.article:
        return None
    near = [
        c for c in register.near(word) if len(c.words) > 1 and is_slip(word, c.surname) and c.kind == "person"
    ]
    return near[0] if len(near) == 1 and not stands_as_place(text, name.start) else None


def misprinted_word(register: Register, word: str, supported: frozenset[str]) -> Cluster | None:
    """The place or body called by one word that another single word misprints: one of the two must be borne
    out.

    What the evidence prints is nobody's misprint.
    """
    if len(word) < _SHORTEST + 1:
        return None
    close = register.near(word)
    if not close or word in supported or word in demonyms():
        return None
    near = [
        c
        for c in close
        if not c.common
        and is_slip(word, c.words[0])
        and (len(c.words) == 1 or c.kind == "organization")
        and (c.words[0] in supported or len(c.mentions) > 1 or len(word) >= _TWO_SLIPS)
        and not (word in known_places() and c.words[0] in known_places())
    ]
    return near[0] if len(near) == 1 else None


def is_slip(a: str, b: str) -> bool:
    """Whether `a` can be `b` misprinted: one edit or, in long words, two, and no ending of another word.

    >>> is_slip("garruck", "garrick"), is_slip("morvian", "morvia"), is_slip("wend", "wendes")
    (True, False, False)
    """
    if a == b or len(a) < _SHORTEST or len(b) < _SHORTEST or not -3 < len(a) - len(b) < 3:
        return False
    if a[0] != b[0] and a[:2] != b[1::-1]:
        return False
    return _slipped(a, b)


@lru_cache(maxsize=8192)
def _slipped(a: str, b: str) -> bool:
    """The same of words that begin alike; kept, as most others are told apart in less time than a look takes."""
    short, long = sorted((a, b), key=len)
    if _same_stem(short, long):
        return False
    edit = single_edit(a, b)
    if edit is not None:
        return True
    return len(short) >= _TWO_SLIPS and a[0] == b[0] and _two_edits(a, b)


def surname_slip(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names have equal given names and surnames (the last words) one edit apart.

    The given name speaks for one person, so that an ending is a slip, too ("Hartman", "Hartmann").

    >>> surname_slip(("josefine", "hartman"), ("josefine", "hartmann"))
    True
    >>> surname_slip(("jan", "hartman"), ("jon", "hartman"))
    False
    """
    if len(words) < 2 or words[:-1] != other[:-1] or min(len(words[-1]), len(other[-1])) < _SHORTEST:
        return False
    return single_edit(words[-1], other[-1]) is not None


def _same_stem(short: str, long: str) -> bool:
    """Whether two words are one with two endings: "Texas" and "Texans", "Morvia" and "Morvian"."""
    stem = 0
    while stem < len(short) and short[stem] == long[stem]:
        stem += 1
    return (
        stem >= _SHORTEST - 1 and (short[stem:] in _ENDINGS or not short[stem:]) and long[stem:] in _ENDINGS
    )


def only_ending(a: str, b: str) -> bool:
    """Whether two words differ in their last letters alone, as a name's cases do ("Villa", "Villy")."""
    stem = min(len(a), len(b)) - 2
    return stem >= 2 and a[:stem] == b[:stem]


def _two_edits(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=2) <= 2


def same_usage(a: str, b: str) -> bool:
    """Whether two words (bare) are the British and the American spelling of one: "labour", "labor".

    >>> same_usage("labour", "labor"), same_usage("centre", "center"), same_usage("marten", "martin")
    (True, True, False)
    """
    return american(a) == american(b)


@lru_cache(maxsize=8192)
def american(word: str) -> str:
    """A word in American spelling, by the table of such words and the rules that hold for the others."""
    table = cast("dict[str, str]", load_toml("words")["spelling"])
    for base, forms in table.items():
        if word in forms.split():
            return base
    for british, usual in (
        ("our", "or"),
        ("isation", "ization"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("ogue", "og"),
    ):
        if british in word and len(word) > len(british) + 2:
            return word.replace(british, usual)
    if word.endswith("tre") and len(word) > 5:
        return word[:-2] + "er"
    return word[:-2] + "se" if word.endswith("ence") and len(word) > 5 else word
