"""Bluesky: `app.bsky.feed.post` records, and the post views that getPosts, feeds, threads and searches hold.

https://docs.bsky.app/docs/api/app-bsky-feed-get-posts, https://atproto.com/specs/record-key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.model import Post
from reconcile.reading.exports import Json, Misfit, inner, make_post, objects, text_of

FORM = "bluesky"

_RECORD = "app.bsky.feed.post"


def fits(record: Mapping[str, Json]) -> bool:
    """Whether the object is a record, a view of one, or holds views: `posts`, `feed`, `thread`."""
    return bool(_views(record)) or record.get("$type") == _RECORD or _is_record(inner(record, "value"))


def read(record: Mapping[str, Json]) -> Iterator[Post]:
    """The object's posts, in its order."""
    views = _views(record)
    for view in views:
        yield _read(inner(view, "record"), inner(view, "author"), text_of(view, "uri"))
    if not views:
        value = inner(record, "value")
        yield _read(value if _is_record(value) else record, inner(record, "author"), text_of(record, "uri"))


def _is_record(record: Mapping[str, Json]) -> bool:
    return record.get("$type") == _RECORD or ("text" in record and "createdAt" in record)


def _views(record: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    if _is_record(inner(record, "record")) and "uri" in record:
        return [record]
    found = objects(record.get("posts"))
    found += [inner(entry, "post") for entry in objects(record.get("feed"))]
    thread = inner(record, "thread")
    found += [
        inner(each, "post") for each in (inner(thread, "parent"), thread, *objects(thread.get("replies")))
    ]
    return [view for view in found if _is_record(inner(view, "record"))]


def _read(record: Mapping[str, Json], author: Mapping[str, Json], uri: str | None) -> Post:
    text = text_of(record, "text")
    if text is None:
        raise Misfit("'text' is empty")
    key = uri.rpartition("/")[2] if uri else None
    handle = text_of(author, "handle")
    owner = handle or (uri.split("/")[2] if uri and uri.count("/") > 2 else None)
    return make_post(
        FORM,
        text,
        platform="bluesky",
        handle=handle,
        author_name=text_of(author, "displayName"),
        posted=text_of(record, "createdAt"),
        url=f"https://bsky.app/profile/{owner}/post/{key}" if owner and key else None,
        status_id=key,
    )
