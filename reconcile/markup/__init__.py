"""Markup of one embed: what a reader sees of it, and the forms in which posts are printed on any platform.

The whole page is read elsewhere; here is BeautifulSoup, on a few kilobytes at a time.
It is imported when the first embed is read, not before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

#: Longer markup is no single post; it is read as the page is.
MAX_MARKUP = 200_000
#: Drawings, code and styling: heavy in the platforms' own embeds, and nothing that a reader reads.
_WEIGHT = re.compile(
    r"<(svg|script|style)\b(?:(?!</?\1\b)[\s\S])*+</\1>|\ssrcset=(?:\"[^\"]*+\"|'[^']*+')"
    r"|\sstyle=(?:\"(?![^\"]*(?:display|visibility))[^\"]*+\"|'(?![^']*(?:display|visibility))[^']*+')",
    re.IGNORECASE,
)

#: Boxes that are drawn but say nothing; the platforms nest some dozens of them.
_MAX_NESTED = 8
_EMPTY = re.compile(r"<(div|span)\b[^<>]*>\s*</\1>", re.IGNORECASE)


def read_markup(markup: str) -> Tag:
    """The elements of `markup`, an embed's HTML; what is past `MAX_MARKUP` is cut."""
    from bs4 import BeautifulSoup

    lean = _WEIGHT.sub("", markup[:MAX_MARKUP])
    for _ in range(_MAX_NESTED):
        shorter = _EMPTY.sub("", lean)
        if len(shorter) == len(lean):
            break
        lean = shorter
    if "<" not in lean:
        lean = f"<p>{lean}</p>"  # BeautifulSoup would warn that this might be a file's name
    return BeautifulSoup(lean, "html.parser", multi_valued_attributes=None)


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute, "" where it is absent.

    >>> attribute(read_markup('<p class="a b">').p, "class")
    'a b'
    """
    value = tag.get(name)
    return value if isinstance(value, str) else ""
