"""Keys of words: which words cannot have a key, told by their first letters, must be those that have another."""

from __future__ import annotations

import pytest

from reconcile.grammar.keys import key_of, may_have
from reconcile.lexicons import load_rows, load_toml


def _words() -> list[str]:
    """The words of the lexicons, in some of their forms."""
    listed = {word for row in load_rows("synonyms") for word in row["words"].replace(";", " ").split()}
    for table in ("irregular", "spelling"):
        for base, forms in load_toml("words")[table].items():  # type: ignore[attr-defined]
            listed.update((base, *forms.split()))
    return sorted(
        word + ending
        for word in listed
        if len(word) > 1
        for ending in ("", "s", "ed", "ing", "ies", "ly", "'s")
    )


def test_no_word_is_left_out_that_has_the_key() -> None:
    lost = [
        word for word in _words() if (key := key_of(word)) and word not in may_have([key], frozenset([word]))
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("dying", "die"),
        ("tying", "tie"),
        ("unpaid", "paid"),
        ("went", "go"),
        ("émigrés", "émigré"),
        ("12", "12"),
    ],
)
def test_words_that_open_otherwise_than_their_key_are_looked_at(word: str, key: str) -> None:
    assert word in may_have([key_of(key) or key], frozenset([word]))


def test_most_words_are_left_out() -> None:
    assert set(may_have(["inflat"], frozenset(["ferry", "harbour", "inflated", "influx"]))) == {
        "inflated",
        "influx",
    }
