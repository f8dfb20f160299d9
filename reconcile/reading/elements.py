"""How elements are laid out, and which are not shown, by their tags and attributes."""

from __future__ import annotations

from functools import cache

import regex
from turbohtml import Element

from reconcile.lexicons import load_words

#: Elements that never hold the article together.
_LEAVES = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "address", "figcaption", "tr", "hr"}
)
_HIDDEN_STYLE = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def is_hidden(element: Element) -> bool:
    """Whether the element's own attributes hide it."""
    style = element.attr("style")
    return bool(style and _HIDDEN_STYLE.search(style)) or element.attr("hidden") is not None


def is_template(element: Element, tag: str, held_back: bool) -> bool:
    """Whether a script holds markup rather than code, or is itself a post's embed.

    In a box that is held back until the reader agrees, code may be what writes the embed.
    """
    if tag != "script" or held_back:
        return tag == "script"
    kind = element.attr("type") or ""
    return (kind.startswith("text/") and "javascript" not in kind) or element.attr(
        "data-telegram-post"
    ) is not None


@cache
def layout_of_tags() -> dict[str, str]:
    """Tag -> how it is laid out: "inline", "block", "leaf" (holds no other block), "frame", "unseen"."""
    kinds = dict.fromkeys(load_words("html", "blocks"), "block")
    kinds |= dict.fromkeys(_LEAVES, "leaf") | dict.fromkeys(load_words("html", "inline"), "inline")
    kinds |= dict.fromkeys(load_words("html", "furniture_tags"), "frame")
    return kinds | dict.fromkeys(load_words("html", "unseen"), "unseen")
