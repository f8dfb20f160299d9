"""Times checked: weekdays that fit their dates, then those that do not; what is told of a clash."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.checks import time
from reconcile.facts import read_facts
from reconcile.facts.times import compare
from reconcile.model import Discrepancy, Document, Dossier, Link, Release, Segment, Span, Statement
from reconcile.sentences import split_sentences

#: A Friday.
DAY = date(2024, 3, 15)

FITS = [
    "The school reopens on Monday, 18 March 2024.",
    "The school reopens on Monday, March 18.",
    "It was opened on Thursday, 14 March.",
    "Sat (16 March) is market day.",
    "On Monday the council met, and on March 19 it met again.",
    "The strike of Thursday, 15 March 2018 was short.",
    "On Friday, two days after March 13, it rained.",
    "In December, on Tuesday the 12th, he left.",
]

#: Text, the words pointed at, what they should be.
FAILS = [
    ("The school reopens on Tuesday, 18 March 2024.", "Tuesday, 18 March 2024", "Monday, 18 March 2024"),
    ("The school reopens on Tuesday, March 18.", "Tuesday, March 18", "Monday, March 18"),
    ("Market day: Sun (16 March)", "Sun (16 March)", "Sat (16 March)"),
]


def dossier(article: str, release: str = "", day: date = DAY) -> Dossier:
    """An article, with a release of `day` that is linked to every claim."""
    document = Document(article, (Segment("prose", Span(0, len(article))),), "text/plain", "", published=DAY)
    claims, evidence = statements(article, "document", "c", DAY), statements(release, "r1", "r1.", day)
    releases = (Release("r1", release, issuer="Port of Lisk", issued=day),) if release else ()
    links = tuple(
        Link(c.id, "r1", evidence[0].span, "contradicts", 0.9, tuple(compare(c, evidence)))
        for c in claims
        if evidence
    )
    return Dossier(
        document, (), releases, (), claims, evidence, links, (), {"document": article, "r1": release}
    )


def statements(text: str, source: str, prefix: str, day: date) -> tuple[Statement, ...]:
    """The sentences of `text` with their facts."""
    facts = read_facts(text, day)
    spans = split_sentences(text)
    held = [tuple(f for f in facts if span.holds(f.span)) for span in spans]
    return tuple(
        Statement(f"{prefix}{n}", source, s, s.of(text), facts=f, day=day)
        for n, (s, f) in enumerate(zip(spans, held, strict=True), 1)
    )


def found(article: str, release: str = "", day: date = DAY) -> list[Discrepancy]:
    """What the check says."""
    return list(time.check(dossier(article, release, day)))


@pytest.mark.parametrize("text", FITS)
def test_weekdays_that_fit(text: str) -> None:
    assert [(d.kind, d.message) for d in found(text)] == []


@pytest.mark.parametrize(("text", "claimed", "suggestion"), FAILS)
def test_weekdays_that_do_not(text: str, claimed: str, suggestion: str) -> None:
    (finding,) = found(text)
    assert (finding.kind, finding.claimed.text, finding.suggestion) == ("time.weekday", claimed, suggestion)


def test_the_evidence_tells_which_of_the_two_is_wrong() -> None:
    (right_date,) = found("The school reopens on Tuesday, March 18.", "The school reopens on 18 March 2024.")
    assert right_date.suggestion == "Monday, March 18"
    findings = found("The school reopens on Tuesday, March 18.", "The school reopens on Tuesday 19 March.")
    assert "Tuesday, March 19" in {d.suggestion for d in findings}


def test_a_weekday_that_fails_in_a_release() -> None:
    (finding,) = found("The port spoke.", "The port opens on Sunday, 18 March 2024.")
    assert (finding.claimed.source, finding.suggestion) == ("r1", "Monday, 18 March 2024")


def test_the_day_that_today_is_stands_beside_it() -> None:
    (finding,) = found(
        "Divers found a crack in the dam on Tuesday.", "Our divers today found a crack in the dam."
    )
    assert finding.kind == "time.weekday"
    assert (
        finding.message == "The article says Tuesday; the release of Port of Lisk says today (15 March 2024)."
    )
    assert finding.suggestion == "Friday"
