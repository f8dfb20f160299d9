"""Which elements of a page are posts: by their platform's own marks, by links in attributes, by form.

An element is handed to its platform as a tree of its own (`reconcile.markup`); the page as a whole never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve
from turbohtml import Element, parse_fragment

from reconcile.lexicons import load_words
from reconcile.markup import MAX_MARKUP
from reconcile.markup.embedded import Embedded
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.platforms import PostLink, leaves, parse_link
from reconcile.reading.blocks import Found
from reconcile.reading.cards import read_card_json
from reconcile.reading.furniture import traits_of
from reconcile.reading.kept_markup import json_in, markup_in, may_keep
from reconcile.reading.post_links import (
    FRAMES,
    link_of,
    may_name_post,
    only_link,
    own_platform,
    own_selector,
)

if TYPE_CHECKING:
    from bs4 import Tag

#: Longer text means that the element is a part of the article that holds a post, not the post.
_MAX_TEXT = 6000
_MAX_LINKS = 20
#: What a tail looks like at the end of an unmarked blockquote: "(@handle)", or a dash and the last words.
_SIGNED = lazy_regex(r"[(（]\s*@?[\w.@-]{1,100}\s*[)）]\s*[\s\S]{0,60}\Z|[—–―-]\s*[^\n]{1,160}\Z")
#: A printed address, which may be cut: "twitter.com/port_lunda/sta…".
_ADDRESS = lazy_re(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)


def may_be_post(element: Element, names: Iterable[str]) -> bool:
    """A quick test whether one of these attributes of `element` may name a post or hold one's markup."""
    for name in names:
        value = element.attr(name)
        if value and len(value) >= 5 and (may_keep(name, value) or may_name_post(element, name, value)):
            return True
    return False


def read_element(element: Element) -> list[Found]:
    """The posts that `element` is: one, several where it keeps the markup of several, or none."""
    text = element.text
    if len(text) > _MAX_TEXT:
        return []
    if kept := [found for markup in markup_in(element) for found in _in_markup(markup)]:
        return kept
    if (fields := json_in(element)) is not None:
        shown = _grown(element) if text.strip() else None
        if (card := read_card_json(fields, shown)) is not None:
            return [card]
    platform = own_platform(element)
    link = link_of(element, platform)
    tag = element.tag
    boxed = platform is None and link is None
    if boxed and (card := _link_card(element)) is not None:
        return [] if _is_around_embeds(element) else [card]
    if boxed and tag == "blockquote":
        link = _signed_link(element)
        if link is not None and element.find("blockquote") is not None:
            return []
    elif boxed and traits_of(element.attr("class") or "").box:
        link = only_link(element)
    platform = platform or (link.platform if link else None)
    if platform is None or _is_around_embeds(element):  # the second is the dearest question
        return []
    form = "iframe" if tag in FRAMES else tag if tag == "blockquote" or tag.startswith("amp-") else "card"
    found = _read_as(platform, element, link, form, text)
    return found if found and (not boxed or _is_card(found[0].printed)) else []


def read_line(text: str, hrefs: Sequence[str]) -> list[Found]:
    """The posts in a paragraph that is nothing but their addresses, or the code of their embeds."""
    if text.startswith("<"):
        return list(_in_markup(text)) if may_keep("", text) else []
    lines = text.split("\n")
    if len(lines) > _MAX_LINKS or not all(_ADDRESS.fullmatch(line) for line in lines):
        return []
    addresses = list(hrefs) if len(hrefs) == len(lines) == 1 else lines
    links = [(parse_link(address), address) for address in addresses]
    if not all(link is not None and link.status_id for link, _ in links):
        return []
    return [_found(link.platform, Embedded(), link, url, "link") for link, url in links if link is not None]


def _read_as(platform: str, element: Element, link: PostLink | None, form: str, text: str) -> list[Found]:
    """The element read as a post of `platform`; nothing where it turns out to name none."""
    leaf = leaves()[platform]
    printed = Embedded()
    if text.strip() and hasattr(leaf, "read_embed"):
        if (tree := _grown(element)) is None:
            return []
        printed = leaf.read_embed(tree, link)
    link = link or _inner_link(element, platform, printed.href)
    if link is None and printed.href is None and not (printed.text and printed.handle):
        return []
    if form == "card" and printed.text is None:
        form = "attribute"
    return [_found(platform, printed, link, printed.href or (link.url if link else None), form)]


def _grown(element: Element) -> Tag | None:
    """The element as BeautifulSoup's tree; None where it is too long for a post."""
    if len(element.html) > MAX_MARKUP:
        return None
    from reconcile.markup.grown import grow  # loads bs4

    return grow(element)


def _found(platform: str, printed: Embedded, link: PostLink | None, url: str | None, form: str) -> Found:
    return Found(
        platform, printed, url, link.status_id if link else None, link.handle if link else None, form
    )


def _inner_link(element: Element, platform: str, href: str | None) -> PostLink | None:
    """The post of `platform` that the printed date links to, or else the last link in the element does."""
    if href is not None:
        # What a reader takes for the permalink is the permalink, wherever it leads.
        addresses = [href]
    else:
        anchors = [element, *element.find_all("a")]
        addresses = [a.attr("href") or "" for a in anchors][: -_MAX_LINKS - 1 : -1]
    for address in addresses:
        link = parse_link(address)
        if link is not None and link.platform == platform and link.status_id:
            return link
    frame = element.find("iframe") if href is None else None
    return link_of(frame) if frame is not None else None


def _link_card(element: Element) -> Found | None:
    """The post that a link card leads to; what a quote prints below the link is its text."""
    if load_words("html", "link_cards").isdisjoint((element.attr("class") or "").split()):
        return None
    anchor = element if element.tag == "a" else element.find("a")
    url = anchor.attr("href") or "" if anchor is not None else ""
    link = parse_link(url)
    if link is None or not link.status_id:
        return None
    words = element.find("p")
    text = " ".join(words.text.split()).strip('“”"') if words is not None else ""
    return _found(link.platform, Embedded(text=text or None), link, url, "card" if text else "attribute")


def _is_around_embeds(element: Element) -> bool:
    """Whether `element` is a box around embeds, each of which is read for itself."""
    if element.tag == "blockquote" or element.tag in FRAMES:
        return False
    return element.select_one(own_selector()) is not None


def _is_card(printed: Embedded) -> bool:
    """Whether what a box prints is a whole card, or only a label: not a card's foot, nor a sentence."""
    dated = printed.shown_date or printed.moment
    return bool(printed.text and printed.handle and dated) or not (printed.text or dated)


def _signed_link(element: Element) -> PostLink | None:
    """The post that an unmarked blockquote's last link leads to, where the words before it are a tail."""
    anchors = element.find_all("a")
    link = parse_link(anchors[-1].attr("href") or "") if anchors else None
    if link is None or not link.status_id or not _SIGNED.search(element.text.strip()):
        return None
    return link


def _in_markup(markup: str) -> Iterator[Found]:
    """The posts in HTML that the page keeps as text."""
    for element in _outermost(parse_fragment(markup).select(f"{own_selector()}, blockquote")):
        for found in read_element(element):
            yield evolve(found, form="kept")


def _outermost(elements: Iterable[Element]) -> Iterator[Element]:
    """`elements` without those that lie in one of them."""
    kept: set[Element] = set()
    for element in elements:
        if not any(ancestor in kept for ancestor in element.ancestors):
            kept.add(element)
            yield element
