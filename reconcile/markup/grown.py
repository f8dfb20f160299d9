"""An element of a parsed page as BeautifulSoup's tree, without writing it out and parsing it once more.

The page's parser has settled what the markup means: its elements become BeautifulSoup's one by one, through the
constructor that BeautifulSoup itself uses while it parses. That takes a tenth of the time of a builder that is
told of them, and less of `read_markup(element.html)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import CData, NavigableString, PageElement, Tag
from turbohtml import Element, Node, Text

#: The texts of a page that are read, and those of elements whose texts are of a kind of their own: how a word is read.
_READ: set[type[NavigableString]] = {NavigableString, CData}
_STRINGS = HTMLTreeBuilder.DEFAULT_STRING_CONTAINERS
#: Drawings, code and styling: heavy in the platforms' own embeds, and nothing that a reader reads.
_WEIGHT = frozenset({"svg", "script", "style"})
#: Boxes that the platforms nest by the dozen; those that hold nothing are left out.
_BOXES = frozenset({"div", "span"})

#: A start (name and attributes), a text, or an end (the name alone).
_Event = tuple[str, dict[str, str] | None] | str


def grow(element: Element) -> Tag:
    """The tree that `read_markup` makes of `element.html`; comments are left out."""
    root = Tag(name=BeautifulSoup.ROOT_TAG_NAME, is_xml=False, interesting_string_types=_READ)
    open_tags: list[tuple[Tag, type[NavigableString]]] = [(root, NavigableString)]
    last: PageElement = root
    for event in _events(element):
        parent, strings = open_tags[-1]
        if isinstance(event, str):
            last = _text(event, parent, last, strings)
        elif event[1] is None:
            open_tags.pop()
        else:
            # What a parser would set up as it goes: parent, neighbours, the order of the document.
            last = Tag(
                name=event[0],
                attrs=event[1],
                parent=parent,
                previous=last,
                is_xml=False,
                interesting_string_types=_READ,
            )
            parent.contents.append(last)
            open_tags.append((last, _STRINGS.get(event[0], strings)))
    return root


def _text(text: str, parent: Tag, last: PageElement, strings: type[NavigableString]) -> NavigableString:
    """A text under `parent`, behind the element `last`."""
    made = strings(text)
    made.setup(parent, last)
    parent.contents.append(made)
    return made


def _events(element: Element) -> list[_Event]:
    """The starts, texts and ends of `element` in document order."""
    events: list[_Event] = []
    # Of each open element: its children, its name, and where its start stands among the events.
    open_elements: list[tuple[Iterator[Node], str, int]] = [(iter((element,)), "", 0)]
    while open_elements:
        children, tag, start = open_elements[-1]
        for node in children:
            if isinstance(node, Text):
                if events and isinstance(events[-1], str):  # only what says nothing stands between
                    events[-1] += node.data
                else:
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
