from __future__ import annotations

import pytest

from benchmarks.intervals import f1, scores


def test_nothing_to_find_and_nothing_found_is_no_fault():
    assert f1(0, 0, 0) == 1.0


@pytest.mark.parametrize(("counts", "value"), [((1, 0, 0), 1.0), ((0, 1, 1), 0.0), ((2, 1, 1), 2 / 3)])
def test_f1_is_the_harmonic_mean(counts, value):
    assert f1(*counts) == pytest.approx(value)


def test_counts_are_summed_over_articles_and_the_interval_holds_the_value():
    rows = [{"posts": (1, 0, 0)}, {"posts": (0, 1, 1)}, {}, {"posts": (3, 0, 1)}] * 5
    score = scores(rows)["posts"]
    assert (score.right, score.extra, score.missed) == (20, 5, 10)
    assert (score.precision, score.recall) == (0.8, pytest.approx(2 / 3))
    assert 0 < score.low < score.f1 < score.high < 1


def test_the_same_counts_give_the_same_interval():
    rows = [{"a": (n % 3, 1, n % 2)} for n in range(30)]
    assert scores(rows) == scores(rows)


def test_articles_that_are_all_right_leave_no_doubt():
    score = scores([{"a": (1, 0, 0)}] * 4)["a"]
    assert (score.low, score.high) == (1.0, 1.0)
