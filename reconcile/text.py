"""Text as data: cleaning at the door, one folded form with a map back, line and column.

Nothing here knows about posts or news. All offsets are code points.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from reconcile.patterns import lazy_re, lazy_regex

#: Characters that no text should hold: NUL and lone surrogates (they cannot be written as UTF-8).
_UNTEXT = lazy_regex(r"[\x00\ud800-\udfff]")
_WORD = lazy_re(r"\w+")
_NOT_SIMPLE = lazy_regex(r"[^\x20-\x7e\n]")

#: Look-alikes of ASCII punctuation. Quotes: Unicode General Category Pi/Pf and primes; dashes: Pd.
_FOLD: dict[str, str] = {
    **dict.fromkeys("‘’‚‛′ʼ´`＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t\r\x0b\x0c\x85\u2028\u2029", " "),
    "…": "...",
}
#: Invisible: zero width, soft hyphen, bidirectional controls, byte-order mark, variation selectors.
_HIDDEN = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
)


def clean(text: str) -> str:
    """`text` with NULs and lone surrogates replaced by U+FFFD, so that it can be written anywhere.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return _UNTEXT.sub("\ufffd", text)


class Folded(NamedTuple):
    """A plain form of a text (ASCII quotes, dashes, spaces; no hidden characters) and the way back."""

    text: str
    #: offsets[i] is where character i of the folded text came from; one more entry closes the text.
    #: None where the two texts have the same offsets.
    offsets: tuple[int, ...] | None

    def origin(self, offset: int) -> int:
        """The offset in the original text of `offset` in the folded one."""
        return offset if self.offsets is None else self.offsets[offset]


def fold(text: str) -> Folded:
    """The folded form of `text`: for comparing and matching, never for printing.

    >>> fold("“Yes” – he said…").text
    '"Yes" - he said...'
    """
    if not _NOT_SIMPLE.search(text):
        return Folded(text, None)
    parts: list[str] = []
    offsets: list[int] = []
    for i, char in enumerate(text):
        plain = "" if char in _HIDDEN else _FOLD.get(char, char)
        parts.append(plain)
        offsets.extend([i] * len(plain))
    offsets.append(len(text))
    same = len(offsets) == len(text) + 1 and all(i == o for i, o in enumerate(offsets))
    return Folded("".join(parts), None if same else tuple(offsets))


def bare(word: str) -> str:
    """`word` in lower case without accents: the key under which spellings of it meet.

    >>> bare("Müller"), bare("Łukasz"), bare("Straße")
    ('muller', 'lukasz', 'strasse')
    """
    # Plain letters, nearly all words, are made small in less time than a cache takes to keep them.
    return word.lower() if word.isascii() else _unaccented(word)


@lru_cache(maxsize=8192)
def _unaccented(word: str) -> str:
    lower = word.casefold()
    if lower.isascii():
        return lower
    lower = lower.translate(STROKES)
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


def bare_text(text: str) -> str:
    """`bare` of a long text, as the words of a table, one a line: word by word it takes ten times as long.

    >>> bare_text("Müller\\nŁukasz")
    'muller\\nlukasz'
    """
    text = text.casefold()
    for letter, plain in STROKES.items():
        text = text.replace(chr(letter), plain)
    text = unicodedata.normalize("NFKD", text)
    for mark in filter(unicodedata.combining, set(text)):
        text = text.replace(mark, "")
    return text


#: Letters with a stroke or ligature, which Unicode does not decompose (after casefold).
STROKES: dict[int, str] = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŋ": "n"}
)


@lru_cache(maxsize=4096)
def words_in(sentence: str) -> frozenset[str]:
    """The words of a sentence in small letters, each once: a cheap look whether a close one can pay.

    >>> sorted(words_in("No, she didn't."))
    ['didn', 'no', 'she', 't']
    """
    return frozenset(_WORD.findall(sentence.lower()))


def offsets_of(text: str, char: str) -> Iterator[int]:
    """Every offset at which a character stands: to seek one takes far less time than a pattern for any of several.

    >>> list(offsets_of("a, b, c", ","))
    [1, 4]
    """
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


class Lines:
    """Line and column, both from 1, of offsets into a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in regex.finditer(r"\r\n|\r|\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of `offset`.

        >>> Lines("ab\\ncd").at(4)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
