"""Deeds in other words, and how much of a claim another sentence covers."""

from __future__ import annotations

import pytest

from reconcile.grammar.kinship import covered
from reconcile.grammar.same_deeds import deed_classes
from reconcile.grammar.words import read_words
from reconcile.lexicons import load_rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They took a photo.", "They hired a clown."),
        ("She made a cake.", "She was appointed."),
        ("The choir sang.", "The bank paid."),
    ],
)
def test_two_deeds_are_not_one(one: str, other: str) -> None:
    assert deed_classes(one).isdisjoint(deed_classes(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They gave the mast away.", "They will hand the mast over."),
        ("The firm relocated.", "The firm is planning to move."),
        ("The firm took on ten drivers.", "Ten drivers were recruited."),
        ("The tour was called off.", "The cancellation of the tour."),
    ],
)
def test_one_deed_in_two_words(one: str, other: str) -> None:
    assert deed_classes(one) & deed_classes(other)


def test_every_deed_is_listed_once_with_its_own_word_first() -> None:
    rows = load_rows("same_deeds")
    assert len({row["deed"] for row in rows}) == len(rows)
    assert all(len(set(row["words"].split("; "))) == len(row["words"].split("; ")) > 1 for row in rows)


def test_a_word_of_like_meaning_covers_less_than_the_word_itself() -> None:
    same, alike = "The verdict is final.", "The judgment is final."
    everywhere = range(len(read_words(alike).lower))
    assert covered(same, same, everywhere)[0] > covered(same, alike, everywhere)[0] > 1.0
    assert covered(same, "The cake is sweet.", range(4))[0] == 0.0
