"""Two printed names: what must not be held for one, then what must."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.names.compare import compare_names

DIFFERENT = [
    ("Anke Martens", "Anke Mertens"),
    ("Jan Michel", "Jan Michiels"),
    ("Lea Brandt", "Leo Brand"),
    ("Johan Hansen", "Johan Hanson"),
    ("Paul Keller", "Paula Keller"),
    ("Edwin Marsh", "Edwina Marsh"),
    ("Marta Lindqvist", "Jonas Lindqvist"),
    ("Nguyễn Văn Bảo", "Nguyễn Văn Hảo"),
    ("Trần Thị Sơn", "Trần Thị San"),
    ("Kim Dae-ho", "Kim Sang-ho"),
    ("Milan Novotny ml.", "Milan Novotny st."),
    ("John Carter, Jr.", "John Carter, Sr."),
    ("A. Weber", "B. Weber"),
    ("R. T. Mills", "Carol Mills"),
    ("Juan Pérez García", "Juan Gómez Ortega"),
    ("Sergei Ivanov", "Сергей Петров"),
    ("Maria Rossi", "김민준"),
    ("Rada Bobak", "Rada Pobak"),
]

SAME = [
    ("Ilse van Doorn", "Ilse van Doorn", "equal"),
    ("ILSE VAN DOORN", "Ilse van Doorn", "equal"),
    ("Küçük Yılmaz", "Kucuk Yilmaz", "variant"),
    ("Dr. Marek Halas", "Marek Halas", "variant"),
    ("Sir Colin Fenwick", "Colin Fenwick", "variant"),
    ("Brandt, Lea", "Lea Brandt", "variant"),
    ("HALAS Marek", "Marek Halas", "variant"),
    ("L. Brandt", "Lea Brandt", "variant"),
    ("Lea M. Brandt", "Lea Brandt", "variant"),
    ("Lea Maria Brandt", "Lea Brandt", "variant"),
    ("Bob Fenwick", "Robert Fenwick", "variant"),
    ("B. Fenwick", "Robert Fenwick", "variant"),
    ("Norby Fenwick", "Norbert Fenwick", "variant"),
    ("Jean-Luc Moreau", "Jean Luc Moreau", "variant"),
    ("Omar AlRashid", "Omar Al-Rashid", "variant"),
    ("Lea Brandt-Halas", "Lea Brandt Halas", "variant"),
    ("Robert (Bob) Fenwick", "Bob Fenwick", "variant"),
    ("Colin Fenwick, Baron Fenwick of Marsh", "Colin Fenwick", "variant"),
    ("Oleksandr Kovalenko", "Alexander Kovalenko", "variant"),
    ("Plamen Borisharov", "Plamen Boriszarow", "variant"),
    ("Ganna Hrytsenko", "Ганна Гриценко", "variant"),
    ("Susan Fenwick", "Сьюзен Фенвік", "variant"),
    ("Kostas Papadakis", "Κώστας Παπαδάκης", "variant"),
    ("Kim Min-jun", "김민준", "variant"),
    ("Wang Xiaoming", "王小明", "variant"),
    ("Chan Siu-ming", "陳小明", "variant"),
    ("Allessia Cleas", "Allessia Claes", "misspelling"),
    ("Ilse van Dorn", "Ilse van Doorn", "misspelling"),
    ("Marek Hlaas", "Marek Halas", "misspelling"),
    ("Sebastian Wennerstom", "Sebastian Wennerstrom", "misspelling"),
]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_people(a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        result = compare_names(one, other)
        assert (result.same, result.kind) == (False, "different"), result


@pytest.mark.parametrize(("a", "b", "kind"), SAME)
def test_one_person(a: str, b: str, kind: str) -> None:
    for one, other in ((a, b), (b, a)):
        result = compare_names(one, other)
        assert (result.same, result.kind) == (True, kind), result


def test_detail_names_the_letters() -> None:
    assert compare_names("Allessia Cleas", "Allessia Claes").detail == "transposed letters: ea / ae"
    assert compare_names("Ilse van Dorn", "Ilse van Doorn").detail == "single for double letter: o"
    assert compare_names("Robert Fenwick", "Bob Fenwick").detail == "short form: Robert / Bob"
    assert compare_names("Lea Brandt", "Lea M. Brandt").detail == "left out: M."


def test_one_letter_in_a_short_name_is_never_sure() -> None:
    assert compare_names("Bob Dold", "Bob Dole").score < 0.75
    assert compare_names("Allessia Cleas", "Allessia Claes").score > 0.85


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_compared_and_both_ways_alike(a: str, b: str) -> None:
    one, other = compare_names(a, b), compare_names(b, a)
    assert one.same == other.same
    assert 0 <= one.score <= 1
    assert (one.kind == "different") != one.same


@given(st.text(max_size=60))
def test_a_name_equals_itself(name: str) -> None:
    assert compare_names(name, name).kind == "equal"


def test_hostile_names_end() -> None:
    for name in (
        "A " * 5000,
        "-" * 10_000,
        "," * 10_000,
        '"' * 9999,
        "é" * 10_000,
        "김" * 3000,
        "((((" * 999,
    ):
        compare_names(name, "Lea Brandt")
        compare_names("Lea Brandt", name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Names as they stand; two syllables that both are; an initial is no second word.
        ("Hans Peters", "Han Peter"),
        ("Nguyễn Văn Lan", "Nguyễn Văn Lam"),
        ("J. Brandt", "J. Brand"),
        ("Leon Holm", "Leonie Holm"),
        ("Becky Holm", "Beata Holm"),
    ],
)
def test_near_names_stay_two(a: str, b: str) -> None:
    assert not compare_names(a, b).same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Neighbours swapped, though both words are names; a doubled letter beside initials only.
        ("Jhon Vestrup", "John Vestrup"),
        ("V. K. Sommarvik", "V. K. Sommmarvik"),
        # A syllable that Vietnamese does not have.
        ("Nguyễn Văn Lam", "Nguyễn Văn Lnam"),
        # The -s of Latvian.
        ("Niks Vestrups", "Nick Vestrup"),
        # Pet forms by rule.
        ("Vickie Holm", "Victoria Holm"),
        ("Jeannie Holm", "Jeanne Holm"),
        ("Martina Holm", "Tina Holm"),
    ],
)
def test_slips_and_forms_by_rule(a: str, b: str) -> None:
    assert compare_names(a, b).same


@pytest.mark.parametrize(
    ("a", "b"),
    [("Jan Jan Moss", "Jan Moss Moss"), ("Ada Moss Ada", "Ada Moss Ida"), ("Moss Moss", "Ada Moss")],
)
def test_a_word_that_stands_twice_is_answered_twice(a: str, b: str) -> None:
    """A repeated word is not set aside by a single one of the other name."""
    for one, other in ((a, b), (b, a)):
        assert compare_names(one, other).kind != "equal"
        assert not compare_names(one, other).detail.startswith("order")
