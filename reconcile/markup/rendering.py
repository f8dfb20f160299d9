"""The visible text of an embed, with its links and times where they stand in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import regex
from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.markup import attribute
from reconcile.markup.flow import Flow
from reconcile.model import Span
from reconcile.patterns import lazy_regex

if TYPE_CHECKING:
    from bs4 import Tag

_HIDING = lazy_regex(r"display\s*:\s*none|visibility\s*:\s*hidden")
_EMOJI_CLASS = lazy_regex(r"emoji|smiley|twemoji", regex.IGNORECASE)
_EMOJI = lazy_regex(
    r"[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}0-9#*\u200d\ufe0f\u20e3]+"
)


@frozen
class Mark:
    """A link or a time: where its text stands, and the address or the moment that it carries."""

    span: Span
    value: str


@frozen
class Rendering:
    """What a reader sees of an embed."""

    text: str
    links: tuple[Mark, ...] = ()
    times: tuple[Mark, ...] = ()


def render(tag: Tag, leave_out: Collection[Tag] = ()) -> Rendering:
    """The visible text of `tag` without the elements in `leave_out`."""
    from bs4.element import CData, NavigableString, Tag

    flow = Flow()
    marks: list[tuple[str, Mark]] = []
    blocks = load_words("html", "blocks")
    stack: list[tuple[Tag, int, int]] = [(tag, 0, 0)]  # element, next child, where its text starts
    skipped = {id(element) for element in leave_out}
    opened: list[list[int | str | None]] = []
    while stack:
        element, index, _ = stack.pop()
        if index < len(element.contents):
            stack.append((element, index + 1, 0))
            child = element.contents[index]
            if isinstance(child, Tag):
                if id(child) not in skipped and _enter(child, flow, opened):
                    stack.append((child, 0, 0))
            elif type(child) in (NavigableString, CData):
                start = flow.add(str(child))
                if start is not None:
                    for entry in opened:
                        entry[2] = start if entry[2] is None else entry[2]
            continue
        if element.name in blocks:
            flow.paragraph()
        if opened and opened[-1][0] == id(element):
            _, value, begun = opened.pop()
            span = Span(flow.length if begun is None else int(begun), flow.length)
            marks.append((element.name, Mark(span, str(value))))
    links = tuple(mark for name, mark in marks if name == "a")
    return Rendering(flow.text(), links, tuple(mark for name, mark in marks if name != "a"))


def _enter(tag: Tag, flow: Flow, opened: list[list[int | str | None]]) -> bool:
    """Lay out the start of `tag`; returns whether its contents are to be read."""
    name = tag.name
    if name == "br":
        flow.line()
    elif name == "img":
        if emoji := emoji_of(attribute(tag, "class"), attribute(tag, "alt")):
            flow.add(emoji)
    elif name not in load_words("html", "unseen") and not is_hidden(tag):
        if name in load_words("html", "blocks"):
            flow.paragraph()
        if name == "a" and (href := attribute(tag, "href").strip()):
            opened.append([id(tag), href, None])
        elif name == "time":
            opened.append([id(tag), attribute(tag, "datetime").strip(), None])
        return True
    return False


def is_hidden(tag: Tag) -> bool:
    """Whether the element is marked as one that is not shown."""
    if hides(attribute(tag, "style")) or tag.has_attr("hidden"):
        return True
    return not load_words("html", "hidden").isdisjoint(attribute(tag, "class").split())


def hides(style: str | None) -> bool:
    """Whether a style attribute hides its element.

    >>> hides("color: red; Display: none"), hides("overflow: hidden"), hides(None)
    (True, False, False)
    """
    if not style:
        return False
    lower = style.lower()
    return ("none" in lower or "hidden" in lower) and _HIDING.search(lower) is not None


def emoji_of(classes: str, alt: str) -> str:
    """The emoji that an image stands for, "" where it is another image.

    >>> emoji_of("Emoji Emoji--forText", "🙂"), emoji_of("photo", "A ship")
    ('🙂', '')
    """
    alt = alt.strip()
    if len(alt) <= 24 and (_EMOJI.fullmatch(alt) and not alt.isdigit()):
        return alt
    return alt if alt and len(alt) <= 8 and _EMOJI_CLASS.search(classes) else ""
