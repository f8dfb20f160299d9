"""How a word of one name answers to a word of another: initial, short form, spelling, slip of the pen."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reconcile.names.name_words import NameWord, PersonName
from reconcile.names.nicknames import other_forms, same_given
from reconcile.names.sounds import may_sound_alike, sound_keys, syllables
from reconcile.names.spelling import (
    Edit,
    in_words,
    is_known_name,
    letter_difference,
    single_edit,
    slip_likelihood,
    sounds_same,
)
from reconcile.names.syllables import is_vietnamese_syllable
from reconcile.patterns import lazy_regex

#: Endings of names that are written in Latin letters by one of several systems: Slavic, Caucasian.
_ROMANISED = lazy_regex("(?:[oe][vwf]f?a?|sk[aiy]+|[iy]n[ai]?|enko|ch?uk|i[cč]h?|[iy]an|dze|shvili|li|ko)$")
#: Signs of sound keys that spelling systems take for each other.
_NEAR_SOUNDS = frozenset(
    frozenset(pair)
    for pair in (
        "a",
        "e",
        "i",
        "o",
        "u",
        "h",
        "ae",
        "ai",
        "ao",
        "au",
        "ei",
        "eo",
        "eu",
        "io",
        "iu",
        "ou",
        "SC",
        "SZ",
        "Ss",
        "CJ",
        "Cs",
        "Zz",
        "ZJ",
        "sz",
        "HC",
        "Hh",
        "Hk",
        "gk",
        "iJ",
        "fv",
    )
)


class Join(NamedTuple):
    """How a word of one name answers to a word of the other."""

    kind: Literal["variant", "misspelling"]
    score: float
    detail: str


def join_words(one: NameWord, other: NameWord, manner: str) -> Join | None:
    """How a word of one name answers to one of the other, or None.

    `manner` is "strict" where accents tell names apart, "syllabic" where every word is a syllable.
    """
    a, b = one.plain, other.plain
    if not a or not b:
        return None
    if len(a) == 1 or len(b) == 1:
        return _initial(one, other)
    if manner == "strict":
        return _vietnamese(one, other)
    given = one.role != "family" and other.role != "family"
    if given and (sure := same_given(a, b)):
        return Join("variant", sure, f"short form: {one.text} / {other.text}")
    if manner == "syllabic" and syllables(a) == syllables(b):
        return Join("variant", 0.75, f"spelling: {one.text} / {other.text}")
    if a[0] != b[0] and a[-1] != b[-1] and len(a) > 2:
        # One edit leaves the first letter or the last as it is.
        return None
    edit = single_edit(a, b)
    if edit is not None:
        return _slip(one, other, edit, given=given)
    return _by_sound(one, other) or _abbreviation(one, other) or _looser(one, other)


def _vietnamese(one: NameWord, other: NameWord) -> Join | None:
    """Accents left out on one side; or one edit that makes of a syllable what is none: Nguyễn, Ngyễn."""
    pair = f"{one.text} / {other.text}"
    if one.plain == other.plain:
        return (
            Join("variant", 0.7, f"accents: {pair}") if one.text.isascii() or other.text.isascii() else None
        )
    if is_vietnamese_syllable(one.plain) == is_vietnamese_syllable(other.plain):
        return None
    edit = single_edit(one.text.casefold(), other.text.casefold())
    return Join("misspelling", 0.85, letter_difference(one.text, other.text)) if edit else None


def _slip(one: NameWord, other: NameWord, edit: Edit, *, given: bool) -> Join:
    """One edit apart: a spelling of the same sound, or a slip of the pen."""
    chance = slip_likelihood(one.plain, other.plain, edit)
    ascii_letters = one.text.lower() == one.plain and other.text.lower() == other.plain
    difference = in_words(edit) if ascii_letters else letter_difference(one.text, other.text)
    if given and edit.first + edit.second in ("ae", "ea"):
        return Join("variant", max(chance, 0.6), f"spelling: {difference}")
    like = chance < 0.9 and min(len(one.plain), len(other.plain)) > 2
    if like and may_sound_alike(one.plain, other.plain) and sounds_same(one.text, other.text):
        systems = given or _ROMANISED.search(one.plain) or _ROMANISED.search(other.plain)
        return Join("variant" if systems else "misspelling", max(chance, 0.72), f"spelling: {difference}")
    return Join("misspelling", chance, difference)


def _by_sound(one: NameWord, other: NameWord) -> Join | None:
    """Several letters apart, but of one sound, or all but a vowel of one sound: Boutros, Butrus."""
    if not may_sound_alike(one.plain, other.plain):
        return None
    keys_a, keys_b = sound_keys(one.text), sound_keys(other.text)
    if not keys_a.isdisjoint(keys_b):
        return Join("variant", 0.85, f"spelling: {one.text} / {other.text}")
    if min(len(one.plain), len(other.plain)) < 5 or (is_known_name(one.plain) and is_known_name(other.plain)):
        return None
    edits = (single_edit(x, y) for x in keys_a for y in keys_b)
    near = any(edit is not None and frozenset(edit.first + edit.second) in _NEAR_SOUNDS for edit in edits)
    return Join("variant", 0.62, f"spelling: {one.text} / {other.text}") if near else None


def _initial(one: NameWord, other: NameWord) -> Join | None:
    """An initial and the word that it stands for, or another form of that: J. for Gerald, called Jerry."""
    short, long = (one, other) if len(one.plain) == 1 else (other, one)
    if long.role == "family" and short.role != "family" and len(long.plain) > 1:
        return None
    if long.plain[0] == short.plain:
        return Join("variant", 0.85, f"initial: {one.text} / {other.text}")
    if len(long.plain) > 1 and any(form[0] == short.plain for form in other_forms(long.plain)):
        return Join("variant", 0.65, f"initial of a short form: {one.text} / {other.text}")
    return None


def _abbreviation(one: NameWord, other: NameWord) -> Join | None:
    """ "Chr." for Christine; a national ending (Gardner, Gardnerová; Paul, Paulus)."""
    short, long = sorted((one, other), key=lambda word: len(word.plain))
    if not long.plain.startswith(short.plain[: max(3, len(short.plain) - 2)]):
        return None
    if short.text.endswith(".") and long.plain.startswith(short.plain):
        return Join("variant", 0.85, f"short form: {one.text} / {other.text}")
    for ending in ("ova", "us", "ius", "os", "as", "is"):
        stem = long.plain.removesuffix(ending)
        if (
            stem != long.plain
            and len(stem) >= 3
            and (
                short.plain == stem
                or (len(stem) > 3 and short.plain[:-1] == stem and short.plain[-1] in "aeoy")
            )
        ):
            return Join("variant", 0.7, f"ending: {one.text} / {other.text}")
    return None


def _looser(one: NameWord, other: NameWord) -> Join | None:
    """Two letters' difference: in a long word mostly a slip or a spelling, in a short one hardly."""
    shorter = min(len(one.plain), len(other.plain))
    if shorter < 5 or one.plain[0] != other.plain[0] or abs(len(one.plain) - len(other.plain)) > 2:
        return None
    from rapidfuzz.distance import OSA

    if OSA.distance(one.plain, other.plain, score_cutoff=2) > 2:
        return None
    score = 0.55 if shorter >= 9 else 0.35
    return Join("misspelling", score, letter_difference(one.text, other.text))


def without_baltic_endings(name: PersonName) -> list[NameWord] | None:
    """The words without the -s that Latvian adds to every man's name, foreign ones too (Niks Klegs, Edgars).

    None where a word has none, the name is one word, or all are names as they stand (James Andrews).
    """
    keys = name.plain
    if len(keys) < 2 or keys[0][-1:] != "s" or any(len(key) < 3 or key[-1] != "s" for key in keys):
        return None
    if all(map(is_known_name, keys)):
        return None
    return [NameWord(word.text[:-1], word.plain[:-1], word.role) for word in name.words]
