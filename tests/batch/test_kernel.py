"""The kernel: an Arrow batch of articles in, a batch of rows out, whatever is in it."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra [batch]")

from reconcile.batch.kernel import reconcile_batch  # noqa: E402
from reconcile.batch.rows import row_of  # noqa: E402
from reconcile.batch.schema import ROWS  # noqa: E402
from reconcile.batch.sources import entries, find  # noqa: E402

FIXTURES = Path(__file__).parents[2] / "fixtures"


def test_every_article_has_a_row_whatever_is_in_it():
    articles = [
        {"id": "1", "text": ""},
        {"id": None, "text": "The ferry left Lisk."},
        {"id": "3", "text": "The ferry left Lisk."},
        {"id": "3", "text": None},
    ]
    rows = reconcile_batch(pa.RecordBatch.from_pylist(articles))
    assert rows.schema == ROWS
    told = [(row["id"], row["error"] is None) for row in rows.to_pylist()]
    assert told == [("1", False), (None, False), ("3", True), ("3", False)]


def test_no_articles_and_no_columns():
    schema = pa.schema({"id": pa.string(), "text": pa.string()})
    assert reconcile_batch(pa.RecordBatch.from_pylist([], schema=schema)).num_rows == 0
    (row,) = reconcile_batch(pa.RecordBatch.from_pylist([{"other": 1}])).to_pylist()
    assert "has no id" in row["error"]


def test_a_row_does_not_depend_on_its_neighbours():
    sources = [path.read_bytes() for path in sorted(FIXTURES.glob("*/article.*"))]
    articles = [
        {"id": f"{number}", "content": source, "releases": []} for number, source in enumerate(sources)
    ]
    release = (FIXTURES / "bridge-toll" / "release.txt").read_text("utf-8")
    articles.append(
        {"id": "b", "content": (FIXTURES / "bridge-toll" / "article.txt").read_bytes(), "releases": [release]}
    )
    rows = reconcile_batch(pa.RecordBatch.from_pylist(articles)).to_pylist()
    for row, article in zip(rows, articles, strict=True):
        (alone,) = reconcile_batch(pa.RecordBatch.from_pylist([article])).to_pylist()
        assert alone == row and row["error"] is None
    assert any(row["links"] and row["links"][0]["comparisons"] for row in rows)


def test_the_columns_are_those_of_json_lines(tmp_path):
    text = (FIXTURES / "brussels-visit" / "article.txt").read_text("utf-8")
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}), "utf-8")
    ((_, entry),) = entries(find(str(path), "rows.jsonl"))
    (row,) = reconcile_batch(pa.RecordBatch.from_pylist([{"id": "a", "text": text}])).to_pylist()
    assert row == row_of(entry)


def test_an_engine_can_send_it_about():
    assert pickle.loads(pickle.dumps(reconcile_batch)) is reconcile_batch
