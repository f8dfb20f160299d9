"""Which elements of a page are posts: by their platform's own marks, by links in attributes, by form.

An element is handed to its platform as markup of its own (`reconcile.markup`); the rest of the page never is.
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterable, Iterator
from functools import cache

import regex
from turbohtml import Element, parse_fragment

from reconcile.markup import MAX_MARKUP, read_markup
from reconcile.markup.embedded import Embedded
from reconcile.platforms import PostLink, leaves, parse_link
from reconcile.reading.blocks import Found
from reconcile.reading.cards import read_card_json
from reconcile.reading.furniture import embed_tags, traits_of

#: Elements that show another page, or stand for one.
FRAMES = frozenset({"iframe", "amp-iframe", "amp-embedly-card", "object", "embed", "oembed"})
#: Attributes of any element that lead elsewhere without showing it.
_NOT_SHOWN = frozenset(
    {"class", "id", "style", "href", "alt", "title", "srcset", "onclick", "action", "xmlns", "d"}
)
#: A URL inside another: "https://iframe.example/?url=https%3A%2F%2Fx.com%2F..."
_INNER_URL = re.compile(r"(?:https?:)?//[^\s\"'<>&]+")
_MARKUP_VALUE = re.compile(
    r"\s*(?:<|&lt;)(?:blockquote|iframe|div|figure|script|amp-|p|section|article)\b", re.IGNORECASE
)
_BASE64 = re.compile(r"\s*P[A-Za-z0-9+/\s]{38,}={0,2}\s*")
#: Longer text means that the element is a part of the article that holds a post, not the post.
_MAX_TEXT = 6000
_MAX_VALUE = 100_000
#: Longer values are no links.
_MAX_LINK = 2048
_MAX_INNER = 20


#: Attributes in which newsletters keep a post as JSON.
_JSON_ATTRIBUTES = ("data-attrs", "data-props", "data-json")
#: Attributes that only one platform's embeds bear.
ID_ATTRIBUTES_OF_OWN = (
    "data-bluesky-uri",
    "data-instgrm-permalink",
    "data-telegram-post",
    "data-tweet-id",
    "data-tweetid",
)


@cache
def own_selector() -> str:
    """The elements that are embeds by a platform's own mark, and frames, in CSS."""
    classes = [f".{name}" for leaf in leaves().values() for name in getattr(leaf, "EMBED_CLASSES", ())]
    tags = [name.replace(":", "\\:") for name in embed_tags()]
    keys = [f"[{name}]" for name in ID_ATTRIBUTES_OF_OWN]
    return ", ".join([*classes, *tags, *keys, *sorted(FRAMES)])


@cache
def _id_attributes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Attribute name -> the platforms that keep a post's key in it, with the link that the key makes."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for platform, leaf in leaves().items():
        for name, template in getattr(leaf, "ID_ATTRIBUTES", {}).items():
            table[name] = (*table.get(name, ()), (platform, template))
    return table


@cache
def _host() -> regex.Pattern[str]:
    """A quick test whether a value can hold a link to a post."""
    hosts = {host for leaf in leaves().values() for host in leaf.HOSTS}
    names = "|".join(sorted(map(regex.escape, hosts)))
    return regex.compile(
        rf"{names}|nitter\.|/@?[\w.]+/(?:status/)?\d{{15,20}}|^at://|/embed\b", regex.IGNORECASE
    )


def may_be_post(element: Element) -> bool:
    """A quick test whether an attribute of `element` may name a post or hold one's markup."""
    for name, value in element.attrs.items():
        if name in _NOT_SHOWN or not isinstance(value, str) or len(value) < 5:
            continue
        if name in _id_attributes() or name in _JSON_ATTRIBUTES or _may_keep(value):
            return True
        if len(value) <= _MAX_LINK and "/" in value and _host().search(value):
            return True
    return False


def own_platform(element: Element) -> str | None:
    """The platform whose own mark the element bears, or None."""
    by_tag = embed_tags().get(element.tag)
    return by_tag or traits_of(element.attr("class") or "").platform or _by_attribute(element)


def _by_attribute(element: Element) -> str | None:
    names = (name for name in ID_ATTRIBUTES_OF_OWN if element.attr(name))
    return next((_id_attributes()[name][0][0] for name in names), None)


def link_of(element: Element, platform: str | None = None) -> PostLink | None:
    """The post that the element's attributes name, or None."""
    for name, value in element.attrs.items():
        if not isinstance(value, str) or name in _NOT_SHOWN or not value or len(value) > _MAX_LINK:
            continue
        if (link := _link_in(value, element.tag in FRAMES)) is not None:
            return link
        for owner, template in _id_attributes().get(name, ()):
            if template != "{}" and _KEY.fullmatch(value) and (platform in (None, owner)):
                link = parse_link(template.format(value))
                if (
                    link is not None
                    and link.status_id
                    and (platform == owner or _is_told(owner, name, value))
                ):
                    return link
    return None


_KEY = re.compile(r"[\w/-]{5,64}")


def _is_told(platform: str, name: str, value: str) -> bool:
    """Whether an attribute alone, without the platform's mark, says what its key is of."""
    return "tweet" in name or (platform == "telegram" and "/" in value)


def _link_in(value: str, is_frame: bool) -> PostLink | None:
    """The post that `value` is a link to, or, in a frame's address, carries the link of."""
    if not _host().search(value):
        return None
    value = html.unescape(value).strip()
    if "%3A%2F%2F" in value[:12]:
        value = value.replace("%3A", ":").replace("%2F", "/")
    link = parse_link(value)
    if link is not None:
        return link if link.status_id else None
    if not is_frame:
        return None
    for inner in _INNER_URL.findall(regex.sub("%3[Aa]", ":", regex.sub("%2[Ff]", "/", value)))[1:4]:
        link = parse_link(inner.replace("%3D", "=").replace("%3F", "?"))
        if link is not None and link.status_id:
            return link
    return None


def read_element(element: Element) -> list[Found]:
    """The posts that `element` is: one, several where its markup is kept in an attribute, or none."""
    text = element.text
    if len(text) > _MAX_TEXT:
        return []
    platform = own_platform(element)
    if kept := _kept_markup(element):
        return kept
    if (card := _json_card(element)) is not None:
        return [card]
    link = link_of(element, platform)
    tag = element.tag
    if tag != "blockquote" and tag not in FRAMES and _holds_embed(element):
        return []  # a box around embeds, each of which is read for itself
    if platform is None and link is None and tag == "blockquote":
        link = _signed_link(element)
    platform = platform or (link.platform if link else None)
    if platform is None:
        return []
    form = "iframe" if tag in FRAMES else tag if tag == "blockquote" or tag.startswith("amp-") else "card"
    return _read_as(platform, element, link, form, text)


def _read_as(platform: str, element: Element, link: PostLink | None, form: str, text: str) -> list[Found]:
    """The element read as a post of `platform`, or nothing where it turns out to name none."""
    leaf = leaves()[platform]
    printed = Embedded()
    if text.strip() and hasattr(leaf, "read_embed"):
        markup = element.html
        if len(markup) > MAX_MARKUP:
            return []
        printed = leaf.read_embed(read_markup(markup), link)
    if link is None:
        link = _inner_link(element, platform, printed.href)
    if link is None and printed.href is None and not (printed.text and printed.handle):
        return []
    url = printed.href or (link.url if link else None)
    if form == "card" and printed.text is None:
        form = "attribute"
    return [
        Found(platform, printed, url, link.status_id if link else None, link.handle if link else None, form)
    ]


def _inner_link(element: Element, platform: str, href: str | None) -> PostLink | None:
    """The post of `platform` that the printed date links to, or else the last link in the element does."""
    addresses = [a.attr("href") or "" for a in element.find_all("a")][-_MAX_INNER:]
    for address in ([href] if href else []) + addresses[::-1]:
        link = parse_link(address)
        if link is not None and link.platform == platform and link.status_id:
            return link
        if href:
            return None  # what a reader takes for the permalink is none
    frame = element.find("iframe")
    return link_of(frame) if frame is not None else None


def _holds_embed(element: Element) -> bool:
    inner = element.select_one(own_selector())
    if inner is None or inner is element or inner == element:
        inner = next((e for e in element.select(own_selector()) if e != element), None)
    return inner is not None


#: What a tail looks like at the end of an unmarked blockquote: "(@handle)", or a dash and the last words.
_SIGNED = regex.compile(r"[(（]\s*@?[\w.@-]{1,100}\s*[)）]\s*[\s\S]{0,60}\Z|[—–―-]\s*[^\n]{1,160}\Z")


def _signed_link(element: Element) -> PostLink | None:
    """The post that an unmarked blockquote's last link leads to, where the words before it are a tail."""
    anchors = element.find_all("a")
    link = parse_link(anchors[-1].attr("href") or "") if anchors else None
    if link is None or not link.status_id or not _SIGNED.search(element.text.strip()):
        return None
    return link


def _kept_markup(element: Element) -> list[Found]:
    """Posts whose markup a page keeps in an attribute, a template or a script, to show it on a click."""
    if element.tag in ("script", "template", "textarea", "noscript"):
        inner = element.inner_html if element.tag == "template" else element.text
        return list(_in_markup(inner, "template"))
    for name, value in element.attrs.items():
        if (
            isinstance(value, str)
            and name not in _NOT_SHOWN
            and 30 < len(value) <= _MAX_VALUE
            and _may_keep(value)
        ):
            found = list(_in_markup(value, "escaped"))
            if found:
                return found
    return []


def _may_keep(value: str) -> bool:
    return value.lstrip()[:1] in ("<", "&", "P") and bool(
        _MARKUP_VALUE.match(value) or _BASE64.fullmatch(value)
    )


def _in_markup(markup: str, form: str) -> Iterator[Found]:
    """Posts in HTML that is kept as text: plain, escaped once more, or in base 64."""
    if _BASE64.fullmatch(markup):
        try:
            markup = b64decode(markup, validate=False).decode("utf-8", "replace")
        except (BadBase64, ValueError):
            return
    if "&lt;" in markup and "<" not in markup:
        markup = html.unescape(markup)
    if len(markup) > MAX_MARKUP or not _MARKUP_VALUE.search(markup) or not _host().search(markup):
        return
    fragment = parse_fragment(markup)
    for element in _outermost(fragment.select(f"{own_selector()}, blockquote")):
        if element.tag == "blockquote" or element.tag in FRAMES or own_platform(element):
            for found in read_element(element):
                yield Found(
                    found.platform, found.printed, found.url, found.status_id, found.link_handle, form
                )


def _outermost(elements: Iterable[Element]) -> Iterator[Element]:
    """`elements` without those that lie in one of them."""
    kept: list[Element] = []
    for element in elements:
        if not any(ancestor in kept for ancestor in element.ancestors):
            kept.append(element)
            yield element


def _json_card(element: Element) -> Found | None:
    """The post that a newsletter keeps as JSON in an attribute."""
    for name in _JSON_ATTRIBUTES:
        value = element.attr(name)
        if value and value.lstrip().startswith("{") and len(value) <= _MAX_VALUE:
            try:
                fields = json.loads(value)
            except (ValueError, RecursionError):
                continue
            if isinstance(fields, dict):
                shown = read_markup(element.html) if element.text.strip() else None
                return read_card_json(fields, shown)
    return None
