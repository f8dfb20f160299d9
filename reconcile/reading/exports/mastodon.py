"""Mastodon statuses and ActivityPub notes, alone, in a `Create` activity or in an outbox.

https://docs.joinmastodon.org/entities/Status/, https://www.w3.org/TR/activitystreams-vocabulary/#dfn-note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from reconcile.model import Post
from reconcile.platforms import parse_link
from reconcile.reading.exports import Json, Misfit, inner, make_post, objects, plain, text_of

FORM = "mastodon"


def fits(record: Mapping[str, Json]) -> bool:
    """Whether the object is a status (with its `account`), a note, or holds notes."""
    return bool(_notes(record)) or ("content" in record and "acct" in inner(record, "account"))


def read(record: Mapping[str, Json]) -> Iterator[Post]:
    """The object's posts, in its order."""
    notes = _notes(record)
    for note in notes:
        yield _read_note(note)
    if not notes:
        yield _read_status(record)


def _notes(record: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    kind = record.get("type")
    if kind in ("Note", "Article", "Question") and "content" in record:
        return [record]
    if kind == "Create":
        return _notes(inner(record, "object"))
    if kind in ("OrderedCollection", "OrderedCollectionPage", "Collection", "CollectionPage"):
        every = [*objects(record.get("orderedItems")), *objects(record.get("items"))]
        return [note for each in every for note in _notes(each)]
    return []


def _read_status(record: Mapping[str, Json]) -> Post:
    account = inner(record, "account")
    url = text_of(record, "url", "uri")
    return make_post(
        "mastodon",
        _words(record),
        platform="mastodon",
        handle=_full(text_of(account, "acct"), text_of(account, "url") or url),
        author_name=text_of(account, "display_name", "username"),
        posted=text_of(record, "created_at"),
        url=url,
        status_id=text_of(record, "id"),
    )


def _read_note(record: Mapping[str, Json]) -> Post:
    url, author = text_of(record, "url"), record.get("attributedTo")
    url = url or text_of(record, "id")
    owner = author if isinstance(author, str) else None
    link = parse_link(url) if url else None
    user = owner.rstrip("/").rpartition("/")[2].lstrip("@") if owner else None
    return make_post(
        "activitypub",
        _words(record),
        platform="mastodon",
        handle=(link.handle if link else None) or _full(user, owner),
        posted=text_of(record, "published"),
        url=url,
        status_id=link.status_id if link else None,
    )


def _words(record: Mapping[str, Json]) -> str:
    words = plain(text_of(record, "content") or "")
    if not words:
        raise Misfit("'content' is empty")
    return words


def _full(account: str | None, url: str | None) -> str | None:
    """`user@server`; a server calls its own accounts by the name alone."""
    server = urlsplit(url).hostname if url else None
    return f"{account}@{server}" if account and "@" not in account and server else account
