"""Reddit.

Links and embeds: https://support.reddithelp.com/hc/en-us/articles/10628550690580 and
https://www.reddit.com/dev/api/#fullnames. Its ids are counters: they carry no time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reconcile.markup.embedded import Embedded
from reconcile.markup.rendering import render
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, parse_link

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Reddit"
HOSTS = frozenset({"reddit.com", "redd.it", "redditmedia.com"})
EMBED_CLASSES = frozenset({"reddit-card", "reddit-embed-bq", "reddit-embed"})
EMBED_TAGS = frozenset({"amp-reddit"})

_KEY = lazy_re(r"[0-9a-z]{4,10}")
_HANDLE = lazy_re(r"[\w-]{3,20}", re.ASCII)
_USER = ("user", "u")


def read_link(address: Address) -> PostLink | None:
    """A post or a comment (`/r/SUB/comments/ID/title/COMMENT`, `redd.it/ID`) or an account (`/user/NAME`)."""
    parts, host = address.parts, address.host
    if host.endswith("redd.it"):
        key = parts[0] if len(parts) == 1 and host in ("redd.it", "www.redd.it") else ""
        return PostLink("reddit", None, key, host, f"https://redd.it/{key}") if _KEY.fullmatch(key) else None
    if parts[:1] == ("comments",):
        parts = ("r", "", *parts)
    if len(parts) >= 4 and parts[2] == "comments" and _KEY.fullmatch(parts[3]):
        handle = parts[1] if parts[0] in _USER else None
        comment = len(parts) >= 6 and _KEY.fullmatch(parts[5])
        key = parts[5] if comment else parts[3]
        path = f"{parts[0]}/{parts[1]}/comments/{parts[3]}/" if parts[1] else f"comments/{parts[3]}/"
        url = f"https://www.reddit.com/{path}" + (f"_/{key}/" if comment else "")
        return PostLink("reddit", handle, key, host, url)
    if len(parts) == 2 and parts[0] in _USER and _HANDLE.fullmatch(parts[1]):
        return PostLink("reddit", parts[1], None, host, f"https://www.reddit.com/user/{parts[1]}/")
    return None


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote that the share dialog gives: the title links to the post, an account follows."""
    rendering = render(tag)
    links = [(mark, known) for mark in rendering.links if (known := parse_link(mark.value))]
    titles = [mark.span.of(rendering.text) for mark, known in links if known.status_id]
    handle = next(
        (known.handle for _, known in links if known.platform == "reddit" and not known.status_id), None
    )
    title = next((title for title in titles if title.strip()), "")
    return Embedded(title or None, handle=handle)
