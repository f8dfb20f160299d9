"""Where a claim stands: how far from a post, and how far down the article."""

from __future__ import annotations

import pytest

from reconcile.links.places import Places
from reconcile.model import Span, Statement


def sentences(count: int, source: str = "document") -> list[Statement]:
    return [Statement(f"c{n}", source, Span(10 * n, 10 * n + 9), "The bells rang.") for n in range(count)]


@pytest.mark.parametrize("source", ["r1", "p2"])
def test_a_release_has_no_background_at_its_end(source: str) -> None:
    told = sentences(12, source)
    assert Places(told, ()).depth(told[-1]) == 0.0


def test_the_last_of_two_sentences_is_no_background() -> None:
    told = sentences(2)
    assert Places(told, ()).depth(told[1]) < 0.2


def test_depth_goes_from_the_first_sentence_to_the_last() -> None:
    told = sentences(11)
    places = Places(told, ())
    assert [places.depth(told[n]) for n in (0, 5, 10)] == [0.0, 0.5, 1.0]
