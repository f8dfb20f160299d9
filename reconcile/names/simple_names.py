"""Names of plain words and initials, as nearly all are, taken apart with few looks at each letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reconcile.names.letters import ascii_letters
from reconcile.names.name_words import NameWord, PersonName, Role, particles, suffixes, titles
from reconcile.patterns import lazy_re

#: Words of ASCII letters, each a capital with small ones behind it: most names.
_TITLED = lazy_re(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+\Z")
#: Latin letters with an accent, capital and small.
_ACCENTED = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isalpha()]
_CAPITAL = "A-Z" + "".join(c for c in _ACCENTED if c.isupper())
_SMALL = "a-z" + "".join(c for c in _ACCENTED if c.islower())
#: A word with a capital or two (McDowd), one in capitals, or two words with a hyphen.
_WORD = (
    rf"[{_CAPITAL}](?:[{_SMALL}]+(?:[{_CAPITAL}][{_SMALL}]+)?|[{_CAPITAL}]+)"
    rf"(?:-[{_CAPITAL}{_SMALL}]{{2,}})?"
)
_SIMPLE = lazy_re(rf"(?:{_WORD}|[{_CAPITAL}]\.)(?: (?:{_WORD}|[{_CAPITAL}]\.))* {_WORD}\Z")
#: Number of words -> their roles where the family name stands last.
_ROLES: tuple[tuple[Role, ...], ...] = (
    (),
    ("family",),
    ("given", "family"),
    ("given", "middle", "family"),
    ("given", "middle", "middle", "family"),
)


@cache
def _doubtful() -> frozenset[str]:
    """Words that may be more than a name, wherever they stand."""
    return titles() | suffixes() | particles()


def read_simple(name: str) -> PersonName | None:
    """A name of plain words and initials; None where a word may be more than a name.

    The family name is in capitals where other words are not; else it is the last word.

    >>> [w.role for w in read_simple("Lea M. Brandt").words], read_simple("Dr. Lea Brandt")
    (['given', 'initial', 'family'], None)
    """
    titled = _TITLED.match(name)
    if not titled and not _SIMPLE.match(name):
        return None
    lower = name.lower() if titled or name.isascii() else ascii_letters(name)
    texts, keys = tuple(name.split(" ")), tuple(lower.replace(".", "").split(" "))
    joined = tuple(lower.replace("-", "").replace(".", "").split(" ")) if "-" in lower else keys
    if not _doubtful().isdisjoint(joined) and (
        joined[0] in titles() or joined[-1] in suffixes() or not particles().isdisjoint(joined)
    ):
        return None
    family = _shouted(texts) if not titled and not name.istitle() else ()
    if not family and joined is keys and "." not in name and len(keys) < len(_ROLES):
        return PersonName(texts, keys, _ROLES[len(keys)])
    words = _with_roles(texts, keys, family or [len(texts) - 1])
    return PersonName.of(words) if words else None


def _shouted(texts: tuple[str, ...]) -> Sequence[int]:
    """Which words are in capitals, where others are not."""
    capitals = [i for i, text in enumerate(texts) if text[1] != "." and text.isupper()]
    return capitals if len(capitals) < sum(text[-1] != "." for text in texts) else ()


def _with_roles(
    texts: tuple[str, ...], keys: tuple[str, ...], family: Sequence[int]
) -> list[NameWord] | None:
    words: list[NameWord] = []
    role: Role = "given"
    for i, text in enumerate(texts):
        if text[-1] == ".":
            words.append(NameWord(text, keys[i][:1], "initial"))
            continue
        if "-" in text:
            pieces = keys[i].split("-")
            if pieces[0] in particles():
                return None
            own: Role = "family" if i in family else role
            words += [NameWord(t, key, own) for t, key in zip(text.split("-"), pieces, strict=True)]
        else:
            words.append(NameWord(text, keys[i], "family" if i in family else role))
        if i not in family:
            role = "middle"
    return words
