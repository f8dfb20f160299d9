"""Names of plain words and initials, as nearly all are, taken apart with few looks at each letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reconcile.names.letters import ascii_letters
from reconcile.names.name_words import PersonName, Role, particles, suffixes, titles
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
_SIMPLE = lazy_re(rf"(?:(?:{_WORD}|[{_CAPITAL}]\.) )+{_WORD}\Z")
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


def read_titled(name: str) -> PersonName | None:
    """A name of up to four words of ASCII letters, each with a capital, that are nothing but names; else None.

    >>> read_titled("Lea Brandt").plain, read_titled("Lea von Brandt"), read_titled("Dr Lea Brandt")
    (('lea', 'brandt'), None, None)
    """
    if not _TITLED.match(name):
        return None
    keys = tuple(name.lower().split(" "))
    if len(keys) >= len(_ROLES) or not _doubtful().isdisjoint(keys):
        return None
    return PersonName(tuple(name.split(" ")), keys, _ROLES[len(keys)])


def read_simple(name: str) -> PersonName | None:
    """A name of plain words and initials; None where a word may be more than a name.

    The family name is in capitals where other words are not; else it is the last word.

    >>> read_simple("Lea M. Brandt").roles, read_simple("Dr. Lea Brandt")
    (('given', 'initial', 'family'), None)
    """
    if not _SIMPLE.match(name):
        return None
    lower = name.lower() if name.isascii() else ascii_letters(name)
    texts, keys = name.split(" "), lower.replace(".", "").split(" ")
    joined = lower.replace("-", "").replace(".", "").split(" ") if "-" in lower else keys
    if not _doubtful().isdisjoint(joined) and (
        joined[0] in titles() or joined[-1] in suffixes() or not particles().isdisjoint(joined)
    ):
        return None
    # A name that is all in capitals tells nothing by them.
    family = () if name.istitle() or name.isupper() else _shouted(texts)
    if not family and joined is keys and "." not in name and len(keys) < len(_ROLES):
        return PersonName(tuple(texts), tuple(keys), _ROLES[len(keys)])
    return _with_roles(texts, keys, family or (len(texts) - 1,))


def _shouted(texts: list[str]) -> Sequence[int]:
    """Which words are in capitals, where others are not."""
    capitals = [i for i, text in enumerate(texts) if text[1] != "." and text.isupper()]
    return capitals if len(capitals) < sum([text[-1] != "." for text in texts]) else ()


def _with_roles(texts: list[str], keys: list[str], family: Sequence[int]) -> PersonName | None:
    """The name with initials set apart and words at their hyphens; None where a particle has a hyphen."""
    words: list[str] = []
    letters: list[str] = []
    roles: list[Role] = []
    before: Role = "given"
    for i, text in enumerate(texts):
        role: Role = "family" if i in family else before
        if text[-1] == ".":
            words.append(text)
            letters.append(keys[i][:1])
            roles.append("initial")
            continue
        if "-" in text:
            pieces = keys[i].split("-")
            if pieces[0] in particles():
                return None
            words += text.split("-")
            letters += pieces
            roles += [role] * len(pieces)
        else:
            words.append(text)
            letters.append(keys[i])
            roles.append(role)
        if role != "family":
            before = "middle"
    return PersonName(tuple(words), tuple(letters), tuple(roles))
