"""Letters that go on, other syllables, other initials: when a handle is another person's, and when it is not."""

from __future__ import annotations

import pytest

from reconcile.names.handles import resolve_handle
from reconcile.names.name_kind import is_body
from reconcile.names.syllables import is_syllable, two_syllables

HALL = [
    "Jens Gross", "Orrin T. Maddox", "Desmond Quill", "Sherry Farrow", "Jordi Puigferrat", "Paula Bragowska",
    "Loretta Vance Upshaw", "Marino Maura", "Babette Oldenrath-Suhr", "Yuliia Kravchyshyna",
    "Celia Fernández Otxandio", 'Prudence "Prue" Ellery', "Shanice Bellweather",
]  # fmt: skip
ASSEMBLY = ["KIM Dalho", "PARK Soo Ryeon", "LEE Hae-rin", "SHIN Woo-jae", "KANG Myeong Sik"]


@pytest.mark.parametrize(
    ("handle", "names"),
    [
        # The word goes on: another family name.
        ("JensGrossmann", HALL),
        ("RepDesQuillan", HALL),
        # Another initial, another given name, a middle name that nobody is called by.
        ("t_bragowska", HALL),
        ("RepAndyFarrowAZ", HALL),
        ("votevance", HALL),
        # Another Korean given name of which one syllable, or a word of handles, is the same.
        ("shin_woo_min", ASSEMBLY),
        ("park_soo_min", ASSEMBLY),
        ("kimminsu84", ASSEMBLY),
    ],
)
def test_another_person(handle: str, names: list[str]) -> None:
    match = resolve_handle(handle, names)
    assert match.name is None or match.score < 0.75


@pytest.mark.parametrize(
    ("handle", "owner", "names"),
    [
        ("jgross_cdu", "Jens Gross", HALL),
        ("SherryFarrowMN", "Sherry Farrow", HALL),
        ("PaulaBragowska", "Paula Bragowska", HALL),
        ("baoldsu", "Babette Oldenrath-Suhr", HALL),
        ("juliakravchyshyna", "Yuliia Kravchyshyna", HALL),
        ("CeliaFdezO", "Celia Fernández Otxandio", HALL),
        ("RepPrue", 'Prudence "Prue" Ellery', HALL),
        ("repsbellweather", "Shanice Bellweather", HALL),
        ("kdh1971", "KIM Dalho", ASSEMBLY),
        ("kms5050", "KANG Myeong Sik", ASSEMBLY),
        ("shin_woo_jae", "SHIN Woo-jae", ASSEMBLY),
        ("haerinlee", "LEE Hae-rin", ASSEMBLY),
    ],
)
def test_the_same_person(handle: str, owner: str, names: list[str]) -> None:
    assert resolve_handle(handle, names).name == owner


def test_a_korean_name_is_no_body() -> None:
    assert not is_body("KANG Myeong Sik")
    assert not is_body("Winslow J. Crabbe")
    assert is_body("MFA Lunda")


def test_syllables() -> None:
    assert not is_syllable("smith")
    assert is_syllable("hyeon")
    assert two_syllables("sangho") == ("sang", "ho")
    assert two_syllables("stephen") is None
