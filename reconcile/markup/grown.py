"""An element of a parsed page as BeautifulSoup's tree, without writing it out and parsing it once more.

The page's parser has settled what the markup means; a tree builder (the part of BeautifulSoup that a parser
drives) tells its elements on. That takes a third of the time of `read_markup(element.html)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from turbohtml import Element, Node, Text

if TYPE_CHECKING:
    from bs4 import Tag

#: Drawings, code and styling: heavy in the platforms' own embeds, and nothing that a reader reads.
_WEIGHT = frozenset({"svg", "script", "style"})
#: Boxes that the platforms nest by the dozen; those that hold nothing are left out.
_BOXES = frozenset({"div", "span"})

#: A start (name and attributes), a text, or an end (the name alone).
_Event = tuple[str, dict[str, str] | None] | str


def grow(element: Element) -> Tag:
    """The tree that `read_markup` makes of `element.html`; comments are left out."""
    return BeautifulSoup("", builder=_Grower(element))


class _Grower(HTMLTreeBuilder):
    """Tells BeautifulSoup of an element's tree in place of markup."""

    def __init__(self, element: Element) -> None:
        super().__init__(multi_valued_attributes={})  # "class" stays one string
        self._element = element

    def feed(self, markup: object) -> None:
        """Tell the whole tree; `markup` is empty."""
        soup = self.soup
        assert soup is not None  # set by BeautifulSoup before it feeds
        for event in _events(self._element):
            if isinstance(event, str):
                soup.handle_data(event)
            elif event[1] is not None:
                soup.handle_starttag(event[0], None, None, event[1])
            else:
                soup.handle_endtag(event[0])


def _events(element: Element) -> list[_Event]:
    """The starts, texts and ends of `element` in document order."""
    events: list[_Event] = []
    # Of each open element: its children, its name, and where its start stands among the events.
    open_elements: list[tuple[Iterator[Node], str, int]] = [(iter((element,)), "", 0)]
    while open_elements:
        children, tag, start = open_elements[-1]
        for node in children:
            if isinstance(node, Text):
                events.append(node.data)
            elif isinstance(node, Element) and node.tag not in _WEIGHT and not _is_empty_box(node):
                open_elements.append((iter(node), node.tag, len(events)))
                events.append((node.tag, _attributes(node)))
                break
        else:
            open_elements.pop()
            if tag in _BOXES and _all_blank(events, start + 1):
                del events[start:]
            elif tag:
                events.append((tag, None))
    return events


def _is_empty_box(element: Element) -> bool:
    """Whether `element` is a box of nothing but boxes; scripts in it would count as text here."""
    return (
        element.tag in _BOXES
        and _is_blank(element.text)
        and element.select_one(":not(div, span, svg, svg *)") is None
    )


def _attributes(element: Element) -> dict[str, str]:
    """The attributes, but for those of the looks; a style may still hide the element."""
    found = {name: element.attr(name) or "" for name in element.attrs if name != "srcset"}
    if "style" in found and "display" not in found["style"] and "visibility" not in found["style"]:
        del found["style"]
    return found


def _all_blank(events: list[_Event], start: int) -> bool:
    """Whether all events from `start` on are white space that a browser collapses."""
    following = (events[i] for i in range(start, len(events)))
    return all(isinstance(event, str) and _is_blank(event) for event in following)


def _is_blank(text: str) -> bool:
    """Whether a text is empty, or white space that a browser collapses."""
    return not text or (text.isspace() and "\u00a0" not in text)
