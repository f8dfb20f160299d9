"""Offices in sentences, and what two sentences say of one person's office."""

from __future__ import annotations

import pytest

from reconcile.facts.roles import compare, find
from reconcile.model import Span, Statement
from reconcile.names.holders import read_offices


def statement(name: str, text: str) -> Statement:
    return Statement(name, name.partition(".")[0], Span(0, len(text)), text, facts=tuple(find(text, None)))


NO_OFFICE = [
    "It opened at 3 pm on Monday.",
    "They waited for a major change in general.",
    "His father was there, too.",
    "The count was 14.",
    "Ada King sang.",
]


@pytest.mark.parametrize("text", NO_OFFICE)
def test_no_office(text: str) -> None:
    assert list(find(text, None)) == []


# (text, title, status, of, holder)
OFFICES = [
    ("Economy Minister Mia Wendt spoke.", "minister", "", "economy", "Mia Wendt"),
    (
        "Belgium's Secretary of State for Migration and Asylum, Nicole Wit,",
        "secretary of state",
        "",
        "migration",
        "Nicole Wit",
    ),
    (
        "The acting police chief of Grauholm, Dana Okoye, has",
        "police chief",
        "acting",
        "grauholm",
        "Dana Okoye",
    ),
    ("Clara Winter remains chair of the union.", "chair", "", "union", "Clara Winter"),
    ("former president Anton Ahl left", "president", "former", "", "Anton Ahl"),
    ("President-elect Olga Brenner", "president", "elect", "", "Olga Brenner"),
    ("their vice-president, Rima Khoury (49), was", "president", "deputy", "", "Rima Khoury"),
    ("Tobias Lindholt MP", "member of parliament", "", "", "Tobias Lindholt"),
    ("Senator @allegraconti", "senator", "", "", "@allegraconti"),
    (
        "finance chief of the fashion chain Velours, Nils Ek, is",
        "chief financial officer",
        "",
        "velours",
        "Nils Ek",
    ),
    ("Nils Ek, 51, the chief executive of Velours, is", "chief executive", "", "velours", "Nils Ek"),
    ("works council head Edith Maurer told", "head", "", "works council", "Edith Maurer"),
]


@pytest.mark.parametrize(
    ("text", "title", "status", "of", "holder"), OFFICES, ids=[row[0][:30] for row in OFFICES]
)
def test_offices(text: str, title: str, status: str, of: str, holder: str) -> None:
    (role,) = find(text, None)
    assert (role.title, role.status, role.of) == (title, status, of)
    assert role.span.of(text) == role.text
    (office,) = read_offices(text)
    assert office.holder is not None
    assert office.holder.of(text) == holder


PAIRS = [
    ("Senator Ada Moss spoke.", "Ada Moss, MP, spoke.", "role.title"),
    ("Minister Ada Moss spoke.", "State Secretary Ada Moss spoke.", "role.title"),
    ("Director Ada Moss spoke.", "Acting director Ada Moss spoke.", "role.tense"),
    ("Liberal MP Ada Moss spoke.", "Green MP Ada Moss spoke.", "role.affiliation"),
    ("Senator Ada Moss spoke.", "Bob Dale, MP, spoke.", ""),
    ("Chairwoman Ada Moss spoke.", "Ada Moss, chair of the union, spoke.", ""),
    ("Senator Ada Moss spoke.", "Senator @adamoss spoke.", ""),
    ("Professor Ada Moss spoke.", "Rector Ada Moss spoke.", ""),
]


@pytest.mark.parametrize(("claim", "evidence", "clash"), PAIRS, ids=[f"{a} | {b}" for a, b, _ in PAIRS])
def test_compare(claim: str, evidence: str, clash: str) -> None:
    found = list(compare(statement("c1", claim), [statement("r1.1", evidence)]))
    assert [c.clash for c in found if c.clash] == ([clash] if clash else [])
    for comparison in found:
        assert comparison.claimed_span is not None
        assert comparison.claimed_span.of(claim).startswith(comparison.claimed) or comparison.claimed in claim
