"""Truth Social, which runs Mastodon's code: https://help.truthsocial.com/open-source/.

Its ids are made as Mastodon's: https://github.com/mastodon/mastodon/blob/main/lib/mastodon/snowflake.rb.
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

NAME = "Truth Social"
HOSTS = frozenset({"truthsocial.com"})
EMBED_CLASSES = frozenset({"truthsocial-embed"})

_ACCOUNT = lazy_re(r"@(\w{1,40})", re.ASCII)


def read_link(address: Address) -> PostLink | None:
    """A post (`/@user/1`, `/@user/posts/1`, `/users/user/statuses/1`, with `/embed` or not) or `/@user`."""
    parts = address.parts[:-1] if address.parts[-1:] == ("embed",) else address.parts
    if parts[:1] == ("embed",) and len(parts) == 2:
        return _link(address.host, None, parts[1])
    if len(parts) == 4 and parts[0] == "users" and parts[2] == "statuses":
        return _link(address.host, parts[1], parts[3])
    who = _ACCOUNT.fullmatch(parts[0]) if parts else None
    if who is None:
        return None
    if len(parts) == 3 and parts[1] in ("posts", "statuses"):
        return _link(address.host, who[1], parts[2])
    return _link(address.host, who[1], parts[1] if len(parts) == 2 and parts[1].isdigit() else None)


def _link(host: str, handle: str | None, status: str | None) -> PostLink:
    path = f"@{handle}/posts/{status}" if handle and status else f"@{handle}" if handle else f"embed/{status}"
    return PostLink("truthsocial", handle, status, host, f"https://truthsocial.com/{path}")


def time_of(status_id: str) -> datetime | None:
    """The moment in a post's id: milliseconds before 16 random bits."""
    if not (status_id.isascii() and status_id.isdigit()) or not 15 <= len(status_id) <= 19:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(status_id) >> 16)
    return moment if moment.year >= 2021 else None


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """A card; the platform itself gives out a frame alone."""
    return read_printed(tag, links_to_post("truthsocial"))
