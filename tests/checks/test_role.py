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
        "Clara Winter remains chairwoman of the union. Chief executive Emil Sorensen praised her.",
        ("Clara Winter remains chair of the union. CEO Emil Sorensen congratulates her.",),
    ),
    (
        "two offices that one person can hold",
        "Senator Allegra Conti, the chair of the friendship group, opened the fair in Tolm.",
        (
            "Senator Allegra Conti opened the fair in Tolm. The founder of the fair is Allegra "
            "Conti's father.",
        ),
    ),
    (
        "a minister of state, shortened",
        "Minister Hina Raban met Nicole de Wit in Tolm on Monday.",
        (
            "Minister of State for Foreign Affairs Hina Raban met State Secretary Nicole de Wit "
            "in Tolm on Monday.",
        ),
    ),
    (
        "an acting head, shortened on second mention",
        "Acting police chief Dana Okoye banned the march. Police chief Okoye cited threats.",
        ("Acting chief of police Dana Okoye bans the march because of threats.",),
    ),
    (
        "a change of office that both tell of",
        "Joop Zwart, the former chairman of Bank Mertens, resigned on Thursday.",
        ("Chairman Joop Zwart resigned from Bank Mertens on Thursday.",),
    ),
    (
        "who runs it as acting head before she becomes head",
        "Paula Moser becomes president of the university on Tuesday. She has run it as acting "
        "president since April.",
        (
            "Paula Moser takes office as president of the university on Tuesday. Acting "
            "president Paula Moser was elected in June.",
        ),
    ),
    (
        "a professor with an office",
        "Professor Paula Moser opened the laboratory in Tolm.",
        ("Rector Paula Moser opened the laboratory in Tolm.",),
    ),
    (
        "two ministers, each with one",
        "Energy Minister Defne Demirel of Morvia and her colleague from Sarnia, Milan Dragan, "
        "signed the treaty in Tolm.",
        (
            "Energy Minister Defne Demirel and Sarnia's energy minister, Milan Dragan, signed "
            "the treaty in Tolm.",
        ),
    ),
    (
        "a field by another name",
        "Interior Minister Max Holt and Economics Minister Ada Ortiz visited Tolm.",
        ("Home Affairs Minister Max Holt and the Minister for Economic Affairs, Ada Ortiz, visited Tolm.",),
    ),
    (
        "two people with one surname",
        "Mayor Petra Vend and the singer Ernst Vend opened the hall in Tolm.",
        ("Mayor Petra Vend opened the hall in Tolm. Councillor Ida Vend took part.",),
    ),
    (
        "a title in a quotation about somebody else",
        "Mayor Petra Vend spoke in Tolm on Monday. The governor was absent.",
        ("Mayor Petra Vend spoke in Tolm on Monday. Governor Max Holt sent his regards.",),
    ),
    (
        "a club's captain and its goalkeeper",
        "Captain Kaisa Aalto saved two penalties in Tolm.",
        ("Goalkeeper Kaisa Aalto saved two penalties in Tolm.",),
    ),
    (
        "a country by its adjective",
        "The Belgian foreign minister, Ada Ortiz, flew to Tolm.",
        ("Belgium's Foreign Minister Ada Ortiz flew to Tolm.",),
    ),
    (
        "a title behind a name, and another sentence",
        '"It is a good day," said Ada Moss, the trust\'s chief executive. Guided walks start in May.',
        ('Chief executive Ada Moss: "It is a good day." Guided walks start in May.',),
    ),
    (
        "an interim head, called so elsewhere in the article",
        'Interim director Ada Moss opened the fair in Tolm. "Come in," said Moss, the museum\'s director.',
        ("Ada Moss, interim director of the museum, opened the fair in Tolm.",),
    ),
    (
        "one function by two words",
        '"We will talk," said its personnel director, Emil Sorensen, in Tolm.',
        ('Emil Sorensen, director of human resources: "We will talk."',),
    ),
    (
        "a finance chief and the head of finance",
        "Nordtex's finance chief, Nils Ek, left the hall in Tolm on Monday.",
        ("Nils Ek, Head of Finance of Nordtex, left the hall in Tolm on Monday.",),
    ),
    (
        "a party in brackets and in words",
        '"The pool stays," said Ida Vend (Greens) in Tolm.',
        ('"The pool stays," says Ida Vend of the Greens in Tolm.',),
    ),
    (
        "a place in brackets, not a party",
        '"The pool stays," said Mayor Ida Vend (Orsby) in Tolm.',
        ('Mayor Ida Vend (Green) said: "The pool stays."',),
    ),
    (
        "one who changed parties",
        "Ida Vend (Labour), once a Green councillor, opened the pool in Tolm.",
        ("Green councillor Ida Vend opened the pool in Tolm. Ida Vend (Labour) has changed sides.",),
    ),
    (
        "an institute of a university",
        "Ines Paz of the Institute of Hydrology led the study in Tolm.",
        ("The study in Tolm was led by Ines Paz of the University of Orsby.",),
    ),
    (
        "a university's name the other way round",
        "Ines Paz of Orsby University led the study in Tolm.",
        ("The study in Tolm was led by Ines Paz of the University of Orsby.",),
    ),
    (
        "who is still in office",
        "The outgoing president of the club, Jon Dahl, laid the stone in Tolm.",
        ("The club's president, Jon Dahl, laid the stone in Tolm.",),
    ),
    (
        "a labour minister is no party's",
        "Labour Minister Leo Kant opened the office in Tolm.",
        ("Employment Minister Leo Kant opened the office in Tolm.",),
    ),
    (
        "a title in capitals behind a name, its first word no body's",
        "Savana's country manager, Ada Moss, opened the fair in Tolm.",
        ("The fair in Tolm was opened by Ada Moss, Country Manager.",),
    ),
    (
        "a chair told by the verb",
        "Ada Moss, who chairs the trustees, opened the fair in Tolm.",
        ("Ada Moss, chairwoman of the trustees, opened the fair in Tolm.",),
    ),
    (
        "a head told by the verb, of a museum",
        "Ada Moss, who heads the museum, opened the fair in Tolm.",
        ("Museum director Ada Moss opened the fair in Tolm.",),
    ),
    (
        "a body by a wider noun",
        "Ada Moss, spokeswoman for the company, opened the fair in Tolm.",
        ("Ada Moss, spokeswoman for the airport, opened the fair in Tolm.",),
    ),
    (
        "who held it until last year, told by both",
        "Jon Dahl, the club's former chairman, laid the stone in Tolm.",
        ("Jon Dahl, until last year chairman of the club, laid the stone in Tolm.",),
    ),
    (
        "who will hold it until a year to come",
        "Jon Dahl, the club's chairman, laid the stone in Tolm.",
        ("Jon Dahl, chairman of the club until 2031, laid the stone in Tolm.",),
    ),
    (
        "for whom somebody votes",
        "Ida Vend (Labour), who voted for the Greens at the time, opened the pool in Tolm.",
        ("Ida Vend (Labour) opened the pool in Tolm.",),
    ),
    (
        "a party of the council, told by a clause",
        "Ida Vend, who has sat on the council for the Greens since 2014, opened the pool in Tolm.",
        ("Ida Vend (Greens) opened the pool in Tolm.",),
    ),
    (
        "a team by its account",
        "Kaja Holt of the team Velora wears yellow in Tolm.",
        ("Kaja Holt (@velora_cycling) starts in yellow in Tolm.",),
    ),
    (
        "a team by its initials",
        "Kaja Holt, who swims for Orsby, won in Tolm.",
        ("Kaja Holt (SK Orsby) won in Tolm.",),
    ),
    (
        "brackets that hold something else",
        "Kaja Holt, who swims for Orsby, won in Tolm.",
        ("Kaja Holt (24) won in Tolm. Kaja Holt (injured) will not start again.",),
    ),
    (
        "where somebody trains",
        "The winner, Kaja Holt of Norway, cried at the finish. She lives in Sweden.",
        ("Kaja Holt (Norway) won in Tolm. Kaja Holt trains in Sweden.",),
    ),
]


@pytest.mark.parametrize(("article", "releases"), [(a, r) for _, a, r in RIGHT], ids=[i for i, _, _ in RIGHT])
def test_right_roles_pass(article: str, releases: tuple[str, ...]) -> None:
    assert findings(article, *releases) == []


# (what is wrong, kind, words of the claim, the article, the releases)
WRONG: list[tuple[str, str, str, str, tuple[str, ...]]] = [
    (
        "an office over since last year",
        "role.tense",
        "chairman, Jon Dahl",
        "The club's chairman, Jon Dahl, laid the stone in Tolm.",
        ("Jon Dahl, until last year chairman of the club, laid the stone in Tolm.",),
    ),
    (
        "an office over since last year, told behind it",
        "role.tense",
        "chairman, Jon Dahl",
        "The club's chairman, Jon Dahl, laid the stone in Tolm.",
        ("Jon Dahl, chairman of the club until last spring, laid the stone in Tolm.",),
    ),
    (
        "another office, told by the verb",
        "role.title",
        "who chairs the trustees",
        "Ada Moss, who chairs the trustees, opened the fair in Tolm.",
        ("Chief executive Ada Moss opened the fair in Tolm.",),
    ),
    (
        "another university, in brackets",
        "role.affiliation",
        "of Orsby University",
        "Ines Paz of Orsby University led the study in Tolm.",
        ("The study in Tolm was led by Ines Paz (Lenne University).",),
    ),
    (
        "another body of another kind",
        "role.affiliation",
        "spokeswoman for the fire brigade",
        "Ada Moss, spokeswoman for the fire brigade, thanked the helpers in Tolm.",
        ("Ada Moss, spokeswoman for the hospital, thanked the helpers in Tolm.",),
    ),
    (
        "another party, told by a clause",
        "role.affiliation",
        "for the Liberals",
        "Ida Vend, who sits on the council for the Liberals, opened the pool in Tolm.",
        ("Ida Vend (Greens) opened the pool in Tolm.",),
    ),
    (
        "another team, told by its account",
        "role.affiliation",
        "of the team Velora",
        "Kaja Holt of the team Velora wears yellow in Tolm.",
        ("Kaja Holt (@northwind_cycling) starts in yellow in Tolm.",),
    ),
    (
        "another club, told by a clause",
        "role.affiliation",
        "swims for Orsby",
        "Kaja Holt, who swims for Orsby, won in Tolm.",
        ("Kaja Holt (SK Lenne) won in Tolm.",),
    ),
    (
        "another university",
        "role.affiliation",
        "University of Tolm",
        "The study was led by Ines Paz of the University of Tolm.",
        ("The study was led by Ines Paz of the University of Orsby.",),
    ),
    (
        "another country",
        "role.affiliation",
        "Kaja Holt of Norway",
        "The winner, Kaja Holt of Norway, cried at the finish.",
        ("1. Kaja Holt (Sweden), 2. Mia Roos (Norway). The winner cried at the finish.",),
    ),
    (
        "a party's adjective that is a field of government too",
        "role.affiliation",
        "Labour councillor Jo Pike",
        "Labour councillor Jo Pike voted against the plan in Tolm.",
        ("Conservative councillor Jo Pike voted against the plan in Tolm.",),
    ),
    (
        "the deputy of a head by another title",
        "role.title",
        "Head teacher Ruth Oyelaran",
        "Head teacher Ruth Oyelaran said the roof had held.",
        ('Deputy head Ruth Oyelaran said: "The roof has held."',),
    ),
    (
        "a status left out, the body a common noun's",
        "role.tense",
        "charity's director",
        '"It is a good day," said Ada Moss, the charity\'s director.',
        ('"It is a good day," said acting director Ada Moss.',),
    ),
    (
        "a status added",
        "role.tense",
        "interim head coach",
        '"We will train," said Kwame Adu, the club\'s interim head coach. The season starts in May.',
        ('Head coach Kwame Adu said: "We will train."',),
    ),
    (
        "another function of the firm",
        "role.title",
        "sales director",
        '"We will talk to everybody," said its sales director, Emil Sorensen.',
        ('Emil Sorensen, director of human resources: "We will talk to everybody."',),
    ),
    (
        "a function for another, under two titles",
        "role.title",
        "head of marketing",
        "Nordtex's head of marketing, Nils Ek, left the hall in Tolm on Monday.",
        ("Nils Ek, operations director of Nordtex, left the hall in Tolm on Monday.",),
    ),
    (
        "another party, in brackets",
        "role.affiliation",
        "Ida Vend (Liberals)",
        '"The pool stays," said Ida Vend (Liberals) in Tolm.',
        ('Ida Vend (Greens): "The pool stays."',),
    ),
    (
        "another party, in brackets behind a title, by an abbreviation",
        "role.affiliation",
        "Bill Crane (Con)",
        'The council\'s leader, Bill Crane (Con), said: "The pool stays."',
        ('"The pool stays," said council leader Bill Crane (Lab).',),
    ),
    (
        "another party, in words",
        "role.affiliation",
        "Ida Vend of the Liberals",
        '"The pool stays," said Ida Vend of the Liberals in Tolm.',
        ('Green councillor Ida Vend: "The pool stays."',),
    ),
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
        "Transport Minister Felix Stark",
        "Transport Minister Felix Stark opened the tunnel on Monday.",
        ("State Secretary Felix Stark opened the tunnel on Monday.",),
    ),
    (
        "another field",
        "role.title",
        "Finance Minister Felix Stark",
        "The tunnel was opened by Finance Minister Felix Stark on Monday.",
        ("Transport Minister Felix Stark opened the tunnel on Monday.",),
    ),
    (
        "mayor for deputy mayor, told by a post",
        "role.title",
        "mayor of Orsby, Petra Vend",
        "The mayor of Orsby, Petra Vend, planted a tree on Monday.\n\n"
        + post("Deputy mayor Petra Vend planted a tree in Orsby today 🌳", "City of Orsby", "city_orsby"),
        (),
    ),
    (
        "chief executive for chairman",
        "role.title",
        "chief executive, Emil Sorensen",
        "Thermona's chief executive, Emil Sorensen, apologised on Thursday.",
        ("Thermona's chairman, Emil Sorensen, apologised on Thursday.",),
    ),
    (
        "colonel for lieutenant colonel",
        "role.title",
        "Colonel Ada Ortiz",
        "Colonel Ada Ortiz took command of the base in Tolm on Monday.",
        ("Lieutenant Colonel Ada Ortiz took command of the base in Tolm on Monday.",),
    ),
    (
        "director for acting director",
        "role.tense",
        "director of the gallery, Rima Khoury",
        "The director of the gallery, Rima Khoury, showed the picture on Monday.",
        ("Acting director Rima Khoury showed the picture on Monday.",),
    ),
    (
        "ambassador for former ambassador",
        "role.tense",
        "Ambassador Derya Kaya",
        "Ambassador Derya Kaya read from her memoirs in Tolm on Monday.",
        ("Derya Kaya, the former ambassador, read from her memoirs in Tolm on Monday.",),
    ),
    (
        "president-elect",
        "role.tense",
        "President Olga Brenner",
        "President Olga Brenner thanked her voters in Tolm on Sunday.",
        ("President-elect Olga Brenner thanked her voters in Tolm on Sunday.",),
    ),
    (
        "another party",
        "role.affiliation",
        "Conservative MP Tobias Lindholt",
        "The Conservative MP Tobias Lindholt wants to ban scooters.",
        ("Green MP Tobias Lindholt wants to ban scooters.",),
    ),
    (
        "another country",
        "role.affiliation",
        "Sarnia's foreign minister, Zoran Kovach",
        "Sarnia's foreign minister, Zoran Kovach, arrived in Tolm on Monday.",
        ("The foreign minister of Morvia, Zoran Kovach, arrived in Tolm on Monday.",),
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
