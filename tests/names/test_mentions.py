"""Names told from capitals: what is none first, then what is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.names.mentions import find_mentions


def names(text: str) -> list[str]:
    return [m.text for m in find_mentions("document", text)]


NONE = [
    "Divers searched the lake on Monday. Barges waited in the fog.",
    "The two met in March. Earlier, she had arrived by train.",
    "However, nobody knew. Thirty-one people left at 9 GMT.",
    "“We are sorry,” it said. “Every ticket will be paid back.”",
    "In May the price rose. By Wednesday, 14 June, it had fallen.",
    "#StormHanne #orsby https://example.org/Big/News pic.twitter.com/AbCdEf",
    "I think so. I'm sure. We'll see.",
    "The New Year began with rain.",
    "They wrote on X. There was no answer.",
    "It was posted to X. Her office said nothing.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str) -> None:
    assert names(text) == []


SOME = [
    (
        "Nicole de Moor and Ilse van der Moser met Omar bin Said.",
        ["Nicole de Moor", "Ilse van der Moser", "Omar bin Said"],
    ),
    (
        "Sean O'Brien thanked Fiona MacLeod and Jean-Luc d'Arcy.",
        ["Sean O'Brien", "Fiona MacLeod", "Jean-Luc d'Arcy"],
    ),
    ("Minister of State for Foreign Affairs Hina Raban left.", ["Hina Raban"]),
    ("Belgium's Secretary of State for Migration and Asylum, Nicole Wit,", ["Belgium", "Nicole Wit"]),
    (
        "The Ministry of Transport told the Port of Thorne Authority.",
        ["Ministry of Transport", "Port of Thorne Authority"],
    ),
    ("the Foreign Office (FO) said", ["Foreign Office", "FO"]),
    ("Striker Amara Obi scored for Tolm Rangers FC.", ["Amara Obi", "Tolm Rangers FC"]),
    ("VENDA, March 14 - A bridge fell.", ["VENDA"]),
    ("Met @ada_moss and @bob.bsky.social in Ostra.", ["@ada_moss", "@bob.bsky.social", "Ostra"]),
    ("Ada Moss smiled. Moss left.", ["Ada Moss", "Moss"]),
    ('Jamal "Jimmy" Obi scored.', ['Jamal "Jimmy" Obi']),
    ("the freighter Lady Maud sank", ["Lady Maud"]),
    ("President-elect Olga Brenner and ex-minister Max Holt met.", ["Olga Brenner", "Max Holt"]),
    ("Professor Ada King spoke to Dean Moss.", ["Ada King", "Dean Moss"]),
    ("Theresa May met April Jones in May.", ["Theresa May", "April Jones"]),
    ("Kang Ji-woo met Milan Dragan's sister.", ["Kang Ji-woo", "Milan Dragan"]),
    ("the Bakers' Guild of the Birch Valley met.", ["Bakers' Guild of the Birch Valley"]),
    ("Dr. Ada Moss and Prof. Max Holt", ["Ada Moss", "Max Holt"]),
]


@pytest.mark.parametrize(("text", "expected"), SOME, ids=[t[:30] for t, _ in SOME])
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@given(st.text(max_size=300))
def test_every_mention_is_the_slice_that_it_names(text: str) -> None:
    for mention in find_mentions("p1", text):
        assert mention.span.of(text) == mention.text


@pytest.mark.parametrize(
    "hostile",
    ["@" * 10_000, "A " * 20_000, "Ada-" * 20_000, '"A' * 10_000, "the " * 20_000, "A.B." * 10_000],
    ids=range(6),
)
def test_hostile_text_is_read(hostile: str) -> None:
    find_mentions("document", hostile)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Malcolm X. Tarrant spoke.", ["Malcolm X. Tarrant"]),
        ("It was posted on X. Tarrant was silent.", ["Tarrant"]),
        ("J. K. Tarrant and P. May came.", ["J. K. Tarrant", "P. May"]),
    ],
)
def test_an_initial_and_the_end_of_a_sentence(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_letters_with_full_stops_are_one_word_with_or_without_the_last() -> None:
    assert "U.S.A" in names("They flew to the U.S.A and back.")
    assert "U.S.A." in names("They flew to the U.S.A. and back.")
