"""A printed personal name, taken apart: titles and degrees off, order and roles found.

Nothing is decided here about who bears the name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.names.letters import plain

#: "title" is a word that may be a title or a name (Earl, Don, Judge).
Role: TypeAlias = Literal["given", "middle", "family", "particle", "initial", "nick", "title"]


class NameWord(NamedTuple):
    """One word of a name; hyphens part words. (Every name is taken apart: a tuple is made fastest.)"""

    #: As printed.
    text: str
    #: Its letters, ASCII and lower case.
    plain: str
    role: Role


@frozen
class PersonName:
    """A name without titles, degrees and peerages."""

    words: tuple[NameWord, ...]
    #: "jr", "sr", "iii" ..., or "".
    generation: str = ""

    @property
    def plain(self) -> tuple[str, ...]:
        """The words' letters, in the printed order."""
        return tuple(word.plain for word in self.words)


#: Latin letters with an accent, capital and small.
_ACCENTED = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isalpha()]
_CAPITAL = "A-Z" + "".join(c for c in _ACCENTED if c.isupper())
_SMALL = "a-z" + "".join(c for c in _ACCENTED if c.islower())
#: A word with a capital or two (McDowd), one in capitals, or two words with a hyphen.
_WORD = (
    rf"[{_CAPITAL}](?:[{_SMALL}]+(?:[{_CAPITAL}][{_SMALL}]+)?|[{_CAPITAL}]+)"
    rf"(?:-[{_CAPITAL}{_SMALL}]{{2,}})?"
)
_SIMPLE = re.compile(rf"(?:{_WORD}|[{_CAPITAL}]\.)(?: (?:{_WORD}|[{_CAPITAL}]\.))* {_WORD}\Z")
_NOTE = re.compile(r"\[[^\]]{0,40}\]")
_NICK = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,40})[\"“”„«»]|\(([^()]{1,40})\)")
_TOKEN = re.compile(r"[^\s,;/·•・=\"“”„«»()\[\]]+")
_HYPHEN = re.compile("[-‐‑–—−]+")
#: As printed, in lower case -> the generation ("ml." and "st." are Czech and Slovak).
_GENERATIONS = {
    "jr": "jr", "jr.": "jr", "jnr": "jr", "junior": "jr", "ml.": "jr", "sr": "sr", "sr.": "sr", "snr": "sr",
    "senior": "sr", "st.": "sr", "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv",
}  # fmt: skip
#: Suffixes that are no words of names, stripped without a comma before them.
_SURE = frozenset(
    {
        "jr",
        "sr",
        "jnr",
        "snr",
        "ii",
        "iii",
        "iv",
        "phd",
        "mba",
        "esq",
        "mdb",
        "mep",
        "msp",
        "mla",
        "obe",
        "mbe",
        "cbe",
    }
)


@cache
def _titles() -> frozenset[str]:
    return load_words("name_parts", "titles")


@cache
def _ambiguous() -> frozenset[str]:
    return load_words("name_parts", "ambiguous")


@cache
def _suffixes() -> frozenset[str]:
    return load_words("name_parts", "suffixes")


@cache
def particles() -> frozenset[str]:
    """Words that go with a family name: von, de la, al, bin."""
    return load_words("name_parts", "particles")


@lru_cache(maxsize=16384)
def parse_name(name: str) -> PersonName:
    """The words of `name` that name a person, with their roles; titles, degrees and notes are left out.

    >>> [(w.plain, w.role) for w in parse_name("Dr. Ursula von der Leyen, MdB").words]
    [('ursula', 'given'), ('von', 'particle'), ('der', 'particle'), ('leyen', 'family')]
    >>> [w.role for w in parse_name("BRANDT, Lea-Marie").words]
    ['family', 'given', 'given']
    """
    if _SIMPLE.match(name) and (simple := _simple(name)) is not None:
        return simple
    text = name
    nicks: list[str] = []
    if "[" in text:
        text = _NOTE.sub(" ", text)
    if '"' in text or "(" in text or "“" in text or "„" in text or "«" in text:
        nicks = [
            nick for m in _NICK.finditer(text) if plain(nick := m.group(1) or m.group(2)) not in _titles()
        ]
        text = _NICK.sub(" ", text)
    generation = ""
    segments = []
    for i, segment in enumerate(text.split(",") if "," in text else (text,)):
        tokens = [token for token in _TOKEN.findall(segment) if plain(token)]
        if i or len(tokens) > 2:
            generation = next(
                (g for t in tokens[1 - i :] if (g := _GENERATIONS.get(t.casefold()))), generation
            )
        if i and tokens and plain(tokens[0]) in load_words("name_parts", "peerages"):
            continue
        tokens = _without_suffixes(_without_titles(tokens), all_go=i > 0)
        if tokens:
            segments.append([_split(token) for token in tokens])
    if not segments:
        segments = [[_split(token) for token in _TOKEN.findall(text) if plain(token)]]
    groups = [group for segment in segments[:2] for group in segment]
    found = _words(groups, len(segments[0]) if len(segments) > 1 else 0)
    found += [NameWord(n, plain(n), "nick") for n in nicks if plain(n)]
    return PersonName(tuple(found), generation)


def _simple(name: str) -> PersonName | None:
    """A name of plain words and initials; None where a word may be more than a name.

    The family name is in capitals where other words are not; else it is the last word.
    """
    tokens = name.split(" ")
    if name.isascii() and "-" not in name:
        keys = name.lower().replace(".", "").split(" ")
    else:
        keys = [plain(token) for token in tokens]
    if keys[0] in _titles() or keys[-1] in _suffixes() or not particles().isdisjoint(keys):
        return None
    shouted = [len(tokens) - 1]
    if not name.istitle():
        capitals = [i for i, token in enumerate(tokens) if token[1] != "." and token.isupper()]
        if capitals and len(capitals) < sum(token[-1] != "." for token in tokens):
            shouted = capitals
    words: list[NameWord] = []
    role: Role = "given"
    for i, (token, key) in enumerate(zip(tokens, keys, strict=True)):
        if token[-1] == ".":
            words.append(NameWord(token, key[0], "initial"))
            continue
        if "-" in token:
            pieces = token.split("-")
            if plain(pieces[0]) in particles():
                return None
            words += [NameWord(piece, plain(piece), "family" if i in shouted else role) for piece in pieces]
        else:
            words.append(NameWord(token, key, "family" if i in shouted else role))
        if i not in shouted:
            role = "middle"
    return PersonName(tuple(words))


def _without_titles(tokens: list[str]) -> list[str]:
    """`tokens` without the titles that they begin with; something always stays."""
    titles = _titles()
    start = 0
    while start < len(tokens) - 1:
        token = tokens[start]
        word = plain(token)
        if word not in titles or len(word) == 1:
            break
        if word in _ambiguous() and token[-1] != ".":
            break
        start += 1
    return tokens[start:]


def _without_suffixes(tokens: list[str], *, all_go: bool) -> list[str]:
    """`tokens` without the degrees and generations at their end; with `all_go`, nothing needs to stay."""
    suffixes = _suffixes()
    end = len(tokens)
    while end > (0 if all_go else 1):
        token = tokens[end - 1]
        word = plain(token)
        if word not in suffixes:
            break
        if word not in _SURE and "." not in token and not token.isupper():
            break
        if not all_go and word not in _SURE and end < (2 if len(word) > 2 and token[-1] == "." else 3):
            break
        end -= 1
    return tokens[:end]


def _split(token: str) -> list[str]:
    """A token's words: "J.R." is two initials, "Lea-Marie" two words; most are one."""
    if token.isalpha():
        return [token]
    if "." in token:
        pieces = [piece for piece in re.split(r"[.\-]", token) if plain(piece)]
        return [f"{piece}." if len(piece) == 1 else piece for piece in pieces] if len(pieces) > 1 else [token]
    return [piece for piece in _HYPHEN.split(token) if plain(piece)]


def _words(groups: list[list[str]], before_comma: int) -> list[NameWord]:
    """The words with their roles: the family name stands before a comma, else in capitals, else last."""
    count = len(groups)
    names = particles()
    keys = [plain(group[0]) for group in groups]
    shouted = [group[0].isupper() and _is_shouted(group) for group in groups]
    family: range | list[int]
    if before_comma:
        family = range(before_comma)
    elif any(shouted) and not all(s or len(key) == 1 for s, key in zip(shouted, keys, strict=True)):
        family = [i for i, s in enumerate(shouted) if s]
    else:
        first = next((i for i in range(1, count - 1) if len(keys[i]) > 1 and keys[i] in names), count - 1)
        family = range(first, count)
    found: list[NameWord] = []
    seen_given = False
    for i, group in enumerate(groups):
        role: Role = "family" if i in family else "middle" if seen_given else "given"
        if role == "family" and keys[i] in names and count > 2 and i != count - 1:
            role = "particle"
        if i == 0 and count > 2 and keys[0] in _ambiguous() and not before_comma and not shouted[0]:
            role = "title"
        for word in group:
            letters = plain(word)
            found.append(
                NameWord(word, letters, "initial" if len(letters) == 1 and role != "family" else role)
            )
        seen_given = seen_given or found[-1].role == "given"
    return found


def _is_shouted(group: list[str]) -> bool:
    """Whether every word of a token is in capitals and no initial."""
    return "." not in group[0] and all(len(word) > 1 and word.isupper() for word in group)
