"""The kernel over a Dask cluster that is started here: the same rows, and what dies or hangs costs one article."""

from __future__ import annotations

import logging
import re
from itertools import chain
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra [dask]")
distributed = pytest.importorskip("distributed", reason="needs the extra [dask]")
dask = pytest.importorskip("dask", reason="needs the extra [dask]")

from reconcile.batch.dask import reconcile_batches  # noqa: E402
from reconcile.batch.kernel import reconcile_batch  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def client(stand_ins):
    # One death is enough to give a task up: in these tests every death is an article's fault.
    settings = {"distributed.scheduler.allowed-failures": 0, "distributed.admin.log-format": "%(message)s"}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def batches(*texts: str, size: int = 5) -> list[pa.RecordBatch]:
    articles = [{"id": f"a{number}", "text": text} for number, text in enumerate(texts)]
    return [pa.RecordBatch.from_pylist(articles[at : at + size]) for at in range(0, len(articles), size)]


def rows(found: list[pa.RecordBatch]) -> list[dict]:
    return list(chain.from_iterable(batch.to_pylist() for batch in found))


def test_the_same_rows_in_the_same_order(client):
    given = batches(
        *[f"The ferry left Lisk at {hour} o'clock on Monday." for hour in range(1, 12)], "", size=3
    )
    found = list(reconcile_batches(client, given))
    assert [batch.num_rows for batch in found] == [3, 3, 3, 3]
    assert rows(found) == rows([reconcile_batch(batch) for batch in given])
    assert [row["error"] is None for row in rows(found)] == [True] * 11 + [False]


@pytest.mark.parametrize("word", ["die", "loop"])
def test_an_article_that_takes_its_worker_along_is_lost_alone(word, client, stand_ins):
    texts = ["The ferry left Lisk."] * 20
    texts[7] = word
    given = batches(*texts)
    found = rows(list(reconcile_batches(client, given, deadline=3, kernel=stand_ins.obey_batch)))
    assert [row["id"] for row in found] == [f"a{number}" for number in range(20)]
    assert {row["id"]: row["error"] for row in found if row["error"]} == {"a7": found[7]["error"]}
    assert "died, or it took longer than 3 seconds" in found[7]["error"]


def test_few_batches_are_taken_ahead(client):
    taken = 0

    def counted():
        nonlocal taken
        for batch in batches(*["The ferry left Lisk."] * 60, size=1):
            taken += 1
            yield batch

    for done, _ in enumerate(reconcile_batches(client, counted()), 1):
        assert taken - done <= 9


def test_the_readme_s_example(client, tmp_path, monkeypatch):
    import pyarrow.parquet as pq

    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    example = next(
        code for code in re.findall(r"^```python\n(.*?)^```$", readme, re.M | re.S) if "dask" in code
    )
    monkeypatch.chdir(tmp_path)
    articles = [{"id": f"{hour}", "text": f"The ferry left Lisk at {hour} o'clock."} for hour in range(1, 12)]
    pq.write_table(pa.Table.from_pylist(articles), "articles.parquet")
    exec(example.replace('Client("tcp://scheduler:8786")', "here"), {"here": client})
    found = pq.read_table("rows.parquet").to_pylist()
    assert [(row["id"], row["error"]) for row in found] == [(f"{hour}", None) for hour in range(1, 12)]
