"""What `reconcile batch` costs beside the reconciling: the way of an article through the pool to its row."""

from __future__ import annotations

import json
import os
from time import process_time

import pytest

from reconcile.batch.entry import Entry
from reconcile.batch.run import run_batch

#: The most that the local pool may cost in CPU seconds an article, parent and worker together.
CEILING = 100e-6
ARTICLES = 20_000


def trivial(entry: Entry) -> bytes:
    """Stands in the place of the reconciling: the article is read, and its row holds the worker's CPU time."""
    row = {"id": entry.read().id, "error": None, "worker": os.getpid(), "cpu": process_time()}
    return json.dumps(row).encode() + b"\n"


@pytest.mark.benchmark(group="batch: pool (the time is that of measuring it)")
def test_pool_overhead(benchmark, tmp_path, tell):
    """CPU an article of 3 KB from JSON Lines to JSON Lines; the start of the workers does not count."""
    given, found = tmp_path / "articles.jsonl", tmp_path / "rows.jsonl"
    body = "The ferry left Lisk at noon. " * 100
    given.write_text("".join(json.dumps({"id": f"{n}", "text": body}) + "\n" for n in range(ARTICLES)))

    def measure() -> tuple[float, float]:
        before = process_time()
        assert run_batch(str(given), str(found), workers=2, answer=trivial).errors == 0
        parent = process_time() - before
        spent: dict[int, list[float]] = {}
        for row in map(json.loads, found.read_text("utf-8").splitlines()):
            spent.setdefault(row["worker"], []).append(row["cpu"])
        return parent / ARTICLES, sum(times[-1] - times[0] for times in spent.values()) / ARTICLES

    parent, worker = benchmark.pedantic(measure, rounds=1)
    tell(f"pool, CPU an article: {parent * 1e6:.0f} us in the parent, {worker * 1e6:.0f} us in its worker")
    assert parent + worker < CEILING
