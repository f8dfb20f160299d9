"""Platforms, ONE FILE A PLATFORM: its hosts and links, ids, embeds in HTML, tail in flat text, export.

A leaf is found by its name in this folder, which is the platform's name everywhere. It imports no sibling.
It has
`NAME`, what the platform is called in a report,
`HOSTS`, the domains that are the platform's own (every subdomain of one is, too), and
`read_link(address)`, which says what a URL on them links to. It may have
`read_any_host(address)`, the same for platforms that run under any domain, tried where no host is known,
`time_of(status_id)`, the moment that the platform wrote into its ids,
`EMBED_CLASSES` and `EMBED_TAGS`, what elements that are its embeds and nothing else are called,
`ID_ATTRIBUTES`, attributes that hold a post's key, each with the link that the key makes,
`KEY_LINK`, the link that a key alone makes, and
`read_embed(tag, link)`, what an embed's markup prints of the post; `link` is None where it names none.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from reconcile.lexicons import load_groups
from reconcile.patterns import lazy_re


class PostLink(NamedTuple):
    """What a link on a platform leads to: a post where `status_id` is set, otherwise an account."""

    platform: str
    #: As the link spells it, without @; None where the link does not say whose post it is.
    handle: str | None
    #: The platform's own key of the post, as the link spells it: it may be malformed.
    status_id: str | None
    #: The host as the link gives it, in lower case ("mobile.twitter.com").
    host: str
    #: The plain form of the link, without tracking.
    url: str


class Address(NamedTuple):
    """A URL in its parts, as `read_link` of a platform reads them."""

    host: str
    #: The path's segments, percent-decoded, empty ones left out.
    parts: tuple[str, ...]
    query: str = ""
    fragment: str = ""

    def option(self, name: str) -> str | None:
        """The first value of `name` in the query, or None."""
        if not self.query:
            return None
        pairs = parse_qsl(self.query.replace("&amp;", "&"), max_num_fields=64)
        return next((value for key, value in pairs if key == name), None)


#: Longer than any link that a person shares; more is not read.
_MAX_URL = 2048
_URL = lazy_re(
    r"\s*(?:https?:)?(?://)?(?:[^/?#\s@]*@)?(?P<host>[^/?#\s:@]+)(?::\d*)?"
    r"(?P<path>/[^?#\s]*)?(?:\?(?P<query>[^#\s]*))?(?:\#(?P<fragment>\S*))?",
    re.IGNORECASE,
)


#: A record's own address on Bluesky: https://atproto.com/specs/at-uri-scheme.
_AT = lazy_re(r"\s*at://(?P<who>[^/?#\s]+)/(?P<path>[^?#\s]+)", re.IGNORECASE)


@cache
def leaves() -> Mapping[str, ModuleType]:
    """The platforms by name, in the order of their names."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return MappingProxyType({name: import_module(f"{__name__}.{name}") for name in names})


def platform_name(platform: str) -> str:
    """What the platform is called in prose and reports; the word itself where it is none that is known.

    >>> platform_name("truthsocial")
    'Truth Social'
    """
    leaf = leaves().get(platform)
    return str(leaf.NAME) if leaf else platform


@cache
def _readers() -> dict[str, Callable[[Address], PostLink | None]]:
    """What reads a link on a host, by host."""
    mirrors = load_groups("reserved_paths", "mirrors")
    return {
        host: leaf.read_link
        for platform, leaf in leaves().items()
        for host in (*leaf.HOSTS, *mirrors.get(platform, ()))
    }


@cache
def reserved(platform: str) -> frozenset[str]:
    """First parts of the platform's paths that name no account."""
    return frozenset(load_groups("reserved_paths", "reserved").get(platform, ()))


@cache
def _anywhere() -> tuple[Callable[[Address], PostLink | None], ...]:
    """What reads links of platforms that run under any host."""
    return tuple(leaf.read_any_host for leaf in leaves().values() if hasattr(leaf, "read_any_host"))


def split_url(url: str) -> Address | None:
    """The parts of `url` (the scheme may be missing, as in printed links); None where it names no host."""
    if record := _AT.match(url[:_MAX_URL]):
        return Address("at:", (record["who"], *record["path"].split("/")))
    match = _URL.match(url[:_MAX_URL])
    if match is None:
        return None
    host = match["host"].lower().rstrip(".")
    if "." not in host:
        return None
    parts = tuple(unquote(part) for part in (match["path"] or "").split("/") if part)
    return Address(host, parts, match["query"] or "", match["fragment"] or "")


@lru_cache(maxsize=4096)
def parse_link(url: str) -> PostLink | None:
    """What `url` links to on a platform: a post, an account (no `status_id`), or None for everything else.

    A host that only looks like a platform's gives None.

    >>> parse_link("https://twitter.com/mfa_lunda/status/1786000000000000000?ref_src=twsrc%5Etfw").handle
    'mfa_lunda'
    >>> parse_link("https://x.com.status.example/mfa_lunda/status/1786000000000000000") is None
    True
    """
    address = split_url(url)
    if address is None:
        return None
    reader = _reader(address.host)
    if reader is not None:
        return reader(address)
    return next((link for read in _anywhere() if (link := read(address))), None)


@lru_cache(maxsize=1024)
def _reader(host: str) -> Callable[[Address], PostLink | None] | None:
    """What reads links on `host` or on the platform's domain that it is a subdomain of."""
    readers = _readers()
    labels = host.split(".")[-4:]
    domains = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((readers[domain] for domain in domains if domain in readers), None)


def links_to_post(platform: str) -> Callable[[str], bool]:
    """A test of URLs: whether one leads to a post on `platform`."""

    def leads(url: str) -> bool:
        link = parse_link(url)
        return link is not None and link.platform == platform and link.status_id is not None

    return leads


def id_time(platform: str, status_id: str) -> datetime | None:
    """The moment (UTC) in `status_id`, or None where the platform writes none into it or the id is malformed.

    On Instagram this is when the upload began, which can lie before the post was shown.

    >>> id_time("x", "1786000000000000000").isoformat()
    '2024-05-02T11:49:16.932000+00:00'
    """
    leaf = leaves().get(platform)
    reckon: Callable[[str], datetime | None] | None = getattr(leaf, "time_of", None)
    return reckon(status_id) if reckon else None
