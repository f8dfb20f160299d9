"""Lines that a mail program or an editor broke at a fixed width, made whole: a sentence is one line again.

A line break becomes a space, so that no place in the text moves.
"""

from __future__ import annotations

from itertools import pairwise

from reconcile.patterns import lazy_regex

#: Widths at which programs break lines (RFC 5322, 2.1.1 recommends 78; editors break between 60 and 80).
_NARROWEST, _WIDEST = 56, 81
#: So many broken lines make it a habit, and so many of all lines must not be longer.
_HABIT, _SHARE = 3, 0.97
_LISTED = lazy_regex(r"[•*–—-]\s|\d{1,2}[.)]\s|>|\p{Zs}{2}|\t")
_ENDED = lazy_regex(r"[:.!?…][\"”’'»)\]]*\Z")


def unwrapped(text: str) -> str:
    """`text` with a space for each line break that only ended a full line.

    >>> unwrapped("One.\\nTwo.")
    'One.\\nTwo.'
    """
    lines = text.split("\n")
    longest = max(map(len, lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return text
    breaks = [_only_full(line, after, longest) for line, after in pairwise(lines)]
    if sum(breaks) < _HABIT:
        return text
    joins = [" " if broken else "\n" for broken in breaks] + [""]
    return "".join(line + join for line, join in zip(lines, joins, strict=True))


def _only_full(line: str, after: str, longest: int) -> bool:
    """Whether the line broke because the next word had no room, and not because its paragraph ended."""
    words = after.split(maxsplit=1)
    if not line.strip() or not words or _LISTED.match(after):
        return False
    return len(line) >= _NARROWEST * 0.7 and len(line.rstrip()) + 1 + len(words[0]) > longest - (
        0 if _ENDED.search(line.rstrip()) else 2
    )
