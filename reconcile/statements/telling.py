"""The few words of a text that tell who speaks, of whom and where: found in one pass over all its words."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reconcile.model import Span
from reconcile.patterns import lazy_re
from reconcile.words import words_of

_PART = lazy_re(r"[^\W_]+")


def telling_words(text: str, sought: Set[str]) -> Iterator[tuple[str, Span]]:
    """The words of `text` that are among those `sought`, lower case, and where they stand, in order.

    >>> [word for word, _ in telling_words("“They’re glad,” Lind said.", {"they", "said", "she"})]
    ['they', 'said']
    """
    words = words_of(text)
    found = words.among(sought)
    for i in sorted({*found, *words.clipped}) if words.clipped else found:
        word, start, end = words.lower[i], words.starts[i], words.ends[i]
        # A word with an apostrophe counts by its parts: "she's", "qu'affirme".
        if "'" in word and sought.isdisjoint(word.split("'")):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before == " " == after and (_in_a_code(before) or _in_a_code(after)):
            continue
        if "'" not in word:
            yield word, Span(start, end)
            continue
        for match in _PART.finditer(text, start, end):
            if (part := match.group().lower()) in sought:
                yield part, Span(match.start(), match.end())


def _in_a_code(beside: str) -> bool:
    """Whether the character beside a word makes it a part of a handle or a code: "desk_said"."""
    return beside == "_" or beside.isdecimal()
