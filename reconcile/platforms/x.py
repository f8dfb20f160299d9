"""X, formerly Twitter.

Links and embeds: https://developer.x.com/en/docs/x-for-websites/embedded-posts/overview,
https://amp.dev/documentation/components/amp-twitter, https://github.com/heiseonline/embetty and the oEmbed
answer at https://developer.x.com/en/docs/x-for-websites/oembed-api. Ids:
https://developer.x.com/en/docs/x-ids and https://github.com/twitter-archive/snowflake/tree/snowflake-2010.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reconcile.markup.embedded import Embedded, read_printed
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, links_to_post, reserved

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "X"
HOSTS = frozenset({"twitter.com", "x.com"})
_HANDLE = lazy_re(r"\w{1,20}", re.ASCII)
#: Subdomains whose paths are no accounts: media, the embed frame, the API.
_SERVICES = ("pic.", "pbs.", "platform.", "api.", "publish.", "help.", "blog.", "developer.", "business.")
EMBED_CLASSES = frozenset({"twitter-tweet", "twitter-video", "bf-tweet", "EmbeddedTweet", "twitter-embed"})
EMBED_TAGS = frozenset({"amp-twitter", "twitter-widget", "embetty-tweet"})
KEY_LINK = "https://x.com/i/status/{}"
ID_ATTRIBUTES = dict.fromkeys(
    ("data-tweet-id", "data-tweetid", "data-twitter-tweet-id", "data-status-id", "data-tweet", "status"),
    "https://x.com/i/status/{}",
)

#: Milliseconds since 1970 at which ids begin to count, and the first id that was made so; before, ids were
#: plain counters (https://ws-dl.blogspot.com/2019/08/2019-08-03-tweetedat-finding-tweet.html).
_EPOCH = 1_288_834_974_657
_FIRST_TIMED = 29_700_859_247
_MAX_ID = 2**63


def read_link(address: Address) -> PostLink | None:
    """A status (`/user/status/1`, `/i/web/status/1`, the embed frame's `?id=1`) or an account (`/user`)."""
    parts, host = address.parts, address.host
    if len(parts) == 0 and address.fragment.startswith("!/"):  # links of 2010 to 2012
        parts = tuple(part for part in address.fragment[2:].split("/") if part)
    if host.startswith("platform.") or parts[:1] == ("embed",):
        status = address.option("id")
        return PostLink("x", None, status, host, f"https://x.com/i/status/{status}") if status else None
    for i, part in enumerate(parts[:3]):
        if part.lower() in ("status", "statuses") and len(parts) > i + 1:
            handle = parts[i - 1].lstrip("@") if i else "i"
            known = None if handle.lower() in reserved("x") else handle
            status = parts[i + 1]
            return PostLink("x", known, status, host, f"https://x.com/{known or 'i'}/status/{status}")
    if len(parts) != 1 or host.startswith(_SERVICES) or parts[0].lower() in reserved("x"):
        return None
    handle = parts[0].removeprefix("@")
    return PostLink("x", handle, None, host, f"https://x.com/{handle}") if _HANDLE.fullmatch(handle) else None


def time_of(status_id: str) -> datetime | None:
    """The moment in a status id; None for ids from before November 2010, and for what is no id."""
    if not (status_id.isascii() and status_id.isdigit()) or len(status_id) > 19:
        return None
    number = int(status_id)
    if not _FIRST_TIMED <= number < _MAX_ID:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=(number >> 22) + _EPOCH)


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote of the oEmbed answer, in whatever class, or the rendered widget."""
    return read_printed(tag, links_to_post("x"))
