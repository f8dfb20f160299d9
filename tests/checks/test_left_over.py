"""Facts that stand on one side alone, in whole articles; the pairs stand in left_over.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.model import Discrepancy

PAIRS = tomllib.loads(Path(__file__).with_name("left_over.toml").read_text("utf-8"))
FAMILIES = ("number", "time", "place")
Teller = Callable[[str, str, str], list[Discrepancy]]


@pytest.fixture
def told(hold: Teller) -> Teller:
    """What is told of figures, times and places, notes apart."""
    return lambda *texts: [
        d for d in hold(*texts) if d.level != "note" and d.kind.partition(".")[0] in FAMILIES
    ]


@pytest.mark.parametrize(("form", "article", "evidence"), PAIRS["silent"])
def test_what_only_one_side_knows_is_left_alone(told: Teller, form: str, article: str, evidence: str) -> None:
    assert [(d.kind, d.claimed.text) for d in told(form, article, evidence)] == []


@pytest.mark.parametrize(("kind", "form", "article", "evidence", "words"), PAIRS["told"])
def test_what_each_side_lacks_is_held_against_the_other(
    told: Teller, kind: str, form: str, article: str, evidence: str, words: str
) -> None:
    found = told(form, article, evidence)
    assert [(d.kind, d.claimed.text) for d in found] == [(kind, words)]


@pytest.mark.parametrize(("kind", "form", "article", "evidence", "words"), PAIRS["told"])
def test_the_words_of_the_evidence_make_it_right(
    told: Teller, kind: str, form: str, article: str, evidence: str, words: str
) -> None:
    (found,) = told(form, article, evidence)
    assert found.suggestion
    assert told(form, article.replace(words, found.suggestion), evidence) == []
