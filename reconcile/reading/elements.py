"""How elements are laid out, and which are not shown, by their tags and attributes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from turbohtml import Element

from reconcile.lexicons import load_words
from reconcile.markup.rendering import hides
from reconcile.patterns import lazy_regex
from reconcile.reading.furniture import Traits, Use, embed_tags
from reconcile.reading.paragraphs import Paragraphs
from reconcile.reading.post_links import FRAMES, NOT_SHOWN

#: Elements that never hold the article together.
LEAVES = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "address", "figcaption", "tr", "hr"}
)
_ARTICLE_BODY = lazy_regex(r"\barticleBody\b")
#: Attributes that say nothing but names.
_NAMES = frozenset({"class", "id"})
#: Attributes that never name a post.
_CLOSED = _NAMES | {
    "style", "lang", "dir", "role", "itemprop", "itemscope", "itemtype", "title", "aria-label",
}  # fmt: skip
#: Attributes of inline elements that neither hide anything nor name a post.
_INLINE_PLAIN = frozenset({"href", "target", "rel", "title", "src", "lang", "dir", "datetime", "itemprop"})


class Marks(NamedTuple):
    """What can be known of an element from the names of its attributes alone."""

    #: Classes or an id, and whether there is an id.
    named: bool
    identity: bool
    #: Something beside them.
    telling: bool
    #: What may name a post.
    open: tuple[str, ...]
    #: Something that may name a post, or a role in the page.
    asking: bool
    #: Something that may hide the element.
    hiding: bool
    #: Something that tells of an inline element.
    inline_telling: bool


#: Those of an element without attributes.
NO_MARKS = Marks(False, False, False, (), False, False, False)


@lru_cache(maxsize=4096)
def marks_in(names: tuple[str, ...]) -> Marks:
    """The marks of an element whose attributes are called so; a page has few such lists.

    >>> marks_in(("class", "style")).hiding, marks_in(("class",)).telling
    (True, False)
    """
    return Marks(
        named=not _NAMES.isdisjoint(names),
        identity="id" in names,
        telling=not _NAMES.issuperset(names),
        open=tuple(name for name in names if name not in _CLOSED and name not in NOT_SHOWN),
        asking="role" in names or not _CLOSED.issuperset(names),
        hiding="style" in names or "hidden" in names,
        inline_telling=not _INLINE_PLAIN.issuperset(names),
    )


def names_of(element: Element, marks: Marks) -> str:
    """The element's classes and its id."""
    if not marks.identity:
        return element.attr("class") or ""
    return f"{element.attr('class') or ''} {element.attr('id') or ''}"


def is_hidden(element: Element) -> bool:
    """Whether the element's own attributes hide it."""
    return hides(element.attr("style")) or element.attr("hidden") is not None


def is_article_body(element: Element) -> bool:
    """Whether the page's own microdata mark the element as the article."""
    return bool(_ARTICLE_BODY.search(element.attr("itemprop") or ""))


def use_of(element: Element, tag: str, traits: Traits, marks: Marks, page: Paragraphs) -> Use:
    """What the element is for; "" where it holds too much of the page to be anything but the article."""
    use: Use = traits.use
    if layout_of_tags().get(tag) == "frame" or (marks.telling and _is_frame_by_role(element)):
        use = "furniture"
    elif tag == "aside":
        use = "unless post"
    if use and tag != "p" and (page.too_many_in(element) or element.find("h1") is not None):
        return ""
    return use


def _is_frame_by_role(element: Element) -> bool:
    return (element.attr("role") or "") in load_words("html", "furniture_roles")


def is_plain_code(element: Element) -> bool:
    """Whether a script is code for sure: most of a page's bear no name and keep no markup."""
    named = element.attr("class") is not None or element.attr("id") is not None
    return not named and not is_template(element, "script", held_back=False)


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
    kinds |= dict.fromkeys(LEAVES, "leaf") | dict.fromkeys(load_words("html", "inline"), "inline")
    kinds |= dict.fromkeys(load_words("html", "furniture_tags"), "frame")
    return kinds | dict.fromkeys(load_words("html", "unseen"), "unseen")


@cache
def quoting_tags() -> frozenset[str]:
    """Tags of elements that may be posts whatever their attributes are."""
    return FRAMES | embed_tags().keys() | {"blockquote"}


@cache
def plain_tags() -> frozenset[str]:
    """Tags that say nothing of their elements but that they are blocks."""
    blocks = frozenset(tag for tag, kind in layout_of_tags().items() if kind in ("block", "leaf"))
    return blocks - quoting_tags() - {"aside", "figcaption"}
