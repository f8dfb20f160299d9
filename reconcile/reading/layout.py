"""What the lines of flat text are: headline, prose, metadata, furniture; the segments that tile a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from reconcile.lexicons import load_words
from reconcile.model import Segment, SegmentKind, Span
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.reading.published import dateline_at, leading_stamp, stamp_at

_LINE = lazy_regex(r"[^\n]+")
_COUNTER = lazy_regex(r"[\d.,\s]{1,15}[KMkm]?\s?(?:\p{L}+(?:\s\p{L}+)?)?")
_STOP = lazy_regex(r"[.!?…:;,][\"”’'»)\]]*\s*\Z")
_NAME = lazy_regex(
    r"[\p{Lu}@][\p{L}\p{M}'’.@_-]*+(?:[\s,&|/]{1,3}(?:and\s|und\s|et\s|y\s|e\s)?[\p{Lu}@][\p{L}\p{M}'’.@_-]*+){0,8}"
)
_MAY_DATE = lazy_re(r"[\d(]")
#: A headline has no full stop and no more than this; a paragraph has one.
_LONGEST_HEADLINE, _LONGEST_START = 200, 160


def lay_out(text: str, posts: Sequence[Span]) -> tuple[Segment, ...]:
    """Segments that tile `text`, in order: the posts given, and what the lines between them are.

    White space belongs to what stands before it; behind a post and at the start of the text, to what follows.
    """
    if not text:
        return ()
    marks: list[tuple[int, SegmentKind]] = []
    position, begun = 0, False
    for post in (*posts, Span(len(text), len(text))):
        for start, kind in _kinds(text, position, post.start, begun):
            after_post = bool(marks) and marks[-1][1] == "post" and position > 0
            marks.append((position if after_post else start, kind))
            begun = begun or kind == "prose"
        if post.start < post.end:
            marks.append((post.start, "post"))
        position = post.end
    merged = [
        mark for i, mark in enumerate(marks) if i == 0 or mark[1] != marks[i - 1][1] or mark[1] == "post"
    ]
    if not merged:
        merged = [(0, "prose")]
    starts = [0, *(start for start, _ in merged[1:]), len(text)]
    return tuple(Segment(kind, Span(starts[i], starts[i + 1])) for i, (_, kind) in enumerate(merged))


def is_furniture(line: str) -> bool:
    """Whether a line is of the page rather than of the article: "Share on Facebook", "1,862", "Anzeige".

    >>> is_furniture("Read more"), is_furniture("1,862 Likes"), is_furniture("He asked for more.")
    (True, True, False)
    """
    if len(line) > _LONGEST_START:
        return False
    words = _bare(line).casefold()
    if not words:
        return True
    if words in load_words("furniture", "lines") or words.startswith(_starts()):
        return True
    counted = _COUNTER.fullmatch(words)
    return counted is not None and words.lstrip("0123456789.,km ") in load_words("furniture", "lines") | {""}


def _bare(line: str) -> str:
    """`line` without signs and blanks at its ends; few lines have more than one, so no pattern is run."""
    start, end = 0, len(line)
    while start < end and not (line[start].isalnum() or line[start] in "&@"):
        start += 1
    while start < end and not (line[end - 1].isalnum() or line[end - 1] in ")!?"):
        end -= 1
    return line[start:end]


def is_byline(line: str) -> bool:
    """Whether a line is "By Mira Stan" and no more.

    >>> is_byline("By Mira Stan and Jon Abara"), is_byline("By Monday the lake had risen.")
    (True, False)
    """
    lower = line.strip().casefold()
    if len(lower) > 80 or lower.endswith((".", "!", "?", ":")):
        return False
    if not lower.startswith(_bylines()):
        return False
    lead = next(lead for lead in _bylines() if lower.startswith(lead))
    return _NAME.fullmatch(line.strip()[len(lead) :].strip()) is not None


def _kinds(text: str, start: int, end: int, begun: bool) -> Iterator[tuple[int, SegmentKind]]:
    """Where each stretch of the text between two posts begins, and its kind."""
    lines = [m for m in _LINE.finditer(text, start, end) if m.group().strip()]
    headline = _headline(lines) if not begun else -1
    for i, line in enumerate(lines):
        at, words = line.start(), line.group()
        if i == headline:
            yield at, "headline"
        elif is_furniture(words):
            yield at, "furniture"
        elif is_byline(words) or stamp_at(text, at, line.end()) is not None:
            yield at, "metadata"
        else:
            lead = _lead(text, at, line.end(), begun)
            if lead > at:
                yield at, "metadata"
            yield lead, "prose"
            begun = True


def _headline(lines: Sequence[regex.Match[str]]) -> int:
    """The number of the line that is the headline, or -1: short, without a full stop, before a paragraph."""
    for i, line in enumerate(lines[:30]):
        words = line.group().strip()
        if is_furniture(words) or is_byline(words) or stamp_at(line.string, line.start(), line.end()):
            continue
        stopped = _STOP.search(words) is not None and not words.endswith(("?", "!", "?”", "!”"))
        if stopped or len(words) > _LONGEST_HEADLINE:
            return -1
        if words[0].islower():
            return -1
        if len(words.split()) >= 3 and i + 1 < len(lines):
            return i if _begins(lines[i + 1].group().strip()) else -1
    return -1


def _begins(words: str) -> bool:
    """Whether a line begins something rather than goes on with the line before it."""
    return not (words[0].islower() or words[0] in ".,;:!?)”")


def _lead(text: str, start: int, end: int, begun: bool) -> int:
    """Where prose begins on a line, behind a date stamp and a dateline."""
    position = start
    if not begun and (stamp := leading_stamp(text, start)) is not None and stamp.span.end < end:
        position = stamp.span.end
    # Behind the first paragraph, a place alone is no dateline: a date or brackets must stand beside it.
    dateline = (
        None
        if begun and not _MAY_DATE.search(text, position, min(end, position + 120))
        else dateline_at(text, position, end)
    )
    if dateline is not None and (not begun or dateline.shown is not None or "(" in dateline.span.of(text)):
        position = dateline.span.end
    while position > start and position < end and text[position].isspace():
        position += 1
    return position


@cache
def _starts() -> tuple[str, ...]:
    return tuple(load_words("furniture", "starts"))


@cache
def _bylines() -> tuple[str, ...]:
    return tuple(sorted(load_words("furniture", "bylines"), key=len, reverse=True))
