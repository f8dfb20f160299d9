"""Figures checked: sums that come out or need not, then sums that fail; what is told of a clash."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from reconcile.checks import number
from reconcile.facts import read_facts
from reconcile.facts.quantities import compare
from reconcile.model import Discrepancy, Document, Dossier, Link, Release, Segment, Span, Statement
from reconcile.sentences import split_sentences

DAY = date(2024, 3, 15)

#: Nothing to say: the parts make the whole, or are not told as all its parts.
COMES_OUT = [
    "Three ports were closed: two in the north and one in the south.",
    "Nineteen people were hurt. Eleven were taken to Lisk, five to Orme and three were treated on the spot.",
    "Nineteen people were hurt. Three were flown to Lisk, two to Orme and one is in intensive care.",
    "He won 22 games, drew one and lost one. In all he played 24 games.",
    "Of the 30 seats, 14 went to the list, nine to the Greens; the remaining seven were left empty.",
    "Of the 2,380 children, 2,147 got a first place. A further 181 got a second. The remaining 52 got none.",
    "Nineteen people were hurt: eleven in Lisk, seven in Orme and one in Pell.",
    "Four ships sank. Two were from Lisk, one was from Orme and one from Pell.",
    "Twelve firms took part, among them three from Lisk, two from Orme and one from abroad.",
    "About 40 people came: 20 from Lisk, 15 from Orme and 10 from Pell.",
    "The club has 40 members: 20 play chess, 15 play cards and ten sing as well.",
    "At least twelve people died. Seven were men, four were women and two were children.",
    "Two hikers (34, 36) were found.",
    "The team won 3-1: Holt scored two and Braun one.",
    "The line costs 88 million euros: 60 million come from the state, 20 million from the city.",
    "Ten ships left. Two sank, one burned and four came back.",
    "The council has 40 members. Three left the room before the vote.",
    "Sales rose from 200 to 250 million euros, an increase of 25 percent.",
    "The price went up from 1.2 to 1.5 million euros, a rise of about 25 percent.",
    "The loss fell from 4.3 million pounds to 1.1 million, down 74 percent.",
    "Turnout rose from 55 percent to 63.5 percent, up 8.5 points.",
    "Five of the seven rooms: two on the left, four on the right and one in the yard, were let.",
    "The trip takes two days: 40 kilometres on the first, 30 on the second.",
    "The budget is 12 million euros: 7 million for roads and 4 million for schools.",
    "Four goals in the first half, a red card and two injuries.",
    "The tug went out 84 times. In the log 40 of the trips were for yachts, 21 for barges and 23 for ferries.",
    "The tug went out on 84 trips. 40 of the trips were for yachts, 21 for barges and 13 for ferries; the rest"
    " were drills.",
    "There were 84 trips. 30 of the trips were for yachts, 21 for barges and nine for ferries.",
    "There were 84 trips. About 40 of the trips were for yachts, 21 for barges and 13 for ferries.",
    "The farm has 96 animals. Of these, 50 are cows, 30 goats and 16 pigs.",
    "The farm has 96 animals. Of these, 20 are cows and eight goats.",
    "The choir has 40 singers, 22 of them women and 18 men.",
    "The choir has 40 singers, 22 of them women and 19 under thirty.",
    "The choir has 40 singers, 22 of them women and at least 16 men.",
    "The camp took in 40 people: 12 men, 13 women and 15 children.",
    "Of the 120 members, 64 voted for the plan, 48 against and five abstained.",
    "The school has 310 pupils. 12 of the teachers came from Lisk, nine from Orme and two from Pell.",
]

#: Text, the words pointed at, the whole.
FAILS = [
    (
        "It costs 1.9 billion euros: 600 million from Lisk, 700 million from Orme, 700 million from Pell",
        "",
        None,
    ),
    ("In all, 41 councillors voted: 31 for the plan and nine against.", "41", None),
    ("Three ports were closed: two in the north and two in the south.", "Three", None),
    (
        "Nineteen people were hurt. Eleven went to Lisk, six to Orme and three were treated on the spot.",
        "Eleven went to Lisk, six to Orme and three were treated on the spot",
        "Nineteen people were hurt",
    ),
    ("The choir has 40 singers: 22 women and 16 men.", "40", None),
    (
        "Of the 30 seats, 14 went to the list, nine to the Greens; the remaining eight were left empty.",
        "30 seats",
        None,
    ),
    ("Sales rose from 200 to 250 million euros, an increase of 20 percent.", "20 percent", None),
    (
        "The tug was called out on 84 trips, it said. 40 of the trips were for yachts, 21 for barges and 13 for"
        " ferries.",
        "40 of the trips were for yachts, 21 for barges and 13 for ferries",
        "84 trips",
    ),
    (
        "The guards were called 137 times. The sea was cold. By the log 64 of the calls came from bathers, 41"
        " from surfers and 23 from anglers.",
        "64 of the calls came from bathers, 41 from surfers and 23 from anglers",
        "137 times",
    ),
    (
        "The farm has 96 animals. Of these, 50 are cows, 30 goats and 26 pigs.",
        "50 are cows, 30 goats and 26 pigs",
        "96 animals",
    ),
    ("The choir has 40 singers, 22 of them women and 19 men.", "40", None),
    ("The class has 28 pupils, 15 girls and 11 boys.", "28", None),
    (
        "The shelter has 60 beds, it says: 30 for women, 20 for men and 15 for families.",
        "60",
        None,
    ),
    ("Membership rose from 300 to 450 last year, an increase of 40 percent.", "40 percent", None),
    (
        "The fund pays 45 million euros in all: 20 million for roads, 15 million for schools and 14 million for"
        " clinics.",
        "45 million",
        None,
    ),
]


def dossier(article: str, release: str | None = None) -> Dossier:
    """An article, with a release that is linked to every claim."""
    document = Document(article, (Segment("prose", Span(0, len(article))),), "text/plain", "", published=DAY)
    claims, evidence = statements(article, "document", "c"), statements(release or "", "r1", "r1.")
    releases = (Release("r1", release, issuer="Port of Lisk"),) if release else ()
    links = tuple(
        Link(c.id, "r1", evidence[0].span, "contradicts", 0.9, tuple(compare(c, evidence)))
        for c in claims
        if evidence
    )
    texts = {"document": article, "r1": release or ""}
    return Dossier(document, (), releases, (), claims, evidence, links, (), texts)


def statements(text: str, source: str, prefix: str) -> tuple[Statement, ...]:
    """The sentences of `text` with their facts."""
    facts = read_facts(text, DAY)
    spans = split_sentences(text)
    held = [tuple(f for f in facts if span.holds(f.span)) for span in spans]
    return tuple(
        Statement(f"{prefix}{n}", source, s, s.of(text), facts=f, day=DAY)
        for n, (s, f) in enumerate(zip(spans, held, strict=True), 1)
    )


def found(article: str, release: str | None = None) -> list[Discrepancy]:
    """What the check says."""
    return list(number.check(dossier(article, release)))


@pytest.mark.parametrize("text", COMES_OUT)
def test_sums_that_come_out(text: str) -> None:
    assert [(d.kind, d.message) for d in found(text)] == []


@pytest.mark.parametrize(("text", "claimed", "whole"), FAILS)
def test_sums_that_fail(text: str, claimed: str, whole: str | None) -> None:
    (finding,) = found(text)
    assert finding.kind == "number.arithmetic"
    assert finding.claimed.text.startswith(claimed)
    assert finding.claimed.span.of(text) == finding.claimed.text
    assert finding.evidence is not None
    assert whole is None or finding.evidence.text == whole


def test_a_sum_that_fails_in_a_release() -> None:
    (finding,) = found("The port spoke.", "Three ports were closed: two in the north and two in the south.")
    assert finding.claimed.source == "r1"


def test_one_sentence_names_both_sides() -> None:
    (finding,) = found("The port will cut 470 jobs in Lisk.", "We have to cut 740 jobs in Lisk.")
    assert finding.kind == "number.value"
    assert finding.message == "The article says 470; the release of Port of Lisk says 740."
    assert (finding.suggestion, finding.level) == ("740", "error")


def test_a_figure_that_another_source_bears_out_is_left_alone() -> None:
    case = dossier("The port will cut 470 jobs in Lisk.", "We have to cut 740 jobs in Lisk.")
    post = "470 jobs to go at the port of Lisk"
    other = statements(post, "p1", "p1.")
    case = evolve(case, texts={**case.texts, "p1": post})
    link = Link("c1", "p1", other[0].span, "supports", 0.9, tuple(compare(case.claims[0], other)))
    both = evolve(case, evidence=(*case.evidence, *other), links=(*case.links, link))
    assert list(number.check(both)) == []
