"""A post as an embed's markup prints it, before anything is reckoned from its link."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

from reconcile.markup.card import Card, read_card
from reconcile.markup.rendering import Rendering, render
from reconcile.markup.signature import Signed, read_signature

if TYPE_CHECKING:
    from bs4 import Tag


@frozen
class Embedded:
    """What an embed prints of a post; every part may be missing."""

    #: The body as a reader sees it; None where the embed shows only that there is a post.
    text: str | None = None
    #: The line under the body, as printed ("— Name (@handle) May 2, 2024"); "" where the embed has none.
    tail: str = ""
    name: str | None = None
    handle: str | None = None
    shown_date: str | None = None
    #: The moment as the markup carries it beside the printed date.
    moment: str | None = None
    #: Where the printed date leads.
    href: str | None = None
    quoted: Embedded | None = None


def read_printed(tag: Tag, is_permalink: Callable[[str], bool]) -> Embedded:
    """The post in `tag`: signed "— Name (@handle) date", or a card, or nothing but a link."""
    rendering = render(tag)
    signed = read_signature(rendering, is_permalink)
    if signed is not None and signed.handle is not None:
        return _from_signed(rendering, signed, is_permalink)
    card = read_card(tag)
    if signed is not None and card.handle is None and card.name is None:
        return _from_signed(rendering, signed, is_permalink)
    href = next((link.value for link in reversed(rendering.links) if is_permalink(link.value)), None)
    printed = _from_card(card, href)
    if printed.text and not (card.handle or card.name or card.shown_date) and tag.find("p") is None:
        return Embedded(href=href)  # words of the page about the embed, not of the post
    return printed


def _from_signed(rendering: Rendering, signed: Signed, is_permalink: Callable[[str], bool]) -> Embedded:
    """The parts of an embed that has a tail."""
    body = rendering.text[: signed.tail].strip()
    covered = sum(
        link.span.end - link.span.start
        for link in rendering.links
        if link.span.end <= signed.tail and is_permalink(link.value)
    )
    shown = rendering.text[signed.date[0] : signed.date[1]].strip()
    moment = next((mark.value for mark in reversed(rendering.times) if mark.value), None)
    return Embedded(
        text=body if body and covered < len(body) else None,
        tail=rendering.text[signed.tail : signed.end].strip(),
        name=signed.name,
        handle=signed.handle,
        shown_date=shown or None,
        moment=moment,
        href=signed.link.value if signed.link else None,
    )


def _from_card(card: Card, href: str | None) -> Embedded:
    quoted = _from_card(card.quoted, None) if card.quoted else None
    return Embedded(card.body or None, "", card.name, card.handle, card.shown_date, card.moment, href, quoted)
