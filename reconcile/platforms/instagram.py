"""Instagram.

Links and embeds: https://developers.facebook.com/docs/instagram-platform/oembed. Ids:
https://instagram-engineering.com/sharding-ids-at-instagram-1cf5a71e5a5c tells how they are made, and
https://ws-dl.blogspot.com/2021/02/2021-02-20-creation-time-and-published.html that the epoch holds for real
posts and that it is the upload which is timed, not the publication.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import regex

from reconcile.lexicons import load_words
from reconcile.markup.embedded import Embedded
from reconcile.markup.rendering import render
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.platforms import Address, PostLink, parse_link, reserved
from reconcile.shown_dates import parse_shown_date

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Instagram"
HOSTS = frozenset({"instagram.com", "instagr.am"})
EMBED_CLASSES = frozenset({"instagram-media"})
EMBED_TAGS = frozenset({"amp-instagram"})
KEY_LINK = "https://www.instagram.com/p/{}/"
ID_ATTRIBUTES = {
    "data-instgrm-permalink": "{}",
    "data-shortcode": "https://www.instagram.com/p/{}/",
    "shortcode": "https://www.instagram.com/p/{}/",
}

_KINDS = frozenset({"p", "reel", "reels", "tv"})
_CODE = lazy_re(r"[A-Za-z0-9_-]{5,60}")
_HANDLE = lazy_re(r"[\w.]{1,30}", re.ASCII)

#: The line under the caption, in any language, holds "(@handle)"; the date follows, on older embeds.
_FOOTER = lazy_regex(
    r"(?P<name>[^\n]{0,200}?)[\s\u200e\u200f]*[(（][\u200e\u200f\u2066-\u2069]*@(?P<handle>[\w.]{1,30})"
    r"[\u200e\u200f\u2066-\u2069]*[)）]"
)
#: "View this post on Instagram", in any language.
_LABEL = lazy_regex(r"[^#@\n]{0,50}Instagram\w{0,4}[^#@\n]{0,30}")

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


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The blockquote of the oEmbed answer: a label, the caption where it was asked for, a footer."""
    rendering = render(tag)
    lines = [line.strip() for line in rendering.text.split("\n")]
    at = next((i for i in reversed(range(len(lines))) if _FOOTER.search(lines[i])), None)
    body = (
        "\n".join(line for line in lines[:at] if not _LABEL.fullmatch(line)).strip() if at is not None else ""
    )
    if at is None:
        return Embedded(None)
    footer = lines[at]
    match = cast("regex.Match[str]", _FOOTER.search(footer))
    profiles = [mark.span.of(rendering.text) for mark in rendering.links if _is_account(mark.value)]
    shown = parse_shown_date(footer[match.end() :])
    moments = [mark.value for mark in rendering.times if mark.value]
    return Embedded(
        text=body or None,
        tail=footer,
        name=(profiles[-1].strip() if profiles else "") or _without_lead(match["name"]) or None,
        handle=match["handle"],
        shown_date=shown.span.of(footer[match.end() :]) if shown else None,
        moment=moments[-1] if moments else None,
    )


def _is_account(url: str) -> bool:
    link = parse_link(url)
    return link is not None and link.platform == "instagram" and link.status_id is None


def _without_lead(text: str) -> str:
    """`text` without "A post shared by" in any of the languages of `instagram_footer.toml`.

    >>> _without_lead("Ein Beitrag geteilt von Lunda Hafen")
    'Lunda Hafen'
    """
    plain = text.strip(" \u200e\u200f\u202a-\u202e")
    leads = (lead for lead in load_words("instagram_footer", "before") if plain.startswith(lead))
    return plain[len(max(leads, key=len, default="")) :].strip()
