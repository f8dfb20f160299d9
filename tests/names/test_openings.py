"""Where a capital proves nothing: what opens no sentence first."""

from __future__ import annotations

import pytest

from reconcile.names.openings import headlines, opens_sentence

INSIDE = [
    "They met Moss",
    "It was Dr. Moss",
    "the freighter of J. Moss",
    "in Ostra, Moss",
    "(Ostra) Moss",
    "5 % Moss",
]


@pytest.mark.parametrize("text", INSIDE)
def test_no_opening(text: str) -> None:
    assert not opens_sentence(text, text.index("Moss"))


OPENING = [
    "Moss",
    "\nMoss",
    "It rained. Moss",
    "It rained.\nMoss",
    "Did it rain? Moss",
    "“Moss",
    "he said: “Moss",
    "VENDA – Moss",
    "• Moss",
]


@pytest.mark.parametrize("text", OPENING)
def test_opening(text: str) -> None:
    assert opens_sentence(text, text.index("Moss"))


def test_an_initial_or_a_sentence_behind_one_letter() -> None:
    assert opens_sentence("They wrote on X. Her deputy left.", 17)
    assert not opens_sentence("It was J. Holt who left.", 10)


NO_HEADLINES = [
    "Rain fell on the old town of Ostra",
    "Ada Moss Opens The Old Quay.",
    "1st: Ada Moss, Ostra Harriers, 20",
    "Quay Opens",
]


@pytest.mark.parametrize("text", NO_HEADLINES)
def test_no_headline(text: str) -> None:
    assert headlines(text) == []


def test_headline() -> None:
    text = "\n\nMayor Moss Opens the Quay in Ostra\nIt rained all day.\n"
    assert [text[a:b] for a, b in headlines(text)] == ["Mayor Moss Opens the Quay in Ostra"]
