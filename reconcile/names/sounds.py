"""The keys under which spellings of one sound meet.

`sound_keys` folds spelling systems (Oreszarski, Oresharski); `skeletons` keeps only classes of consonants, for names
in two scripts; `syllables` is for romanised Korean and Chinese names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.patterns import lazy_re
from reconcile.text import bare

_NOT_PLAIN = lazy_re("[^a-z0-9]+")
#: Letters with a mark that changes the sound, before the marks are dropped.
_MARKED = str.maketrans(
    {
        **dict.fromkeys("šşșśŝ", "sh"),
        **dict.fromkeys("čçćċĉ", "tch"),
        **dict.fromkeys("žźż", "zh"),
        "ĝ": "dj", "ñ": "ni", "ə": "a", "ö": "o", "ő": "o", "ø": "o", "œ": "o", "ü": "u", "ű": "u", "æ": "a",
    }
)  # fmt: skip
#: Letter groups of several spelling systems -> one sign a sound; J is the sound of "judge", C of "church",
#: H of "loch".
_SOUNDS = {
    "dzsch": "J", "dsch": "J", "dzh": "J", "dzs": "J", "dj": "J", "tsch": "C", "tsj": "C", "tch": "C",
    "cz": "C",
    "shch": "S", "sch": "S", "sh": "S", "sz": "S", "sj": "S", "zh": "Z", "zs": "Z", "kh": "H", "ck": "k",
    "q": "k",
    "ph": "f", "th": "t", "dh": "d", "gh": "g", "w": "v", "x": "ks", "ou": "u", "oo": "u", "ee": "i",
    "ij": "i",
    "iy": "i", "yi": "i", "y": "i", "aa": "a",
}  # fmt: skip
_SOUND = lazy_re("|".join(sorted(_SOUNDS, key=len, reverse=True)) + "|c(?=[eiy])|c|gu(?=[ei])")
_TIDY = lazy_re(r"(.)(?=\1)|(?<=[aeiou])h$|(?<=[^aeiou])i(?=u)")
_FINAL_F = lazy_re("(?<=[oe])f+$")


#: Letters that every spelling system writes alike: no group of `_SOUNDS` holds one.
_ALWAYS_HEARD = frozenset("bmlnr")


def may_sound_alike(a: str, b: str) -> bool:
    """Whether two words (plain letters) can share a sound key, or have two that differ in one vowel or sibilant.

    A cheap look before `sound_keys`: what every system writes alike must be in both.

    >>> may_sound_alike("kuneva", "kouneva"), may_sound_alike("baker", "burton")
    (True, False)
    """
    return _ALWAYS_HEARD.intersection(a) == _ALWAYS_HEARD.intersection(b)


@lru_cache(maxsize=8192)
def sound_keys(word: str) -> frozenset[str]:
    """The keys of `word` (as printed, accents kept): two spellings of one name share one.

    Letters that several spelling systems read otherwise (ch, j, oe) give a key for each reading.

    >>> sound_keys("Oreszarski") & sound_keys("Oresharski") != frozenset()
    True
    >>> sound_keys("Panajotowa") & sound_keys("Panayotova") != frozenset()
    True
    """
    lower = word.lower() if word.isascii() else bare(word.casefold().translate(_MARKED))
    form = lower if lower.isalpha() and lower.isascii() else _NOT_PLAIN.sub("", lower)
    forms = [form.replace("dj", "dzh").replace("sj", "sh").replace("ij", "i")]
    for group, pattern, readings in _READINGS:
        if group in form:
            forms = [pattern.sub(reading, f) for f in forms for reading in readings]
    signs = [_SOUND.sub(_sign, f) for f in forms]
    return frozenset([_TIDY.sub("", _FINAL_F.sub("v", s) if s.endswith("f") else s) for s in signs])


#: Groups that several spelling systems read otherwise; "ch" where it is no part of sch, tch, tsch, shch.
_READINGS = (
    ("ch", lazy_re("(?<![st])ch"), ("tch", "kh", "sh")),
    ("j", lazy_re("j"), ("y", "dj")),
    ("oe", lazy_re("oe"), ("ou", "o")),
)


def _sign(match: re.Match[str]) -> str:
    group = match[0]
    if group == "c":
        follows = match.string[match.end() : match.end() + 1]
        return "s" if follows and follows in "eiy" else "k"
    return _SOUNDS.get(group, "g")


#: Consonants by where in the mouth they are made: what is left of a name in any script. Vowels, h and w are
#: dropped.
_CLASS = str.maketrans(
    {
        **dict.fromkeys("aeiouyhw'", ""),
        **dict.fromkeys("bp", "b"),
        **dict.fromkeys("fv", "f"),
        **dict.fromkeys("kgqH", "k"),
        **dict.fromkeys("szSZCJ", "s"),
    }
)
#: Letters without which (and without "ts") a word is read one way.
_READ_ONE_WAY = frozenset("cghjwxz")
_SOFT_G = lazy_re("g(?=[eiy])")
_REPEATED = lazy_re(r"(.)\1+")
_SOFT = lazy_re("c(?=[eiy])|sch|tch|ch|sh|zh|dj|ts|tz|cz|j|x")
_HARD = lazy_re("c(?=[eiy])|sch|tch|sh|zh|ts|tz|cz|kh|gh")


@lru_cache(maxsize=8192)
def skeletons(word: str) -> tuple[str, ...]:
    """The consonant classes of a romanised word, once with ch, j, g read softly and once hard.

    >>> skeletons("susan"), skeletons("syuzen")
    (('ssn',), ('ssn',))
    """
    if _READ_ONE_WAY.isdisjoint(word) and "ts" not in word:
        return (_REPEATED.sub(r"\1", word).translate(_CLASS),)
    text = word.replace("ph", "f").replace("ck", "k").replace("th", "t")
    soft = _SOFT.sub(
        lambda m: "ks" if m.group() == "x" else "s", _SOFT_G.sub("s", text.replace("kh", "h"))
    ).replace("c", "k")
    hard = (
        _HARD.sub(
            lambda m: "k" if m.group() in ("kh", "gh") else "s", text.replace("j", "y").replace("w", "v")
        )
        .replace("c", "k")
        .replace("x", "ks")
    )
    keys = [_REPEATED.sub(r"\1", "f" + f[1:] if f[:1] == "w" else f).translate(_CLASS) for f in (soft, hard)]
    return tuple(dict.fromkeys(keys))


#: Letters of syllables -> one sign for those that romanisations of Korean and Chinese interchange.
_SYLLABLE = {
    "eo": "o", "eu": "u", "oo": "u", "ou": "u", "woo": "u", "ee": "i", "ae": "e", "ck": "k", "rk": "k",
    "ch": "j", "zh": "j", "sh": "s", "x": "s", "q": "j", "ts": "j", "c": "j", "z": "j", "g": "k",
    "b": "p", "d": "t", "l": "r", "y": "i", "w": "u",
}  # fmt: skip
_SYLLABLES = lazy_re("|".join(sorted(_SYLLABLE, key=len, reverse=True)))


def syllables(word: str) -> str:
    """A romanised Korean or Chinese name in one of its many spellings -> a form near to all of them."""
    return _SYLLABLES.sub(lambda m: _SYLLABLE[m.group()], word)
