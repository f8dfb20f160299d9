"""Parquet from the rows of a finished run: a few thousand at a time, the same bytes for the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import json as arrow_json

from reconcile.batch.schema import ROWS

_ROWS, _BYTES = 1024, 2**23


def write(lines: str, path: str) -> None:
    """Write the rows in the JSON Lines file `lines` to the Parquet file `path`."""
    with pq.ParquetWriter(path, ROWS, compression="zstd") as writer:
        for block in _blocks(lines):
            writer.write_table(_table(block))


def _blocks(lines: str) -> Iterator[bytes]:
    """Whole lines, about as many bytes at a time as a row group is to have."""
    block = bytearray()
    count = 0
    with Path(lines).open("rb") as file:
        for line in file:
            block += line
            count += 1
            if count >= _ROWS or len(block) > _BYTES:
                yield bytes(block)
                block.clear()
                count = 0
    if block:
        yield bytes(block)


def _table(block: bytes) -> pa.Table:
    reading = arrow_json.ReadOptions(block_size=len(block) + 1, use_threads=False)
    parsing = arrow_json.ParseOptions(explicit_schema=ROWS, unexpected_field_behavior="ignore")
    return arrow_json.read_json(pa.BufferReader(block), read_options=reading, parse_options=parsing)
