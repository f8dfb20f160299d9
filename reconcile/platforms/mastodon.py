"""Mastodon and what answers to its paths, on any server.

Links and embeds: https://docs.joinmastodon.org/methods/oembed/ and
https://github.com/mastodon/mastodon/blob/main/app/serializers/oembed_serializer.rb. Ids:
https://github.com/mastodon/mastodon/blob/main/lib/mastodon/snowflake.rb.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from reconcile.markup.embedded import Embedded, read_printed
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, links_to_post

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Mastodon"
#: The largest servers; any other is known by the shape of its paths.
HOSTS = frozenset(
    {"mastodon.social", "mastodon.online", "mstdn.social", "mstdn.jp", "mas.to", "mastodon.world"}
)
EMBED_CLASSES = frozenset({"mastodon-embed"})
ID_ATTRIBUTES = {"data-embed-url": "{}"}

_ACCOUNT = lazy_re(r"@(\w[\w.-]{0,60})(?:@([\w.-]{3,100}\.\w{2,24}))?", re.ASCII)
_STATUS = lazy_re(r"\d{15,20}|0[0-9A-HJKMNP-TV-Z]{25}")


def read_link(address: Address) -> PostLink | None:
    """A status, or an account (`/@user`)."""
    if link := read_any_host(address):
        return link
    if len(address.parts) == 1 and (who := _ACCOUNT.fullmatch(address.parts[0])):
        url = f"https://{address.host}/{address.parts[0]}"
        return PostLink("mastodon", f"{who[1]}@{who[2] or address.host}", None, address.host, url)
    return None


def read_any_host(address: Address) -> PostLink | None:
    """A status: `/@user/1`, `/@user@home.example/1`, `/users/user/statuses/1`, each with `/embed` or not."""
    parts = address.parts[1:] if address.parts[:1] == ("web",) else address.parts
    if parts[-1:] == ("embed",):
        parts = parts[:-1]
    if len(parts) == 2 and (who := _ACCOUNT.fullmatch(parts[0])) and _STATUS.fullmatch(parts[1]):
        user, server, status = who[1], who[2] or address.host, parts[1]
    elif len(parts) == 4 and parts[0] == "users" and parts[2] == "statuses" and _STATUS.fullmatch(parts[3]):
        user, server, status = parts[1], address.host, parts[3]
    else:
        return None
    shown = user if server == address.host else f"{user}@{server}"
    url = f"https://{address.host}/@{shown}/{status}"
    return PostLink("mastodon", f"{user}@{server}", status, address.host, url)


def time_of(status_id: str) -> datetime | None:
    """The moment in a status id: milliseconds before 16 random bits; None for counters of 2016 and 2017."""
    if not (status_id.isascii() and status_id.isdigit()) or not 15 <= len(status_id) <= 19:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(status_id) >> 16)
    return moment if moment.year >= 2016 else None


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote of the oEmbed answer: today "Post by @user@server" alone, from others with the words."""
    printed = read_printed(tag, links_to_post("mastodon"))
    handle = printed.handle or (link.handle if link else None)
    if handle and "@" not in handle and link is not None:
        handle = f"{handle}@{link.host}"
    return evolve(printed, handle=handle, name=printed.name if printed.text else None)
