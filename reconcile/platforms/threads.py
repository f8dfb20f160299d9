"""Threads.

Links and embeds: https://developers.facebook.com/docs/threads/tools-and-resources/embed-a-threads-post.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from reconcile.markup.embedded import Embedded, read_printed
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, links_to_post

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Threads"
HOSTS = frozenset({"threads.net", "threads.com"})
EMBED_CLASSES = frozenset({"text-post-media"})
ID_ATTRIBUTES = {"data-text-post-permalink": "{}"}

#: What the dialog prints in place of the words: "Post by @user", "View on Threads", in any language.
_LABEL = lazy_re(r"[^\n]{0,40}(?:@[\w.]{1,30}|Threads)[^\n]{0,30}(?:\n+[^\n]{0,40}Threads[^\n]{0,30})?")
_ACCOUNT = lazy_re(r"@([\w.]{1,30})", re.ASCII)


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


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote that the share dialog gives: "Post by @user", and from others a card with the words."""
    printed = read_printed(tag, links_to_post("threads"))
    if printed.text and _LABEL.fullmatch(printed.text):
        return evolve(printed, text=None, name=None)
    return printed
