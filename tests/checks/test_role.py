"""Roles: what both texts may say of one person, then what only one of them can be right about."""

from __future__ import annotations

import pytest

from reconcile.model import Discrepancy
from reconcile.pipeline import reconcile

DATE = "March 12, 2024"


def findings(article: str, *releases: str) -> list[Discrepancy]:
    report = reconcile(article, media_type="text/plain", releases=releases)
    return [d for d in report.discrepancies if d.kind.startswith("role.") and d.level != "note"]


def post(body: str, name: str, handle: str) -> str:
    return f"{body}\n\n— {name} (@{handle}) {DATE}"


# (what is right, the article, the releases)
RIGHT: list[tuple[str, str, tuple[str, ...]]] = [
    (
        "one office by two words",
        "Rosa Keller remains chairwoman of the union. Chief executive Ivo Marek praised her.",
        ("Rosa Keller remains chair of the union. CEO Ivo Marek congratulates her.",),
    ),
    (
        "two offices that one person can hold",
        "Senator Allegra Conti, the chair of the friendship group, opened the fair in Tolm.",
        ("Senator Allegra Conti opened the fair in Tolm. The founder of the fair is Allegra Conti's father.",),
    ),
    (
        "a minister of state, shortened",
        "Minister Hina Raban met Nicole de Wit in Tolm on Monday.",
        ("Minister of State for Foreign Affairs Hina Raban met State Secretary Nicole de Wit in Tolm on Monday.",),
    ),
    (
        "an acting head, shortened on second mention",
        "Acting police chief Joan Abara banned the march. Police chief Abara cited threats.",
        ("Acting chief of police Joan Abara bans the march because of threats.",),
    ),
    (
        "a change of office that both tell of",
        "Piet Vermaas, the former chairman of Bank Halder, resigned on Thursday.",
        ("Chairman Piet Vermaas resigned from Bank Halder on Thursday.",),
    ),
    (
        "who runs it as acting head before she becomes head",
        "Hanna Berg becomes president of the university on Tuesday. She has run it as acting president since April.",
        ("Hanna Berg takes office as president of the university on Tuesday. Acting president Hanna Berg was elected in June.",),
    ),
    (
        "a professor with an office",
        "Professor Hanna Berg opened the laboratory in Tolm.",
        ("Rector Hanna Berg opened the laboratory in Tolm.",),
    ),
    (
        "two ministers, each with one",
        "Energy Minister Selin Aydar of Tavria and her colleague from Ruthia, Denys Marko, signed the treaty in Tolm.",
        ("Energy Minister Selin Aydar and Ruthia's energy minister, Denys Marko, signed the treaty in Tolm.",),
    ),
    (
        "a field by another name",
        "Interior Minister Max Holt and Economics Minister Ada Ruiz visited Tolm.",
        ("Home Affairs Minister Max Holt and the Minister for Economic Affairs, Ada Ruiz, visited Tolm.",),
    ),
    (
        "two people with one surname",
        "Mayor Petra Lund and the singer Karl Lund opened the hall in Tolm.",
        ("Mayor Petra Lund opened the hall in Tolm. Councillor Ida Lund took part.",),
    ),
    (
        "a title in a quotation about somebody else",
        "Mayor Petra Lund spoke in Tolm on Monday. The governor was absent.",
        ("Mayor Petra Lund spoke in Tolm on Monday. Governor Max Holt sent his regards.",),
    ),
    (
        "a club's captain and its goalkeeper",
        "Captain Sanna Aalto saved two penalties in Tolm.",
        ("Goalkeeper Sanna Aalto saved two penalties in Tolm.",),
    ),
    (
        "a country by its adjective",
        "The Belgian foreign minister, Ada Ruiz, flew to Tolm.",
        ("Belgium's Foreign Minister Ada Ruiz flew to Tolm.",),
    ),
]


@pytest.mark.parametrize(("article", "releases"), [(a, r) for _, a, r in RIGHT], ids=[i for i, _, _ in RIGHT])
def test_right_roles_pass(article: str, releases: tuple[str, ...]) -> None:
    assert findings(article, *releases) == []


# (what is wrong, kind, words of the claim, the article, the releases)
WRONG: list[tuple[str, str, str, str, tuple[str, ...]]] = [
    (
        "senator for member of parliament",
        "role.title",
        "Senator Allegra Conti",
        "Senator Allegra Conti opened the fair in Tolm on Monday.",
        ("Allegra Conti, MP, opened the fair in Tolm on Monday.",),
    ),
    (
        "minister for state secretary",
        "role.title",
        "Transport Minister Jonas Pfeil",
        "Transport Minister Jonas Pfeil opened the tunnel on Monday.",
        ("State Secretary Jonas Pfeil opened the tunnel on Monday.",),
    ),
    (
        "another field",
        "role.title",
        "Finance Minister Jonas Pfeil",
        "The tunnel was opened by Finance Minister Jonas Pfeil on Monday.",
        ("Transport Minister Jonas Pfeil opened the tunnel on Monday.",),
    ),
    (
        "mayor for deputy mayor, told by a post",
        "role.title",
        "mayor of Orsby, Petra Lund",
        "The mayor of Orsby, Petra Lund, planted a tree on Monday.\n\n"
        + post("Deputy mayor Petra Lund planted a tree in Orsby today 🌳", "City of Orsby", "city_orsby"),
        (),
    ),
    (
        "chief executive for chairman",
        "role.title",
        "chief executive, Ivo Marek",
        "Thermona's chief executive, Ivo Marek, apologised on Thursday.",
        ("Thermona's chairman, Ivo Marek, apologised on Thursday.",),
    ),
    (
        "colonel for lieutenant colonel",
        "role.title",
        "Colonel Ada Ruiz",
        "Colonel Ada Ruiz took command of the base in Tolm on Monday.",
        ("Lieutenant Colonel Ada Ruiz took command of the base in Tolm on Monday.",),
    ),
    (
        "director for acting director",
        "role.tense",
        "director of the gallery, Noor Haddad",
        "The director of the gallery, Noor Haddad, showed the picture on Monday.",
        ("Acting director Noor Haddad showed the picture on Monday.",),
    ),
    (
        "ambassador for former ambassador",
        "role.tense",
        "Ambassador Leyla Orun",
        "Ambassador Leyla Orun read from her memoirs in Tolm on Monday.",
        ("Leyla Orun, the former ambassador, read from her memoirs in Tolm on Monday.",),
    ),
    (
        "president-elect",
        "role.tense",
        "President Irena Vask",
        "President Irena Vask thanked her voters in Tolm on Sunday.",
        ("President-elect Irena Vask thanked her voters in Tolm on Sunday.",),
    ),
    (
        "another party",
        "role.affiliation",
        "Conservative MP Caspar Nyland",
        "The Conservative MP Caspar Nyland wants to ban scooters.",
        ("Green MP Caspar Nyland wants to ban scooters.",),
    ),
    (
        "another country",
        "role.affiliation",
        "Ruthia's foreign minister, Petro Halych",
        "Ruthia's foreign minister, Petro Halych, arrived in Tolm on Monday.",
        ("The foreign minister of Tavria, Petro Halych, arrived in Tolm on Monday.",),
    ),
]


@pytest.mark.parametrize(
    ("kind", "claimed", "article", "releases"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_wrong_roles_are_found(kind: str, claimed: str, article: str, releases: tuple[str, ...]) -> None:
    found = [(d.kind, d.claimed.text) for d in findings(article, *releases)]
    assert len(found) == 1
    assert found[0][0] == kind
    assert claimed in found[0][1] or found[0][1] in claimed
