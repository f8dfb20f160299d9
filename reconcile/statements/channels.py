"""Channels: the way by which words reached the public, as a sentence names it ("told reporters")."""

from __future__ import annotations

import re
from functools import cache

import regex

from reconcile.lexicons import load_words

_CHANNELS = ("interview", "court", "speech", "release", "post")
_WORD = re.compile(r"\w+")


def channel_of(sentence: str) -> str | None:
    """The channel that a sentence names, or None; it takes one of the `channel_words` to name one.

    >>> channel_of("The port said in a press release on Monday that ...")
    'release'
    """
    match = _pattern().search(sentence)
    if match is None:
        return None
    return next(name for name in _CHANNELS if match[name] is not None)


@cache
def channel_words() -> frozenset[str]:
    """One telling word of each phrase: few sentences hold one, and only those are searched for phrases."""
    words = [phrase.split() for name in _CHANNELS for phrase in load_words("channels", name)]
    return frozenset(
        _WORD.findall(max(reversed(w), key=len) if len(max(w, key=len)) > 3 else w[-1])[-1] for w in words
    )


@cache
def _pattern() -> regex.Pattern[str]:
    """The phrases that name a channel, interviews first: "told reporters on X" is one."""
    parts = (
        rf"(?P<{name}>" + "|".join(map(regex.escape, sorted(load_words("channels", name)))) + ")"
        for name in _CHANNELS
    )
    return regex.compile(rf"\b(?:{'|'.join(parts)})\b", regex.IGNORECASE)
