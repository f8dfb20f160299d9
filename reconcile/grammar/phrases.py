"""Tables of phrases found in a sentence by the keys of their words, so that one entry covers every inflection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reconcile.grammar.words import Wording, form_of, read_words

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

    @classmethod
    def of(cls, word: str) -> _Form:
        if word[0] == "=" or word == "...":
            return cls(word.lstrip("="), word.lstrip("="), True)
        return cls(form_of(word), word, False)

    def fits(self, words: Wording, i: int) -> bool:
        """Whether word `i` is this one: the same letters, or the same key and no noun of the doer ("supporter")."""
        if words.lower[i] == self.printed:
            return True
        return not self.literal and words.forms[i] == self.form and not words.lower[i].endswith(_DOERS)


#: Endings of nouns that name the doer of a deed: "supporters" support, but tell of no support given.
_DOERS = ("er", "ers", "or", "ors", "'s")


class PhraseTable:
    """Phrases by label. An entry is one or more words; "..." lets up to six words stand between; a leading
    "=" takes the word letter for letter ("=held" is no form of "hold")."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Form, ...], str]]] = {}
        for label, phrases in groups.items():
            for phrase in phrases:
                forms = tuple(_Form.of(word) for word in phrase.split())
                self._by_first.setdefault(forms[0].form, []).append((forms, label))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1]))
        self._firsts = frozenset(self._by_first)

    def find(self, words: Wording) -> list[Found]:
        """Every phrase in the sentence, the longest of its label at each word, in order."""
        if self._firsts.isdisjoint(words.vocabulary):
            return []
        return list(self._scan(words))

    def _scan(self, words: Wording) -> Iterator[Found]:
        ends: dict[str, int] = {}
        for i, form in enumerate(words.forms):
            for candidate in {form, words.lower[i]}:
                for phrase, label in self._by_first.get(candidate, ()):
                    last = _match(words, i, phrase)
                    if last is None or ends.get(label, -1) >= i:
                        continue
                    ends[label] = last
                    yield Found(label, i, last)


def _match(words: Wording, first: int, phrase: tuple[_Form, ...]) -> int | None:
    """The index of the last word of `phrase` where it begins at word `first`, else None."""
    i, gap = first, 0
    for form in phrase:
        if form.printed == "...":
            gap = _GAP
            continue
        while True:
            if i >= len(words) or words.clauses[i] // 100 != words.clauses[first] // 100:
                return None
            if form.fits(words, i):
                break
            if not gap:
                return None
            gap -= 1
            i += 1
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


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The forms of a phrase's words, as a table would match them."""
    return read_words(phrase).forms
