"""The kernel: articles in as an Arrow batch, their rows out as one. It runs on any engine that maps batches."""

from __future__ import annotations

from functools import partial

import pyarrow as pa

from reconcile.batch.entry import Entry, as_given
from reconcile.batch.fields import article_of, name_in
from reconcile.batch.rows import error_row, row_of
from reconcile.batch.schema import ROWS


def reconcile_batch(articles: pa.RecordBatch) -> pa.RecordBatch:
    """A row for each article, in the same order, with the columns of `schema.ROWS`.

    `articles` has the columns of `fields.py`: an id, the article, and what else there is. It depends on nothing
    but its argument and raises nothing for an article that cannot be read: that gets an error row.
    """
    rows = [row_of(_entry(fields)) for fields in articles.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=ROWS)


def lost_batch(articles: pa.RecordBatch, problem: str) -> pa.RecordBatch:
    """Error rows for all of `articles`: for an engine that could not run the kernel over them."""
    entries = [_entry(fields) for fields in articles.to_pylist()]
    rows = [error_row(entry.name(), entry.place, problem) for entry in entries]
    return pa.RecordBatch.from_pylist(rows, schema=ROWS)


def _entry(fields: dict[str, object]) -> Entry:
    name = name_in(fields)
    return Entry(f"article {name}", partial(article_of, fields), partial(as_given, name))
