"""A text as normalised terms: its words with spelling, inflection and shorthand taken off.

A term is a string under which the ways to write one word meet: "labour" and "labor", "Negotiations" and
"negotiation", "ppl" and "people", "nineteen" and "19", "Belgian" and the flag of Belgium. Links, media stubs,
emoji and closed-class words are dropped; handles and hashtags fall into their words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeAlias

from attrs import frozen

from reconcile.links.word_terms import country_term, number_term, number_words, terms_of, word_table
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.text import bare

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SCALES = "million|billion|trillion|thousand|mln|mio|bln|mn|bn|tn"
#: Behind "twenty": "-one".
_ONES = (
    r"-(?:(?<=\b(?i:twenty|thirty|eighty|ninety)-)|(?<=\b(?i:forty|fifty|sixty)-)|(?<=\b(?i:seventy)-))"
    rf"(?i:{_UNITS})\b"
)
#: What may follow the first letter: of a word, of a link or media stub, of a country of two words.
_REST = rf"[\w\u00ad\u200b-\u200d\u2060]*+(?:['’](?=s\b|t\b)|{_ONES})?+"
_LINK = r"(?:t(?<=ht)tps?://|w(?<=ww)w\.|(?:i(?<=pi)c\.twitter|n(?<=in)stagram)\.(?:com|co)/|\.(?<=t\.)(?:com|co)/)\S++"
_COUNTRY = (
    r"(?:n(?<=\bUn)ited (?:States|Kingdom|Nations|Arab Emirates)|u(?<=\bEu)ropean Union|e(?<=\bNe)w Zealand"
    r"|o(?<=\bNo)rth Korea|o(?<=\bSo)uth (?:Korea|Africa)|a(?<=\bSa)udi Arabia|r(?<=\bSr)i Lanka)\b"
).replace(" ", r"\s")
#: One piece of text: a word, a link or media stub (dropped), a numeral in words or in digits with its scale, a
#: handle or hashtag, a flag. No piece backtracks over more than itself. Every word of every claim is matched here:
#: `re` takes less than half the time that `regex` does, and little more than half of that where each alternative
#: begins with a set of characters or a letter, since the first character then tells what a piece can be.
_PIECE = lazy_re(
    rf"""
      [abcdefgjklmnoqrsuvxyz]{_REST}
    | [hiptw](?:{_LINK}|{_REST})
    | [A-DF-MO-RTV-Z](?:\.(?:[A-Z]\.){{1,4}}|{_REST})
    | [ENSU](?:\.(?:[A-Z]\.){{1,4}}|{_COUNTRY}|{_REST})
    | \d\d*+(?:,\d{{2,3}})*+(?:\.\d++)?(?:\s?(?:{_SCALES})\b|st|nd|rd|th|k|)
    | [\w\u00ad\u200b-\u200d\u2060]{_REST}
    | [@#＠＃][\w\u00ad\u200b-\u200d\u2060]++
    | [$€£¥]\s?\d++(?:,\d{{2,3}})*+(?:\.\d++)?\s?(?:{_SCALES}|m|k)?\b
    | [\U0001F1E6-\U0001F1FF]{{2}}
    """,
    re.VERBOSE,
)
_INSIDE = str.maketrans("", "", ". \n\t\xa0'’\u00ad\u200b\u200c\u200d\u2060")
#: The words of a handle or hashtag: a run of capitals, a capitalised word, small letters, digits.
_PART = lazy_regex(r"\p{Lu}++(?!\p{Ll})|\p{Lu}?\p{Ll}++|\p{Lu}(?=\p{Ll})|\d++|[^\W_]")
_NUMERAL = lazy_regex(r"(\d[\d,]*(?:\.\d+)?)\s?([a-z]*)")
_SCALE = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "mln", "mio", "mn", "m"), 10**6),
    **dict.fromkeys(("billion", "bln", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
#: No word is longer; what is, is noise, and only its beginning is read.
_LONGEST_PIECE = 80
#: The plain word of a piece ("" for what is no word), its terms, and those each with its own plain word.
Piece: TypeAlias = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]


@frozen
class Cut:
    """A text cut into its pieces: as they are printed, and as they are read.

    Thousands are kept: tuples of strings and numbers the garbage collector passes over.
    """

    text: str
    printed: tuple[str, ...]
    pieces: tuple[Piece, ...]
    #: Of each piece its plain word, and its terms; all its terms.
    plain: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    distinct: tuple[str, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each piece stands.

        Looked for only here, as few sentences are asked for it. A piece stands at the first place behind the
        one before it that has its letters: what is left out in between is nothing that a piece begins with.
        """
        starts, at, text = [], 0, self.text
        for printed in self.printed:
            at = text.index(printed, at)
            starts.append(at)
            at += len(printed)
        return tuple(starts)


@lru_cache(maxsize=2048)
def cut_sentence(sentence: str) -> Cut:
    """A sentence cut into pieces; kept while its article is read, as links and checks ask for the same ones.

    Pieces without content are there too, as phrases are looked for among them.

    >>> [(plain, keys) for plain, keys, _ in cut_sentence("ppl at #MuseumNight").pieces]
    [('ppl', ('person',)), ('at', ()), ('', ('museum', 'night'))]
    """
    return _cut(sentence)


def _cut(text: str) -> Cut:
    printed = read = tuple(_PIECE.findall(text))
    if max(map(len, printed), default=0) > _LONGEST_PIECE:
        read = tuple([piece[:_LONGEST_PIECE] for piece in printed])
    found = tuple(map(pieces, read))
    plain, keys, _ = zip(*found, strict=True) if found else ((), (), ())
    return Cut(text, printed, found, plain, keys, tuple(dict.fromkeys(chain.from_iterable(keys))))


def has_terms(text: str, least: int, left_out: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether a sentence has so many terms outside the stretches `left_out`."""
    cut = cut_sentence(text)
    if not left_out:
        return len(cut.distinct) >= least or sum(map(len, cut.keys)) >= least
    outside = (
        len(keys)
        for at, keys in zip(cut.starts, cut.keys, strict=True)
        if not any(start <= at < end for start, end in left_out)
    )
    return sum(outside) >= least


def has_terms_early(text: str, least: int) -> bool:
    """Whether a sentence has so many terms, told from its first words without cutting the rest of it."""
    count = 0
    for match in _PIECE.finditer(text):
        count += len(pieces(match.group()[:_LONGEST_PIECE])[1])
        if count >= least:
            return True
    return False


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The terms of `text` in order, each with its plain word."""
    return [pair for _, _, pairs in _cut(text).pieces for pair in pairs]


@lru_cache(maxsize=65536)
def pieces(piece: str) -> Piece:
    """The plain word of one piece of text, and its terms; () for what carries no content."""
    if piece.isalpha() and piece.isascii() and piece not in word_table("acronyms"):
        # Nearly every piece is such a word: it needs none of the looks at what else it might be.
        plain = piece.lower()
        pairs = terms_of(plain)
    else:
        plain, pairs = _plain(piece), _terms(piece)
    return plain, tuple([key for key, _ in pairs]), pairs


def _terms(piece: str) -> tuple[tuple[str, str], ...]:
    first = piece[0]
    if first in "@#＠＃":
        return _tagged(piece[1:])
    if first in "$€£¥" or first.isdecimal():
        return _number(piece)
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        return country_term("".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in piece))
    if ":" in piece or "/" in piece or piece.startswith("www."):
        return ()
    if piece in word_table("acronyms"):
        return terms_of(word_table("acronyms")[piece])
    if "-" in piece:
        tens, _, ones = piece.casefold().translate(_INSIDE).partition("-")
        return number_term(number_words()[tens] + number_words()[ones])
    return terms_of(_plain(piece))


def _plain(piece: str) -> str:
    return bare(piece.translate(_INSIDE)) if piece[0].isalpha() and "/" not in piece else ""


def _number(piece: str) -> tuple[tuple[str, str], ...]:
    """A numeral as its value: "$3.2m", "3.2 million" and "3,200,000" meet; "19th" is 19."""
    match = _NUMERAL.search(piece.casefold())
    if match is None:  # digits of another script
        return ((piece, piece),)
    digits, scale = match.groups()
    return number_term(float(digits.replace(",", "")) * _SCALE.get(scale, 1))


def _tagged(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a handle or hashtag, as far as capitals, digits and underscores show them."""
    parts = _PART.findall(name.translate(_INSIDE))
    return tuple(pair for part in parts if len(part) > 1 for pair in terms_of(bare(part)))
