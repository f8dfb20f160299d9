"""Tails signed by the post's link instead of a handle: a line "Name · t.me/channel/12 · 13 Aug 2025, 18:26".

The link must lead to a post and say whose it is. Name, link and date fill the line in any order, with dashes,
dots, bars or emoji between them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reconcile.model import Span
from reconcile.platforms import parse_link
from reconcile.reading.tails import Tail
from reconcile.shown_dates import ShownDate, match_shown_date

#: Longer lines are prose that holds a link (characters).
_LONGEST_LINE = 200
_URL = regex.compile(
    r"(?:https?://)?(?:[\w-]{1,63}+\.){1,4}[a-z]{2,24}/@?[\w@%.-]{1,80}+/[\w/?=&%.-]{1,200}+"
)
#: What parts a name from a link and a date.
_BETWEEN = regex.compile(
    r"(?:^|\s)(?:[|·•∙–—―-]|\p{Extended_Pictographic}\ufe0f?)+(?=\s|$)|[,;]?\s{2,}|\t", regex.M
)


def find_linked_tails(text: str) -> Iterator[Tail]:
    """The tails of this form in `text`, in order."""
    if "/" not in text:
        return
    for match in _URL.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        link = parse_link(match.group().rstrip(".,;:!?"))
        if link is None or link.status_id is None or link.handle is None or end - start > _LONGEST_LINE:
            continue
        read = _rest(text, start, end, Span(*match.span()))
        if read is not None:
            name, shown = read
            start += len(text[start:end]) - len(text[start:end].lstrip(" \t>*•|—–-"))
            yield Tail(
                Span(start, end), link.platform, name, link.handle, shown, link, match.group(), form="linked"
            )


def _rest(text: str, start: int, end: int, url: Span) -> tuple[str, ShownDate] | None:
    """The name and the date that fill the line beside the link; None where something else stands there."""
    shown: ShownDate | None = None
    names: list[str] = []
    for first, last in ((start, url.start), (url.end, end)):
        position = first
        for gap in [*(m.span() for m in _BETWEEN.finditer(text, first, last)), (last, last)]:
            part = text[position : gap[0]].strip()
            date = match_shown_date(text, position) if part and shown is None else None
            if date is not None and date.span.end >= gap[0] - 1:
                shown = date
            elif part:
                names.append(part)
            position = gap[1]
    name = " · ".join(names)
    if shown is None or not 1 <= len(names) <= 2 or len(name) > 80 or name.endswith((".", ":")):
        return None
    return name, shown
