"""Channels: the way by which words reached the public, as a sentence names it ("told reporters")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache
from typing import NamedTuple

from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.patterns import lazy_re

#: By rank: "told reporters on X" is an interview.
_CHANNELS = ("interview", "court", "speech", "release", "post")
_WORD = lazy_re(r"\w+")
#: Where the first lines of a release end (characters), and how far before its noun a phrase may begin.
_HEAD, _BEFORE = 160, 60
_PAPER = lazy_re(r"[^\W\d_]+")
_PRESS = lazy_re(r"(?:press|media|news) \Z", re.I)
#: "in the district's announcement", "according to its latest bulletin".
_IN_PAPER = lazy_re(
    r"\b(?:in|from|via|through|by|per|with|to|on) (?:(?:the|an?|its|his|her|their|this|that|another) )?"
    r"(?:[\w-]+ ){0,3}(?:[\w-]+['’]s? )?(?:(?!of |for )[\w-]+ ){0,2}\Z",
    re.I,
)
_PAPER_SAYS = lazy_re(
    r" (?:also |further )?(?:said|says|read|reads|stated|states|added|adds|went on|goes on)\b"
)


class Channel(NamedTuple):
    """A phrase that names a channel: where it begins, and the channel."""

    start: int
    name: str


def find_channels(
    text: str, telling: Iterable[tuple[str, Span]], called: Set[str] = frozenset()
) -> list[Channel]:
    """Every phrase of `text` that names a channel, in order; all `channel_words` must have been sought.

    Where two begin at one place, the channel of the higher rank is first. `called` are the nouns by which the
    releases at hand call themselves (`called_so`): "a letter" is one of them only where it says that it is.

    >>> text = "The port said in a press release on Monday that ..."
    >>> find_channels(text, [("release", Span(25, 32))])[0].name
    'release'
    """
    found: list[tuple[int, int]] = []
    phrases, issued = _phrases(), _issued()
    for word, span in telling:
        for phrase, before, rank in phrases.get(word, ()):
            start = span.start - before
            end = start + len(phrase)
            if start >= 0 and text[start:end].lower() == phrase and _whole(text, start, end):
                found.append((start, rank))
        if word in issued and (word in called or issued[word].issue(text, span)):
            start = span.start - 2 * (text[max(0, span.start - 2) : span.start].lower() == "e-")
            at = _IN_PAPER.search(text, max(0, start - _BEFORE), start)
            if at or _PAPER_SAYS.match(text, span.end):
                found.append((at.start() if at else span.start, _CHANNELS.index("release")))
    return [Channel(start, _CHANNELS[rank]) for start, rank in sorted(found)]


def channel_words() -> Set[str]:
    """One telling word of each phrase: the phrase is looked for only where it stands."""
    return _phrases().keys() | _issued().keys()


def called_so(releases: Iterable[str]) -> frozenset[str]:
    """The nouns by which releases call themselves in their first lines: "Letter to all members, 2 May"."""
    heads = {
        word.lower() for text in releases for word in _PAPER.findall(text[:_HEAD].replace("-mail", " mail"))
    }
    return frozenset(heads & load_words("channels", "issued_if_called_so"))


class _Issued(NamedTuple):
    """What a noun of a paper needs before it to be a body's to the press."""

    always: bool = False
    for_press: bool = False

    def issue(self, text: str, span: Span) -> bool:
        """Whether the noun at `span` is one."""
        return self.always or (
            self.for_press and bool(_PRESS.search(text, max(0, span.start - 6), span.start))
        )


@cache
def _issued() -> dict[str, _Issued]:
    """Every noun of a paper -> what makes it a release."""
    always, press = load_words("channels", "issued"), load_words("channels", "issued_for_press")
    words = always | press | load_words("channels", "issued_if_called_so")
    return {word: _Issued(word in always, word in press) for word in words}


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
