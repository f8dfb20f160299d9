"""Patterns that name a list of a table."""

from __future__ import annotations

import pytest

from reconcile import lexicons
from reconcile.lexicons import lazy_words_re


def test_a_list_that_no_table_has_is_told_when_the_pattern_is_first_used() -> None:
    pattern = lazy_words_re("times", r"\b\L<no_such_list>\b")
    with pytest.raises(KeyError, match="no_such_list"):
        pattern.search("no matter what")


def test_a_word_of_the_list_is_matched_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = {"short": frozenset({"vs", "vs."}), "long": frozenset({"put", "put off"})}
    monkeypatch.setattr(lexicons, "load_words", lambda name, key: lists[key])
    pattern = lazy_words_re("any", r"\L<long>\b|\L<short>$")
    assert [m.group() for m in pattern.finditer("put, put off, putting vsx")] == ["put", "put off"]
    found = pattern.search("Lisk vs.")
    assert found is not None and found.group() == "vs."
