"""The visible text of an embed, with its links and times where they stand in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import regex
from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.markup.flow import Flow
from reconcile.model import Span

if TYPE_CHECKING:
    from turbohtml import Element, Node

_HIDING = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_EMOJI_CLASS = regex.compile(r"emoji|smiley|twemoji", regex.IGNORECASE)
_EMOJI = regex.compile(
    r"[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}0-9#*\u200d\ufe0f\u20e3]+"
)
#: How a word is read, in small print above it: no words of their own.
_READINGS = frozenset({"rt", "rp"})


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


def render(element: Element, leave_out: Collection[Element] = ()) -> Rendering:
    """The visible text of `element` without the elements in `leave_out`; "" where it is hidden itself."""
    from turbohtml import Element, Text  # not needed to read links, which asks for the platforms, too

    flow = Flow()
    marks: list[tuple[str, Mark]] = []
    blocks = load_words("html", "blocks")
    #: Of each link and time that is open: what it carries, and where its text starts once it has some.
    opened: list[tuple[str, list[int]]] = []
    # Of each open element: what is left of it, its tag, and whether it is the last of `opened`.
    stack: list[tuple[Iterator[Node], str, bool]] = [(iter((element,)), "", False)]
    while stack:
        children, tag, is_mark = stack[-1]
        for node in children:
            kind = type(node)
            if kind is Text:
                start = flow.add(node.data)  # type: ignore[attr-defined]
                if start is not None:
                    for _, starts in opened:
                        starts.append(start)
            elif kind is Element and node not in leave_out and _enter(node, flow, blocks):  # type: ignore[arg-type]
                inner: str = node.tag  # type: ignore[attr-defined]
                value = _carried(node, inner)  # type: ignore[arg-type]
                if value is not None:
                    opened.append((value, []))
                stack.append((iter(node), inner, value is not None))
                break
        else:
            stack.pop()
            if tag in blocks:
                flow.paragraph()
            if is_mark:
                value, starts = opened.pop()
                marks.append((tag, Mark(Span(starts[0] if starts else flow.length, flow.length), value)))
    links = tuple(mark for tag, mark in marks if tag == "a")
    return Rendering(flow.text(), links, tuple(mark for tag, mark in marks if tag != "a"))


def _enter(element: Element, flow: Flow, blocks: frozenset[str]) -> bool:
    """Lay out the start of `element`; returns whether its contents are to be read."""
    tag = element.tag
    if tag == "br":
        flow.line()
    elif tag == "img":
        if emoji := emoji_of(element.attr("class") or "", element.attr("alt") or ""):
            flow.add(emoji)
    elif tag not in load_words("html", "unseen") and tag not in _READINGS and not is_hidden(element):
        if tag in blocks:
            flow.paragraph()
        return True
    return False


def _carried(element: Element, tag: str) -> str | None:
    """The address of a link, the moment of a time; None for other elements, and for anchors that lead nowhere."""
    if tag == "a":
        return (element.attr("href") or "").strip() or None
    return (element.attr("datetime") or "").strip() if tag == "time" else None


def is_hidden(element: Element) -> bool:
    """Whether the element is marked as one that is not shown."""
    if not element.attrs:
        return False
    if hides(element.attr("style")) or element.attr("hidden") is not None:
        return True
    return not load_words("html", "hidden").isdisjoint((element.attr("class") or "").split())


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
