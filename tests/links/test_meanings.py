"""Concepts: which words may stand for one another, and the table that says so."""

from __future__ import annotations

import pytest

from reconcile.lexicons import load_rows
from reconcile.links.meanings import find_concepts


def meet(one: str, other: str) -> bool:
    first = set().union(*find_concepts(one.lower().split()))
    second = set().union(*find_concepts(other.lower().split()))
    return bool(first & second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the", "a"),
        ("library", "ferry"),
        ("approved", "cancelled"),
        ("harbour", "orchestra"),
        ("calls the doctor", "cancelled"),
        ("go", "take"),
        ("north", "south"),
        ("morning", "evening"),
    ],
)
def test_must_not_meet(one: str, other: str) -> None:
    assert not meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("met", "held talks"),
        ("called the whole tour off", "cancelled"),
        ("calls off", "scrapped"),
        ("stepped down", "resignation"),
        ("approved", "voted"),
        ("bought", "acquisition"),
        ("shut", "closure"),
        ("employees", "workforce"),
        ("injured", "hurt"),
        ("stolen", "theft"),
        ("rebuilding", "reconstruction"),
    ],
)
def test_must_meet(one: str, other: str) -> None:
    assert meet(one, other)


def test_the_table_is_well_formed() -> None:
    rows = load_rows("synonyms")
    concepts = [row["concept"] for row in rows]
    assert len(concepts) == len(set(concepts))
    for row in rows:
        words = row["words"].split("; ")
        assert all(word == word.strip().lower() and word for word in words), row
        assert len(words) > 1, row
