"""oEmbed answers (https://oembed.com): an embed's HTML with `provider_name`, `author_name`, `url`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from reconcile.model import Post
from reconcile.reading.exports import Json, Misfit, make_post, text_of

FORM = "oembed"


def fits(record: Mapping[str, Json]) -> bool:
    """Whether the object has `html` and what an oEmbed answer has beside it."""
    return isinstance(record.get("html"), str) and ("provider_name" in record or "version" in record)


def read(record: Mapping[str, Json]) -> Iterator[Post]:
    """The post in the answer's HTML, as a page would show it."""
    from reconcile.reading import read_document  # reading HTML loads a parser

    markup, url = text_of(record, "html"), text_of(record, "url")
    if markup is None:
        raise Misfit("'html' is empty")
    _, posts = read_document(f"<article><p>Post</p>{markup}</article>", media_type="text/html")
    name = text_of(record, "author_name")
    for post in posts[:1]:
        if post.text is None:
            raise Misfit("the embed carries a link alone, no words")
        yield evolve(
            post,
            id="",
            origin="supplied",
            span=None,
            body=None,
            shown_date_span=None,
            author_name=post.author_name or name,
            url=post.url or url,
            posted_from="data" if post.posted_from == "shown" else post.posted_from,
            form=FORM,
        )
    if not posts:
        title = text_of(record, "title")
        if title is None:
            raise Misfit("no post in 'html'")
        yield make_post(FORM, title, author_name=name, url=url or text_of(record, "author_url"))
