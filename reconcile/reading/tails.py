"""Tails: what signs a reproduced post in flat text, "— Name (@handle) June 12, 2023 https://...".

The handle in parentheses is looked for first; the dash and the name are read backwards from it, date and link
forwards. Every dash will do, stuck to the body or on a line of its own; the parts may stand on several lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.patterns import lazy_regex
from reconcile.platforms import PostLink, parse_link
from reconcile.shown_dates import ShownDate, match_shown_date


class Tail(NamedTuple):
    """The signature of one post, as printed."""

    span: Span
    platform: str
    name: str | None
    handle: str | None
    shown: ShownDate | None = None
    link: PostLink | None = None
    #: The link as printed.
    url: str | None = None
    #: "tail": dash and handle; "shared": "A post shared by"; "undashed": name and handle, then a date.
    form: str = "tail"

    @property
    def bare(self) -> bool:
        """Whether it has neither date nor link, so that a name in a list may look so."""
        return self.shown is None and self.url is None and self.form != "shared"


#: The longest display name (Bluesky allows 64 signs, and an emoji is several code points).
_LONGEST_NAME = 100
_USER = r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,60}+"
_SERVER = r"@[A-Za-z0-9\-]{1,63}+(?:\.[A-Za-z0-9\-]{1,63}+){1,4}+"
_HIDDEN = r"[\s\u200b-\u200f\u2066-\u2069]"
#: "(@handle)", "(@user@server)", "( @name.bsky.social )", "(t.me/channel)"; the parts may stand on lines.
_SIGNED = lazy_regex(
    rf"[(（]{_HIDDEN}{{0,3}}(?:[@＠]\s?(?P<handle>{_USER}(?:{_SERVER})?)"
    rf"|(?P<link>(?:https?://)?(?:[\w-]{{1,63}}+\.){{1,4}}[a-z]{{2,24}}/@?[\w./-]{{1,80}}+)){_HIDDEN}{{0,3}}[)）]"
)
_NAMELESS = lazy_regex(
    rf"(?:[—―]|&mdash;|(?<=\s)[–-](?=\s)|^[–-])\s?[@＠](?P<handle>{_USER}(?:{_SERVER})?)", regex.MULTILINE
)
#: A dash that needs nothing around it; one that needs a space behind and, in front, a space, a line's start
#: or the end of a body; and the question mark that a lost dash leaves.
_DASH = lazy_regex(
    r"(?P<long>[—―⸺]|&mdash;|&\#8212;|&\#x2014;|â€”)"
    r"|(?:^|(?<=[\s\p{P}\p{S}])|(?<=\.com/\w{10}))(?P<short>[–‒−-]|--|&ndash;|&\#8211;|â€“)(?=\s)"
    r"|(?:^|(?<=\s))(?P<lost>\?)(?=\s)",
    regex.MULTILINE,
)
_TO_DATE = lazy_regex(
    r"(?:,?[^\S\n](?:on|via|auf|sur|en|su|op|no)[^\S\n]"  # "on X,"
    r"(?:X|Twitter|Bluesky|Mastodon|Threads|Instagram|Facebook|Telegram|TikTok|Truth Social)(?=[,\s]))?"
    r"[^\S\n]*(?:[,·•∙|:–—-][^\S\n]?)?(?P<line>(?:\n[^\S\n]*){1,2})?"
)
_TO_LINK = lazy_regex(
    r"(?P<gap>[\s·•∙|,–—-]{0,8})(?P<url>(?:https?://)?(?:[\w-]{1,63}+\.){1,4}[a-z]{2,24}/[^\s<>\"”)]{2,400}+)"
)
_LINE_END = lazy_regex(r"[^\S\n]*+(?:\n|\Z)")
_FACEBOOK = lazy_regex(
    r"^[^\S\n]*(?:\L<before>) (?P<name>[^\n]{1,80}?) (?:\L<on>) ", regex.MULTILINE,
    before=load_words("shared_by", "facebook_before"), on=load_words("shared_by", "facebook_on"),
)  # fmt: skip


_REDDIT = lazy_regex(
    r"(?<![\p{L}\p{N}])by\s*u/(?P<handle>[A-Za-z0-9_-]{3,20}+)\s+in\s*(?:r/)?[A-Za-z0-9_]{2,21}+"
)


def find_tails(text: str) -> list[Tail]:
    """The tails in `text` in order, none overlapping another."""
    found: list[Tail] = []
    floor = 0
    for tail in sorted(_every_tail(text), key=lambda t: (t.span.start, -t.span.end)):
        if tail.span.start >= floor:
            found.append(tail)
            floor = tail.span.end
    return [tail for n, tail in enumerate(found) if not (tail.bare and _in_list(text, found, n))]


def _in_list(text: str, tails: Sequence[Tail], n: int) -> bool:
    """Whether tail `n` follows another, or is followed by one, with nothing between: a list of accounts."""
    pairs = ((tails[i], tails[i + 1]) for i in (n - 1, n) if 0 <= i < len(tails) - 1)
    return any(not text[a.span.end : b.span.start].strip(" \t\r\n*•,;.") for a, b in pairs)


def _every_tail(text: str) -> Iterator[Tail]:
    floor = 0
    if "(" in text or "（" in text:
        for signed in _SIGNED.finditer(text):
            tail = _shared(text, signed, floor) or _dashed(text, signed, floor)
            if tail is not None:
                floor = tail.span.end
                yield tail
    if "@" in text:
        yield from filter(None, (_without_name(text, m) for m in _NAMELESS.finditer(text)))
    if "u/" in text:
        yield from (_on_reddit(m) for m in _REDDIT.finditer(text))
    if any(phrase in text for phrase in load_words("shared_by", "facebook_before")):
        yield from filter(None, (_on_facebook(text, m) for m in _FACEBOOK.finditer(text)))


def _dashed(text: str, signed: regex.Match[str], floor: int) -> Tail | None:
    """ "— Name (@handle)": a date, a link or the line's end must follow; without a dash, a date must."""
    shown, end = _date_after(text, signed.end())
    url, end = _link_after(text, end)
    found = _dash_before(text, signed.start(), floor, lost=shown is not None)
    if found is None:
        on_line = shown is not None and "\n" not in text[signed.end() : shown.span.start]
        found = _line_before(text, signed.start(), floor) if on_line and _LINE_END.match(text, end) else None
        form = "undashed"
    else:
        form = "tail"
    owner, platform = _owner(signed["handle"], signed["link"], url)
    told = shown or url or _LINE_END.match(text, signed.end())
    if found is None or owner is None or not told:
        return None
    start, name = found
    return Tail(Span(start, end), platform, name, owner, shown, parse_link(url) if url else None, url, form)


def _shared(text: str, signed: regex.Match[str], floor: int) -> Tail | None:
    """ "A post shared by Name (@handle)", in any language of Instagram."""
    handle, start = signed["handle"], max(floor, signed.start() - 2 * _LONGEST_NAME)
    if handle is None or "@" in handle:
        return None
    around = text[start : signed.end() + 60]
    phrases = [phrase for phrase in _phrases() if phrase in around]
    if not phrases:
        return None
    before = text[start : signed.start()]
    leads = [(at, lead) for lead in phrases if (at := before.rfind(lead)) >= 0]
    if leads:
        at, lead = max(leads, key=lambda found: (found[0] + len(found[1]), len(found[1])))
        name, start = before[at + len(lead) :], start + at
        end = signed.end()
    else:
        after = next(
            (a for a in load_words("shared_by", "instagram_after") if a in text[signed.end() :][:60]), None
        )
        if after is None:
            return None
        start = max(start, text.rfind("\n", 0, signed.start()) + 1)
        name, end = text[start : signed.start()], text.index(after, signed.end()) + len(after)
    if "\n\n" in name.strip("\n"):
        return None
    shown, end = _date_after(text, end)
    handle = handle.rstrip(".-")
    return Tail(Span(start, end), "instagram", _plain(name), handle, shown, form="shared")


def _without_name(text: str, signed: regex.Match[str]) -> Tail | None:
    """ "— @handle": a date or the line's end must follow."""
    handle = signed["handle"].rstrip(".-")
    after = signed.start("handle") + len(handle)
    shown, end = _date_after(text, after)
    url, end = _link_after(text, end)
    if shown is None and url is None and _LINE_END.match(text, after) is None:
        return None
    owner, platform = _owner(handle, None, url)
    if owner is None:
        return None
    return Tail(
        Span(signed.start(), end), platform, None, owner, shown, parse_link(url) if url else None, url
    )


def _on_facebook(text: str, lead: regex.Match[str]) -> Tail | None:
    """ "Posted by Name on Tuesday, June 12, 2018"."""
    shown = match_shown_date(text, lead.end())
    if shown is None:
        return None
    start = lead.start() + len(lead.group()) - len(lead.group().lstrip())
    return Tail(Span(start, shown.span.end), "facebook", _plain(lead["name"]), None, shown, form="shared")


def _on_reddit(found: regex.Match[str]) -> Tail:
    """ "by u/name in r/group": what the embed prints below the title, with or without blanks."""
    return Tail(Span(found.start(), found.end()), "reddit", None, found["handle"], form="shared")


# -- the parts ------------------------------------------------------------------------------------------


def _dash_before(text: str, end: int, floor: int, lost: bool) -> tuple[int, str | None] | None:
    """Where the tail's dash stands before the handle at `end`, and the name between them.

    A dash that begins its line is the tail's own, whatever dashes the name holds; in a line that goes on from
    the body, it is the last long one, or the last short one where there is no long one near.
    """
    found = []
    for dash in _DASH.finditer(text, max(floor, end - _LONGEST_NAME - 8), end):
        name = text[dash.end() : end]
        if (dash["lost"] is None or lost) and name.count("\n") <= 2 and "\n\n" not in name.strip(" "):
            begins = not text[text.rfind("\n", 0, dash.start()) + 1 : dash.start()].strip(" \t>*•|")
            found.append((begins, dash["long"] is not None and len(name) <= 64, dash.start(), name))
    if not found:
        return None
    _, _, start, name = max(found)
    return start, _plain(name)


def _line_before(text: str, end: int, floor: int) -> tuple[int, str | None] | None:
    """The line up to the handle at `end`, as a name."""
    start = max(floor, text.rfind("\n", 0, end) + 1)
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t>*•|"))
    name = text[start:end]
    return (start, _plain(name)) if 0 < len(name.strip()) <= _LONGEST_NAME and name.count(". ") < 2 else None


def _date_after(text: str, start: int) -> tuple[ShownDate | None, int]:
    """The date behind the handle that ends at `start`, and its end; on another line, it fills that line."""
    gap = _TO_DATE.match(text, start)
    shown = match_shown_date(text, gap.end()) if gap else None
    if gap is None or shown is None or shown.span.start > gap.end() + 8:
        return None, start
    own_line = _LINE_END.match(text, shown.span.end) or _TO_LINK.match(text, shown.span.end)
    if gap["line"] is not None and not (own_line and shown.candidates):
        return None, start
    return shown, shown.span.end


def _link_after(text: str, start: int) -> tuple[str | None, int]:
    """The link behind the date: any on the same line, on the next one only a link to a post."""
    found = _TO_LINK.match(text, start)
    if found is None:
        return None, start
    url = found["url"].rstrip(".,;:!?'’…")
    link = parse_link(url)
    to_post = link is not None and link.status_id is not None
    if ("\n" in found["gap"] or "://" not in url) and not to_post:
        return None, start
    if link is None and "/status" not in url:
        return None, start
    return url, found.start("url") + len(url)


def _owner(handle: str | None, link: str | None, url: str | None) -> tuple[str | None, str]:
    """The account and its platform, by the handle's form and by the links."""
    if handle is None:
        account = parse_link(link or "")
        return (account.handle, account.platform) if account and account.handle else (None, "")
    handle = handle.rstrip(".-")
    post = parse_link(url) if url else None
    if post is not None:
        return handle, post.platform
    if "@" in handle:
        return handle, "mastodon"
    domain = "." in handle and handle.rpartition(".")[2].isalpha()
    return handle, "bluesky" if domain or "-" in handle else "x"


@cache
def _phrases() -> tuple[str, ...]:
    """What Instagram prints before or behind name and handle."""
    return (*load_words("instagram_footer", "before"), *load_words("shared_by", "instagram_after"))


def _plain(name: str) -> str | None:
    """The name without line ends, blanks and invisible marks around it; None where nothing is left."""
    return (
        " ".join(name.replace("&amp;", "&").split()).strip(" \u200b\u200e\u200f\u202a\u202c\u2066\u2069,:")
        or None
    )
