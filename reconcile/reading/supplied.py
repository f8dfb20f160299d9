"""Posts supplied beside an article: read from files in the platforms' forms, joined with those in it."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from attrs import evolve

from reconcile.errors import InputError
from reconcile.model import Post
from reconcile.patterns import lazy_regex
from reconcile.reading import exports
from reconcile.reading.decode import decode
from reconcile.reading.exports import Misfit, delimited, own
from reconcile.reading.file_bytes import read_bytes

#: The archive of X wraps its JSON into a line of script.
_SCRIPT = lazy_regex(r"\s*window\.[\w.\[\]\"' ]{1,80}=\s*")
#: Forms that are tried last: tweets have few fields of their own, and ours takes what is left.
_LAST = ("x_api", "own")
_FORMS = "JSON Lines of posts, oEmbed, X API or archive, Bluesky, Mastodon or ActivityPub JSON, or CSV"


def read_posts(path: str | Path) -> tuple[Post, ...]:
    """The posts in the file at `path`, in its order, with ids p1, p2 ...

    Read are JSON Lines or JSON of our own form, oEmbed answers, tweets of X's API (1.1, 2) and archive,
    records and answers of Bluesky, statuses of Mastodon, notes of ActivityPub, and CSV; the content tells.

    Raises InputError, with the line where one is at fault: there is no such file, it is a directory or empty,
    no text, broken JSON, or of no form that is read.
    """
    place = str(path)
    return posts_in(_text(place), place)


def posts_in(text: str, place: str) -> tuple[Post, ...]:
    """The posts in a text that a file for `read_posts` could hold; `place` is what an error calls it.

    Raises InputError, as `read_posts` does.
    """
    posts = tuple(_posts(text, place))
    if not posts:
        raise InputError(place, "there are no posts in it", f"give {_FORMS}")
    return tuple(evolve(post, id=f"p{n}") for n, post in enumerate(posts, 1))


def _text(place: str) -> str:
    text = decode(read_bytes(place), place, _FORMS).text
    if not text.strip():
        raise InputError(place, "the file is empty", f"give {_FORMS}")
    return text


def _posts(text: str, place: str) -> Iterator[Post]:
    script = _SCRIPT.match(text)
    start = script.end() if script else len(text) - len(text.lstrip())
    if text[start : start + 1] not in ("{", "["):
        yield from _table(text, place)
        return
    try:
        whole = json.loads(text[start:].rstrip().rstrip(";"))
    except (json.JSONDecodeError, RecursionError) as error:
        yield from _json_lines(text, place, error)
        return
    if not isinstance(whole, list):
        yield from _records(whole, place, 1 if "\n" not in text.strip() else None)
        return
    for number, record in enumerate(whole, 1):
        yield from _records(record, place, None, f"object {number}: ")


def _json_lines(text: str, place: str, error: Exception) -> Iterator[Post]:
    """JSON Lines; `error` is what was wrong with the text as one JSON document."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) < 2 or not lines[0][1].rstrip().endswith("}"):
        raise InputError(place, f"is no JSON: {_told(error)}", line=getattr(error, "lineno", 1)) from error
    for number, line in lines:
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as fault:
            raise InputError(
                place, f"is no JSON: {_told(fault)}", "write one object a line", number
            ) from fault
        yield from _records(record, place, number)


def _records(record: object, place: str, line: int | None, which: str = "") -> Iterator[Post]:
    """The posts of one JSON object, by the first form that it fits."""
    if not isinstance(record, Mapping):
        raise InputError(place, f"{which}is no JSON object", f"give {_FORMS}", line)
    leaf = next((leaf for leaf in _leaves() if leaf.fits(record)), None)
    if leaf is None:
        fields = ", ".join(map(str, record))[:80]
        problem = f"{which}is no post of a known form (it has: {fields})"
        raise InputError(place, problem, own.misspelt_field(record) or f"give {_FORMS}", line)
    try:
        yield from leaf.read(record)
    except (Misfit, RecursionError) as problem:
        raise InputError(place, f"{which}{problem}", line=line) from problem


def _table(text: str, place: str) -> Iterator[Post]:
    try:
        yield from delimited.read_table(text)
    except delimited.BadRow as problem:
        remedy = "" if problem.in_row else f"give {_FORMS}"
        raise InputError(place, str(problem), remedy, problem.line) from problem


def _told(error: Exception) -> str:
    return getattr(error, "msg", "nested too deeply")


@cache
def _leaves() -> tuple[ModuleType, ...]:
    """The forms, in the order in which they are tried: those that are told by more fields first."""
    names = {m.name for m in pkgutil.iter_modules(exports.__path__)} - {"delimited", *_LAST}
    return tuple(import_module(f"{exports.__name__}.{name}") for name in [*sorted(names), *_LAST])


# -- one post, reproduced and supplied ------------------------------------------------------------------
