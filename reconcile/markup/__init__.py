"""Markup of one embed: what a reader sees of it, and the forms in which posts are printed on any platform.

The whole page is read elsewhere; here is an element of it at a time, of a few kilobytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turbohtml import Element

#: Longer markup is no single post; it is read as the page is.
MAX_MARKUP = 200_000


def read_markup(markup: str) -> Element:
    """An element that holds the elements of `markup`, an embed's HTML; what is past `MAX_MARKUP` is cut.

    >>> read_markup("<p>Fish &amp; chips").text
    'Fish & chips'
    """
    from turbohtml import parse_fragment

    return parse_fragment(markup[:MAX_MARKUP])
