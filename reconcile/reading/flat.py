"""Flat text -> document and posts.

Tails are found first (`tails.py`), then where each body begins (`bodies.py`); cards and posts without a tail
are taken from what is left (`flat_posts.py`); the rest is laid out (`layout.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve

from reconcile.model import Document, Post, Span
from reconcile.platforms import id_time
from reconcile.reading.bodies import Setting
from reconcile.reading.chunks import layout_of
from reconcile.reading.flat_posts import find_posts
from reconcile.reading.language import language_of
from reconcile.reading.layout import lay_out
from reconcile.reading.published import published_in_text
from reconcile.shown_dates import ShownDate, match_shown_date
from reconcile.text import clean

#: A post without a year is no younger than the article, but for time zones.
_ZONES = timedelta(days=1)
#: Of two days that a date in figures can mean, the one that is as near to the article's is meant.
_FRESH = timedelta(days=4)


def read_flat(
    text: str, *, uri: str | None = None, published: date | None = None, sha256: str | None = None
) -> tuple[Document, tuple[Post, ...]]:
    """The article in `text`, laid out, and the posts reproduced in it, in order, with ids p1, p2 ...

    `published` is the article's date where it is known; otherwise the text's stamp or dateline gives it.
    `sha256` is that of the bytes read; without it, that of the text as UTF-8.
    """
    text = clean(text)
    home = language_of(text)
    posts = find_posts(text, Setting("x", home=home, layout=layout_of(text)))
    spans = [post.span for post in posts if post.span]
    source = "argument" if published else None
    if published is None:
        told = published_in_text(_blank(text, spans), [post.posted for post in posts if post.posted])
        published, source = told or (None, None)
    document = Document(
        text=text,
        segments=lay_out(text, spans),
        media_type="text/plain",
        sha256=sha256 or hashlib.sha256(text.encode()).hexdigest(),
        uri=uri,
        language=home,
        published=published,
        published_from=source,
    )
    return document, tuple(
        evolve(_dated(text, post, published), id=f"p{n}", parent=f"p{n - 1}" if post.parent else None)
        for n, post in enumerate(posts, 1)
    )


def _dated(text: str, post: Post, published: date | None) -> Post:
    """The post with a day where its printed date gives none for sure: by its id, or by the article's date."""
    if post.posted is not None:
        return post
    moment = id_time(post.platform, post.status_id) if post.status_id else None
    shown = match_shown_date(text, post.shown_date_span.start) if post.shown_date_span else None
    days = _readings(shown, published or (moment.date() if moment else None)) if shown else ()
    if moment is not None:
        near = [day for day in days if abs(day - moment.date()) <= _ZONES]
        if len(near) == 1:
            return evolve(post, posted=near[0], posted_from="shown")
        return evolve(post, posted=moment.date(), posted_at=moment, posted_from="id")
    if published is not None:
        days = [day for day in days if day <= published + _ZONES]
        fresh = [day for day in days if day >= published - _FRESH]
        days = fresh if len(fresh) == 1 else days
    return evolve(post, posted=days[0], posted_from="shown") if len(days) == 1 else post


def _readings(shown: ShownDate, near: date | None) -> Sequence[date]:
    """The days that a printed date can mean: both orders of day and month, or the last year that fits."""
    if shown.candidates or near is None:
        return shown.candidates
    years = (shown.in_year(year) for year in (near.year, near.year - 1))
    return [day for day in years if day is not None and day <= near + _ZONES][:1]


def _blank(text: str, spans: Sequence[Span]) -> str:
    """`text` with the spans blanked to line ends."""
    parts, position = [], 0
    for span in spans:
        parts += [text[position : span.start], "\n" * (span.end - span.start)]
        position = span.end
    return "".join([*parts, text[position:]])
