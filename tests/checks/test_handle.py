"""Handles: accounts that are whom the prose says, then those that are not."""

from __future__ import annotations

import pytest

from reconcile.model import Discrepancy
from reconcile.pipeline import reconcile

DATE = "March 12, 2024"


def findings(article: str) -> list[Discrepancy]:
    report = reconcile(article, media_type="text/plain")
    kinds = ("handle.owner", "handle.spelling")
    return [d for d in report.discrepancies if d.kind in kinds]


def post(body: str, name: str, handle: str) -> str:
    return f"{body}\n\n— {name} (@{handle}) {DATE}"


RIGHT = [
    (
        "a body called by what it is, on an account with a name of another language",
        '"We came second, and we are proud," the fishing club wrote on X on Tuesday.\n\n'
        + post("What a day. We came second, and we are proud!", "Petrijünger Ostbach", "petri_ostbach"),
    ),
    (
        "the ministry on its account",
        "The Economy Ministry wrote on its official account on Tuesday that the fair in Tolm "
        "was a success.\n\n" + post("The fair in Tolm was a success!", "Economy Ministry", "econ_tolm"),
    ),
    (
        "a spokesperson's account for the ministry",
        "The Foreign Office (FO) said on X that the minister had arrived in Tolm.\n\n"
        + post("The minister has arrived in Tolm.", "Spokesperson MoFA", "ForeignOfficeTv"),
    ),
    (
        "the mayor, on the office's account",
        'Mayor Petra Vend wrote on X that the pool in Orsby is open. "Jump in," Vend wrote.\n\n'
        + post("The pool in Orsby is open. Jump in, everybody!", "Mayor's Office Orsby", "orsby_mayor"),
    ),
    (
        "a person by the surname alone",
        'Felix Starker called off the tour. "I am so sorry, Tolm," Starker tweeted.\n\n'
        + post("I am so sorry, Tolm", "jonas", "felixstarker"),
    ),
    (
        "a post that the sentence does not speak of",
        "The railway wrote on X on Monday that the line was closed.\n\n"
        + post("Gusts of 152 km/h last night in Lenne.", "Weather Service Kelva", "weather_kelva"),
    ),
    (
        "a forecaster in a post of her own",
        "Ida Holm, a forecaster, in a post of her own on X, expects frost in Tolm on Sunday.\n\n"
        + post("I expect frost in Tolm on Sunday. My own view.", "Ida Holm", "idaholm"),
    ),
    (
        "a body in a post on its own account",
        "In a post on X, the Weather Institute expects frost in Tolm on Sunday.\n\n"
        + post("We expect frost in Tolm on Sunday.", "Weather Institute", "weather_tolm"),
    ),
    (
        "a body's post that is not there, beside a reader's",
        "The Harbour Board, in a post on X, said the quay in Tolm stays closed. Ida Holm was angry. She "
        "wanted to sail.\n\n" + post("No sailing for me, what a week in Tolm", "Ida Holm", "idaholm"),
    ),
    (
        "a band that is called like a person",
        "The band Nora Fields announced a new album in an Instagram post.\n\n"
        + post("A new album! Announced today.", "Nora Fields", "norafields"),
    ),
    (
        "a minister on the ministry's account, of which the prose does not speak",
        "Economy Minister Mia Wendt wrote on X that the fair in Tolm would cost two euros.\n\n"
        + post("The fair in Tolm will cost two euros.", "Economy Ministry", "econ_tolm"),
    ),
    (
        "a mayor on her account, which is her office's",
        "Mayor Petra Vend wrote on her account that the pool in Orsby would open in May.\n\n"
        + post("The pool in Orsby will open in May.", "Mayor of Orsby", "orsby_mayor"),
    ),
    (
        "a club on its channel, by another name of its own",
        "The club wrote on its channel that the pitch in Tolm was under water.\n\n"
        + post("The pitch in Tolm is under water.", "SV Tolm 1908", "svtolm"),
    ),
    (
        "a handle without its server",
        "On Mastodon she goes by @ida_looksup.\n\n"
        + post("The comet moved.", "Ida Holm", "ida_looksup@sterne.example"),
    ),
    (
        "a handle of another account, printed right",
        "Followers of @tolm_news and @tolm_nights met in a pub.\n\n"
        + post("Meet us! With @tolm_nights", "Tolm News", "tolm_news"),
    ),
]


@pytest.mark.parametrize("article", [a for _, a in RIGHT], ids=[i for i, _ in RIGHT])
def test_right_accounts_pass(article: str) -> None:
    assert findings(article) == []


WRONG = [
    (
        "the ministry's, the post is the minister's own",
        "handle.owner",
        "Economy Minister Mia Wendt wants higher wages.\n\n"
        '"It is not a revolution, it is the rent," the Economy Ministry wrote on its '
        "official account on Tuesday.\n\n"
        + post(
            "It is not a revolution, it is the rent. (private, press: @econ_tolm)", "Mia Wendt", "miawendt"
        ),
    ),
    (
        "the singer's, the post is the festival's",
        "handle.owner",
        'The singer Tessa Brook will close the Moonlight Festival. "See you in the mud on '
        'Sunday, bring boots," '
        "Brook wrote on her Instagram account.\n\nThe Moonlight Festival begins on Friday.\n\n"
        + post(
            "See you in the mud on Sunday, bring boots. With @tessabrook",
            "Moonlight Festival",
            "moonlightfest",
        ),
    ),
    (
        "one minister's, the post is another's",
        "handle.owner",
        "Ministers Defne Demirel and Milan Dragan met in Tolm.\n\n"
        '"The longest extension lead in our history," Defne Demirel tweeted on Tuesday.\n\n'
        + post(
            "The longest extension lead in our history. Thank you @defnedemirel",
            "Milan Dragan",
            "DraganMilan",
        ),
    ),
    (
        "an institute's, the post is a forecaster's own",
        "handle.owner",
        "The Frost Institute, in a post on X, expects 20 degrees below zero in Tolm on Sunday. Ida Holm has "
        "advice for those who must go out.\n\n"
        + post("Just me speaking: 20 degrees below zero in Tolm on Sunday.", "Ida Holm", "idaholm"),
    ),
    (
        "a club's, told before, the post is its captain's",
        "handle.owner",
        "Nora Vance, 31, plays on. In a post on X, Tolm Rovers announced a new contract of two years for the "
        "captain.\n\n" + post("New contract signed, two more years for me!", "Nora Vance", "noravance"),
    ),
    (
        "a minister's own, the post is the ministry's",
        "handle.owner",
        "The fair in Tolm will cost two euros, Economy Minister Mia Wendt wrote on her account.\n\n"
        + post("The fair in Tolm will cost two euros.", "Economy Ministry", "econ_tolm"),
    ),
    (
        "a club's channel, the post is a man's of whom the prose knows nothing",
        "handle.owner",
        "The pitch in Tolm was under water, the Tolm football club wrote on its channel.\n\n"
        + post("The pitch in Tolm is under water.", "Martin Brandt", "mbrandt77"),
    ),
    (
        "a letter too few",
        "handle.spelling",
        "The museum announced it on its channel @kolsundmuseu.\n\n"
        + post("Open till one tonight.", "Kolsund Museum", "kolsundmuseum"),
    ),
    (
        "an underscore lost, the server left out",
        "handle.spelling",
        "On Mastodon she goes by @idalooksup.\n\n"
        + post("The comet moved.", "Ida Holm", "ida_looksup@sterne.example"),
    ),
    (
        "two letters changed about",
        "handle.spelling",
        "Write to @tolm_rivaer if you saw it.\n\n"
        + post("Seen an otter? Write to us.", "Tolm River", "tolm_riviera"),
    ),
]


@pytest.mark.parametrize(
    ("kind", "article"), [(k, a) for _, k, a in WRONG[:8]], ids=[i for i, _, _ in WRONG[:8]]
)
def test_wrong_accounts_are_found(kind: str, article: str) -> None:
    assert [d.kind for d in findings(article)] == [kind]
