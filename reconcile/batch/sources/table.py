"""CSV, and TSV: an article a row, the first row names the fields as in `fields.py`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from reconcile.batch.entry import MAX_BYTES, Article, Entry, Step, Unread, as_given, broken_entry
from reconcile.batch.fields import CONTENTS, IDS, article_of, name_in
from reconcile.errors import InputError

_DELIMITERS = ",;\t|"


def entries(path: str) -> Iterator[Step]:
    """The rows of the file at `path`, each with the line on which it ends.

    Raises InputError where the first row names no field for the id or none for the article.
    """
    size = max(1, Path(path).stat().st_size)
    csv.field_size_limit(MAX_BYTES)
    with Path(path).open("rb") as file:
        # Bytes that are no UTF-8 stay recognisable: the row that has them is told, and no other.
        text = TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
        first = text.readline(MAX_BYTES)
        delimiter = max(_DELIMITERS, key=first.count)
        names = [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
        _refuse(path, names)
        rows = csv.reader(text, delimiter=delimiter, strict=True)
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                entry = broken_entry(_place(path, rows.line_num), f"is no CSV: {error}")
            else:
                if not row:
                    continue
                known = name_in(dict(zip(names, row, strict=False)))
                read = partial(article, names, row)
                entry = Entry(_place(path, rows.line_num), read, partial(as_given, known), sum(map(len, row)))
            yield min(1.0, file.tell() / size), entry


def article(names: list[str], row: list[str]) -> Article:
    """The article of a row. Raises Unread where it holds none."""
    fields = dict(zip(names, row, strict=False))
    if len(row) > len(names):
        raise Unread(f"has {len(row)} fields and the first row {len(names)}", name_in(fields))
    for name, value in fields.items():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise Unread(f"the field {name} is no UTF-8 text") from error
    return article_of(fields)


def _place(path: str, line: int) -> str:
    # The reader counts from the second line on.
    return f"{path}, line {line + 1}"


def _refuse(path: str, names: list[str]) -> None:
    """Raise InputError where the first row does not name what every row needs."""
    if not any(name in names for name in IDS):
        raise InputError(path, "the first row names no id", "name the columns, one of them id", line=1)
    if not any(name in names for name in CONTENTS):
        wanted = f"name one of them {', '.join(CONTENTS[:-1])} or {CONTENTS[-1]}"
        raise InputError(path, "the first row names no column for the article", wanted, line=1)
