"""A file that is one article. The worker opens it: only its path passes through the parent."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from reconcile.batch.entry import MAX_BYTES, Article, Entry, Unread, as_given, broken_entry
from reconcile.errors import InputError
from reconcile.reading.file_bytes import read_bytes


def entry_of(path: str, folder: str | None, size: int) -> Entry:
    """The entry of the file at `path`; its id is the path, under `folder` where one is given."""
    name = _printable(Path(os.path.relpath(path, folder)).as_posix() if folder else path)
    if size > MAX_BYTES:
        return broken_entry(path, f"is larger than {MAX_BYTES // 2**20} MB", name)
    return Entry(path, partial(article, path, name), partial(as_given, name))


def article(path: str, name: str) -> Article:
    """The article in the file at `path`. Raises Unread where it cannot be read."""
    try:
        return Article(id=name, source=read_bytes(path), uri=_printable(path))
    except InputError as error:
        raise Unread(str(error), name) from error


def _printable(path: str) -> str:
    """A path that is no UTF-8 keeps its row, with a mark for what cannot be printed."""
    return os.fsencode(path).decode("utf-8", "replace")
