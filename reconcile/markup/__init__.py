"""Markup of one embed: what a reader sees of it, and the forms in which posts are printed on any platform.

The whole page is read elsewhere; here is BeautifulSoup, on a few kilobytes at a time.
It is imported when the first embed is read, not before.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, cast

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


def read_markup(markup: str) -> Tag:
    """The elements of `markup`, an embed's HTML; what is past `MAX_MARKUP` is cut."""
    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

    lean = _WEIGHT.sub("", markup[:MAX_MARKUP])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return cast("Tag", BeautifulSoup(lean, "html.parser"))


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute as one string, "" where it is absent.

    >>> attribute(read_markup('<p class="a b">').p, "class")
    'a b'
    """
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""
