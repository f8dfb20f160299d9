"""The pool: a worker that is killed, or stuck, costs one article; order and bytes do not depend on the workers."""

from __future__ import annotations

import json
import os
import signal
import threading
import time

import pytest

from reconcile.batch.pool import Pool
from reconcile.batch.rows import lost_line
from reconcile.batch.run import run_batch
from reconcile.batch.sources import entries, find
from reconcile.errors import ReconcileError


def errors(found: list[dict]) -> dict[str, str]:
    return {row["id"]: row["error"] for row in found if row["error"]}


# -- what must not be lost -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["die", "exit"])
@pytest.mark.parametrize("workers", [1, 3])
def test_a_worker_that_dies_costs_the_article_it_was_on(word, workers, stand_ins, lines, rows, tmp_path):
    texts = ["well"] * 40
    texts[0] = texts[7] = texts[8] = texts[39] = word
    out = tmp_path / "rows.jsonl"
    summary = run_batch(lines(*texts), str(out), workers=workers, answer=stand_ins.obey)
    found = rows(out)
    assert [row["id"] for row in found] == [f"a{n}" for n in range(40)]
    assert set(errors(found)) == {"a0", "a7", "a8", "a39"}
    assert (summary.articles, summary.errors) == (40, 4)
    told = "was killed (SIGKILL)" if word == "die" else "ended with status 3"
    assert all(problem.endswith(told) for problem in errors(found).values())
    assert ", line 8: the process that read it " in errors(found)["a7"]


def test_a_stuck_article_is_given_up_and_no_other(stand_ins, lines, rows, tmp_path):
    out = tmp_path / "rows.jsonl"
    texts = ["well", "loop", "sleep 0.2", "well", "sleep 600", *["well"] * 60]
    began = time.monotonic()
    run_batch(lines(*texts), str(out), workers=2, deadline=1.5, answer=stand_ins.obey)
    assert time.monotonic() - began < 20
    found = rows(out)
    assert [row["id"] for row in found] == [f"a{n}" for n in range(len(texts))]
    assert set(errors(found)) == {"a1", "a4"}
    assert "took longer than 1.5 seconds" in errors(found)["a1"]


def test_a_worker_killed_from_outside_costs_one_article_at_most(stand_ins, lines, tmp_path):
    given = lines(*["sleep 0.02"] * 100)
    with Pool(2, stand_ins.obey, lost_line, 60) as pool:
        found = []
        for _, line in pool.lines(entry for _, entry in entries(find(given, "rows.jsonl"))):
            row = json.loads(line)
            found.append(row)
            if len(found) in (20, 50):
                os.kill(row["worker"], signal.SIGKILL)
    assert [row["id"] for row in found] == [f"a{n}" for n in range(100)]
    assert len(errors(found)) <= 2


def test_a_worker_that_is_stopped_is_stuck(stand_ins, lines, tmp_path):
    given = lines(*["sleep 0.05"] * 40)
    with Pool(2, stand_ins.obey, lost_line, 1.0) as pool:
        found = []
        for _, line in pool.lines(entry for _, entry in entries(find(given, "rows.jsonl"))):
            found.append(json.loads(line))
            if len(found) == 5:
                os.kill(found[-1]["worker"], signal.SIGSTOP)
    assert [row["id"] for row in found] == [f"a{n}" for n in range(40)]
    assert len(errors(found)) == 1


def test_whoever_is_slow_to_take_the_rows_makes_no_article_late(stand_ins, lines, tmp_path):
    given = lines(*["sleep 0.01"] * 40)
    with Pool(2, stand_ins.obey, lost_line, 1.0) as pool:
        for number, (_, line) in enumerate(
            pool.lines(entry for _, entry in entries(find(given, "rows.jsonl")))
        ):
            assert json.loads(line)["error"] is None
            if number == 3:
                time.sleep(2.5)


def test_workers_that_cannot_start_end_the_run(lines, tmp_path):
    class Unheard:
        def __reduce__(self):
            return (__import__, ("no_module_of_this_name",))

    with Pool(2, Unheard(), lost_line, 5) as pool, pytest.raises(ReconcileError, match="cannot be started"):
        list(pool.lines(entry for _, entry in entries(find(lines("well"), "rows.jsonl"))))


def test_no_worker_is_left(stand_ins, lines):
    threads = threading.active_count()
    with Pool(3, stand_ins.obey, lost_line, 60) as pool:
        found = [
            json.loads(line)
            for _, line in pool.lines(e for _, e in entries(find(lines(*["well"] * 99), "rows.jsonl")))
        ]
    for worker in {row["worker"] for row in found}:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
    assert threading.active_count() == threads


def test_few_articles_are_taken_ahead(stand_ins, lines, monkeypatch):
    # A worker may be slow: what the others have done waits for it, as long as it takes little room.
    monkeypatch.setattr("reconcile.batch.pool.HELD_BYTES", 4_000)
    given = lines(*["well"] * 2000)
    taken = 0

    def counted():
        nonlocal taken
        for _, entry in entries(find(given, "rows.jsonl")):
            taken += 1
            yield entry

    with Pool(2, stand_ins.obey, lost_line, 60) as pool:
        for done, _ in enumerate(pool.lines(counted()), 1):
            assert taken - done < 200


# -- what must come out the same -------------------------------------------------------------------


def test_the_bytes_do_not_depend_on_the_number_of_workers(stand_ins, lines, tmp_path):
    given = lines(*["well", "sleep 0.1", "sleep 0.02", "well", "well"] * 20)
    outputs = []
    for workers in (1, 2, 5):
        out = tmp_path / f"{workers}.jsonl"
        run_batch(given, str(out), workers=workers, answer=stand_ins.obey_slowly)
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1] == outputs[2] and outputs[0].count(b"\n") == 100
