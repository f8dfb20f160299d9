from __future__ import annotations

import copy
import json

import pytest

from benchmarks.compare import baseline, compare, main

BEFORE = {
    "schema": "reconcile-benchmark/1",
    "accuracy": {"fixtures": {"links": {"f1": 0.94, "low": 0.92, "high": 0.96}}},
    "mutations": {"number: another value": {"made": 4, "found": 3, "there": 3}},
    "ratios": {"growth: CPU time at 8x over 1x": {"posts": {"value": 8.0}}},
}


def run(f1: float = 0.94, growth: float = 8.0) -> dict:
    now = copy.deepcopy(BEFORE)
    now["accuracy"]["fixtures"]["links"]["f1"] = f1
    now["ratios"]["growth: CPU time at 8x over 1x"]["posts"]["value"] = growth
    return now


@pytest.mark.parametrize(("f1", "growth"), [(0.94, 8.0), (0.925, 8.0), (0.94, 10.0), (1.0, 1.0)])
def test_what_lies_within_has_not_slipped(f1, growth):
    assert "SLIPPED" not in {row.verdict for row in compare(BEFORE, run(f1, growth))}


@pytest.mark.parametrize(("f1", "growth"), [(0.91, 8.0), (0.94, 30.0)])
def test_what_lies_beyond_has(f1, growth):
    assert [row.verdict for row in compare(BEFORE, run(f1, growth))].count("SLIPPED") == 1


def test_what_only_one_run_has_fails_nothing():
    fewer = {**run(), "ratios": {}}
    assert {row.verdict for row in compare(BEFORE, fewer)} == {"", "not measured"}
    assert {row.verdict for row in compare(fewer, BEFORE)} == {"", "new"}


def test_the_command_tells_by_its_status(tmp_path, capsys):
    kept, now, page = (tmp_path / name for name in ("kept.json", "now.json", "page.md"))
    now.write_text(json.dumps(BEFORE))
    assert main([str(now), "--baseline", str(kept)]) == 2
    assert main([str(now), "--baseline", str(kept), "--renew"]) == 0
    assert main([str(now), "--baseline", str(kept), "--markdown", str(page)]) == 0
    now.write_text(json.dumps(run(0.5)))
    assert main([str(now), "--baseline", str(kept), "--markdown", str(page)]) == 1
    assert "slipped: fixtures: links" in capsys.readouterr().err
    assert "| SLIPPED |" in page.read_text() and "| number: another value | 4 | 3 | 3 |" in page.read_text()


@pytest.mark.parametrize("short", [True, False])
def test_there_is_a_baseline(short):
    kept = json.loads(baseline(short).read_text("utf-8"))
    assert kept["schema"] == "reconcile-benchmark/1" and kept["accuracy"] and kept["ratios"]
