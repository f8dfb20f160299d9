"""Threads.

Links and embeds: https://developers.facebook.com/docs/threads/tools-and-resources/embed-a-threads-post.
"""

from __future__ import annotations

import re

from reconcile.platforms import Address, PostLink

HOSTS = frozenset({"threads.net", "threads.com"})

_ACCOUNT = re.compile(r"@([\w.]{1,30})", re.ASCII)


def read_link(address: Address) -> PostLink | None:
    """A post (`/@user/post/CODE`, `/t/CODE`, each with `/embed` or not) or an account (`/@user`)."""
    parts = address.parts
    if len(parts) >= 2 and parts[0] == "t":
        return PostLink("threads", None, parts[1], address.host, f"https://www.threads.com/t/{parts[1]}")
    who = _ACCOUNT.fullmatch(parts[0]) if parts else None
    if who is None:
        return None
    if len(parts) >= 3 and parts[1] == "post":
        url = f"https://www.threads.com/@{who[1]}/post/{parts[2]}"
        return PostLink("threads", who[1], parts[2], address.host, url)
    return PostLink("threads", who[1], None, address.host, f"https://www.threads.com/@{who[1]}")
