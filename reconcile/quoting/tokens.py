"""A text as the words that a quotation of it must keep: case, punctuation and house spelling taken away.

"We've", "we have"; "&", "and"; "2nd", "second"; "labor", "labour" come out alike. Links, emoji and the signs of
handles and hashtags are no words.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple, cast

import regex

from reconcile.lexicons import load_toml
from reconcile.model import Span
from reconcile.patterns import lazy_regex
from reconcile.text import bare

_WORD = lazy_regex(
    r"(?P<link>https?://\S++|www\.\S++|pic\.twitter\.com/\S++)|(?P<dots>\.{2,}|…|(?<=\s)\.\s\.\s\.)|(?P<open>\[(?!\p{L}\]\p{L}))"
    r"|(?P<close>(?<!\[\p{L})\])"
    r"|per[ -]cent\b"
    r"|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)\b"
    r"|\[?\p{L}(?:\](?=\p{L}))?[\p{L}\p{M}*]*+(?:['’]\p{L}++)*+|\d++(?:[.,:]\d++)*+(?:st|nd|rd|th)?+|[&%+]",
    regex.IGNORECASE,
)
#: Nothing longer is compared (words): a text that long is no quotation's source but a book.
_MOST = 60_000


class Tokens(NamedTuple):
    """Comparable words with the places where they stand, in parallel tuples."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    #: Indexes of words before which an omission is marked with dots; `len` where the text ends with dots.
    dots: frozenset[int]
    #: Indexes of words that stand in square brackets.
    bracketed: frozenset[int]
    #: All words with a blank round each, and where in it each word begins.
    joined: str
    places: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int, offset: int = 0) -> Span:
        """Where the words `first` up to, not including, `end` stand, moved by `offset`."""
        return Span(self.starts[first] + offset, self.ends[end - 1] + offset)

    def find(self, words: tuple[str, ...], begin: int = 0) -> int:
        """The index of the first place from word `begin` on where `words` stand in a row, or -1."""
        start = self.places[begin] - 1 if begin < len(self.places) else len(self.joined)
        at = self.joined.find(" " + " ".join(words) + " ", start)
        return -1 if at < 0 else bisect_right(self.places, at + 1) - 1


@lru_cache(maxsize=512)
def tokenize(text: str) -> Tokens:
    """The comparable words of `text`.

    >>> tokenize("We've had 2 & “it wasn’t” the colour").words
    ('we', 'have', 'had', '2', 'and', 'it', 'was', 'not', 'the', 'color')
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    dots: set[int] = set()
    bracketed: set[int] = set()
    inside = False
    for match in _WORD.finditer(text):
        kind = match.lastgroup
        if kind is not None:
            if kind == "dots":
                dots.add(len(words))
            inside = kind == "open" or (inside and kind != "close")
            continue
        for word in plain_words(match.group().replace("[", "").replace("]", "")):
            if inside:
                bracketed.add(len(words))
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
        if len(words) > _MOST:
            break
    places, at = [], 1
    for word in words:
        places.append(at)
        at += len(word) + 1
    joined = " " + " ".join(words) + " "
    return Tokens(
        text,
        tuple(words),
        tuple(starts),
        tuple(ends),
        frozenset(dots),
        frozenset(bracketed),
        joined,
        tuple(places),
    )


@lru_cache(maxsize=32768)
def plain_words(word: str) -> tuple[str, ...]:
    """The comparable words that one printed word makes.

    >>> plain_words("can't"), plain_words("Second"), plain_words("organised"), plain_words("4,710")
    (('can', 'not'), ('2nd',), ('organized',), ('4710',))
    """
    word = word.replace("’", "'").lower()
    table = _same()
    if (known := table.get(word)) is not None:
        return known
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if "'" in word:
        return _contracted(word)
    if "-" in word:
        tens, units = word.split("-")
        return (str(int(table[tens][0]) + (int(table[units][0]) if units != "one" else 1)),)
    word = bare(word)
    return table.get(word) or (american(word),)


def _contracted(word: str) -> tuple[str, ...]:
    """The words of a contraction; a possessive keeps its form without the apostrophe."""
    if word.endswith("n't"):
        return (*plain_words(word[:-3]), "not")
    stem, _, ending = word.rpartition("'")
    if full := {"ll": "will", "d": "would", "ve": "have", "re": "are", "m": "am"}.get(ending):
        return (*plain_words(stem), full)
    if ending == "s" and stem in ("it", "that", "he", "she", "there", "what", "who", "here", "where", "how"):
        return (stem, "is")
    return (bare(word.replace("'", "")),)


def american(word: str) -> str:
    """The American spelling of a British one, by rule.

    Words that are no such pair change too ("rise", "course"), which does no harm: both sides change alike.
    """
    if len(word) > 5:
        for british, form in _ENDINGS:
            if word.endswith(british) and len(word) - len(british) >= 2:
                return word[: -len(british)] + form
        if "our" in word:
            return word.replace("our", "or", 1)
    elif word.endswith(("our", "tre")) and len(word) == 5:
        return word.replace("our", "or").replace("tre", "ter")
    return word


_ENDINGS = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("eller", "eler"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ogue", "og"),
    ("ogues", "ogs"),
)


@cache
def _same() -> dict[str, tuple[str, ...]]:
    """Printed word -> comparable words: spellings, shorthand, numerals, symbols."""
    table: dict[str, tuple[str, ...]] = {}
    words = load_toml("words")
    for base, forms in cast("dict[str, str]", words["spelling"]).items():
        table.update((form, (base,)) for form in forms.split())
    grammar = load_toml("grammar")
    table.update(
        (word, (str(value),))
        for word, value in cast("dict[str, int]", grammar["numbers"]).items()
        if word != "one"
    )
    quoting = load_toml("quoting")
    for form, plain in cast("dict[str, str]", quoting["same"]).items():
        table[form] = tuple(plain.split())
    return table
