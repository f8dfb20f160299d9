"""The scorer counts what DEFINITIONS.md calls right, on an article small enough to count by hand."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from benchmarks.cases import Case, FindingLabel, LinkLabel, Reading, choose, load
from benchmarks.pages import ROOT
from benchmarks.scoring import likeness, meets, score_case

ARTICLE = """Mayor Ines Vidal opened the pool in Sorla on Tuesday. It cost {cost} million euros.

The pool in Sorla is open! It cost 13 million euros. Thank you all.
— Ines Vidal (@inesvidal) March 5, 2024
"""
POST = "The pool in Sorla is open! It cost 13 million euros. Thank you all."


def case(**changes: object) -> Case:
    clean, planted = (
        Reading(ARTICLE.format(cost=cost), "text/plain", date(2024, 3, 6)) for cost in ("13", "31")
    )
    right = Case(
        "pool",
        clean,
        planted,
        posts=({"platform": "x", "handle": "inesvidal", "text": POST},),
        owners=(("inesvidal", "Ines Vidal"),),
        links=(
            LinkLabel("p1", "Mayor Ines Vidal opened the pool in Sorla on Tuesday.", "supports"),
            LinkLabel("p1", "It cost 13 million euros.", "supports"),
        ),
        findings=(FindingLabel("number.value", "31 million euros", planted=True),),
    )
    return evolve(right, **changes)


def test_what_is_not_labelled_is_one_too_many():
    counts = score_case(case(posts=(), links=(), findings=()))
    assert counts["posts"] == (0, 1, 0)
    assert counts["links"][0] == 0 and counts["links"][1] >= 1
    assert counts["discrepancies: number"] == (0, 1, 0)


def test_what_is_not_found_is_missed():
    counts = score_case(
        case(
            posts=({"platform": "x", "handle": "sorlapool", "text": "Another text altogether."},),
            owners=(("inesvidal", "Marta Roca"),),
            findings=(FindingLabel("time.date", "on Tuesday", planted=True),),
        )
    )
    assert counts["posts"] == (0, 1, 1)
    assert counts["handles"][0] == 0 and counts["handles"][2] == 1
    assert counts["discrepancies: time"] == (0, 0, 1)
    assert counts["discrepancies"] == (0, 1, 1)


def test_another_kind_at_the_right_words_is_both():
    counts = score_case(case(findings=(FindingLabel("number.unit", "31 million euros", planted=True),)))
    assert counts["discrepancies"] == (0, 1, 1)


def test_all_right():
    counts = score_case(case())
    for name in ("posts", "handles", "links", "relation", "discrepancies", "clean readings without an alarm"):
        assert counts[name][0] >= 1 and counts[name][1:] == (0, 0), name


@pytest.mark.parametrize(
    ("reported", "labelled", "same"),
    [
        ("", "31 euros", False),
        ("on Tuesday", "31 million euros", False),
        ("31 million", "It cost 31 million euros", True),
        ("the <b>minister</b> of transport", "Minister of Transport", True),
    ],
)
def test_words_meet(reported, labelled, same):
    assert meets(reported, labelled) is same


def test_likeness_is_of_words():
    assert likeness("one two", "three") == 0
    assert likeness("One, two", "one two") == 1
    assert likeness(None, "one") == 0


def test_sides_of_a_planted_difference():
    assert choose("a {{wrong|right}} word", 1) == "a wrong word"
    assert choose("a {{wrong|right}} word", 2) == "a right word"


def test_every_fixture_is_loaded_with_its_evidence():
    cases = load(ROOT / "fixtures", ROOT / "fixtures" / "cases")
    assert len(cases) == len(list((ROOT / "fixtures").glob("*/labels.toml"))) + len(
        list((ROOT / "fixtures" / "cases").glob("*.toml"))
    )
    for one in cases:
        assert {label.evidence for label in one.links} <= set(one.evidence), one.name
        assert all("{{" not in text for text in (one.clean.article, one.planted.article))
