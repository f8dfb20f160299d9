"""The article in a row of named fields: what JSON Lines, CSV and Parquet have in common.

| field | |
|---|---|
| `id` | what the article's row of the output is called; where it is missing, `url` or `uri` |
| `html`, `text`, `content` | the article, text or bytes: the first of them that is filled; `content` may be either |
| `media_type` | "text/html" or "text/plain", where the content is not to tell |
| `published` | the day of the article, as 2024-06-03 or as a date |
| `releases`, `release` | press releases, text or HTML: one, or a list |
| `posts` | posts beside the article: objects as in a file for `--posts`, or that file's text |

Other fields are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias

from reconcile.batch.entry import MAX_BYTES, Article, Unread
from reconcile.errors import InputError
from reconcile.model import Post

Fields: TypeAlias = Mapping[str, object]

IDS = ("id", "url", "uri")
CONTENTS = ("html", "text", "content")
NAMES = (*IDS, *CONTENTS, "media_type", "published", "releases", "release", "posts")


def article_of(fields: Fields) -> Article:
    """The article that a row's fields tell. Raises Unread, with the row's id where it has one."""
    found = name_in(fields)
    if found is None:
        raise Unread("has no id; give every article a field id that is its own")
    try:
        return _read(found, fields)
    except InputError as error:
        raise Unread(str(error), found) from error
    except Unread as error:
        raise Unread(error.problem, found) from error


def name_in(fields: Fields) -> str | None:
    """The id that a row's fields tell, or None."""
    name = _first(fields, IDS)
    value = fields[name] if name else None
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _read(name: str, fields: Fields) -> Article:
    return Article(
        id=name,
        source=_source(fields),
        media_type=_text(fields, "media_type") or ("text/html" if _filled(fields.get("html")) else None),
        uri=_text(fields, "url") or _text(fields, "uri"),
        published=_day(fields.get("published")),
        posts=_posts(fields.get("posts")),
        releases=_releases(fields.get("releases")) + _releases(fields.get("release")),
    )


def _first(fields: Fields, names: tuple[str, ...]) -> str | None:
    return next((name for name in names if _filled(fields.get(name))), None)


def _filled(value: object) -> bool:
    return value is not None and value != "" and value != b""


def _source(fields: Fields) -> str | bytes:
    name = _first(fields, CONTENTS)
    if name is None:
        told = "is empty" if any(each in fields for each in CONTENTS) else "is not there"
        raise Unread(f"the article {told}; give it in a field {', '.join(CONTENTS[:-1])} or {CONTENTS[-1]}")
    value = fields[name]
    if not isinstance(value, str | bytes):
        raise Unread(f"the field {name} is no text")
    if len(value) > MAX_BYTES:
        raise Unread(f"the article is larger than {MAX_BYTES // 2**20} MB")
    return value


def _text(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Unread(f"the field {name} is no text")
    return value


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        # The day as it is printed, whatever the clock and the zone behind it.
        return datetime.fromisoformat(value).date() if isinstance(value, str) else _no_date(value)
    except ValueError:
        return _no_date(value)


def _no_date(value: object) -> date:
    raise Unread(f"published: {str(value)[:40]!r} is no date; write it as 2024-06-03")


def _releases(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise Unread("releases is no text and no list of texts")


def _posts(value: object) -> tuple[Post, ...]:
    if not value:
        return ()
    from reconcile.reading.supplied import posts_in

    if isinstance(value, list):
        value = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in value)
    if not isinstance(value, str):
        raise Unread("posts is no text and no list of posts")
    return posts_in(value, "posts")
