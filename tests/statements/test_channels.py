"""Channels that a sentence names; first, papers that are nobody's release."""

from __future__ import annotations

import pytest

from reconcile.statements.channels import called_so, channel_words, find_channels
from reconcile.statements.telling import telling_words


def channels(text: str, *releases: str) -> list[str]:
    return [c.name for c in find_channels(text, telling_words(text, channel_words()), called_so(releases))]


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell after the announcement.",
        "She pinned a notice to the door.",
        "He said so in a letter to the court.",
        "The report was written by a lawyer, she said.",
        "Moss said the bulletin board had been stolen.",
    ],
)
def test_no_release(text: str) -> None:
    assert channels(text, "Moss Ltd\nPress release, 2 May\nA new mill") == []


@pytest.mark.parametrize(
    "text",
    [
        "Moss said in the district's announcement that the mill would open.",
        "According to a press information, the mill will open.",
        "The newsletter says that the mill will open.",
        "The mill will open, the board wrote in its latest members' bulletin.",
        "The mill will open, it said in a media notice.",
    ],
)
def test_a_paper_for_the_press(text: str) -> None:
    assert channels(text) == ["release"]


def test_a_letter_where_the_release_is_one() -> None:
    assert channels("Moss wrote in a letter that it was over.", "Mill School\nLetter to parents, 2 May") == [
        "release"
    ]
    assert channels("Moss wrote in an e-mail that it was over.", "E-mail to all staff\nDear all") == [
        "release"
    ]
