"""Where quoted words stand in a source, and how words are made comparable."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.quoting.changes import changes
from reconcile.quoting.passages import place
from reconcile.quoting.tokens import tokenize

SOURCE = (
    "We are sorry for the nights that you spent on deck. Two of our four engines had failed. "
    "A new engine is on its way, and we expect it by Friday. Every ticket will be paid back in full."
)

#: Printed differently, quoted alike.
ALIKE = [
    ("We've organised the 2nd harbour fair", "we have organized the second harbor fair"),
    ("It isn't & won't be closed", "It is not and will not be closed"),
    ("twenty-two per cent", "22 percent"),
    ("4,710 people can't", "4710 people cannot"),
    ("“[B]ut we’re open”", "But we are open"),
    ("#TeamOrla thx @all", "teamorla thanks all"),
]


@pytest.mark.parametrize(("printed", "plain"), ALIKE)
def test_house_style_is_no_difference(printed: str, plain: str) -> None:
    assert tokenize(printed).words == tokenize(plain).words


def test_verbatim_words_are_placed_in_one_stretch() -> None:
    passage = place("Two of our four engines had failed", SOURCE)
    assert passage is not None
    assert passage.verbatim


def test_words_of_two_places_are_placed_in_two() -> None:
    passage = place("We are sorry for the nights and every ticket will be paid back", SOURCE)
    assert passage is not None
    assert len(passage.runs) == 2


def test_other_words_are_not_placed() -> None:
    assert place("Penguins never forget", SOURCE) is None


WORDS = SOURCE.split()


@given(st.integers(0, len(WORDS) - 4), st.integers(3, 30))
def test_any_stretch_of_a_source_is_unchanged(first: int, length: int) -> None:
    passage = place(" ".join(WORDS[first : first + length]), SOURCE)
    assert passage is not None
    assert changes(passage) == ()


@given(st.text(max_size=80), st.text(max_size=200))
def test_no_text_breaks_it(quoted: str, source: str) -> None:
    passage = place(quoted, source)
    if passage is not None:
        for change in changes(passage):
            assert 0 <= change.first <= change.end <= len(passage.quoted)
            assert 0 <= change.at <= change.stop <= len(passage.source)


def test_long_texts_cost_little() -> None:
    started = time.process_time()
    place("we will go there now " * 100, "we will not go there today or tomorrow " * 4000)
    assert time.process_time() - started < 5
