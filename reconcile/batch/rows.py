"""A row of the output: what was found in one article, or why it could not be read.

| field | |
|---|---|
| `id` | the article's id; null where it has none |
| `error` | null, or why there is no result: then all else is null or empty |
| `document` | `uri`, `media_type`, `language`, `published`, `published_from`, `sha256`, `notes` |
| `posts`, `links`, `discrepancies` | as in a report's JSON |
| `claims` | those that the links name, as there |
"""

from __future__ import annotations

import json
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from reconcile.batch.entry import Article, Entry, Unread
from reconcile.errors import ReconcileError
from reconcile.model import KnownName
from reconcile.settings import Settings

Row: TypeAlias = dict[str, object]

_START = '{"id": '
_FINE = ', "error": null'
#: In so many bytes the id and the error are to be found, unless the id is longer than ids are.
_HEAD = 2048
_NOTHING: Row = {"document": None, "posts": [], "claims": [], "links": [], "discrepancies": []}
_DOCUMENT = ("uri", "media_type", "language", "published", "published_from", "sha256", "notes")


@frozen
class Manner:
    """How every article is held against its evidence: by which settings, on which day, with which known names."""

    settings: Settings = field(factory=Settings)
    #: The day by which findings that are let stand expire.
    today: date = date.max
    roster: tuple[KnownName, ...] = ()


PLAIN = Manner()


def row_of(entry: Entry, manner: Manner = PLAIN) -> Row:
    """Read the entry and reconcile its article. Never raises: what goes wrong becomes an error row."""
    name: str | None = None
    try:
        article = entry.read()
        name = article.id
        return _found(article, manner)
    except Unread as error:
        return error_row(error.id, entry.place, error.problem)
    except ReconcileError as error:
        return error_row(name, entry.place, str(error))
    except RecursionError:
        return error_row(name, entry.place, "is nested too deep")
    except MemoryError:
        return error_row(name, entry.place, "needs more memory than there is")
    except Exception as error:
        kind = type(error).__name__
        return error_row(name, entry.place, f"internal error, please report it: {kind}: {error}")


def error_row(name: str | None, place: str, problem: str) -> Row:
    """The row of an article that has no result."""
    # Some problems begin with the place already.
    problem = problem.removeprefix(f"{place}: ")
    return {"id": name, "error": f"{place}: {problem}", **_NOTHING}


def line_of(row: Row) -> bytes:
    """The row as a line of JSON."""
    text = json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n"
    # A lone surrogate, as an id can hold it, is no UTF-8.
    return text.encode("utf-8", "replace")


def line_for(entry: Entry, manner: Manner = PLAIN) -> bytes:
    """`row_of`, as a line: what a worker does."""
    return line_of(row_of(entry, manner))


def lost_line(entry: Entry, problem: str) -> bytes:
    """The line of an article whose worker was lost over it."""
    return line_of(error_row(entry.name(), entry.place, problem))


def told_by(line: bytes) -> tuple[str | None, bool]:
    """The id in a line, and whether the article has a result; the rest of the line is not parsed."""
    head = line[:_HEAD].decode("utf-8", "ignore")
    try:
        name, end = json.JSONDecoder().raw_decode(head, len(_START))
    except ValueError:
        end = len(head)
    if end + len(_FINE) > len(head):
        whole = json.loads(line)
        return whole["id"], whole["error"] is None
    return name, head.startswith(_FINE, end)


def _found(article: Article, manner: Manner) -> Row:
    from reconcile.pipeline import reconcile
    from reconcile.reports.json import as_dict

    found = reconcile(
        article.source,
        uri=article.uri,
        media_type=article.media_type,
        published=article.published,
        posts=article.posts,
        releases=article.releases,
        roster=manner.roster,
    )
    report = as_dict(manner.settings.apply(found, manner.today))
    document, claims, links = report["document"], report["claims"], report["links"]
    assert isinstance(document, dict) and isinstance(claims, list) and isinstance(links, list)
    linked = {link["claim"] for link in links}
    return {
        "id": article.id,
        "error": None,
        "document": {name: document[name] for name in _DOCUMENT},
        "posts": report["posts"],
        "claims": [claim for claim in claims if claim["id"] in linked],
        "links": links,
        "discrepancies": report["discrepancies"],
    }
