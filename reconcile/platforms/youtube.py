"""YouTube.

Links and embeds: https://developers.google.com/youtube/player_parameters. Its ids carry no time.
"""

from __future__ import annotations

import re

from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink

NAME = "YouTube"
HOSTS = frozenset({"youtube.com", "youtu.be", "youtube-nocookie.com"})
EMBED_TAGS = frozenset({"amp-youtube", "lite-youtube", "youtube-video"})
ID_ATTRIBUTES = dict.fromkeys(("data-videoid", "videoid"), "https://www.youtube.com/watch?v={}")

_KEY = lazy_re(r"[\w-]{11}", re.ASCII)
_KINDS = frozenset({"embed", "v", "shorts", "live", "e", "vi"})
_HANDLE = lazy_re(r"@([\w.-]{3,30})")


def read_link(address: Address) -> PostLink | None:
    """A video (`watch?v=KEY`, `/embed/KEY`, `/shorts/KEY`, `youtu.be/KEY`) or a channel (`/@name`)."""
    parts, host = address.parts, address.host
    if host.endswith("youtu.be"):
        key = parts[0] if parts else ""
    elif len(parts) >= 2 and parts[0] in _KINDS:
        key = parts[1]
    elif parts[:1] == ("watch",):
        key = address.option("v") or ""
    elif parts and (who := _HANDLE.fullmatch(parts[0])):
        return PostLink("youtube", who[1], None, host, f"https://www.youtube.com/@{who[1]}")
    else:
        return None
    if not _KEY.fullmatch(key) or key == "videoseries":
        return None
    return PostLink("youtube", None, key, host, f"https://www.youtube.com/watch?v={key}")
