"""The forms in which posts are supplied beside an article. ONE FILE A FORM.

A leaf has `FORM`, the name that a post carries in `Post.form`; `fits(record)`, whether a JSON object is of
its form; and `read(record)`, which yields the object's posts and raises `Misfit` where a field holds what it
cannot. Only `delimited.py` differs: it reads tables, which are no JSON, row by row as `own.py` reads objects.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import UTC, date, datetime

import regex

from reconcile.model import Post
from reconcile.patterns import lazy_regex
from reconcile.platforms import id_time, parse_link
from reconcile.reading.tokens import hashtags_of, links_of, media_of, mentions_of
from reconcile.shown_dates import parse_shown_date
from reconcile.text import clean

#: A JSON object, or what stands in one.
Json = object

_BREAK = lazy_regex(r"<br\s*/?>|</div>|</li>", regex.IGNORECASE)
_PARAGRAPH = lazy_regex(r"</p>\s*(?=<p)", regex.IGNORECASE)
#: A Unix time in seconds or milliseconds.
_SECONDS = lazy_regex(r"1\d{9}(?:\d{3})?")
_TAG = lazy_regex(r"<[^<>]{0,2000}>")


class Misfit(ValueError):
    """A field that holds what it cannot: the message says which."""


def text_of(record: Mapping[str, Json], *names: str) -> str | None:
    """The first of the fields that holds a string that is not empty; None where none does."""
    for name in names:
        value = record.get(name)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int):
            value = str(value)
        if not isinstance(value, str):
            raise Misfit(f"{name!r} is no text")
        if value.strip():
            return clean(value.strip())
    return None


def inner(record: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    """The object in a field; an empty one where there is none."""
    value = record.get(name)
    return value if isinstance(value, Mapping) else {}


def objects(value: Json) -> list[Mapping[str, Json]]:
    """The objects in a list, whatever else is in it."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def moment_of(printed: str | None) -> tuple[date | None, datetime | None]:
    """The day and, where a clock time is given, the moment of a date in any printed form, or a Unix time.

    >>> moment_of("2024-05-02T11:49:16.000Z")[1].isoformat()
    '2024-05-02T11:49:16+00:00'
    """
    if printed is None:
        return None, None
    if _SECONDS.fullmatch(printed):
        moment = datetime.fromtimestamp(int(printed[:10]), UTC)
        return moment.date(), moment
    shown = parse_shown_date(printed)
    if shown is None:
        raise Misfit(f"{printed[:40]!r} is no date; write it as 2024-06-03")
    if shown.date is None:
        raise Misfit(f"{printed[:40]!r} may be two days; write it as 2024-06-03")
    return shown.date, shown.moment


def plain(markup: str) -> str:
    """The words of a post's small HTML: paragraphs and line breaks kept, tags dropped, entities resolved.

    >>> plain("<p>One &amp; two<br>three</p><p>Four</p>")
    'One & two\\nthree\\n\\nFour'
    """
    markup = _BREAK.sub("\n", _PARAGRAPH.sub("\n\n", markup))
    return html.unescape(_TAG.sub("", markup)).strip()


def make_post(
    form: str,
    text: str,
    *,
    platform: str | None = None,
    handle: str | None = None,
    author_name: str | None = None,
    posted: str | None = None,
    url: str | None = None,
    status_id: str | None = None,
    media: tuple[str, ...] = (),
) -> Post:
    """A supplied post; its link fills what is not given. Raises Misfit where nothing tells the platform."""
    link = parse_link(url) if url else None
    platform = platform or (link.platform if link else None)
    if platform is None:
        raise Misfit("no 'platform', and no link that tells it")
    status_id = status_id or (link.status_id if link else None)
    day, moment = moment_of(posted)
    if day is None and status_id and (made := id_time(platform, status_id)):
        day, moment = made.date(), made
    return Post(
        id="",
        origin="supplied",
        platform=platform,
        text=text,
        author_name=author_name,
        handle=(handle or (link.handle if link else None) or "").lstrip("@") or None,
        posted=day,
        posted_at=moment,
        posted_from=None if day is None else "data" if posted else "id",
        url=url,
        status_id=status_id,
        mentions=mentions_of(text),
        hashtags=hashtags_of(text),
        links=links_of(text),
        media=media or media_of(text),
        form=form,
    )
