"""What the lists say of a printed word: nothing of most."""

from __future__ import annotations

import pytest

from reconcile.names.printed import look_up, without_status


@pytest.mark.parametrize("form", ["Moss", "Ostra", "MacLeod", "Škoda", "Thorne"])
def test_plain_words(form: str) -> None:
    word = look_up(form)
    assert word.ordinary
    assert not (word.opener or word.doubt or word.leads or word.calling or word.shouted or word.body)


def test_what_is_no_plain_word() -> None:
    assert look_up("However").opener
    assert look_up("We'll").opener
    assert look_up("Monday").doubt == "never"
    assert look_up("May").doubt == "named day"
    assert look_up("J.").doubt == "letter"
    assert look_up("No").doubt == "number"
    assert look_up("Thirty-one").doubt == "not alone"
    assert look_up("Minister").leads
    assert look_up("President-elect").leads
    assert look_up("Economists").calling
    assert look_up("Ministry").body
    assert look_up("Belgium").country


def test_capitals_alone() -> None:
    assert (look_up("FO").shouted, look_up("FO").acronym) == (True, True)
    assert (look_up("HARBOURFRONT").shouted, look_up("HARBOURFRONT").acronym) == (True, False)


def test_status_written_into_a_title() -> None:
    assert [without_status(w) for w in ("moss-holt", "vice-president", "president-elect")] == [
        "moss-holt",
        "president",
        "president",
    ]
