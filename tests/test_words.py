"""The words of a text, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.words import words_of

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
