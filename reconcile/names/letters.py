"""Letters: other scripts in Latin ones, and `plain`, the form in which names are compared letter by letter."""

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


def han_readings(name: str) -> list[str]:
    """`name` with its Han characters read in Mandarin, Cantonese and Korean, in Latin letters.

    Where the name has parts (a foreign name in Chinese), the parts stay words of their own.
    """
    readings = [_han(c) or ((" ",) if c in "·・.- " else (c,)) * 3 for c in name]
    return ["".join(words) for words in zip(*readings, strict=True)]
