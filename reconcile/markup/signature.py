"""The form in which most platforms print a post outside themselves: body, then "— Name (@handle) date".

The date links to the post. This is what the oEmbed answers of X, Bluesky and Mastodon hold, in whatever
elements a publishing system lays them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reconcile.markup.rendering import Mark, Rendering
from reconcile.patterns import lazy_regex
from reconcile.shown_dates import match_shown_date

#: "(@handle)" before the date. Brackets and at signs of full width are those of Chinese and Japanese pages.
_HANDLE = lazy_regex(
    r"\s*[(（]\s*[\u200e\u200f\u2066-\u2069]*[@＠]?(?P<handle>[\w.-]{1,60}+(?:@[\w.-]{1,100}+)?)"
    r"[\u200e\u200f\u2066-\u2069]*\s*[)）][\s\u200e\u200f:,·•-]*+\Z"
)
#: The handle itself linked to the post, as some export it: "— @handle".
_HANDLE_ALONE = lazy_regex(r"@(?P<handle>\w[\w.-]{0,60})")
_EMPTY_HANDLE = lazy_regex(r"\s*\(@?\s*\)\s*\Z")
#: The dash before the name at the head of a line, and inside one.
_HEAD_DASH = lazy_regex(r"[\s\u200e\u200f]*(?:[—–―‒－]|-{1,3}(?=\s))[\s\u200e\u200f]*")
_DASH = lazy_regex(r"(?:(?<=\s)-{1,3}(?=\s)|[—–―‒])\s*")
#: Longer before the handle than any display name (X allows 50 characters, others 64 or 80).
_MAX_NAME = 120


class Signed(NamedTuple):
    """A post's parts in the text of its embed."""

    #: Where the tail begins, dash included; the body is what stands before.
    tail: int
    #: Where the tail ends: after the date or the handle.
    end: int
    name: str | None
    handle: str | None
    #: The link that the date is, or None where the date is bare text.
    link: Mark | None
    #: Where the printed date stands; empty where there is none.
    date: tuple[int, int]


def read_signature(rendering: Rendering, is_permalink: Callable[[str], bool]) -> Signed | None:
    """The tail of a post in `rendering`, or None where there is none.

    `is_permalink` tells a link to a post of the platform; a link right after "(@handle)" is taken for the
    permalink whatever it leads to, because a reader takes it for that.
    """
    text = rendering.text
    for link in reversed(rendering.links):
        before = text[: link.span.start]
        signed = _named(before)
        if signed is not None:
            start, name, handle = signed
            return Signed(start, link.span.end, name, handle, link, (link.span.start, link.span.end))
        if is_permalink(link.value) and (account := _HANDLE_ALONE.fullmatch(link.span.of(text))):
            line = text.rfind("\n", 0, link.span.start) + 1
            if (dash := _HEAD_DASH.match(text, line)) and dash.end() == link.span.start:
                end = link.span.end
                return Signed(line, end, None, account["handle"], link, (end, end))
        if is_permalink(link.value) and (head := _alone(text, link)) is not None:
            name = _DASH.sub("", text[head : link.span.start], count=1).strip()
            name = name if len(name) <= _MAX_NAME else ""
            return Signed(head, link.span.end, name or None, None, link, (link.span.start, link.span.end))
    return _unlinked(text)


def _named(before: str) -> tuple[int, str | None, str | None] | None:
    """Start of the tail, name and handle, where `before` ends in "— Name (@handle)"."""
    match = _HANDLE.search(before, max(0, len(before) - 300))
    empty = None if match else _EMPTY_HANDLE.search(before, max(0, len(before) - 300))
    if match is None and empty is None:
        return None
    end = (match or empty).start()  # type: ignore[union-attr]  # one of the two is there
    line = before.rfind("\n", 0, end) + 1
    if line == end:  # the handle stands on a line below the name
        line = before.rfind("\n", 0, max(0, end - 1)) + 1
    start, name_at = _dash(before, line, end)
    name = before[name_at:end].strip(" \n\u200e\u200f")
    handle = match["handle"].strip(".") if match else None
    if len(name) > _MAX_NAME or (start == name_at and handle is None):
        return None
    return start, name or None, handle


def _dash(before: str, line: int, end: int) -> tuple[int, int]:
    """Where the dash of the tail stands, and where the name begins; without a dash, the line's start.

    A dash at the head of the last line is the tail's own: names may hold dashes. In a line that goes on with
    the body, it is the last dash.
    """
    head = _HEAD_DASH.match(before, line, end)
    if head and end - head.end() <= _MAX_NAME:
        return line, head.end()
    inner = list(_DASH.finditer(before, max(line, end - _MAX_NAME - 4), end))
    return (inner[-1].start(), inner[-1].end()) if inner else (line, line)


def _alone(text: str, link: Mark) -> int | None:
    """Where the line of `link` starts if the link is all of it, or a short "— Name" precedes; else None."""
    if not link.span.of(text).strip():
        return None
    line = text.rfind("\n", 0, link.span.start) + 1
    after = text[link.span.end :].partition("\n")[0].strip()
    before = text[line : link.span.start].strip()
    if after or not match_shown_date(link.span.of(text)):
        return None
    return line if not before or _HEAD_DASH.match(before) else None


def _unlinked(text: str) -> Signed | None:
    """A tail whose date is no link: "— Name (@handle) March 21, 2006" as the last line."""
    line = text.rfind("\n") + 1
    last = text[line:]
    close = max(last.rfind(")"), last.rfind("）"))
    if close < 0:
        return None
    shown = match_shown_date(last, close + 1)
    end = line + (shown.span.end if shown else len(last.rstrip()))
    if shown is None and last[close + 1 :].strip():
        return None
    named = _named(text[: line + close + 1])
    if named is None or named[2] is None or not _HEAD_DASH.match(text, named[0]):
        return None
    date = (line + shown.span.start, line + shown.span.end) if shown else (end, end)
    return Signed(named[0], end, named[1], named[2], None, date)
