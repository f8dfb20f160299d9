"""The visible text of an embed, with its links and times where they stand in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

import regex

from reconcile.lexicons import load_words
from reconcile.markup import attribute
from reconcile.markup.flow import Flow
from reconcile.model import Span
from reconcile.patterns import lazy_regex

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

_HIDING = lazy_regex(r"display\s*:\s*none|visibility\s*:\s*hidden")
_EMOJI_CLASS = lazy_regex(r"emoji|smiley|twemoji", regex.IGNORECASE)
_EMOJI = lazy_regex(
    r"[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}0-9#*\u200d\ufe0f\u20e3]+"
)


class Mark(NamedTuple):
    """A link or a time: where its text stands, and the address or the moment that it carries."""

    span: Span
    value: str


class Rendering(NamedTuple):
    """What a reader sees of an embed."""

    text: str
    links: tuple[Mark, ...] = ()
    times: tuple[Mark, ...] = ()


def render(tag: Tag, leave_out: Collection[Tag] = ()) -> Rendering:
    """The visible text of `tag` without the elements in `leave_out`."""
    from bs4.element import CData, NavigableString, Tag

    shown = (NavigableString, CData)
    flow = Flow()
    marks: list[tuple[str, Mark]] = []
    blocks = load_words("html", "blocks")
    skipped = {id(element) for element in leave_out}
    #: Of each link and time that is open: what it carries, and where its texts start.
    opened: list[tuple[str, list[int]]] = []
    # Of each open element: what is left of it, its name, and whether it is the last of `opened`.
    stack: list[tuple[Iterator[PageElement], str, bool]] = [(iter(tag.contents), tag.name, False)]
    while stack:
        children, name, is_mark = stack[-1]
        for child in children:
            if isinstance(child, Tag):
                if id(child) not in skipped and _enter(child, flow, blocks):
                    value = _carried(child)
                    if value is not None:
                        opened.append((value, []))
                    stack.append((iter(child.contents), child.name, value is not None))
                    break
            elif type(child) in shown:
                start = flow.add(str(child))
                if start is not None:
                    for _, starts in opened:
                        starts.append(start)
        else:
            stack.pop()
            if name in blocks:
                flow.paragraph()
            if is_mark:
                value, starts = opened.pop()
                span = Span(starts[0] if starts else flow.length, flow.length)
                marks.append((name, Mark(span, value)))
    links = tuple(mark for name, mark in marks if name == "a")
    return Rendering(flow.text(), links, tuple(mark for name, mark in marks if name != "a"))


def _enter(tag: Tag, flow: Flow, blocks: frozenset[str]) -> bool:
    """Lay out the start of `tag`; returns whether its contents are to be read."""
    name = tag.name
    if name == "br":
        flow.line()
    elif name == "img":
        if emoji := emoji_of(attribute(tag, "class"), attribute(tag, "alt")):
            flow.add(emoji)
    elif name not in load_words("html", "unseen") and not (tag.attrs and is_hidden(tag)):
        if name in blocks:
            flow.paragraph()
        return True
    return False


def _carried(tag: Tag) -> str | None:
    """The address of a link, the moment of a time; None for other elements, and for anchors that lead nowhere."""
    if tag.name == "a":
        return attribute(tag, "href").strip() or None
    return attribute(tag, "datetime").strip() if tag.name == "time" else None


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
