"""Terms: what must stay apart, what must meet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.links.glued import split_known
from reconcile.links.terms import _PIECE, cut_sentence, pairs_of
from reconcile.links.word_terms import american


def places(text: str) -> list[tuple[int, int]]:
    cut = cut_sentence(text)
    return [(start, start + len(piece)) for start, piece in zip(cut.starts, cut.printed, strict=True)]


def keys(text: str) -> list[str]:
    return [key for key, _ in pairs_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("court", "cort"),
        ("tour", "tor"),
        ("four", "five"),
        ("us", "US"),
        ("3.2 million", "3.2 billion"),
        ("4.1 m wide", "4.1 million"),
        ("Austria", "Australia"),
        ("university", "universe of"),
    ],
)
def test_must_not_meet(one: str, other: str) -> None:
    assert keys(one)[:1] != keys(other)[:1]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a/b?c=d",
        "pic.twitter.com/aB3dE5",
        "the of and with whose",
        "🎉🤝 !!! — …",
        "",
    ],
)
def test_carries_no_content(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labour", "labor"),
        ("organisation", "organization"),
        ("theatre", "theater"),
        ("programme", "program"),
        ("negotiations", "Negotiation"),
        ("ppl", "people"),
        ("gov't", "government"),
        ("nineteen", "19"),
        ("twenty-four", "24"),
        ("ninety-nine", "99"),
        ("nineteenth", "19th"),
        ("3,200,000", "3.2 million"),
        ("$2.5bn", "2.5 billion"),
        ("Norwegian", "🇳🇴"),
        ("U.S.", "United States"),
        ("the port's", "port"),
        ("so\u00adft", "soft"),
        ("MÜLLER", "Muller"),
    ],
)
def test_must_meet(one: str, other: str) -> None:
    assert keys(one) == keys(other) != []


def test_a_handle_falls_into_its_words() -> None:
    assert keys("@TownOfMerrow") == ["town", "merrow"]
    assert keys("#harbour_day2024") == ["harbor", "day", "2024"]


def test_a_glued_hashtag_falls_into_the_words_of_the_other_side() -> None:
    known = {"harbour", "festival", "har"}
    assert split_known("harbourfestival", known) == ("harbour", "festival")
    assert split_known("harbour", known) == ()
    assert split_known("harbourx", known) == ()


def test_places_are_those_of_the_text() -> None:
    text = "Über 40 ppl @ #MerrowDay"
    assert [text[start:end] for start, end in places(text)] == ["Über", "40", "ppl", "#MerrowDay"]


def test_american_spelling_is_stable() -> None:
    for stem in ("colour", "favourit", "neighbour", "organis", "metr", "analys"):
        assert american(american(stem)) == american(stem)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = places(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert [pair for _, _, pairs in cut_sentence(text).pieces for pair in pairs] == pairs_of(text)


@pytest.mark.parametrize("hostile", ["@" * 10_000, "x" * 1_000_000, "1," * 100_000, "#" + "a" * 50_000])
def test_hostile_text_is_read_at_once(hostile: str) -> None:
    assert len(places(hostile)) <= len(hostile)


@given(st.text(alphabet="at$5,.-’s @#_k\u00adé🇫🇷U.S", max_size=30))
def test_pieces_stand_where_they_are_said_to(text: str) -> None:
    found = [(match.start(), match.end()) for match in _PIECE.finditer(text)]
    assert places(text) == found
