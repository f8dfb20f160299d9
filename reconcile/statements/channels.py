"""Channels: the way by which words reached the public, as a sentence names it ("told reporters")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache

from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.model import Span

#: By rank: "told reporters on X" is an interview.
_CHANNELS = ("interview", "court", "speech", "release", "post")
_WORD = re.compile(r"\w+")


@frozen
class Channel:
    """A phrase that names a channel: where it begins, and the channel."""

    start: int
    name: str


def find_channels(text: str, telling: Iterable[tuple[str, Span]]) -> list[Channel]:
    """Every phrase of `text` that names a channel, in order; all `channel_words` must have been sought.

    Where two begin at one place, the channel of the higher rank is first.

    >>> text = "The port said in a press release on Monday that ..."
    >>> find_channels(text, [("release", Span(25, 32))])[0].name
    'release'
    """
    found: list[tuple[int, int]] = []
    for word, span in telling:
        for phrase, before, rank in _phrases().get(word, ()):
            start = span.start - before
            end = start + len(phrase)
            if start >= 0 and text[start:end].lower() == phrase and _whole(text, start, end):
                found.append((start, rank))
    return [Channel(start, _CHANNELS[rank]) for start, rank in sorted(found)]


def channel_words() -> Set[str]:
    """One telling word of each phrase: the phrase is looked for only where it stands."""
    return _phrases().keys()


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or underscore goes on beside a phrase."""
    return not _WORD.match(text[start - 1 : start]) and not _WORD.match(text[end : end + 1])


@cache
def _phrases() -> dict[str, list[tuple[str, int, int]]]:
    """Telling word -> the phrases that it tells, how far into each it stands, and the rank of their channel."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for rank, name in enumerate(_CHANNELS):
        for phrase in load_words("channels", name):
            words = list(_WORD.finditer(phrase))
            # The longest word is the rarest; of short ones, the last: "on x".
            last = words[-1]
            told = max(reversed(words), key=lambda m: len(m.group()))
            told = told if len(told.group()) > 3 else last
            found.setdefault(told.group(), []).append((phrase, told.start(), rank))
    return found
