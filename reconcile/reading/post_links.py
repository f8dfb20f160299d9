"""The post that an element's attributes name: by a link, or by its key beside the platform's name."""

from __future__ import annotations

import html
import re
from collections import Counter
from functools import cache

from turbohtml import Element

from reconcile.lexicons import load_groups
from reconcile.patterns import lazy_re
from reconcile.platforms import PostLink, id_time, leaves, parse_link
from reconcile.reading.furniture import embed_tags, traits_of

#: Elements that show another page, or stand for one.
FRAMES = frozenset({"iframe", "amp-iframe", "amp-embedly-card", "object", "embed", "oembed"})
#: Attributes of any element that lead elsewhere without showing it, or say nothing of posts.
NOT_SHOWN = frozenset(
    {"class", "id", "style", "href", "alt", "title", "srcset", "onclick", "action", "xmlns", "d"}
)
#: Longer values are no links.
MAX_LINK = 2048
#: Attributes that only one platform's embeds bear.
_OWN_ATTRIBUTES = (
    "data-bluesky-uri",
    "data-instgrm-permalink",
    "data-telegram-post",
    "data-tweet-id",
    "data-tweetid",
)
_KEY = lazy_re(r"[\w/-]{5,64}")
#: How attributes that hold a key are called: "data-embed-id", "data-shortcode".
_KEY_NAMES = ("id", "code", "key")
#: Attributes that tell the platform of a box: "embed embed--twitter", "data-provider".
_TELLING = ("class", "data-provider", "data-type", "data-embed-type", "data-service", "data-network")
_WORDS = lazy_re(r"[A-Za-z]+")
#: A URL inside another: "https://iframe.example/?url=https%3A%2F%2Fx.com%2F..."
_INNER_URL = lazy_re(r"(?:https?:)?//[^\s\"'<>&]+")
_MAX_INNER = 4
#: A post's number in a path, on any host.
_NUMBERED = lazy_re(r"/@?[\w.]+/(?:status/)?\d{15,20}", re.IGNORECASE)
_LONG_NUMBER = lazy_re(r"/\d{15}")
#: A box around one post alone has no more text.
_MAX_BOX = 2500


@cache
def own_selector() -> str:
    """The elements that are embeds by a platform's own mark, and frames, in CSS."""
    classes = [f".{name}" for leaf in leaves().values() for name in getattr(leaf, "EMBED_CLASSES", ())]
    tags = [name.replace(":", "\\:") for name in embed_tags()]
    keys = [f"[{name}]" for name in _OWN_ATTRIBUTES]
    return ", ".join([*classes, *tags, *keys, *sorted(FRAMES)])


def own_platform(element: Element) -> str | None:
    """The platform whose own mark the element bears, or None."""
    by_tag = embed_tags().get(element.tag)
    if platform := by_tag or traits_of(element.attr("class") or "").platform:
        return platform
    names = (name for name in _OWN_ATTRIBUTES if element.attr(name))
    return next((_id_attributes()[name][0][0] for name in names), None)


def may_name_post(element: Element, name: str, value: str) -> bool:
    """A quick test whether an attribute of `element` may name a post."""
    if len(value) > MAX_LINK:
        return False
    if name in _id_attributes() or (("/" in value or "%2F" in value) and may_hold_link(value)):
        return True
    # Pages number their own boxes as well; a key names a post only beside a platform's name.
    return name.endswith(_KEY_NAMES) and _KEY.fullmatch(value) is not None and _tells_platform(element)


def _tells_platform(element: Element) -> bool:
    """Whether what the element is called tells of a platform, or of an embed."""
    if traits_of(element.attr("class") or "").box:
        return True
    told = _told(element)
    return any(not told.isdisjoint(names) for names in _platform_names().values())


def _told(element: Element) -> set[str]:
    """The words in the attributes that tell the platform of a box."""
    return {
        word.lower() for name in _TELLING if (value := element.attr(name)) for word in _WORDS.findall(value)
    }


def link_of(element: Element, platform: str | None = None) -> PostLink | None:
    """The post that the attributes of `element` name, or None; `platform` is what it is known to be of."""
    for name, value in element.attrs.items():
        if not isinstance(value, str) or name in NOT_SHOWN or not 5 <= len(value) <= MAX_LINK:
            continue
        link = _link_in(value, element.tag in FRAMES) or _by_attribute(name, value, platform)
        if link is None and name.endswith(_KEY_NAMES):
            link = _by_key(element, value)
        if link is not None:
            return link
    return None


def only_link(element: Element) -> PostLink | None:
    """The post that most links to posts in a small box lead to; None where no post has most."""
    if len(element.text) > _MAX_BOX:
        return None
    found = (parse_link(a.attr("href") or "") for a in element.find_all("a"))
    links = [link for link in found if link is not None and link.status_id]
    counts = Counter((link.platform, link.status_id) for link in links).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return next(link for link in links if (link.platform, link.status_id) == counts[0][0])


def may_hold_link(text: str) -> bool:
    """A quick test whether a text can hold a link to a post.

    One search for each host takes a tenth of the time of one for a pattern of them all.
    """
    lower = text.lower()
    if any(map(lower.__contains__, _hosts())) or lower.startswith("at://"):
        return True
    return _LONG_NUMBER.search(text) is not None and _NUMBERED.search(text) is not None


@cache
def _hosts() -> tuple[str, ...]:
    """What an address of a post holds: a platform's host, the name of its mirrors, the path of a frame."""
    hosts = {host for leaf in leaves().values() for host in leaf.HOSTS}
    # "x.com" says all that "api.x.com" or "netflix.com" would.
    return (*sorted(h for h in hosts if not any(o != h and o in h for o in hosts)), "nitter.", "/embed")


def _link_in(value: str, is_frame: bool) -> PostLink | None:
    """The post that `value` is a link to, or, in a frame's address, carries the link of."""
    if ("/" not in value and "%2" not in value) or not may_hold_link(value):
        return None
    value = html.unescape(value).strip()
    if "%3A%2F%2F" in value[:16]:
        value = _decoded(value)
    link = parse_link(value)
    if link is not None:
        return link if link.status_id else None
    inner = _INNER_URL.findall(_decoded(value))[1:_MAX_INNER] if is_frame else []
    links = (parse_link(url) for url in inner)
    return next((link for link in links if link is not None and link.status_id), None)


def _decoded(value: str) -> str:
    """A percent-encoded URL with the characters of its structure as they are."""
    for code, char in (("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%3D", "="), ("%40", "@")):
        value = value.replace(code, char).replace(code.lower(), char)
    return value


@cache
def _id_attributes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Attribute name -> the platforms that keep a post's key in it, with the link that the key makes."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for platform, leaf in leaves().items():
        for name, template in getattr(leaf, "ID_ATTRIBUTES", {}).items():
            table[name] = (*table.get(name, ()), (platform, template))
    return table


def _by_attribute(name: str, value: str, platform: str | None) -> PostLink | None:
    """The post whose key is kept in an attribute that is a platform's own."""
    for owner, template in _id_attributes().get(name, ()):
        known = platform == owner or (
            platform is None and ("tweet" in name or (owner == "telegram" and "/" in value))
        )
        link = parse_link(template.format(value)) if known and _KEY.fullmatch(value) else None
        if link is not None and link.platform == owner and link.status_id:
            return link
    return None


def _by_key(element: Element, value: str) -> PostLink | None:
    """The post with this key, where the element's names tell of one platform alone, and a time is in it."""
    if not _KEY.fullmatch(value):
        return None
    told = _told(element)
    owners = [platform for platform, names in _platform_names().items() if not told.isdisjoint(names)]
    if len(owners) != 1 or id_time(owners[0], value) is None:
        return None
    return parse_link(leaves()[owners[0]].KEY_LINK.format(value))


@cache
def _platform_names() -> dict[str, frozenset[str]]:
    """The platforms whose posts a key alone names, with the words that markup has for the platform."""
    names = load_groups("html", "platform_names")
    return {p: frozenset(names.get(p, (p,))) for p, leaf in leaves().items() if hasattr(leaf, "KEY_LINK")}
