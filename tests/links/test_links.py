"""Links: which sentences a post or release must not be linked to, which it must, and how."""

from __future__ import annotations

from datetime import date
from functools import cache
from time import process_time

import pytest

from reconcile.links import link_statements
from reconcile.model import Link, Report, Span, Statement
from reconcile.pipeline import reconcile

ARTICLE = """Quarrick to get a new swimming pool

The town council of Quarrick approved 4.2 million pounds for a new swimming pool on Tuesday evening.

Work is to begin in May, Mayor Ines Tolley said.

The council has said yes: £4.2m for a new pool in Quarrick! Building starts in May. \
Thx to everybody who came tonight #QuarrickPool

— Ines Tolley (@inestolley) March 5, 2024

The pool will be heated with waste water from the brewery, the utility said in a press release.

Bus drivers in the county have been on strike for two weeks.

Who will teach the children to swim until then?

The actor Bram Holloway, who grew up in the town, was given an award in Lisbon.
"""
RELEASE = """PRESS RELEASE

6 March 2024

Quarrick Utilities will heat the new pool with waste water from Holm Brewery. The pool will not need any gas.
"""


@cache
def report() -> Report:
    return reconcile(ARTICLE, published=date(2024, 3, 6), releases=[RELEASE])


def link(words: str, evidence: str) -> Link | None:
    claims = [claim.id for claim in report().claims if words in claim.text]
    assert len(claims) == 1, words
    return next((x for x in report().links if x.claim == claims[0] and x.evidence == evidence), None)


@pytest.mark.parametrize("evidence", ["p1", "r1"])
@pytest.mark.parametrize("words", ["Bus drivers", "Who will teach", "Bram Holloway"])
def test_another_subject_or_a_question_is_not_linked(words: str, evidence: str) -> None:
    assert link(words, evidence) is None


def test_the_wrong_source_is_not_linked() -> None:
    assert link("heated with waste water", "p1") is None
    assert link("Work is to begin", "r1") is None


@pytest.mark.parametrize(
    ("words", "evidence"),
    [
        ("Quarrick to get", "p1"),
        ("approved 4.2 million pounds", "p1"),
        ("Work is to begin", "p1"),
        ("heated with waste water", "r1"),
    ],
)
def test_what_the_evidence_says_is_supported(words: str, evidence: str) -> None:
    found = link(words, evidence)
    assert found is not None
    assert found.relation == "supports"


def test_a_link_explains_itself() -> None:
    found = link("approved 4.2 million pounds", "p1")
    assert found is not None
    words = next(c for c in found.comparisons if c.feature == "words")
    assert "council" in words.claimed
    assert "pool" in words.evidence
    assert any(c.feature == "number" and c.score == 1.0 for c in found.comparisons)
    post = next(p for p in report().posts if p.id == "p1")
    assert found.span.of(post.text or "").startswith("The council has said yes")
    assert all(statement.startswith("p1.") for statement in found.statements)
    assert 0 < found.score <= 1


def test_a_figure_that_cannot_hold_contradicts() -> None:
    wrong = reconcile(
        ARTICLE.replace("approved 4.2 million", "approved 2.4 million"), published=date(2024, 3, 6)
    )
    claim = next(c.id for c in wrong.claims if "approved 2.4 million" in c.text)
    assert [x.relation for x in wrong.links if x.claim == claim] == ["contradicts"]


def test_a_detail_that_is_missing_makes_it_partly() -> None:
    more = ARTICLE.replace(
        "a new swimming pool on Tuesday evening.",
        "a new swimming pool on Tuesday evening, with 11 votes to 7, three years after the old one had "
        "burned down and a week after a long report about the heating.",
    )
    found = reconcile(more, published=date(2024, 3, 6))
    claim = next(c.id for c in found.claims if "11 votes" in c.text)
    assert [x.relation for x in found.links if x.claim == claim and x.evidence == "p1"] == ["partly"]


@pytest.mark.parametrize("label", ["Ines Tolley:", "The mayor's post:", "And the mayor:"])
def test_a_label_claims_nothing(label: str) -> None:
    post = ARTICLE[ARTICLE.index("The council has") : ARTICLE.index("The pool will")]
    told = reconcile(f"The pool is popular.\n\n{label}\n\n{post}", published=date(2024, 3, 6))
    labels = {claim.id for claim in told.claims if claim.text == label}
    assert not [found for found in told.links if found.claim in labels]


def test_nothing_to_link_gives_nothing() -> None:
    assert link_statements((), (), ()) == ()
    claim = statement("c1", "document", "The bridge was closed.")
    assert link_statements((claim,), (), ()) == ()
    assert link_statements((), (statement("p1.1", "p1", "The bridge is closed."),), ()) == ()


def test_the_same_input_gives_the_same_links() -> None:
    again = reconcile(ARTICLE, published=date(2024, 3, 6), releases=[RELEASE])
    assert again.links == report().links


def statement(name: str, source: str, text: str) -> Statement:
    return Statement(id=name, source=source, span=Span(0, len(text)), text=text)


def many(count: int) -> tuple[list[Statement], list[Statement]]:
    places = [f"Town{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{i}" for i in range(count)]
    claims = [
        statement(
            f"c{i}", "document", f"The mayor of {place} opened a new school in the old harbour on Monday."
        )
        for i, place in enumerate(places)
    ]
    posts = [
        statement(
            f"p{i}.1", f"p{i}", f"New school in {place} is open! Mayor cut the ribbon down at the harbour."
        )
        for i, place in enumerate(places)
    ]
    return claims, posts


def test_each_of_many_finds_its_own() -> None:
    claims, posts = many(60)
    best: dict[str, tuple[float, str]] = {}
    for found in link_statements(claims, posts, ()):
        best[found.claim] = max(best.get(found.claim, (0.0, "")), (found.score, found.evidence))
    assert all(evidence[1:] == claim[1:] for claim, (_, evidence) in best.items())
    assert len(best) == 60


def test_twice_as_much_costs_no_more_than_four_times_as_much() -> None:
    def cost(count: int) -> float:
        claims, posts = many(count)
        spent = []
        for _ in range(3):
            start = process_time()
            link_statements(claims, posts, ())
            spent.append(process_time() - start)
        return min(spent)

    cost(20)
    assert cost(200) <= 4.4 * cost(100) + 0.02


@pytest.mark.parametrize(
    "text", ["word " * 50_000, "#" * 20_000, "12,5 " * 20_000, "@a" * 10_000, "\u200d" * 9_999]
)
def test_hostile_statements_cost_little(text: str) -> None:
    claim, post = statement("c1", "document", text), statement("p1.1", "p1", text)
    start = process_time()
    link_statements((claim,), (post,), ())
    assert process_time() - start < 3
