"""Telegram channels.

Links and embeds: https://core.telegram.org/widgets/post and https://core.telegram.org/api/links. Posts are
counted channel by channel: a number alone names none, and carries no time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reconcile.markup.embedded import Embedded, read_printed
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, links_to_post, reserved

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Telegram"
HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})
EMBED_CLASSES = frozenset({"tgme_widget_message"})
ID_ATTRIBUTES = {"data-telegram-post": "https://t.me/{}", "data-post": "https://t.me/{}"}

_CHANNEL = lazy_re(r"[A-Za-z]\w{3,31}", re.ASCII)


def read_link(address: Address) -> PostLink | None:
    """A post (`/channel/1`, `/s/channel/1`) or a channel (`/channel`)."""
    parts = address.parts[1:] if address.parts[:1] == ("s",) else address.parts
    if not parts or parts[0] in reserved("telegram") or not _CHANNEL.fullmatch(parts[0]):
        return None
    if len(parts) >= 2:
        if not parts[-1].isdigit():
            return None
        return PostLink("telegram", parts[0], parts[-1], address.host, f"https://t.me/{parts[0]}/{parts[-1]}")
    return PostLink("telegram", parts[0], None, address.host, f"https://t.me/{parts[0]}")


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The rendered widget, `tgme_widget_message`."""
    return read_printed(tag, links_to_post("telegram"))
