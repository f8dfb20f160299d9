"""Which words stand in a text: a cheap look, so that costly readers read only where they can find something.

Several readers ask for words of their own list (titles, nouns of bodies) in the same text, and few of its words
are on any. Splitting a text into words with their places costs more than the readings themselves; here it is
done without places, at the speed of C, and the few words that are on a list are then found by their letters.

One byte stands for one character, so that offsets are the text's: letters beyond Latin-1 part words here as
punctuation does. A reader must therefore look again, with its own pattern, at the places that it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import product

from reconcile.patterns import lazy_re

#: Letters and hyphens; `re` finds them in a third of the time that `regex` does.
_LETTERS = lazy_re(r"(?<![\w@#])[^\W\d_](?:[^\W\d_]|-)++")
_LATIN = [chr(code) for code in range(256)]
#: A word no longer than this may have capitals anywhere: it may be an abbreviation.
_SHORT = 4
_SPACE = ord(" ")
#: No two words of a list are longer.
_TWO_WORDS = 64
#: What belongs to no word becomes a space. As printed, @ and # stay before their word: it is none of the prose.
_AS_PRINTED = "".join(c if c.isalnum() or c in "-@#" else " " for c in _LATIN).encode("latin-1")
_LOWER = "".join(
    c.lower() if c.isalnum() and ord(c.lower()) < 256 else c if c == "-" else " " for c in _LATIN
).encode("latin-1")


def as_listed(word: str) -> bytes:
    """A word of a list (lower case) as `Vocabulary` knows it: its first letters and hyphens in a row."""
    found = _bytes(word).translate(_LOWER).split()
    return found[0] if found else b""


def in_every_case(words: Iterable[bytes]) -> Mapping[bytes, bytes]:
    """Each form in which a word may be printed (mayor, Mayor, MAYOR; a short one, as PhD, anyhow) -> the
    word.
    """
    table: dict[bytes, bytes] = {}
    for word in words:
        text = word.decode("latin-1")
        forms = {text, text.capitalize(), text.title(), text.upper()}
        if len(text) <= _SHORT:
            forms.update(map("".join, product(*({c, c.upper()} for c in text))))
        for form in forms:
            table.setdefault(_bytes(form), word)
    return table


def _bytes(text: str) -> bytes:
    return text.encode("latin-1", "replace")


class Vocabulary:
    """The words of one text."""

    def __init__(self, text: str) -> None:
        letters = _bytes(text)
        self._text = text
        #: Every word as printed.
        self._printed = frozenset(letters.translate(_AS_PRINTED).split())
        #: With a space at either end, so that every word stands between two.
        self._lower = b" " + letters.translate(_LOWER) + b" "

    def among(self, forms: Mapping[bytes, bytes]) -> set[bytes]:
        """The words of a list that stand in the text; `forms` is what `in_every_case` makes of the list."""
        return {forms[word] for word in self._printed & forms.keys()}

    @cached_property
    def joined(self) -> set[bytes]:
        """The words that have a hyphen, in small letters."""
        text, found = self._lower, set()
        at = text.find(b"-")
        while at >= 0:
            end = text.find(b" ", at)
            found.add(text[text.rfind(b" ", 0, at) + 1 : end])
            at = text.find(b"-", end)
        return found

    def places_of(self, forms: Mapping[bytes, bytes]) -> list[int]:
        """Where a word of a list begins, or one that has it before or behind a hyphen ("ex-minister"), in order."""
        listed = forms.keys()
        joined = [word for word in self.joined if not listed.isdisjoint(word.split(b"-"))]
        return self.places({*self.among(forms), *joined})

    def places(self, words: Iterable[bytes]) -> list[int]:
        """Where one of `words` begins, in order."""
        text = self._lower
        found: list[int] = []
        for word in words:
            size = len(word)
            at = text.find(word)
            while at >= 0:
                if text[at - 1] == _SPACE == text[at + size]:
                    found.append(at - 1)  # for the space that was set before the text
                at = text.find(word, at + size)
        found.sort()
        return found

    def pair_at(self, place: int) -> tuple[bytes, bytes]:
        """The word that begins at `place`, and the one behind it (b"" for none near)."""
        found = self._lower[place + 1 : place + _TWO_WORDS].split(None, 2)
        return found[0], found[1] if len(found) > 1 else b""

    def has_plain(self, word: str) -> bool:
        """Whether `word` (lower case) stands somewhere as it is, without a capital."""
        letters = _bytes(word)
        if b"?" in letters:
            return word in _plain_words(self._text)
        return letters in self._printed


@lru_cache(maxsize=64)
def read_vocabulary(text: str) -> Vocabulary:
    """The words of `text`.

    >>> words = read_vocabulary("The mayor met Mayor Moss.")
    >>> words.places([b"mayor"]), words.has_plain("met"), words.has_plain("moss")
    ([4, 14], True, False)
    """
    return Vocabulary(text)


@lru_cache(maxsize=16)
def _plain_words(text: str) -> frozenset[str]:
    """The words of a text that stand in lower case, in any script."""
    return frozenset(word for word in set(_LETTERS.findall(text)) if word[0].islower())
