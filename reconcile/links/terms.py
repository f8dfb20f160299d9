"""A text as normalised terms: what is left of its words when spelling, inflection and shorthand are taken off.

A term is a string under which different ways to write one word meet: "labour" and "labor", "Negotiations" and
"negotiation", "ppl" and "people", "nineteen" and "19". Links, media stubs, emoji and closed-class words are dropped;
handles and hashtags fall into their words.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache
from typing import cast

import regex
from attrs import frozen

from reconcile.lexicons import load_toml
from reconcile.text import bare
from reconcile.words import stem, stop_words

#: One piece of text: a link or media stub (dropped), a flag, a handle or hashtag, a numeral in words, a numeral
#: in digits with its scale, or a word. Bounded throughout: no piece backtracks over more than itself.
_PIECE = regex.compile(
    r"""
      (?:https?://|www\.|(?:pic\.twitter|instagram|t)\.(?:com|co)/)\S++
    | [\U0001F1E6-\U0001F1FF]{2}
    | [@#＠＃][\w\u00ad\u200b-\u200d\u2060]++
    | (?i:\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)\b)
    | [$€£¥]\s?\d[\d,]*+(?:\.\d++)?\s?(?:million|billion|trillion|thousand|mln|mio|bln|mn|bn|tn|m|k)?\b
    | \d[\d,]*+(?:\.\d++)?\s?(?:million|billion|trillion|thousand|mln|mio|bln|mn|bn|tn)\b
    | \d[\d,]*+(?:\.\d++)?(?:st|nd|rd|th|k)?
    | (?:[A-Z]\.){2,5}
    | [\w\u00ad\u200b-\u200d\u2060]++(?:['’](?=s\b|t\b))?+
    | &
    """,
    regex.VERBOSE,
)
_HIDDEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
#: The words of a handle or hashtag: capitals run, capitalised word, small letters, digits.
_PART = regex.compile(r"\p{Lu}++(?!\p{Ll})|\p{Lu}?\p{Ll}++|\p{Lu}(?=\p{Ll})|\d++|[^\W_]")
_SCALE = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "mln", "mio", "mn", "m"), 10**6),
    **dict.fromkeys(("billion", "bln", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_NUMERAL = regex.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([a-z]*)")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
#: From third: "first" and "second" are as often no numbers.
_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_NUMBER_WORDS = {**{word: n for n, word in enumerate(_ONES)}, **_TENS, "dozen": 12}
#: Acronyms that in small letters would be other words.
_CAPITALS = {"US": "unitedstates", "UK": "unitedkingdom", "EU": "europeanunion", "UN": "unitednations"}


@frozen
class Term:
    """A normalised word, and the place where it was read."""

    key: str
    start: int
    end: int
    #: The word in small letters and without accents: what a table of meanings is asked for.
    word: str


def terms_of(text: str) -> list[Term]:
    """The terms of `text` in order, with their places; a hashtag's words share its place.

    >>> [t.key for t in terms_of("Twenty-one ppl at #MuseumNight, see https://t.co/x")]
    ['21', 'person', 'museum', 'night', 'see']
    """
    return [
        Term(key, match.start(), match.end(), word)
        for match in _PIECE.finditer(text)
        for key, word in pieces(match.group())
    ]


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The terms of `text` in order, each with its plain word: `terms_of` for those who need no places."""
    return [pair for piece in _PIECE.findall(text) for pair in pieces(piece)]


def spelled(word: str) -> tuple[str, ...]:
    """The terms of one plain word: none, one, or several where it is a shorthand."""
    return tuple(key for key, _ in _word(word))


@lru_cache(maxsize=65536)
def pieces(piece: str) -> tuple[tuple[str, str], ...]:
    """The terms of one piece of text, each with its plain word; () for what carries no content."""
    first = piece[0]
    if first in "@#＠＃":
        return _tagged(piece[1:].translate(_HIDDEN))
    if first in "$€£¥" or first.isdecimal():
        return _number(piece)
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        return ()
    if ":" in piece or "/" in piece or piece.startswith("www."):
        return ()
    if piece in _CAPITALS:
        return ((_CAPITALS[piece], _CAPITALS[piece]),)
    plain = bare(piece.translate(_HIDDEN)).replace(".", "").rstrip("'’")
    if "-" in plain:
        tens, _, ones = plain.partition("-")
        return _digits(_TENS[tens] + _ONES.index(ones))
    return _word(plain)


def split_known(word: str, known: Container[str]) -> tuple[str, ...]:
    """`word` cut into words of `known`, the fewest that explain all of it, or () where none do.

    For hashtags and handles in small letters; `known` is what the other side of a comparison says.

    >>> split_known("museumnight", {"museum", "night", "muse"})
    ('museum', 'night')
    """
    if not 6 <= len(word) <= _LONGEST_TAG or not word.isalpha():
        return ()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(_SHORTEST_PART, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PART), end - _SHORTEST_PART + 1):
            before = best[start]
            if before is not None and word[start:end] in known:
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, word[start:end])
    found = best[len(word)]
    return found if found and len(found) > 1 else ()


def spell(key: str) -> str:
    """A stem in its American spelling, in which British and American forms meet.

    >>> spell("labour"), spell("organis"), spell("centr")
    ('labor', 'organiz', 'center')
    """
    if len(key) < 5:
        return key
    if "our" in key and key not in _spellings()[1]:
        key = _OUR.sub("or", key)
    if key.endswith("is"):
        return key[:-2] + "iz"
    if key.endswith(("centr", "theatr", "fibr", "calibr", "spectr", "litr", "metr", "sabr", "sombr", "lustr", "meagr")):
        return key[:-1] + "er"
    return key.replace("aeo", "eo").replace("oeu", "eu")


_OUR = regex.compile(r"(?<=\w[b-df-hj-np-tv-z]|i|u)our(?=\w*$)")
_LONGEST_TAG, _LONGEST_PART, _SHORTEST_PART = 40, 20, 3


@cache
def _spellings() -> tuple[dict[str, str], frozenset[str]]:
    """British form -> American form; stems that keep their "our"."""
    table = cast("dict[str, dict[str, str]]", load_toml("words"))
    forms = {form: base for base, forms in table["spelling"].items() for form in forms.split()}
    return forms, frozenset(stem(word) for word in table["our"]["kept"].split())


@cache
def _shorthand() -> dict[str, str]:
    """Shorthand of posts -> the words that it stands for."""
    return cast("dict[str, str]", load_toml("words")["shorthand"])


def _word(plain: str) -> tuple[tuple[str, str], ...]:
    """The terms of a plain word: none for a stop word, several for a shorthand."""
    if plain in stop_words() or not plain:
        return ()
    if plain in _ORDINALS:
        return _digits(_ORDINALS.index(plain) + 3)
    if plain in _NUMBER_WORDS:
        return _digits(_NUMBER_WORDS[plain])
    full = _shorthand().get(plain)
    if full is None:
        return ((spell(stem(_spellings()[0].get(plain, plain))), plain),)
    return tuple(pair for word in full.split() for pair in _word(word))


def _digits(value: float) -> tuple[tuple[str, str], ...]:
    key = f"{value:.12g}"
    return ((key, key),)


def _number(piece: str) -> tuple[tuple[str, str], ...]:
    """A numeral as its value: "$3.2m", "3.2 million" and "3,200,000" meet; "19th" is 19."""
    match = _NUMERAL.search(piece.casefold())
    if match is None:  # digits of another script
        return ((piece, piece),)
    digits, scale = match.groups()
    return _digits(float(digits.replace(",", "")) * _SCALE.get(scale, 1))


def _tagged(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a handle or hashtag, as far as capitals, digits and underscores show them."""
    parts = _PART.findall(name)
    return tuple(pair for part in parts if len(part) > 1 for pair in _word(bare(part)))
