"""Long lists of words, of which few are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.lexicons import WordList, load_lines

FOLDER = Path(load_lines.__wrapped__.__code__.co_filename).parent


def test_what_is_not_in_a_list() -> None:
    words = WordList("ada\nida\nilse\nzoe")
    for word in ("", "i", "id", "idas", "Ida", "\n", "da\nida", "mo", "ø"):
        assert word not in words, word


def test_what_is() -> None:
    words = WordList("ada\nida\nilse\nzoe")
    for word in ("ada", "ida", "ilse", "zoe"):
        assert word in words, word


@pytest.mark.parametrize("name", ["given_names", "family_names"])
def test_the_lists_are_sorted_and_hold_every_line(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(set(words))
    listed = load_lines(name)
    assert all(word in listed for word in words)
    assert "#" not in listed
    assert "source:" not in listed
