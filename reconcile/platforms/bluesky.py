"""Bluesky.

Links and embeds: https://docs.bsky.app/docs/advanced-guides/oembed and
https://github.com/bluesky-social/social-app/tree/main/bskyembed. Record keys: https://atproto.com/specs/tid.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reconcile.markup.embedded import Embedded, read_printed
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, links_to_post

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Bluesky"
HOSTS = frozenset({"bsky.app"})
EMBED_CLASSES = frozenset({"bluesky-embed"})
EMBED_TAGS = frozenset({"bsky-embed"})
ID_ATTRIBUTES = {"data-bluesky-uri": "{}", "post-uri": "{}"}

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_KEY = lazy_re(r"[2-7a-j][2-7a-z]{12}")
_DID = lazy_re(r"did:[a-z]+:[\w.%-]+", re.ASCII)
_POSTS = "app.bsky.feed.post"


def read_link(address: Address) -> PostLink | None:
    """A post (`/profile/WHO/post/KEY`, the frame's `/embed/DID/app.bsky.feed.post/KEY`) or `/profile/WHO`."""
    parts = address.parts
    if len(parts) >= 4 and parts[0] == "profile" and parts[2] == "post":
        return _post(address.host, parts[1], parts[3])
    if len(parts) >= 4 and parts[0] == "embed" and parts[2] == _POSTS:
        return _post(address.host, parts[1], parts[3])
    if len(parts) == 2 and parts[0] == "profile":
        who = parts[1].removeprefix("@")
        return PostLink("bluesky", _named(who), None, address.host, f"https://bsky.app/profile/{who}")
    return None


def read_any_host(address: Address) -> PostLink | None:
    """A record's own address: `at://DID/app.bsky.feed.post/KEY`, as embeds carry it in an attribute."""
    if address.host == "at:" and len(address.parts) == 3 and address.parts[1] == _POSTS:
        return _post("bsky.app", address.parts[0], address.parts[2])
    return None


def _post(host: str, who: str, key: str) -> PostLink:
    who = who.removeprefix("@")
    return PostLink("bluesky", _named(who), key, host, f"https://bsky.app/profile/{who}/post/{key}")


def _named(who: str) -> str | None:
    """A handle; None for a DID, which names nobody to a reader."""
    return None if _DID.match(who) or "." not in who else who


def time_of(status_id: str) -> datetime | None:
    """The moment in a record key that is a TID: 53 bits of microseconds before 10 of a clock's number."""
    if not _KEY.fullmatch(status_id):
        return None
    number = 0
    for char in status_id:
        number = number << 5 | _ALPHABET.index(char)
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=number >> 10)
    return moment if moment.year >= 2022 else None


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote of the oEmbed answer."""
    return read_printed(tag, links_to_post("bluesky"))
