"""In what relation a release or a post stands to a claim that it bears on."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import reconcile

HEAD = "Ferry firm\n\nPRESS RELEASE\n2 May 2024\n\n"
REST = " The weather was fine. Nobody asked about the price of a ticket. The bakers of Varre sold out early."


def relation(claim: str, told: str) -> str | None:
    report = reconcile(claim + REST, published=date(2024, 5, 3), releases=(HEAD + told,))
    first = report.claims[0].id
    return next((link.relation for link in report.links if link.claim == first), None)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        # everything is there, in other words or in the same
        ("The ferry Solveig carried 900 passengers to Varre.", "Solveig carried 900 passengers to Varre."),
        ("The ferry Solveig has carried about 900 passengers.", "Our ferry Solveig carried 897 passengers."),
        # who they are asks for no evidence
        ("Solveig, a ferry, carried 900 passengers to Varre.", "Solveig carried 900 passengers to Varre."),
    ],
)
def test_what_is_all_there_is_no_mere_part(claim: str, told: str) -> None:
    assert relation(claim, told) == "supports"


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        # a figure and a reason that nobody gave
        (
            "The ferry Solveig carried 900 passengers to Varre in May, 40 of them without tickets, because the "
            "bridge had been closed by a storm.",
            "The ferry Solveig carried 900 passengers to Varre.",
        ),
        # when, and in what weather
        (
            "On April 12 the ferry Solveig carried 900 passengers to Varre in eleven crossings, three of them in fog.",
            "The ferry Solveig carried 900 passengers to Varre.",
        ),
    ],
)
def test_what_is_not_all_there_is_a_part(claim: str, told: str) -> None:
    assert relation(claim, told) == "partly"


QUOTED = '"We shall miss the old ferry on every windless morning,"'


@pytest.mark.parametrize(
    "told",
    [
        f"{QUOTED} said captain Ida Moss.",
        f"Ida Moss: {QUOTED[:-2]}." + '"',
        "The firm will miss the old ferry on a windless morning, manager Tor Vance said.",
    ],
)
def test_words_of_the_one_who_said_them_are_not_contradicted(told: str) -> None:
    assert relation(f"{QUOTED} captain Ida Moss said.", told) != "contradicts"


def test_words_that_another_said_contradict() -> None:
    assert relation(f"{QUOTED} captain Ida Moss said.", f"{QUOTED} said manager Tor Vance.") == "contradicts"
