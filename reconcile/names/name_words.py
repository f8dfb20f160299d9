"""The words of a personal name and what they are: the nouns, and the lists of titles, degrees and particles."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from reconcile.lexicons import load_words

#: "title" is a word that may be a title or a name (Earl, Don, Judge).
Role: TypeAlias = Literal["given", "middle", "family", "particle", "initial", "nick", "title"]


class NameWord(NamedTuple):
    """One word of a name; hyphens part words. (Every name is taken apart: a tuple is made fastest.)"""

    #: As printed.
    text: str
    #: Its letters, ASCII and lower case.
    plain: str
    role: Role


class PersonName(NamedTuple):
    """A name without titles, degrees and peerages: its words, in the printed order.

    Most comparisons look at few of the words: each is made one (`word`) where it is looked at.
    """

    #: The words as printed.
    texts: tuple[str, ...]
    #: Their letters.
    plain: tuple[str, ...]
    roles: tuple[Role, ...]
    #: "jr", "sr", "iii" ..., or "".
    generation: str = ""

    @property
    def words(self) -> tuple[NameWord, ...]:
        """All the words."""
        return tuple(map(NameWord, self.texts, self.plain, self.roles))

    def word(self, at: int) -> NameWord:
        """The word at a place, from 0."""
        return NameWord(self.texts[at], self.plain[at], self.roles[at])


@cache
def titles() -> frozenset[str]:
    """What is set before a name: forms of address, ranks, offices."""
    return load_words("name_parts", "titles")


@cache
def ambiguous_titles() -> frozenset[str]:
    """Titles that may be names, too: King, Dean."""
    return load_words("name_parts", "ambiguous")


@cache
def suffixes() -> frozenset[str]:
    """What is set behind a name: degrees, orders, generations."""
    return load_words("name_parts", "suffixes")


@cache
def peerages() -> frozenset[str]:
    """What a segment behind a comma begins with that is no part of the name."""
    return load_words("name_parts", "peerages")


@cache
def particles() -> frozenset[str]:
    """Words that go with a family name: von, de la, al, bin."""
    return load_words("name_parts", "particles")
