"""Reading places: first what is none, then what is one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.places import find
from reconcile.facts.places.gazetteer import gazetteer

NONE = [
    "in March, in English, at Easter",
    "nice reading, of course",
    "in the end, at last",
    "Senator Jackson Florence spoke.",
    "at @lisk_port",
]

SOME = [
    ("in Brussels", [("Brussels", "Brussels", ("Belgium",))]),
    ("à Bruxelles, in Gent", [("Bruxelles", "Brussels", ("Belgium",)), ("Gent", "Ghent", ("Belgium",))]),
    ("the Belgian capital", [("Belgian capital", "Brussels", ("Belgium",))]),
    ("Poland's harvest", [("Poland", "Poland", ())]),
    ("🇧🇪 again", [("🇧🇪", "Belgium", ())]),
    ("in New York", [("New York", "New York City", ("United States",))]),
    ("near Port au Lac", [("Port au Lac", "Port au Lac", ())]),
    ("at the Isle of Lisk today", [("Isle of Lisk", "Isle of Lisk", ())]),
    ("Vienna hosts the talks.", [("Vienna", "Vienna", ("Austria",))]),
]


@pytest.mark.parametrize("text", NONE)
def test_no_place(text: str) -> None:
    assert [p.text for p in find(text, None)] == []


@pytest.mark.parametrize(("text", "expected"), SOME)
def test_places(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert [(p.text, p.name, p.within) for p in find(text, None)] == expected


def test_every_country_has_its_capital_in_the_table() -> None:
    known = gazetteer()
    assert known.capitals["Belgium"] == "Brussels"
    assert len(known.capitals) > 180


@given(st.text(max_size=80))
def test_spans_are_the_words(text: str) -> None:
    for place in find(text, None):
        assert place.span.of(text) == place.text


@pytest.mark.parametrize("text", ["In New " * 20_000, "🇧" * 50_000, "in A-" * 20_000])
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()
    sum(1 for _ in find(text, None))
    assert time.process_time() - start < 3
