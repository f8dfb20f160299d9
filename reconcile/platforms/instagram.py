"""Instagram.

Links and embeds: https://developers.facebook.com/docs/instagram-platform/oembed. Ids:
https://instagram-engineering.com/sharding-ids-at-instagram-1cf5a71e5a5c tells how they are made, and
https://ws-dl.blogspot.com/2021/02/2021-02-20-creation-time-and-published.html that the epoch holds for real
posts and that it is the upload which is timed, not the publication.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from reconcile.platforms import Address, PostLink, reserved

HOSTS = frozenset({"instagram.com", "instagr.am"})

_KINDS = frozenset({"p", "reel", "reels", "tv"})
_CODE = re.compile(r"[A-Za-z0-9_-]{5,60}")
_HANDLE = re.compile(r"[\w.]{1,30}", re.ASCII)

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_EPOCH = 1_314_220_021_721


def read_link(address: Address) -> PostLink | None:
    """A post (`/p/CODE`, `/reel/CODE`, `/tv/CODE`, after the account or not, `/embed` or not) or `/user`."""
    parts = address.parts
    for i, part in enumerate(parts[:2]):
        if part in _KINDS and len(parts) > i + 1 and _CODE.fullmatch(parts[i + 1]):
            kind = "reel" if part == "reels" else part
            url = f"https://www.instagram.com/{kind}/{parts[i + 1]}/"
            return PostLink("instagram", parts[0] if i else None, parts[i + 1], address.host, url)
    if len(parts) != 1 or parts[0] in reserved("instagram") or not _HANDLE.fullmatch(parts[0]):
        return None
    return PostLink("instagram", parts[0], None, address.host, f"https://www.instagram.com/{parts[0]}/")


def time_of(status_id: str) -> datetime | None:
    """The moment at which the upload of a shortcode's post began: 41 bits of milliseconds of 64."""
    if not _CODE.fullmatch(status_id):
        return None
    number = 0
    for char in status_id[:11]:  # what follows in a private post's code is a key
        number = number << 6 | _ALPHABET.index(char)
    if not 2**40 < number < 2**63:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=(number >> 23) + _EPOCH)
