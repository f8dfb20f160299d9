"""Tables of phrases found in a sentence by the keys of their words, so that one entry covers every inflection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.grammar.keys import form_of, key_of
from reconcile.grammar.words import Wording

#: In a phrase, "..." stands for at most so many words of the same clause.
_GAP = 6


class Found(NamedTuple):
    """A phrase of a table in a sentence: what it is filed under, its first and its last word."""

    label: str
    first: int
    last: int


class _Form(NamedTuple):
    """One word of a phrase: the form that it must have, and the letters that it stands as in the table."""

    form: str
    printed: str
    literal: bool

    def fits(self, words: Wording, i: int) -> bool:
        """Whether word `i` is this one: the same letters, or the same key and no noun of the doer ("supporter")."""
        if words.lower[i] == self.printed:
            return True
        return not self.literal and words.forms[i] == self.form and not words.lower[i].endswith(_DOERS)


@lru_cache(maxsize=8192)
def _form(word: str) -> _Form:
    """The form that a word of a table asks for; the tables share most of theirs."""
    if word[0] == "=" or word == "...":
        return _Form(word.lstrip("="), word.lstrip("="), True)
    return _Form(form_of(word), word, False)


#: Endings of nouns that name the doer of a deed: "supporters" support, but tell of no support given.
_DOERS = ("er", "ers", "or", "ors", "'s")


class PhraseTable:
    """Phrases by label. An entry is one or more words; "..." lets up to six words stand between; a leading
    "=" takes the word letter for letter ("=held" is no form of "hold").

    Each phrase is filed under its most telling word, so a sentence without that word costs nothing.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._filed: dict[str, list[tuple[tuple[_Form, ...], str]]] = {}
        for label, phrases in groups.items():
            for phrase in phrases:
                forms = tuple(map(_form, phrase.split()))
                self._filed.setdefault(_telling(forms), []).append((forms, label))
        self._telling = frozenset(self._filed)

    def find(self, words: Wording) -> list[Found]:
        """Every phrase in the sentence, the longest of its label at each word, in order."""
        filed = self._telling & words.vocabulary
        if not filed:
            return []
        found = [
            Found(label, first, last)
            for telling in filed
            for phrase, label in self._filed[telling]
            for first in words.places.get(phrase[0].form, ())
            if phrase[0].fits(words, first)
            if (last := _match(words, first, phrase)) is not None
        ]
        if len(found) < 2:
            return found
        found.sort(key=lambda one: (one.first, -one.last, one.label))
        return _apart(found)


def _telling(forms: tuple[_Form, ...]) -> str:
    """The word under which a phrase is filed: the longest that is a content word, or the longest of all."""
    if len(forms) == 1:
        return forms[0].form
    named = [form.form for form in forms if form.printed != "..."]
    return max(named, key=lambda form: (bool(key_of(form)), len(form)))


def _apart(found: list[Found]) -> list[Found]:
    """The phrases, those left out that overlap an earlier one of their label."""
    kept: list[Found] = []
    ends: dict[str, int] = {}
    for one in found:
        if ends.get(one.label, -1) < one.first:
            ends[one.label] = one.last
            kept.append(one)
    return kept


def _match(words: Wording, first: int, phrase: tuple[_Form, ...]) -> int | None:
    """The index of the last word of `phrase` where it begins at word `first`, else None."""
    if len(phrase) == 1:
        return first
    clause, end = words.clauses[first] // 100, len(words.lower)
    i, gap = first + 1, 0
    for form in phrase[1:]:
        if form.printed == "...":
            gap = _GAP
            continue
        while i < end and words.clauses[i] // 100 == clause and not form.fits(words, i):
            if not gap:
                return None
            gap -= 1
            i += 1
        if i >= end or words.clauses[i] // 100 != clause:
            return None
        i, gap = i + 1, 0
    return i - 1


def outermost(found: Sequence[Found], scale: Callable[[str], str]) -> list[Found]:
    """The phrases that no longer one of the same scale holds: "draft law" holds "law"."""
    return [
        one
        for one in found
        if not any(
            other.first <= one.first
            and one.last <= other.last
            and other[1:] != one[1:]
            and scale(other.label) == scale(one.label)
            for other in found
        )
    ]
