"""Parquet: an article a row, its columns as in `fields.py`. Read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

from reconcile.batch.entry import Entry, Step, as_given, broken_entry
from reconcile.batch.fields import CONTENTS, IDS, NAMES, article_of, name_in
from reconcile.errors import InputError

_ROWS = 64


def entries(path: str) -> Iterator[Step]:
    """The rows of the file at `path`, counted from 1.

    Raises InputError where it is no Parquet, or has no column for the id or none for the article.
    """
    try:
        file = pq.ParquetFile(path, memory_map=False)
    except (pa.ArrowException, OSError) as error:
        raise InputError(path, f"is no Parquet: {error}") from error
    with file:
        columns = [name for name in file.schema_arrow.names if name in NAMES]
        for wanted, what in ((IDS, "id"), (CONTENTS, "article")):
            if not set(wanted) & set(columns):
                raise InputError(path, f"has no column for the {what}", f"name one {' or '.join(wanted)}")
        number, rows = 0, max(1, file.metadata.num_rows)
        try:
            for batch in file.iter_batches(_ROWS, columns=columns, use_threads=False):
                for fields in batch.to_pylist():
                    number += 1
                    yield number / rows, _entry(f"{path}, row {number}", fields)
        except (pa.ArrowException, OSError) as error:
            yield 1.0, broken_entry(f"{path}, after row {number}", f"is broken and not read on: {error}")


def _entry(place: str, fields: dict[str, object]) -> Entry:
    weight = sum(len(value) for value in fields.values() if isinstance(value, str | bytes))
    return Entry(place, partial(article_of, fields), partial(as_given, name_in(fields)), weight)
