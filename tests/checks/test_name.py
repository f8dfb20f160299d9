"""Names: what must never be "corrected" first, then what must be found."""

from __future__ import annotations

import pytest

from reconcile.model import Discrepancy
from reconcile.pipeline import reconcile

DATE = "March 12, 2024"


def findings(article: str, *releases: str, family: str = "name") -> list[Discrepancy]:
    """The findings of one family on an article in plain text, notes left out."""
    report = reconcile(article, media_type="text/plain", releases=releases)
    return [d for d in report.discrepancies if d.kind.startswith(f"{family}.") and d.level != "note"]


def post(body: str, name: str, handle: str) -> str:
    return f"{body}\n\n— {name} (@{handle}) {DATE}"


# (what is right, the article, the releases)
RIGHT: list[tuple[str, str, tuple[str, ...]]] = [
    (
        "a brother with nearly the same name, both where they belong",
        "Second prize went to Jin-hu Seo of South Korea. His brother Jin-ho Seo opened the gala in Tolm.",
        (
            "RESULTS\n\n1st prize: Lasse Berg, Norway, 23\n2nd prize: Jin-hu Seo, South Korea, 20\n\n"
            "The gala in Tolm was opened by Mr Seo's brother Jin-ho Seo, winner of 2019.",
        ),
    ),
    (
        "two people whose surnames are one letter apart, both in the prose",
        "Economy Minister Mia Wendt and her deputy, Max Wend, opened the fair in Tolm on Monday.\n\n"
        "Wendt praised the exhibitors. Wend said little.\n\n"
        + post("A good day in Tolm with Minister @miawendt and her deputy.", "Economy Ministry", "econ_tolm"),
        (),
    ),
    (
        "two people of the evidence, one of the prose",
        "Coach Petra Michels is leaving Tolm Rangers in June.\n\nMichels, 51, gave no reason.",
        ("Tolm Rangers FC\n\nCoach Petra Michels leaves the club in June. Jan Michel takes over as coach.",),
    ),
    (
        "sisters",
        "The sisters Anna Sandvik and Hanne Sandvik have opened a bakery in Orsby.\n\n"
        "Anna Sandvik bakes, Hanne Sandvik sells.",
        ("Bakery Sandvik\n\nAnna and Hanne Sandvik open their bakery in Orsby on Friday.",),
    ),
    (
        "two of one given name, each with another calling",
        "Lawyer Martin Hove spoke in Tolm on Monday.",
        ("Martin Hauser, mayor of Tolm, opened the fair on Monday. Nobody spoke.",),
    ),
    (
        "brother and sister, told apart",
        "The baker Karl Stenz won the prize in Tolm.",
        ("The miller Karla Stenz has won a prize in Tolm before.",),
    ),
    (
        "two of the evidence who would fit",
        "Lawyer Petra Stenz has bought a boat.",
        ("Lawyer Paula Stenz and lawyer Karla Stenz divide the case in Tolm between them.",),
    ),
    (
        "a sister firm, named beside the firm",
        "Telva Rail runs the train. Telva Cargo carries the mail.",
        ("Telva Rail\n\nTelva Rail runs the train to Tolm. The mail goes by road.",),
    ),
    (
        "a family in the plural",
        "Dora Kessler and her husband Max have bought the mill at Orsby.\n\n"
        "The Kesslers want to grind flour again. Kessler said the wheel was sound.",
        ("Dora Kessler has bought the mill at Orsby together with her husband.",),
    ),
    (
        "particles, capitals and accents that vary",
        "Senator Ilse Van Doorn met Zine El Abidine Haddou in Tolm on Monday.\n\nVan Doorn thanked Haddou.",
        ("Ilse van Doorn received Zine el-Abidine Haddou in Tolm on Monday. José Müller took part.",),
    ),
    (
        "O' and Mac",
        "Captain Sean O'Brien and Fiona MacLeod sailed into Tolm on Monday.\n\nO'Brien thanked "
        "MacLeod's crew.",
        ("Sean O’Brien and Fiona Macleod arrived in Tolm on Monday after nine days at sea.",),
    ),
    (
        "the family name first",
        "Foreign Minister Kang Ji-woo met Milan Dragan in Tolm on Monday.\n\nKang left in the evening.",
        ("Foreign Minister Ji-woo Kang and Dragan Milan met in Tolm on Monday.",),
    ),
    (
        "a handle that plays with the name",
        "The singer Felix Starker has cancelled a concert in Tolm.\n\n"
        + post("Sorry Tolm! No show tonight.", "Felix Starker", "felstarkerrr"),
        (),
    ),
    (
        "a handle that cuts the name short",
        "The novelist Carla Kessler read in Tolm on Monday.\n\n" + post("Thank you Tolm!", "Carla", "ckess"),
        (),
    ),
    (
        "British and American spelling in the name of a body",
        "The Labour Institute in Tolm expects fewer jobs.\n\nThe institute counted 4,000 firms.",
        ("Labor Institute\n\nThe institute expects fewer jobs. It counted 4,000 firms in Tolm.",),
    ),
    (
        "a city in two languages",
        "The choir will sing in Ghent and Cologne in June.",
        ("Our choir sings in Gent and in Köln in June.",),
    ),
    (
        "a people beside its land",
        "Morvia will pay for the bridge.\n\nTavrian engineers are to build it, the Morvians said.",
        ("The government of Morvia pays for the bridge. Morvians will build it.",),
    ),
    (
        "a transliteration",
        "The pianist Oleksandr Petrenko played in Tolm on Monday.\n\nKoval bowed twice.",
        ("Alexander Petrenco played in Tolm on Monday and bowed twice.",),
    ),
    (
        "a short form of a given name",
        "Mayor Robert Dale opened the pool in Orsby on Monday.\n\nDale swam a length.",
        ("Mayor Bob Dale opened the pool in Orsby on Monday and swam a length.",),
    ),
    (
        "ordinary words that look like names",
        "Divers searched the lake near Orsby on Monday. Diver Olga Dahl found the bell.\n\n"
        "Barges waited. Barge traffic was stopped. Dahl said the bell was whole.",
        ("Diver Olga Dahl found the bell in the lake near Orsby on Monday.",),
    ),
    (
        "hashtags and shouting in posts",
        "Storm Hanne tore tiles from roofs in Orsby on Monday.\n\n"
        + post(
            "STORM HANNE: stay inside!! #StormHane #Orsbyy BREAKING LIVE", "Orsby Fire Service", "fire_orsby"
        ),
        (),
    ),
    (
        "a ministry's fields",
        "The Ministry for Migration and Asylum opened an office in Tolm.",
        ("The Ministry for Asylum & Migration opens an office in Tolm.",),
    ),
    (
        "two bodies with like names, both named",
        "Tolm Bank is buying Tolm Savings Bank.\n\nTolm Savings Bank has nine branches.",
        ("Tolm Bank buys Tolm Savings Bank, which has nine branches.",),
    ),
    (
        "a company with its legal form, and its founder's name",
        "Marten Holding closes its works in Orsby.\n\nIvo Marten founded it. Marten said he was sad.",
        ("Marten Holding AG closes its works in Orsby. Founder Emil Marten regrets the decision.",),
    ),
    (
        "a colleague with the same title",
        "Transport Minister Carla Winter reopened the tunnel near Tolm on Monday.",
        (
            "Transport Minister Carla Winter reopened the tunnel near Tolm on Monday. "
            "Energy Minister Felix Stark thanked her.",
        ),
    ),
    (
        "two coaches, two clubs",
        "Tolm Rangers beat Orsby Town on Saturday. Orsby coach Petra Vend was unhappy.",
        ("Tolm Rangers beat Orsby Town on Saturday. Rangers coach Felix Stark was happy.",),
    ),
    (
        "a namesake of whom the release speaks too",
        "The chemist Paula Moser becomes dean.\n\nHer brother Gustav Moser teaches law.",
        ("Paula Moser becomes dean on Monday. Her brother Gustav Moser teaches law.",),
    ),
    (
        "a place and a person one letter apart",
        "Karin Vend spoke in Venda on Monday.\n\nLund praised the harbour of Venda.",
        ("Karin Vend spoke in Venda on Monday.",),
    ),
    (
        "the prose prints more of the name than the release",
        "Maria Luisa Ortega Vidal won the race in Tolm.\n\nOrtega was tired.",
        ("Maria Ortega won the race in Tolm.",),
    ),
]


@pytest.mark.parametrize(("article", "releases"), [(a, r) for _, a, r in RIGHT], ids=[i for i, _, _ in RIGHT])
def test_right_names_pass(article: str, releases: tuple[str, ...]) -> None:
    assert findings(article, *releases) == []


# (what is wrong, kind, claimed, suggestion, the article, the releases)
WRONG: list[tuple[str, str, str, str, str, tuple[str, ...]]] = [
    (
        "a lawyer's sister",
        "name.entity",
        "Paula Stenz",
        "Karla Stenz",
        "Lawyer Paula Stenz spoke for the farmers in Tolm on Monday.",
        ("On Monday the farmers were represented in Tolm by Karla Stenz, lawyer.",),
    ),
    (
        "one officer, with two letters of the surname changed",
        "name.spelling",
        "Martin Odmund",
        "Martin Ostmund",
        "Martin Odmund, the district's health officer, called the plan in Tolm sound.",
        ('Health officer Martin Ostmund: "A sound plan for Tolm."',),
    ),
    (
        "one whom another sentence names right",
        "name.entity",
        "Canon Leif Marten",
        "Leonor Martens",
        "Canon Leif Marten consecrated the organ in Tolm on Sunday. Before that Leonor Martens had been a nurse.",
        ("On Sunday Dean Leonor Martens consecrated the organ in Tolm.",),
    ),
    (
        "a brother with nearly the same name, whom the release has too",
        "name.entity",
        "Jin-ho Seo",
        "Jin-hu Seo",
        "Second prize went to Jin-ho Seo of South Korea. The gala in Tolm was sold out.",
        (
            "RESULTS\n\n1st prize: Lasse Berg, Norway, 23\n2nd prize: Jin-hu Seo, South Korea, 20\n\n"
            "The gala in Tolm was opened by Mr Seo's brother Jin-ho Seo, winner of 2019.",
        ),
    ),
    (
        "a cousin's first name",
        "name.entity",
        "Mara Hill",
        "Maja Hill",
        "The title in Tolm went to the rower Mara Hill on Sunday.",
        (
            "The title in Tolm went to the rower Maja Hill on Sunday. Her cousin Mara Hill, who coaches the "
            "juniors, handed over the cup.",
        ),
    ),
    (
        "letters transposed, told by the handle",
        "name.spelling",
        "Dorota Wicsza",
        "Dorota Wicsaz",
        "Senator Dorota Wicsza met the envoy in Tolm on Monday.\n\n"
        + post("Envoy met Senator @dorotawicsaz in Tolm.", "Foreign Ministry", "mfa_tolm"),
        (),
    ),
    (
        "a vowel, told by the account's display name",
        "name.spelling",
        "Benno Hartlay",
        "Benno Hartley",
        'Coach Benno Hartlay was unhappy. "We were second best," Hartlay wrote.\n\n'
        + post("We were second best to every ball.", "Benno Hartley", "bhartley"),
        (),
    ),
    (
        "a double letter, told by the release",
        "name.spelling",
        "Agnes Holub",
        "Agnes Hollub",
        "The Ostra Prize goes to Agnes Holub for her first novel, the jury said on Monday.",
        ("Ostra Prize Foundation\n\nThe Ostra Prize goes to Agnes Hollub for her first novel.",),
    ),
    (
        "a surname with a particle",
        "name.spelling",
        "Ilse Van Dorn",
        "Ilse van Doorn",
        "Senator Ilse Van Dorn opened the debate in Tolm on Monday.",
        ("Senate of Tolm\n\nSenator Ilse van Doorn opened the debate on Monday.",),
    ),
    (
        "a company, told by the release",
        "name.spelling",
        "Milkera",
        "Milkora",
        "The dairy company Milkera is looking for the source of the smell.\n\nLactolia has two "
        "engineers at work.",
        ("Milkora Orsby\n\nLactalia is looking for the source of the smell. Two engineers are at work.",),
    ),
    (
        "a place, told by the release",
        "name.spelling",
        "Grauhlom",
        "Grauholm",
        "A bridge in Grauhlom was closed on Monday.",
        ("Roads Agency\n\nThe bridge in Grauholm has been closed since Monday.",),
    ),
    (
        "a surname spelt two ways, nothing else told",
        "name.inconsistent",
        "Garruck",
        "Garrick",
        "Its last keeper, Owen Garrick, left in 1988.\n\nGarruck, now 81, would not want to go back.",
        (),
    ),
    (
        "the rarer spelling of three",
        "name.inconsistent",
        "Novak",
        "Nowak",
        "Mayor Petr Nowak opened the pool.\n\nNowak swam a length. Novak said the water was cold.",
        (),
    ),
    (
        "another company",
        "name.entity",
        "Telva Ferries",
        "Telva Cranes",
        "Nordmark is buying Telva Ferries for 74 million euros, the company said on Monday.",
        ("Nordmark SE\n\nVeldmark SE buys Telva Cranes for 74 million euros.",),
    ),
    (
        "a minister for the deputy with nearly the same name",
        "name.entity",
        "Max Wend",
        "Mex Wendt",
        "Minister Max Wend opened the fair in Tolm on Monday.",
        ("Deputy Minister Mex Wendt opened the fair in Tolm on Monday.",),
    ),
    (
        "another holder of the office",
        "name.entity",
        "Carla Winter",
        "Felix Stark",
        "Transport Minister Carla Winter reopened the tunnel near Tolm on Monday.",
        ("Transport Minister Felix Stark reopened the tunnel near Tolm on Monday.",),
    ),
    (
        "another one of the family",
        "name.entity",
        "Gustav Sandberg",
        "Paula Sandberg",
        "Gustav Sandberg was elected president of the university on Monday by 19 votes to four.",
        (
            "University of Tolm\n\nPaula Sandberg was elected president of the university on "
            "Monday by 19 votes to four.",
        ),
    ),
]


@pytest.mark.parametrize(
    ("kind", "claimed", "suggestion", "article", "releases"),
    [row[1:] for row in WRONG],
    ids=[row[0] for row in WRONG],
)
def test_wrong_names_are_found(
    kind: str, claimed: str, suggestion: str, article: str, releases: tuple[str, ...]
) -> None:
    found = [(d.kind, d.claimed.text, d.suggestion) for d in findings(article, *releases)]
    assert found == [(kind, claimed, suggestion)]


def test_a_spelling_says_which_letters_and_who_is_right() -> None:
    article = "Senator Dorota Wicsza came.\n\n" + post(
        "Met Senator @dorotawicsaz.", "Foreign Ministry", "mfa_tolm"
    )
    (finding,) = findings(article)
    assert finding.evidence is not None
    assert finding.evidence.text == "@dorotawicsaz"
    assert "transposed letters: za / az" in finding.message
