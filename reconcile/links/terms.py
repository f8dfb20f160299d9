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

from reconcile.lexicons import load_rows, load_toml
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
    | \b(?:United\s(?:States|Kingdom|Nations|Arab\sEmirates)|European\sUnion|South\sKorea|North\sKorea|Saudi\sArabia)\b
    | [\w\u00ad\u200b-\u200d\u2060]++(?:['’](?=s\b|t\b))?+
    | &
    """,
    regex.VERBOSE,
)
_JOINED = str.maketrans("", "", ". \n\t\xa0'’")
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
#: Acronyms that in small letters would be other words, written out.
_CAPITALS = {"US": "unitedstates", "U.S.": "unitedstates", "EU": "europeanunion", "UN": "unitednations", "UK": "unitedkingdom", "U.K.": "unitedkingdom", "UAE": "unitedarabemirates"}


@frozen
class Token:
    """A piece of text with its place: a word, a numeral, a handle, a flag."""

    start: int
    end: int
    #: The word in small letters and without accents, stop words too; "" for what is no word.
    plain: str
    #: The terms that it gives, each with its plain word: none, one, or several.
    pairs: tuple[tuple[str, str], ...]


def tokens_of(text: str) -> list[Token]:
    """The pieces of `text` in order, those without content too: what phrases are looked for in.

    >>> [(t.plain, [key for key, _ in t.pairs]) for t in tokens_of("ppl at #MuseumNight")]
    [('ppl', ['person']), ('at', []), ('', ['museum', 'night'])]
    """
    return [
        Token(match.start(), match.end(), _plain(match.group()), pieces(match.group()))
        for match in _PIECE.finditer(text)
    ]


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The terms of `text` in order, each with its plain word: `terms_of` for those who need no places."""
    return [pair for piece in _PIECE.findall(text) for pair in pieces(piece)]


def spelled(word: str) -> tuple[str, ...]:
    """The terms of one plain word: none, one, or several where it is a shorthand."""
    return tuple(key for key, _ in _word(word))


def _plain(piece: str) -> str:
    return bare(piece.translate(_HIDDEN)).translate(_JOINED) if piece[0].isalpha() and "/" not in piece else ""


@lru_cache(maxsize=65536)
def pieces(piece: str) -> tuple[tuple[str, str], ...]:
    """The terms of one piece of text, each with its plain word; () for what carries no content."""
    first = piece[0]
    if first in "@#＠＃":
        return _tagged(piece[1:].translate(_HIDDEN))
    if first in "$€£¥" or first.isdecimal():
        return _number(piece)
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        return _country("".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in piece))
    if ":" in piece or "/" in piece or piece.startswith("www."):
        return ()
    if piece in _CAPITALS:
        return _word(_CAPITALS[piece])
    plain = bare(piece.translate(_HIDDEN)).translate(_JOINED)
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
    if plain in _demonyms():
        return _country(_demonyms()[plain])
    full = _shorthand().get(plain)
    if full is None:
        return ((spell(stem(_spellings()[0].get(plain, plain))), plain),)
    return tuple(pair for word in full.split() for pair in _word(word))


@cache
def _countries() -> dict[str, str]:
    """ISO code -> the country's English name in small letters."""
    return {row["alpha2"]: bare(row["name"]) for row in load_rows("countries")}


@cache
def _demonyms() -> dict[str, str]:
    """What else a country is called, in one word of four letters or more (or "uae") -> its ISO code."""
    rows = [(form, row["alpha2"]) for row in load_rows("demonyms") for form in row["forms"].split()]
    return {bare(form): code for form, code in rows if len(form) > 3 or form in ("uae", "usa")}


def _country(code: str) -> tuple[tuple[str, str], ...]:
    """The term of a country, where its name, a flag or a demonym stands for it: its name as one word."""
    name = _countries().get(code, "").replace(" ", "")
    return ((spell(stem(name)), name),) if name else ()


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
