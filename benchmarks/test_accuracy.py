"""How right: posts, handles, links and each family of discrepancies, with bootstrap intervals.

pytest benchmarks/test_accuracy.py
"""

from __future__ import annotations

import pytest

from benchmarks import pages
from benchmarks.cases import load
from benchmarks.intervals import scores
from benchmarks.scoring import score_case

FIXTURES = pages.ROOT / "fixtures"
#: What no change may bring about, whatever the baseline says.
LEAST = {"posts": 0.9, "handles": 0.85, "links": 0.85, "relation": 0.8, "discrepancies": 0.7}


def test_fixtures(figures):
    measures = scores([score_case(case) for case in load(FIXTURES, FIXTURES / "cases")])
    figures.score("fixtures", measures)
    assert {name for name, least in LEAST.items() if measures[name].f1 < least} == set()


def test_other_cases(figures):
    cases = load(pages.SHARED / "cases")
    if not cases:
        pytest.skip(f"no cases in {pages.SHARED / 'cases'}")
    figures.score("other cases", scores([score_case(case) for case in cases]))


def test_posts_of_real_pages(figures):
    labelled = [path for path in pages.real_pages() if path.with_suffix(".posts.json").exists()]
    if not labelled:
        pytest.skip(f"no labelled pages in {pages.FOLDER}")
    figures.score("real pages", scores([pages.score_page(path) for path in labelled]))


def test_handles_alone(figures, short):
    path = pages.SHARED / "handles.jsonl"
    if not path.exists():
        pytest.skip(f"no {path}")
    if short:
        pytest.skip("left out of the short form")
    figures.score("handles alone", scores(pages.score_handles(path.read_text("utf-8").splitlines())))
