"""A printed personal name, taken apart: titles and degrees off, order and roles found.

Nothing is decided here about who bears the name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from reconcile.names.letters import plain
from reconcile.names.name_words import (
    PersonName,
    Role,
    ambiguous_titles,
    particles,
    peerages,
    suffixes,
    titles,
)
from reconcile.names.simple_names import read_simple, read_titled
from reconcile.patterns import lazy_re

#: A word as printed, and its letters.
_Token: TypeAlias = tuple[str, str]

#: What a nickname or a note may stand between.
_QUOTES = frozenset('"(“„«')
_NOTE = lazy_re(r"\[[^\]]{0,40}\]")
_NICK = lazy_re(r"[\"“”„«»]([^\"“”„«»]{1,40})[\"“”„«»]|\(([^()]{1,40})\)")
_TOKEN = lazy_re(r"[^\s,;/·•・=\"“”„«»()\[\]]+")
_POINT = lazy_re(r"[.\-]")
_HYPHEN = lazy_re("[-‐‑–—−]+")
#: As printed, in lower case -> the generation ("ml." and "st." are Czech and Slovak).
_GENERATIONS = {
    "jr": "jr", "jr.": "jr", "jnr": "jr", "junior": "jr", "ml.": "jr", "sr": "sr", "sr.": "sr", "snr": "sr",
    "senior": "sr", "st.": "sr", "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv",
}  # fmt: skip
#: Suffixes that are no words of names, stripped without a comma before them.
_SURE = frozenset(
    ["jr", "sr", "jnr", "snr", "ii", "iii", "iv", "phd", "mba", "esq", "mdb", "mep", "msp", "mla", "obe", "mbe",
     "cbe"]
)  # fmt: skip


def parse_name(name: str) -> PersonName:
    """The words of `name` that name a person, with their roles; titles, degrees and notes are left out.

    >>> [(w.plain, w.role) for w in parse_name("Dr. Ursula von der Leyen, MdB").words]
    [('ursula', 'given'), ('von', 'particle'), ('der', 'particle'), ('leyen', 'family')]
    >>> [w.role for w in parse_name("BRANDT, Lea-Marie").words]
    ['family', 'given', 'given']
    """
    return read_titled(name) or parse_untitled(name)


@lru_cache(maxsize=2048)
def parse_untitled(name: str) -> PersonName:
    """The same of a name that `read_titled` cannot take apart, which takes less time than a cache does."""
    return read_simple(name) or _read_closely(name)


def _read_closely(name: str) -> PersonName:
    """A name with titles, degrees, nicknames, notes, or the family name before a comma."""
    nicks: list[_Token] = []
    text = _NOTE.sub(" ", name) if "[" in name else name
    if not _QUOTES.isdisjoint(text):
        found = [m.group(1) or m.group(2) for m in _NICK.finditer(text)]
        nicks = [(n, key) for n in found if (key := plain(n)) and key not in titles()]
        text = _NICK.sub(" ", text)
    generation = ""
    segments: list[list[_Token]] = []
    for i, segment in enumerate(text.split(",")):
        tokens = _tokens(segment)
        if i or len(tokens) > 2:
            for printed, _ in tokens[1 - i :]:
                if found_here := _GENERATIONS.get(printed.casefold()):
                    generation = found_here
                    break
        if i and tokens and tokens[0][1] in peerages():
            continue
        tokens = tokens[_titles_end(tokens) :]
        if tokens := tokens[: _suffixes_start(tokens, all_go=i > 0)]:
            segments.append(tokens)
    segments = segments[:2] or [_tokens(text)]
    groups = [_split(*token) for segment in segments for token in segment]
    roles = _roles(groups, len(segments[0]) if len(segments) > 1 else 0)
    roles.extend(["nick"] * len(nicks))
    words = [word for group in (*groups, nicks) for word in group]
    texts, keys = tuple([text for text, _ in words]), tuple([key for _, key in words])
    return PersonName(texts, keys, tuple(roles), generation)


def _tokens(text: str) -> list[_Token]:
    # Plain letters, nearly all words, are made small in less time than `plain` takes to keep them.
    return [
        (token, key)
        for token in _TOKEN.findall(text)
        if (key := token.lower() if token.isascii() and token.isalpha() else plain(token))
    ]


def _titles_end(tokens: list[_Token]) -> int:
    """Where the titles end that the name begins with; something always stays."""
    for at, (printed, word) in enumerate(tokens[:-1]):
        if word not in titles() or len(word) == 1:
            return at
        if word in ambiguous_titles() and printed[-1] != ".":
            return at
    return max(0, len(tokens) - 1)


def _suffixes_start(tokens: list[_Token], *, all_go: bool) -> int:
    """Where the degrees and generations at the end begin; with `all_go`, nothing needs to stay."""
    end = len(tokens)
    while end > (0 if all_go else 1):
        printed, word = tokens[end - 1]
        if word not in suffixes():
            break
        if word not in _SURE and "." not in printed and not printed.isupper():
            break
        if not all_go and word not in _SURE and end < (2 if len(word) > 2 and printed[-1] == "." else 3):
            break
        end -= 1
    return end


def _split(token: str, key: str) -> list[_Token]:
    """A token's words: "J.R." is two initials, "Lea-Marie" two words; most are one."""
    if token.isalpha():
        return [(token, key)]
    if "." in token:
        pieces = [(piece, k) for piece in _POINT.split(token) if (k := plain(piece))]
        if len(pieces) < 2:
            return [(token, key)]
        return [(f"{piece}.", k) if len(piece) == 1 else (piece, k) for piece, k in pieces]
    return [(piece, k) for piece in _HYPHEN.split(token) if (k := plain(piece))]


def _roles(groups: list[list[_Token]], before_comma: int) -> list[Role]:
    """The roles of the words: the family name stands before a comma, else in capitals, else last."""
    count = len(groups)
    keys = [group[0][1] for group in groups]
    shouted = [group[0][0].isupper() and _is_shouted(group) for group in groups]
    family: range | list[int]
    if before_comma:
        family = range(before_comma)
    elif any(shouted) and not all(s or len(key) == 1 for s, key in zip(shouted, keys, strict=True)):
        family = [i for i, s in enumerate(shouted) if s]
    else:
        family = range(_first_particle(keys), count)
    found: list[Role] = []
    seen_given = False
    for i, group in enumerate(groups):
        role: Role = "family" if i in family else "middle" if seen_given else "given"
        if count > 2:
            if role == "family" and i != count - 1 and keys[i] in particles():
                role = "particle"
            if i == 0 and keys[0] in ambiguous_titles() and not before_comma and not shouted[0]:
                role = "title"
        if role == "family":
            found += [role] * len(group)
            continue
        found += ["initial" if len(key) == 1 else role for _, key in group]
        seen_given = seen_given or found[-1] == "given"
    return found


def _first_particle(keys: list[str]) -> int:
    """The first word, of those inside the name, that belongs to a family name; the last word where none does."""
    last = len(keys) - 1
    for i in range(1, last):
        if len(keys[i]) > 1 and keys[i] in particles():
            return i
    return last


def _is_shouted(group: list[_Token]) -> bool:
    """Whether every word of a token is in capitals and no initial."""
    return "." not in group[0][0] and all(len(word) > 1 and word.isupper() for word, _ in group)
