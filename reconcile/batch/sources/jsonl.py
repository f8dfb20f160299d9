"""JSON Lines: an article a line, its fields as in `fields.py`. The worker parses the line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from io import BufferedIOBase
from pathlib import Path

from reconcile.batch.entry import MAX_BYTES, Article, Entry, Step, Unread, broken_entry
from reconcile.batch.fields import article_of, name_in

_BOM = b"\xef\xbb\xbf"


def entries(path: str) -> Iterator[Step]:
    """The lines of the file at `path` but the blank ones, each with its number."""
    size = max(1, Path(path).stat().st_size)
    at = 0
    with Path(path).open("rb") as file:
        number = 0
        while line := file.readline(MAX_BYTES + 1):
            number += 1
            at += len(line)
            place = f"{path}, line {number}"
            if len(line) > MAX_BYTES:
                at += _skip_line(file)
                yield at / size, broken_entry(place, f"is longer than {MAX_BYTES // 2**20} MB")
            elif line.strip(b" \t\r\n" + (_BOM if number == 1 else b"")):
                yield at / size, Entry(place, partial(article, line), partial(name, line), len(line))


def article(line: bytes) -> Article:
    """The article in a line of JSON. Raises Unread where the line is none, or holds none."""
    return article_of(_fields(line))


def name(line: bytes) -> str | None:
    """The id in a line of JSON, or None."""
    try:
        return name_in(_fields(line))
    except Unread:
        return None


def _fields(line: bytes) -> dict[str, object]:
    try:
        fields = json.loads(line.removeprefix(_BOM))
    except json.JSONDecodeError as error:
        raise Unread(f"is no JSON: {error.msg} (column {error.colno})") from error
    except UnicodeDecodeError as error:
        raise Unread(f"is no UTF-8 text: byte {error.start + 1} of the line") from error
    except RecursionError as error:
        raise Unread("is no JSON that can be read: nested too deep") from error
    except ValueError as error:
        raise Unread(f"is no JSON that can be read: {error}") from error
    if not isinstance(fields, dict):
        raise Unread("is no JSON object")
    return fields


def _skip_line(file: BufferedIOBase) -> int:
    """Read on to the end of the line; how many bytes that was."""
    skipped = 0
    while part := file.readline(MAX_BYTES):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped
