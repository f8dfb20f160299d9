"""Tails that fill a line without parentheses: "Name · t.me/channel/12 · 13 May 2025", "Name @name · 19 May".

The account is told by a link to the post or by its handle. Name, account and date fill the line in any order,
with dashes, dots, commas or emoji between them: a line that says anything else is prose.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reconcile.model import Span
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.platforms import PostLink, parse_link
from reconcile.reading.tails import Tail
from reconcile.shown_dates import ShownDate, match_shown_date

#: Longer lines are prose that holds a link (characters).
_LONGEST_LINE = 200
_ACCOUNT = lazy_regex(
    r"(?P<url>(?:https?://)?(?:[\w-]{1,63}+\.){1,4}[a-z]{2,24}/@?[\w@%.-]{1,80}+/[\w/?=&%.-]{1,200}+)"
    r"|(?<![\w@(/.])@(?P<handle>[A-Za-z0-9_][\w.-]{1,60}+(?:@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,4}+)?)",
)
_DIGIT = lazy_re(r"\d")
#: What parts a name from a link and a date.
_BETWEEN = lazy_regex(
    r"(?:^|\s)(?:[|·•∙–—―-]|\p{Extended_Pictographic}\ufe0f?)+(?=\s|$)|[,;]?\s{2,}|[,;]\s|\t", regex.M
)
#: "on X", "via Telegram": the platform, no part of a name.
_PLATFORM = lazy_regex(r"(?:on|via|auf|sur|en|su|op|no) \p{Lu}\w{0,12}(?: \p{Lu}\w{1,8})?")


def find_linked_tails(text: str) -> Iterator[Tail]:
    """The tails of this form in `text`, in order."""
    for match in _accounts(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        told = _account(match) if end - start <= _LONGEST_LINE else None
        read = _rest(text, start, end, Span(*match.span())) if told else None
        if told is None or read is None:
            continue
        platform, handle, link = told
        name, shown = read
        start += len(text[start:end]) - len(text[start:end].lstrip())
        url = match["url"]
        yield Tail(Span(start, end), platform, name, handle, shown, link, url, form="linked")


def _accounts(text: str) -> Iterator[regex.Match[str]]:
    """The links and handles in `text`; few lines have the signs of one and of a date: those are searched."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST_LINE and ("/" in line or "@" in line) and _DIGIT.search(line):
            yield from _ACCOUNT.finditer(text, start, start + len(line))
        start += len(line) + 1


def _account(match: regex.Match[str]) -> tuple[str, str, PostLink | None] | None:
    """The platform and the handle that a link to a post or a handle tells, and the link."""
    if match["url"]:
        link = parse_link(match["url"].rstrip(".,;:!?"))
        named = link is not None and link.status_id is not None and link.handle is not None
        return (link.platform, link.handle, link) if link and link.handle and named else None
    handle = match["handle"].rstrip(".-")
    if "@" in handle:
        return "mastodon", handle, None
    return ("bluesky" if "." in handle else "x"), handle, None


def _rest(text: str, start: int, end: int, account: Span) -> tuple[str, ShownDate] | None:
    """The name and the date that fill the line beside the account; None where something else stands there."""
    shown: ShownDate | None = None
    names: list[str] = []
    for first, last in ((start, account.start), (account.end, end)):
        position = first
        for gap in [*(m.span() for m in _BETWEEN.finditer(text, first, last)), (last, last)]:
            if gap[0] < position:
                continue  # inside the date: "June 12, 2023"
            part = text[position : gap[0]].strip(" ,")
            date = match_shown_date(text, position) if part and shown is None else None
            position = gap[1]
            if date is not None and gap[0] - 1 <= date.span.end <= last:
                shown, position = date, max(gap[1], date.span.end)
            elif part and not _PLATFORM.fullmatch(part):
                names.append(part)
    name = " · ".join(names)
    if shown is None or not 1 <= len(names) <= 2 or len(name) > 80 or name.endswith((".", ":")):
        return None
    return name, shown
