"""The cheap look at a text's words misses none that the readers behind it would find."""

from __future__ import annotations

import pytest

from reconcile.names.holders import read_offices
from reconcile.names.title_places import stretches_at, title_places
from reconcile.names.vocabulary import as_listed, in_every_case, read_vocabulary

FERRIES = in_every_case(map(as_listed, ["ferry", "quay", "präsident"]))


def _places(text: str) -> list[str]:
    return [text[at:].split()[0] for at in read_vocabulary(text).places_of(FERRIES)]


@pytest.mark.parametrize("text", ["", " ", "Ferryman", "a ferryboat", "quays", "@ferrys #quayside", "日本"])
def test_a_part_of_a_word_is_not_found(text: str) -> None:
    assert _places(text) == []


def test_a_word_is_found_in_every_case_and_beside_every_mark() -> None:
    text = "“Ferry” at the QUAY: ferry,quay (ex-ferry) … Präsident – ferry\nquay"
    assert _places(text) == [
        "Ferry”",
        "QUAY:",
        "ferry,quay",
        "quay",
        "ex-ferry)",
        "Präsident",
        "ferry",
        "quay",
    ]


def test_letters_of_other_scripts_keep_the_offsets() -> None:
    text = "Ż Ж 漢 😀 the ferry"
    assert read_vocabulary(text).places_of(FERRIES) == [text.index("ferry")]


def test_a_plain_word_is_told_from_a_capital() -> None:
    words = read_vocabulary("Rain fell. The rainy town saw self-control, @rain, and москва beside Казань.")
    assert not words.has_plain("rain")
    assert not words.has_plain("control")
    assert not words.has_plain("казань")
    assert words.has_plain("fell")
    assert words.has_plain("москва")


def test_what_is_no_title_is_no_place_of_one() -> None:
    for text in ("The first ferry left.", "A general rule.", "The city slept.", "police cars"):
        assert title_places(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the MoS Ada Moss", "minister of state"),
        ("the ex-minister Ada Moss", "minister"),
        ("PRIME MINISTER ADA MOSS", "prime minister"),
        ("the president-elect, Ada Moss,", "president"),
    ],
)
def test_every_way_to_print_a_title_is_seen(text: str, title: str) -> None:
    assert [office.title.name for office in read_offices(text)] == [title]


def test_words_round_titles_are_read_once_and_never_over_a_line() -> None:
    text = "x " * 200 + "mayor and mayor" + " y" * 200 + "\nmayor\n"
    stretches = list(stretches_at(text, title_places(text)))
    assert len(stretches) == 2
    assert stretches[0][0] > 0
    assert stretches[0][1] < text.index("\n")
    assert text[slice(*stretches[1])] == "mayor"


def test_a_text_without_a_space_is_read_in_linear_time() -> None:
    assert read_offices("mayor/" * 20_000)
