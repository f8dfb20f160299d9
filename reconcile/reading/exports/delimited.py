"""Tables of posts: CSV, or the same with semicolons or tabs, with a header line (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reconcile.model import Post
from reconcile.reading.exports import Misfit, own

FORM = "csv"

_DELIMITERS = ",;\t"
_LONGEST_FIELD = 1_000_000


class BadRow(Exception):
    """A table that is none, or a row that does not fit (`in_row`); `line` counts from 1."""

    def __init__(self, line: int, problem: str, in_row: bool) -> None:
        self.line, self.in_row = line, in_row
        super().__init__(problem)


def read_table(text: str) -> Iterator[Post]:
    """The rows' posts. Raises BadRow where the header names no column for the text, or a row does not fit."""
    header = text.lstrip().partition("\n")[0]
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(
        io.StringIO(text.lstrip(), newline=""), delimiter=max(_DELIMITERS, key=header.count)
    )
    try:
        names = [_plain(name) for name in rows.fieldnames or ()]
        if not set(names) & set(own.NAMES["text"]):
            raise Misfit(
                f"neither JSON nor a table with a column for the text (the first line is {header[:60]!r})"
            )
        rows.fieldnames = names
        for row in rows:
            record = {name: value for name, value in row.items() if isinstance(name, str) and value}
            if record:
                yield from own.read(record, FORM)
    except (csv.Error, Misfit) as problem:
        raise BadRow(max(rows.line_num, 1), str(problem), rows.line_num > 1) from problem


def _plain(name: str) -> str:
    return name.strip().strip("\ufeff").casefold().replace(" ", "_").replace("-", "_")
