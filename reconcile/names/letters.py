"""Letters: other scripts in Latin ones, and the keys under which spellings of one sound meet.

`plain` is the form in which names are compared letter by letter; `sound_keys` folds spelling systems
(Oreszarski, Oresharski), and `skeletons` keeps only classes of consonants, for names in two scripts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import cast

from reconcile.lexicons import load_toml, load_unparted
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.text import STROKES, bare

_HAN = lazy_re("[\u3400-\u9fff\uf900-\ufaff]")
#: Blocks of scripts that hold no Latin letter, Greek to Vedic and Georgian to Hangul: a letter of these, as most are,
#: needs no look at its name.
_OTHER_SCRIPT = lazy_regex("[\u0370-\u1cff\u2d00-\ua6ff\uac00-\ud7af]")
_SYLLABIC = lazy_re("[\u3400-\u9fff\uac00-\ud7af]")
_NOT_PLAIN = lazy_re("[^a-z0-9]+")
_NOT_PLAIN_IN_LINE = lazy_re("[^a-z0-9\n]+")
#: Indic letters carry an inherent "a" that a vowel sign replaces and a virama takes away.
_VOWEL_SIGN = lazy_re("VOWEL SIGN|SIGN VIRAMA|AL-LAKUNA|SIGN ASAT")
#: Runs of the scripts whose letters Unicode names by their sound.
_NAMED = lazy_regex("[\u0900-\u109f\u1200-\u137f\u3040-\u30ff\uac00-\ud7af]+")


@cache
def _letters() -> dict[str, str]:
    """Letter or digraph -> Latin, for the scripts of scripts.toml."""
    table = load_toml("scripts")
    digraphs = cast("dict[str, str]", table["digraphs"])
    pairs: dict[str, str] = {}
    for text in [*(v for k, v in table.items() if k != "digraphs"), *digraphs.values()]:
        words = cast("str", text).split()
        pairs.update(zip(words[::2], words[1::2], strict=True))
    return {letter: latin.replace("_", "\u0301") for letter, latin in pairs.items()}


class _SingleLetters(dict[int, str]):
    """Code of a letter -> Latin, for `str.translate`; a letter with a mark is read as the one without."""

    def __missing__(self, code: int) -> str:
        char, letters = chr(code), _letters()
        self[code] = found = letters.get(char) or letters.get(bare(char), char)
        return found


@cache
def _single_letters() -> _SingleLetters:
    return _SingleLetters()


@cache
def _digraphs() -> re.Pattern[str]:
    return re.compile("|".join(letter for letter in _letters() if len(letter) == 2))


@lru_cache(maxsize=1024)
def _han(char: str) -> tuple[str, ...]:
    """The readings of a Han character in Mandarin, Cantonese and Korean; () where it has none."""
    readings = load_unparted("han_readings").get(char)
    return tuple(readings.split(",")) if readings else ()


def is_latin(text: str) -> bool:
    """Whether every letter of `text` is a Latin one.

    >>> is_latin("Łukasz O'Dea"), is_latin("Ганна")
    (True, False)
    """
    if text.isascii() or max(text) < "\u0250":
        return True
    if (other := _OTHER_SCRIPT.search(text)) and other[0].isalpha():
        return False
    return all(c < "\u0250" or not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text)


def has_han(text: str) -> bool:
    """Whether `text` holds a Chinese character."""
    return _HAN.search(text) is not None


def is_syllabic(text: str) -> bool:
    """Whether `text` holds a character that is a syllable: Han or Hangul."""
    return _SYLLABIC.search(text) is not None


@lru_cache(maxsize=4096)
def _named_sound(char: str) -> str:
    """The sound that Unicode's name gives to a letter ("HANGUL SYLLABLE GIM"), or "" where it gives none."""
    name = unicodedata.name(char, "")
    if "ANUSVARA" in name or "CANDRABINDU" in name:
        return "n"
    if not any(word in name for word in (" LETTER ", "SYLLABLE ", "VOWEL SIGN ")):
        return ""
    sound = name.rpartition(" ")[2].lower()
    return sound if len(sound) <= 4 or name.startswith("HANGUL SYLLABLE") else ""


def _by_names(text: str) -> str:
    """Hangul, kana and the scripts of India in Latin letters, by Unicode's own names of the letters."""
    out: list[str] = []
    for char in text:
        name = unicodedata.name(char, "")
        if out and _VOWEL_SIGN.search(name):
            out[-1] = out[-1].removesuffix("a")
        if out and "KANA LETTER SMALL" in name:
            out[-1] = out[-1][:-1] if not name.endswith("TU") else out[-1]
        out.append("" if name.endswith("LETTER SMALL TU") else _named_sound(char))
    return "".join(out)


@lru_cache(maxsize=8192)
def romanize(text: str) -> str:
    """`text` in Latin letters, lower case; letters with no Latin form are dropped. Han is read as Mandarin.

    >>> romanize("Єлизавета"), romanize("김"), romanize("Ελένη")
    ('yelizaveta', 'gim', 'eleni')
    """
    if text.isascii():
        return text.casefold()
    lower = unicodedata.normalize("NFC", text.casefold().replace("\u0301", ""))
    if has_han(lower):
        lower = "".join([(_han(c) or c)[0] for c in lower])
    if not is_latin(lower):
        letters = _letters()
        lower = _digraphs().sub(lambda m: letters[m.group()], lower).translate(_single_letters())
        lower = _NAMED.sub(lambda m: _by_names(m.group()), lower)
    return bare(lower)


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """The letters and digits of `word`, ASCII, lower case: apostrophes, accents and points are gone.

    >>> plain("O'Dea"), plain("Förde"), plain("Ганна")
    ('odea', 'forde', 'ganna')
    """
    lower = word.casefold()
    if not lower.isascii():
        lower = ascii_letters(lower) if is_latin(lower) else romanize(lower)
    return lower if lower.isalnum() and lower.isascii() else _NOT_PLAIN.sub("", lower)


def ascii_letters(text: str) -> str:
    """Latin `text` in lower case without accents; what ASCII has no letter for is dropped.

    >>> ascii_letters("Łukasz Förde-Ñu")
    'lukasz forde-nu'
    """
    lower = unicodedata.normalize("NFKD", text.casefold().translate(STROKES))
    return lower.encode("ascii", "ignore").decode("ascii")


def plain_lines(text: str) -> list[str]:
    """`plain` of every line of a table's Latin names, all at once.

    >>> plain_lines("Côte d'Ivoire\\nÅland")
    ['cotedivoire', 'aland']
    """
    return _NOT_PLAIN_IN_LINE.sub("", ascii_letters(text)).split("\n")


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


def han_readings(name: str) -> list[str]:
    """`name` with its Han characters read in Mandarin, Cantonese and Korean, in Latin letters.

    Where the name has parts (a foreign name in Chinese), the parts stay words of their own.
    """
    readings = [_han(c) or ((" ",) if c in "·・.- " else (c,)) * 3 for c in name]
    return ["".join(words) for words in zip(*readings, strict=True)]


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
