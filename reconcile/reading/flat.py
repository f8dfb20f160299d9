"""Flat text -> document and posts.

Tails are found first (`tails.py`), then where each body begins (`bodies.py`); posts without a tail are taken
from what is left (`untailed.py`); the rest is laid out (`layout.py`).
"""

from __future__ import annotations

import hashlib
from datetime import date

import regex
from attrs import evolve

from reconcile.model import Document, Post, Span
from reconcile.platforms import id_time
from reconcile.reading.bodies import Setting, find_body
from reconcile.reading.chunks import layout_of
from reconcile.reading.language import language_of
from reconcile.reading.layout import lay_out
from reconcile.reading.published import published_in_text
from reconcile.reading.tails import Tail, find_tails
from reconcile.reading.tokens import hashtags_of, links_of, media_of, mentions_of
from reconcile.text import clean

_LINE_END = regex.compile(r"[^\S\n]*+(?:\n|\Z)")


def read_flat(
    text: str, *, uri: str | None = None, published: date | None = None, sha256: str | None = None
) -> tuple[Document, tuple[Post, ...]]:
    """The article in `text`, laid out, and the posts reproduced in it, in order, with ids p1, p2 ...

    `published` is the article's date where it is known; otherwise the text's stamp or dateline gives it.
    `sha256` is that of the bytes read; without it, that of the text as UTF-8.
    """
    text = clean(text)
    home = language_of(text)
    posts = _tailed(text, home)
    blanked = _blank(text, [post.span for post in posts if post.span])
    source = "argument" if published else None
    if published is None:
        known = [post.posted for post in posts if post.posted]
        if found := published_in_text(blanked, known):
            published, source = found
    numbered = tuple(evolve(_dated(post, published), id=f"p{n}") for n, post in enumerate(posts, 1))
    document = Document(
        text=text,
        segments=lay_out(text, [post.span for post in numbered if post.span]),
        media_type="text/plain",
        sha256=sha256 or hashlib.sha256(text.encode()).hexdigest(),
        uri=uri,
        language=home,
        published=published,
        published_from=source,
    )
    return document, numbered


def _tailed(text: str, home: str | None) -> list[Post]:
    """The posts that have a tail."""
    posts: list[Post] = []
    floor, layout = 0, layout_of(text)
    for tail in find_tails(text):
        end = tail.span.start
        while end > floor and (text[end - 1].isspace() or text[end - 1] in "\u200e\u200f"):
            end -= 1
        goes_on = _LINE_END.match(text, tail.span.end) is None
        day = tail.shown.date if tail.shown else None
        body = find_body(
            text, floor, end, Setting(tail.platform, day, goes_on, home, tail.name or "", layout)
        )
        posts.append(_post(text, tail, body.span, body.sure))
        floor = tail.span.end
    return posts


def _post(text: str, tail: Tail, body: Span, sure: bool) -> Post:
    words = body.of(text)
    shown = tail.shown
    link = tail.link if tail.link and tail.link.status_id else None
    return Post(
        id="",
        origin="reproduced",
        platform=tail.platform,
        text=words,
        span=Span(body.start if words else tail.span.start, tail.span.end),
        body=body if words else None,
        author_name=tail.name,
        handle=tail.handle,
        posted=shown.date if shown else None,
        posted_at=shown.moment if shown else None,
        posted_from="shown" if shown and shown.date else None,
        shown_date=shown.span.of(text) if shown else None,
        shown_date_span=shown.span if shown else None,
        url=tail.url if tail.url and "/" in tail.url else None,
        status_id=link.status_id if link else None,
        mentions=mentions_of(words),
        hashtags=hashtags_of(words),
        links=links_of(words),
        media=media_of(words),
        boundary="sure" if sure else "unsure",
        form=tail.form,
    )


def _dated(post: Post, published: date | None) -> Post:
    """The post with a day, where its printed date gives none for sure and its id has one."""
    if post.posted is not None:
        return post
    moment = id_time(post.platform, post.status_id) if post.status_id else None
    if moment is not None:
        return evolve(post, posted=moment.date(), posted_at=moment, posted_from="id")
    return post


def _blank(text: str, spans: list[Span]) -> str:
    """`text` with the spans blanked to line ends."""
    parts, position = [], 0
    for span in spans:
        parts += [text[position : span.start], "\n" * (span.end - span.start)]
        position = span.end
    return "".join([*parts, text[position:]])
