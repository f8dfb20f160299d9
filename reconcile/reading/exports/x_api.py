"""X: API v1.1 tweet objects, API v2 answers with their includes, and the archive that X gives an account.

https://developer.x.com/en/docs/x-api/v1/data-dictionary/object-model/tweet,
https://developer.x.com/en/docs/x-api/data-dictionary/object-model/tweet,
https://help.x.com/en/managing-your-account/how-to-download-your-x-archive (`data/tweets.js`).
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from reconcile.model import Post
from reconcile.reading.exports import Json, Misfit, inner, make_post, objects, text_of

FORM = "x-api"


def fits(record: Mapping[str, Json]) -> bool:
    """Whether the object is a tweet, holds one (the archive's `tweet`), or is an answer with `data`."""
    if isinstance(record.get("tweet"), Mapping):
        return True
    if "data" in record:
        return any(_is_tweet(tweet) for tweet in _data(record))
    return _is_tweet(record) and (
        "id_str" in record or "author_id" in record or isinstance(record.get("user"), Mapping)
    )


def read(record: Mapping[str, Json]) -> Iterator[Post]:
    """The object's posts, in its order."""
    if "data" in record:
        users = {text_of(u, "id"): u for u in objects(inner(record, "includes").get("users"))}
        for tweet in _data(record):
            yield _read(tweet, users.get(text_of(tweet, "author_id"), {}), "x-api-2")
    elif isinstance(record.get("tweet"), Mapping):
        yield _read(inner(record, "tweet"), {}, "x-archive")
    else:
        yield _read(record, inner(record, "user"), "x-api-1.1")


def _data(record: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    data = record.get("data")
    return [data] if isinstance(data, Mapping) else objects(data)


def _is_tweet(record: Mapping[str, Json]) -> bool:
    return ("text" in record or "full_text" in record) and ("id" in record or "id_str" in record)


def _read(tweet: Mapping[str, Json], user: Mapping[str, Json], form: str) -> Post:
    status = text_of(tweet, "id_str", "id")
    text = text_of(inner(tweet, "note_tweet"), "text") or text_of(inner(tweet, "extended_tweet"), "full_text")
    text = text or text_of(tweet, "full_text", "text")
    if text is None:
        raise Misfit("'text' is empty")
    text, media = _with_stubs(html.unescape(text), tweet)
    handle = text_of(user, "screen_name", "username")
    return make_post(
        form,
        text,
        platform="x",
        handle=handle,
        author_name=text_of(user, "name"),
        posted=text_of(tweet, "created_at"),
        url=f"https://x.com/{handle or 'i'}/status/{status}" if status else None,
        status_id=status,
        media=media,
    )


def _with_stubs(text: str, tweet: Mapping[str, Json]) -> tuple[str, tuple[str, ...]]:
    """The text with `pic.twitter.com/...` for the short link of each picture, as an embed prints it."""
    found: list[str] = []
    for entities in (inner(tweet, "entities"), inner(tweet, "extended_entities")):
        for each in [*objects(entities.get("media")), *objects(entities.get("urls"))]:
            short, shown = text_of(each, "url"), text_of(each, "display_url")
            if short and shown and shown.startswith(("pic.twitter.com/", "pic.x.com/")):
                text = text.replace(short, shown)
                found.append(shown)
    return text, tuple(dict.fromkeys(found))
