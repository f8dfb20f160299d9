"""Posts in flat text that have lost their tail: told by what only posts have, or by the line before them.

Their start is unsure, and whose they are is told at most by the announcing line. A sentence of prose that
quotes a few words of a post is none; where the register leaves a doubt, nothing is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.lexicons import load_groups
from reconcile.model import Span
from reconcile.patterns import lazy_regex
from reconcile.reading.bodies import Setting, find_body
from reconcile.reading.chunks import Chunk, chunks_between
from reconcile.reading.layout import is_furniture
from reconcile.reading.register import introduces, likeness, marks_of, names_a_post
from reconcile.reading.tokens import (
    has_emoji,
    hashtag_spans,
    media_spans,
    mention_spans,
    mentions_of,
    weighted_length,
)

#: Only a post prints these.
_SHORTENED = lazy_regex(r"https?://t\.co/[A-Za-z0-9]{6,}")
_WORD = lazy_regex(r"[\p{L}\p{N}]+")
#: From here on, register alone makes a post; beside an announcing line, less does.
_ALONE, _ANNOUNCED = 3.2, 0.5
#: Weighted; a little more than X allows.
_LONGEST = 330
#: Prose may follow a media stub in one line.
_PROSE_BEHIND = 60


class Untailed(NamedTuple):
    """A body without a tail."""

    body: Span
    platform: str
    handle: str | None


def find_untailed(text: str, taken: Sequence[Span], setting: Setting) -> list[Untailed]:
    """The posts without a tail in what `taken` leaves of `text`."""
    if not any(sign in text for sign in ("//t.co/", "pic.twitter.com/", "pic.x.com/", ":\n", "#")):
        return []
    found: list[Untailed] = []
    position = 0
    for span in (*taken, Span(len(text), len(text))):
        found += _in_gap(text, position, chunks_between(text, position, span.start, setting.layout), setting)
        position = span.end
    return found


def _in_gap(text: str, floor: int, chunks: Sequence[Chunk], setting: Setting) -> Iterator[Untailed]:
    """The posts without a tail between two others."""
    before: Chunk | None = None
    for chunk in chunks:
        announced = before is not None and introduces(before.words) and names_a_post(before.words)
        end = _end_of_token(chunk)
        body: Span | None = None
        if end is not None:
            body = find_body(text, floor, end, setting).span
        elif _reads_like_a_post(chunk, announced):
            body = chunk.span
        if body is not None and body.start < body.end:
            told = before.words if before is not None and announced else ""
            handles = mentions_of(told)
            yield Untailed(body, platform_named(told) or "x", handles[0] if len(handles) == 1 else None)
            floor = body.end
        before = chunk


def _end_of_token(chunk: Chunk) -> int | None:
    """Where the last media stub or t.co link of a chunk ends, or the chunk where little follows it."""
    ends = [span.end for span in media_spans(chunk.words)]
    if "//t.co/" in chunk.words:
        ends += [match.end() for match in _SHORTENED.finditer(chunk.words)]
    if not ends:
        return None
    end = max(ends)
    return chunk.span.start + end if len(chunk.words) - end > _PROSE_BEHIND else chunk.span.end


def _reads_like_a_post(chunk: Chunk, announced: bool) -> bool:
    """Whether the register alone, or beside an announcing line, makes a chunk a post."""
    words = chunk.words
    if not announced and "#" not in words:
        return False
    marks = marks_of(words)
    if marks.saying or chunk.announces or words[0] in "\"“„«‘'" or len(words.split()) < 4:
        return False
    if weighted_length(words) > _LONGEST or is_furniture(words):
        return False
    if announced:
        return likeness(marks) >= _ANNOUNCED
    signs = bool(mention_spans(words)) + has_emoji(words) + (marks.style >= 0.5)
    return bool(hashtag_spans(words)) and signs > 0 and likeness(marks) >= _ALONE


def platform_named(line: str) -> str | None:
    """The one platform that a line of prose names, or None.

    >>> platform_named("She wrote on Truth Social:"), platform_named("On X and Threads, he wrote:")
    ('truthsocial', None)
    """
    named = {key for key, names in load_groups("register", "platforms").items() if _names(line, names)}
    return named.pop() if len(named) == 1 else None


def _names(line: str, names: Sequence[str]) -> bool:
    lower = f" {' '.join(_WORD.findall(line.casefold()))} "
    return any(f" {name} " in lower for name in names)
