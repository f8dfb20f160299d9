"""Whose account a handle is: when nobody may be named, then who must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.names.handles import resolve_handle, spelling_from_handle

PEOPLE = [
    "Lea Brandt", "Marek Halas", "Ilse van Doorn", "Dr. Katharina Groß-Vogel", "Robert Fenwick",
    "HOLM Kristine", "Ximena Ortega Ruiz", "Jean-Luc Moreau", "Олена Шевчук", "Sönke Jähn", "Amadou Diallo",
    "Theodora Papadaki",
]  # fmt: skip
BODIES = [
    "Ministry of Foreign Affairs of Ukraine", "Ministry of Foreign Affairs of Latvia",
    "Foreign Ministry of Lunda", "Pakistan's Ministry of Foreign Affairs", "Saudi Ministry of Health",
    "Embassy of Canada in Poland", "Institute for Coastal Studies", "Northdale Evening Chronicle",
    "Port of Marrow",
]  # fmt: skip

NOBODY = [
    "xqzt77", "TomBrandt", "RepTomBrandt", "k_brandt", "LeaKessler", "FenwickPark1902x", "halasnikova",
    "MFA_Norway", "mfa", "StatisticsOffice", "marrowfat", "", "@", "_____", "1234567", "Studies",
    "moreauville_fc",
]  # fmt: skip

SOMEBODY = [
    ("leabrandt", "Lea Brandt"),
    ("BrandtLea", "Lea Brandt"),
    ("LBrandtMdB", "Lea Brandt"),
    ("MinisterBrandt", "Lea Brandt"),
    ("lea_brandt_real", "Lea Brandt"),
    ("brandt4lakeside", "Lea Brandt"),
    ("MHalas_official", "Marek Halas"),
    ("marekhalas1971", "Marek Halas"),
    ("ivandoorn", "Ilse van Doorn"),
    ("DoornIlse", "Ilse van Doorn"),
    ("GrossVogelK", "Dr. Katharina Groß-Vogel"),
    ("kathigrossvogel", "Dr. Katharina Groß-Vogel"),
    ("BobFenwickMP", "Robert Fenwick"),
    ("RepFenwick", "Robert Fenwick"),
    ("fenwick_press", "Robert Fenwick"),
    ("KristineHolm_DK", "HOLM Kristine"),
    ("ximenaortega", "Ximena Ortega Ruiz"),
    ("jlmoreau", "Jean-Luc Moreau"),
    ("shevchuk_olena", "Олена Шевчук"),
    ("SoenkeJaehn", "Sönke Jähn"),
    ("sjahn_spd", "Sönke Jähn"),
    ("AmadouDialloHQ", "Amadou Diallo"),
    ("MFA_Ukraine", "Ministry of Foreign Affairs of Ukraine"),
    ("MFAukr", "Ministry of Foreign Affairs of Ukraine"),
    ("LatvianMFA", "Ministry of Foreign Affairs of Latvia"),
    ("mfa_lunda", "Foreign Ministry of Lunda"),
    ("LundaMFA_Press", "Foreign Ministry of Lunda"),
    ("ForeignOfficePk", "Pakistan's Ministry of Foreign Affairs"),
    ("SaudiMOH", "Saudi Ministry of Health"),
    ("MOH_KSA", "Saudi Ministry of Health"),
    ("CanEmbPoland", "Embassy of Canada in Poland"),
    ("ICStudies", "Institute for Coastal Studies"),
    ("CoastalInst", "Institute for Coastal Studies"),
    ("northdalechron", "Northdale Evening Chronicle"),
    ("PortOfMarrow", "Port of Marrow"),
    ("port.marrow.example", "Port of Marrow"),
    ("leabrandt.bsky.social", "Lea Brandt"),
    ("lea.brandt", "Lea Brandt"),
    ("@leabrandt@social.example", "Lea Brandt"),
]


@pytest.mark.parametrize("handle", NOBODY)
def test_nobody_is_named(handle: str) -> None:
    match = resolve_handle(handle, PEOPLE + BODIES)
    assert match.name is None, match


@pytest.mark.parametrize(("handle", "name"), SOMEBODY)
def test_the_holder_is_named(handle: str, name: str) -> None:
    match = resolve_handle(handle, PEOPLE + BODIES)
    assert match.name == name, match


@pytest.mark.parametrize("handle", ["SenFenwick", "fenwick_press", "RepBFenwick"])
def test_two_who_fit_alike_give_nobody(handle: str) -> None:
    match = resolve_handle(handle, ["Barbara Fenwick", "Bernard Fenwick", "Lea Brandt"])
    assert match.name is None
    assert match.score <= 0.5


def test_the_same_name_twice_is_one_candidate() -> None:
    assert resolve_handle("leabrandt", ["Lea Brandt", "Lea Brandt"]).name == "Lea Brandt"


def test_the_display_name_decides() -> None:
    assert resolve_handle("coastwatch77", PEOPLE).name is None
    assert resolve_handle("coastwatch77", PEOPLE, display_name="Marek Halas 🌊").name == "Marek Halas"
    fenwicks = ["Barbara Fenwick", "Bernard Fenwick"]
    assert (
        resolve_handle("SenFenwick", fenwicks, display_name="Sen. Barbara Fenwick").name == "Barbara Fenwick"
    )


def test_every_letter_is_explained() -> None:
    match = resolve_handle("RepBFenwick_TX24", ["Robert Fenwick", "Lea Brandt"])
    assert [(p.text, p.role, p.matched) for p in match.parts] == [
        ("Rep", "title", ""),
        ("B", "initial", "Robert"),
        ("Fenwick", "family", "Fenwick"),
        ("TX", "state", ""),
        ("24", "digits", ""),
    ]


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=5))
def test_any_handle_and_names(handle: str, names: list[str]) -> None:
    match = resolve_handle(handle, names, display_name=handle or None)
    assert match.name is None or match.name in names
    assert 0 <= match.score <= 1


@given(st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True))
def test_the_parts_are_the_handle(handle: str) -> None:
    match = resolve_handle(handle, PEOPLE)
    assert "".join(part.text for part in match.parts) == handle.replace("_", "")


def test_hostile_input_ends() -> None:
    names = ["a " * 300, "A B C D E F G H I J K L M N", "The " + "News " * 400, "x" * 5000]
    for handle in ("a" * 100_000, "aAbB" * 999, "_" * 9999, "Abcdefghijklmn" * 9):
        resolve_handle(handle, names, display_name="a " * 999)


SPELLINGS = [
    ("allessiaclaes", "Allessia Cleas", "Allessia Claes"),
    ("ilsevandoorn", "Ilse Van Dorn", "Ilse Van Doorn"),
    ("LeaBrandt", "LEA BRAND", "LEA BRANDT"),
    ("HalasMarek", "Marek Hálass", "Marek Hálas"),
    ("ODwyer_Kelly", "Kelly O'Dwyr", "Kelly O'Dwyer"),
    # accepted, or not told by the handle
    ("SoenkeJaehn", "Sönke Jähn", None),
    ("sjahn", "Sönke Jähn", None),
    ("lbrandt", "Lea Brandt", None),
    ("bobfenwick", "Robert Fenwick", None),
    ("amadouverylongn", "Amadou Verylongna", None),
    ("rossmith", "Ross Smith", None),
    ("doornilse", "Ilse van Doorn", None),
]


@pytest.mark.parametrize(("handle", "name", "better"), SPELLINGS)
def test_the_spelling_that_the_handle_favours(handle: str, name: str, better: str | None) -> None:
    assert spelling_from_handle(resolve_handle(handle, [name]), name) == better
