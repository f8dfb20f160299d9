"""TikTok.

Links and embeds: https://developers.tiktok.com/doc/embed-videos/. Ids: their upper half is the second
at which the video was made, as https://arxiv.org/abs/2504.13279 measured.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reconcile.markup.embedded import Embedded
from reconcile.markup.rendering import render
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, parse_link

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "TikTok"
HOSTS = frozenset({"tiktok.com"})
EMBED_CLASSES = frozenset({"tiktok-embed"})
EMBED_TAGS = frozenset({"amp-tiktok"})
KEY_LINK = "https://www.tiktok.com/embed/v2/{}"
ID_ATTRIBUTES = {"data-video-id": "https://www.tiktok.com/embed/v2/{}", "cite": "{}"}

_ACCOUNT = lazy_re(r"@([\w.]{1,30})", re.ASCII)
_KEY = lazy_re(r"\d{8,25}")


def read_link(address: Address) -> PostLink | None:
    """A video (`/@user/video/1`, `/@user/photo/1`, `/embed/v2/1`, `/player/v1/1`, `/v/1.html`), or `/@me`."""
    parts = address.parts
    if parts[:1] in (("embed",), ("player",), ("v",), ("share",)):
        key = parts[-1].removesuffix(".html")
        url = f"https://www.tiktok.com/embed/v2/{key}"
        return PostLink("tiktok", None, key, address.host, url) if _KEY.fullmatch(key) else None
    who = _ACCOUNT.fullmatch(parts[0]) if parts else None
    if who is None:
        return None
    if len(parts) >= 3 and parts[1] in ("video", "photo"):
        url = f"https://www.tiktok.com/@{who[1]}/{parts[1]}/{parts[2]}"
        return PostLink("tiktok", who[1], parts[2], address.host, url)
    return PostLink("tiktok", who[1], None, address.host, f"https://www.tiktok.com/@{who[1]}")


def time_of(status_id: str) -> datetime | None:
    """The second in a video's id."""
    if not (status_id.isascii() and status_id.isdigit()) or not 18 <= len(status_id) <= 19:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(status_id) >> 32)
    return moment if moment.year >= 2014 else None


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote of the oEmbed answer: account, caption in a paragraph, title of the sound."""
    captions = [text for p in tag.find_all("p") if (text := render(p).text)]
    accounts = (account for mark in render(tag).links if (account := parse_link(mark.value)))
    handle = next((account.handle for account in accounts if account.platform == "tiktok"), None)
    return Embedded("\n".join(captions) or None, handle=handle)
