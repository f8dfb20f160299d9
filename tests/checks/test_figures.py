"""Figures, times and places in short articles: look-alikes that must be left alone, and one planted difference each."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Report

ARTICLES = tomllib.loads(Path(__file__).with_name("figures.toml").read_text("utf-8"))
CLASHES, TRUE = ARTICLES["clash"], ARTICLES["true"]
Reader = Callable[[dict[str, Any], int], Report]
FAMILIES = ("number", "time", "place")


def alarms(report: Report) -> list[tuple[str, str]]:
    """What a report says of figures, times and places, notes apart."""
    told = [d for d in report.discrepancies if d.level != "note" and d.kind.partition(".")[0] in FAMILIES]
    return [(d.kind, d.claimed.text) for d in told]


@pytest.mark.parametrize("article", TRUE, ids=lambda a: a["text"][:40])
def test_a_true_figure_is_left_alone(read: Reader, article: dict[str, Any]) -> None:
    assert alarms(read(article, 2)) == []


@pytest.mark.parametrize("article", CLASHES, ids=lambda a: f"{a['kind']}: {a['text'][:40]}")
def test_the_right_figure_is_left_alone(read: Reader, article: dict[str, Any]) -> None:
    assert alarms(read(article, 2)) == []


@pytest.mark.parametrize(
    "article", [a for a in CLASHES if not a.get("missed")], ids=lambda a: f"{a['kind']}: {a['text'][:40]}"
)
def test_the_planted_figure_is_found(read: Reader, article: dict[str, Any]) -> None:
    assert article["kind"] in {kind for kind, _ in alarms(read(article, 1))}


def notes(read: Reader, claim: str, evidence: str) -> set[str]:
    """The kinds of the notes on a claim with a release."""
    return {
        d.kind for d in read({"text": claim, "releases": [evidence]}, 2).discrepancies if d.level == "note"
    }


@pytest.mark.parametrize(
    ("claim", "evidence", "kind"),
    [
        (
            "About half of the pupils in Isen walk.",
            "In Isen 49.7 percent of the pupils walk.",
            "number.rounding",
        ),
        (
            "The fair in Delm drew 1.3 million visitors.",
            "The fair in Delm drew 1,297,400 visitors.",
            "number.rounding",
        ),
        (
            "The singers met in Belgium on Sunday.",
            "The singers met in Antwerp on Sunday.",
            "place.granularity",
        ),
    ],
)
def test_an_accepted_difference_is_noted(read: Reader, claim: str, evidence: str, kind: str) -> None:
    assert kind in notes(read, claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The bridge in Soll is 1.2 kilometres long.", "The bridge in Soll is 1,200 metres long."),
        ("The club of Faro has 2,304 members.", "The club of Faro has 2,304 members."),
        ("More than 400 people marched through Ark.", "Some 430 people marched through Ark."),
        ("The singers met in Rome on Sunday.", "The singers met in Rome, Italy, on Sunday."),
    ],
)
def test_no_difference_is_noted_where_there_is_none(read: Reader, claim: str, evidence: str) -> None:
    assert not notes(read, claim, evidence) & {"number.rounding", "place.granularity"}
