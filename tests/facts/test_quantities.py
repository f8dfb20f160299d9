"""Reading figures: first what is none, then what is one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.quantities import find
from reconcile.facts.quantities.counting import same_count
from reconcile.facts.quantities.wording import number_words
from reconcile.words import stem

#: No figure is to be read here.
NONE = [
    "The council meets on 12 June 2023.",
    "June 12 - The ministers met.",
    "Open from 27–29 June and from 4 to 6 July.",
    "Founded in 1811, burnt down in 1904.",
    "A chest of 1731 was found.",
    "The bridge opened at 10:11 today.",
    "Doors at 7 p.m., bar from 6.30 pm.",
    "He came at eight o'clock and left by ten.",
    "It was half past two.",
    "Call 0555 0142 or +49 30 1234567.",
    "Tel.: 118 for news, hotline 115, 📞 117",
    "See https://example.org/a-long-path-to-a-page-among-very-many-pages-of-this-site?and=some&that=20 there",
    "@minister_2 wrote to @orva24 about #vote2024",
    "https://example.org/2024/31/item-12 has more",
    "Trains on line 6 stop at gate 4.",
    "Ship No. 3 and A12 and H1 2024",
    "The two agreed to meet again.",
    "One of them said no.",
    "No one was hurt, and everyone went home.",
    "Two days later it rained for six hours.",
    "In the first half of the year, and a year and a half later.",
    "World War II began long ago.",
    "1/2 We have news.",
    "Goal on 18' and 90+3'.",
    "The third locomotive was late.",
    "19349107264418871305421",
    "Apollo 11 landed.",
]

#: Text, and the figures in it: (words, low, high, unit, noun).
SOME = [
    ("1,200 homes", [("1,200", 1200, 1200, "", "home")]),
    ("In the recall 1,200 cars were mended", [("1,200", 1200, 1200, "", "car")]),
    ("1 200 homes", [("1 200", 1200, 1200, "", "home")]),
    ("3.2 million people", [("3.2 million", 3.2e6, 3.2e6, "", "person")]),
    ("Die Stadt hat 1.200 Bäume und die Luft ist gut", [("1.200", 1200, 1200, "", "baum")]),
    ("Das Buch ist 3,5 Kilo schwer und der Preis ist hoch", [("3,5 Kilo", 3.5, 3.5, "kg", "")]),
    ("thirty-one councillors voted", [("thirty-one", 31, 31, "", "councillor")]),
    ("two hundred and five ships", [("two hundred and five", 205, 205, "", "ship")]),
    ("half a million people", [("half a million", 5e5, 5e5, "", "person")]),
    ("a dozen eggs", [("a dozen", 12, 12, "", "egg")]),
    ("two and a half million euros", [("two and a half million euros", 2.5e6, 2.5e6, "EUR", "")]),
    ("€88m for the line", [("€88m", 8.8e7, 8.8e7, "EUR", "")]),
    ("EUR 1,238.4m", [("EUR 1,238.4m", 1.2384e9, 1.2384e9, "EUR", "")]),
    ("GBP -1.1m (2022: -4.3m)", [("GBP -1.1m", 1.1e6, 1.1e6, "GBP", ""), ("4.3m", 4.3e6, 4.3e6, "GBP", "")]),
    ("US$5bn", [("US$5bn", 5e9, 5e9, "USD", "")]),
    ("6.4 billion Danish crowns", [("6.4 billion Danish crowns", 6.4e9, 6.4e9, "DKK", "")]),
    ("12 million Swiss francs", [("12 million Swiss francs", 1.2e7, 1.2e7, "CHF", "")]),
    ("3 Mrd. Euro", [("3 Mrd. Euro", 3e9, 3e9, "EUR", "")]),
    (
        "146 m long, 18 °C, 40 km/h",
        [("146 m", 146, 146, "m", ""), ("18 °C", 18, 18, "degC", ""), ("40 km/h", 40, 40, "km/h", "")],
    ),
    ("41 million cubic metres of water", [("41 million cubic metres", 4.1e7, 4.1e7, "m3", "water")]),
    ("152 kilometres an hour", [("152 kilometres an hour", 152, 152, "km/h", "")]),
    (
        "2 percent, 2 percentage points, 25 basis points",
        [
            ("2 percent", 2, 2, "percent", ""),
            ("2 percentage points", 2, 2, "points", ""),
            ("25 basis points", 25, 25, "basis points", ""),
        ],
    ),
    ("GRE 14 (+2). Changes in % points", [("14", 14, 14, "", ""), ("2", 2, 2, "points", "")]),
    ("between 8 and 20 euros", [("8 and 20 euros", 8, 20, "EUR", "")]),
    ("10-12 people", [("10-12", 10, 12, "", "person")]),
    ("lost 5-0", [("5-0", 0, 5, "score", "")]),
    ("a third of the shares", [("a third", 100 / 3, 100 / 3, "percent", "share")]),
    ("nine out of ten passengers", [("nine out of ten", 90, 90, "percent", "passeng")]),
    ("one bed in three stays empty", [("one bed in three", 100 / 3, 100 / 3, "percent", "bed")]),
    ("three quarters of the crew", [("three quarters", 75, 75, "percent", "crew")]),
    ("half the seats", [("half", 50, 50, "percent", "seat")]),
    ("sales doubled", [("doubled", 2, 2, "times", "")]),
    ("14 of the 30 seats", [("14", 14, 14, "", "seat"), ("30", 30, 30, "", "seat")]),
    ("Employees at 30 June: 8,961", [("8,961", 8961, 8961, "", "employe")]),
    ("Number of visitors: 300", [("300", 300, 300, "", "visitor")]),
    ("Lind, 47, and Holt (36)", [("47", 47, 47, "age", ""), ("36", 36, 36, "age", "")]),
    ("a 54-year-old man of 54", [("54", 54, 54, "age", ""), ("54", 54, 54, "age", "")]),
    ("the men, aged 34 and 36", [("34", 34, 34, "age", ""), ("36", 36, 36, "age", "")]),
    ("31 for, 9 against", [("31", 31, 31, "", ""), ("9", 9, 9, "", "")]),
    ("the 19th move", [("19th", 19, 19, "", "move")]),
    ("trois ponts et quatre routes", [("trois", 3, 3, "", "pont"), ("quatre", 4, 4, "", "rout")]),
]


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text: str) -> None:
    assert [(q.text, q.unit) for q in find(text, None)] == []


@pytest.mark.parametrize(("text", "expected"), SOME)
def test_figures(text: str, expected: list[tuple[str, float, float, str, str]]) -> None:
    found = [(q.text, q.low, q.high, q.unit, q.noun) for q in find(text, None)]
    assert [f[0] for f in found] == [e[0] for e in expected]
    for one, other in zip(found, expected, strict=True):
        assert one[1:3] == pytest.approx(other[1:3])
        assert one[3:] == other[3:]


@pytest.mark.parametrize(
    ("text", "bound", "approximate"),
    [
        ("about 450 hectares", "exact", True),
        ("some 140 tremors", "exact", True),
        ("more than 200 sessions", "over", False),
        ("at least nine people", "over", False),
        ("just under 9,000 employees", "under", False),
        ("up to 20,000 euros", "under", False),
        ("a good two percentage points", "over", False),
        ("100+ guests", "over", False),
        ("450 hectares", "exact", False),
    ],
)
def test_shades(text: str, bound: str, approximate: bool) -> None:
    (found,) = find(text, None)
    assert (found.bound, found.approximate) == (bound, approximate)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("11 million containers a year", "year"),
        ("14 euros an hour", "hour"),
        ("5 billion euros per month", "month"),
        ("samples twice a day", "day"),
        ("14 percent within a month", ""),
        ("4.5 percent over two years", "total"),
        ("40 acts in all", "total"),
    ],
)
def test_rates(text: str, basis: str) -> None:
    (found,) = find(text, None)
    assert found.basis == basis


def test_words_that_count_the_same() -> None:
    assert same_count(stem("households"), stem("homes"))
    assert not same_count(stem("injured"), stem("dead"))


@given(st.text(max_size=80))
def test_spans_are_the_words(text: str) -> None:
    for quantity in find(text, None):
        assert quantity.span.of(text) == quantity.text
        assert quantity.low <= quantity.high


@given(st.integers(0, 99))
def test_number_words_read_back(value: int) -> None:
    found = [q for q in find(f"{number_words(value)} ships", None) if value != 1]
    assert [q.low for q in found] == ([value] if value != 1 else [])


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "12 " * 30_000,
        "one " * 30_000,
        "€" * 100_000,
        "a half " * 20_000,
        "3.4 million, " * 10_000,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()
    sum(1 for _ in find(text, None))
    assert time.process_time() - start < 3
