"""Posts that a newsletter platform keeps as JSON beside the card that it prints.

Substack: https://support.substack.com/hc/en-us/articles/360037489632 (embeds); the keys are those that its
pages carry in `data-attrs` of elements whose `data-component-name` is "Twitter2ToDOM", "InstagramToDOM" or
"BlueskyCreateBlueskyEmbed".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reconcile.markup import read_markup
from reconcile.markup.card import read_card
from reconcile.markup.embedded import Embedded
from reconcile.markup.rendering import render
from reconcile.platforms import PostLink, parse_link
from reconcile.reading.blocks import Found

if TYPE_CHECKING:
    from bs4 import Tag

_TEXT = ("full_text", "text", "title")
_NAME = ("name", "authorName", "author_name", "author")
_HANDLE = ("username", "authorHandle", "screen_name", "author_name")
_MOMENT = ("date", "createdAt", "created_at", "timestamp")
_LINK = ("url", "uri", "permalink", "tweet_url")
_QUOTED = ("quoted_tweet", "quotedTweet", "quoted")


def read_card_json(fields: Mapping[str, object], shown: Tag | None) -> Found | None:
    """The post that `fields` describe, or None; `shown` is the card that the page prints of it."""
    link = _link(fields)
    if link is None:
        return None
    printed = _printed(fields)
    if shown is not None:
        card = read_card(shown)
        printed = Embedded(
            text=printed.text or card.body or None,
            name=printed.name or card.name,
            handle=printed.handle or card.handle,
            shown_date=card.shown_date,
            moment=printed.moment,
            quoted=printed.quoted,
        )
    url = next((value for name in _LINK if isinstance(value := fields.get(name), str)), link.url)
    return Found(link.platform, printed, url, link.status_id, link.handle, "json")


def _link(fields: Mapping[str, object]) -> PostLink | None:
    """The post's link, or the one that its key makes."""
    candidates = [value for name in _LINK if isinstance(value := fields.get(name), str)]
    if isinstance(key := fields.get("instagram_id"), str):
        candidates.append(f"https://www.instagram.com/p/{key}/")
    if isinstance(key := fields.get("videoId"), str):
        candidates.append(f"https://www.youtube.com/watch?v={key}")
    links = (parse_link(candidate) for candidate in candidates)
    return next((link for link in links if link is not None and link.status_id), None)


def _printed(fields: Mapping[str, object]) -> Embedded:
    """What the fields say of a post; a quoted one is nested."""
    text = _first(fields, _TEXT)
    handle = _first(fields, _HANDLE)
    name = _first(fields, _NAME)
    quoted = next((value for key in _QUOTED if isinstance(value := fields.get(key), dict) and value), None)
    nested = _printed(quoted) if quoted is not None else None
    return Embedded(
        text=_plain(text) if text else None,
        name=None
        if name and name.lstrip("@") == (handle or "").lstrip("@") and "username" not in fields
        else name,
        handle=handle.lstrip("@") if handle else None,
        moment=_first(fields, _MOMENT),
        href=next((value for key in _LINK if isinstance(value := fields.get(key), str)), None),
        quoted=nested if nested and nested.text else None,
    )


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    return next(
        (value for name in names if isinstance(value := fields.get(name), str) and value.strip()), None
    )


def _plain(text: str) -> str:
    """The words of a text that may hold markup, its line ends kept."""
    return (
        render(read_markup(text.strip().replace("\n", "<br>"))).text
        if "<" in text or "&" in text
        else text.strip()
    )
