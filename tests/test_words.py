"""The words of a text, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.words import shared, words_of

WORDS = [
    ("", ()),
    ("--- _ ’ ' …", ()),
    ("It’s 12 km.", ("it's", "12", "km")),
    ("x86 a_b", ("x", "86", "a", "b")),
    ("the 'workers' pay", ("the", "workers", "pay")),
    ("rock’n'ROLL, 1’000", ("rock'n'roll", "1", "000")),
    ("Éva Œuvre ŁÓDŹ", ("éva", "œuvre", "łódź")),
    ("ΟΔΟΣ", ("οδος",)),
    ("İzmir’de İ", ("i̇zmir'de", "i̇")),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text).lower == words


@given(st.text(alphabet="aB éİ’'1_.\n", max_size=30))
def test_each_stands_where_it_says(text: str) -> None:
    words = words_of(text)
    spelled = [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    assert [word.lower().replace("’", "'") for word in spelled] == list(words.lower)
    rest = "".join(words.gap(i) for i in range(len(words.lower) + 1))
    assert not any(c.isalnum() for c in rest)


@shared
def _sea_words() -> frozenset[str]:
    return frozenset({"sea", "harbour", "o'clock"})


def test_words_on_no_list_are_not_among_them() -> None:
    words = words_of("Seaside harbours overseas: a sea-green SEA.")
    assert [words.starts[i] for i in words.among(_sea_words())] == [29, 39]
    assert words.among(frozenset()) == []


@shared
def _letters() -> frozenset[str]:
    return frozenset({"a", "b", "é", "1", "a'b"})


@given(st.text(alphabet="aB éİ’'1_.\n", max_size=30))
def test_a_shared_list_finds_what_one_alone_does(text: str) -> None:
    words = words_of(text)
    alone = set(_letters())
    expected = [i for i, word in enumerate(words.lower) if word in alone]
    assert words.among(_letters()) == words.among(alone) == expected


@given(st.text(alphabet="aB éİ’'1_.\n", max_size=30))
def test_clipped_words_have_their_apostrophe_inside(text: str) -> None:
    words = words_of(text)
    assert words.clipped == [i for i, word in enumerate(words.lower) if "'" in word]
