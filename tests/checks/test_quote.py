"""Quotations held against a release and a post: first what is fair, then what is not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reconcile.checks import attribution, quote
from reconcile.model import (
    Account,
    Discrepancy,
    Document,
    Dossier,
    Entity,
    EntityKind,
    Mention,
    Post,
    Release,
    Segment,
    Span,
)
from reconcile.statements import read_claims, read_evidence

TABLE = tomllib.loads(Path(__file__).with_name("quotations.toml").read_text("utf-8"))
DAY = date(2024, 3, 14)
#: Names as they stand in the texts, the kind of what they name, and its account.
NAMES: list[tuple[str, EntityKind, str | None]] = [
    (r"Ina Holt|Holt", "person", "inaholt"),
    (r"Olaf Brandt|Brandt", "person", None),
    (r"[Hh]arbour [Tt]rust", "organization", None),
]


def dossier_of(article: str, release: str = TABLE["release"], post: str = TABLE["post"]) -> Dossier:
    """A dossier of an article, a release and a post, the names in them known."""
    posts = (Post("p1", "supplied", "x", post, author_name="Ina Holt", handle="inaholt", posted=DAY),)
    releases = (Release("r1", release, issuer="Harbour Trust", issued=DAY),)
    texts = {"document": article, "p1": post, "r1": release}
    entities = tuple(
        Entity(
            f"e{n}",
            kind,
            pattern.partition("|")[0],
            tuple(
                Mention(source, Span(*match.span()), match.group(), "name")
                for source, text in texts.items()
                for match in re.finditer(rf"\b(?:{pattern})\b", text)
            ),
            (Account("x", handle),) if handle else (),
        )
        for n, (pattern, kind, handle) in enumerate(NAMES, 1)
    )
    whole = Span(0, len(article))
    document = Document(article, (Segment("prose", whole),), "text/plain", "", published=DAY)
    claims = read_claims(document, entities, posts, releases)
    evidence = read_evidence(document, entities, posts, releases)
    return Dossier(document, posts, releases, entities, claims, evidence, (), (), texts)


def told(article: str) -> Iterator[Discrepancy]:
    """Errors and warnings of the two families."""
    dossier = dossier_of(article)
    return (d for family in (quote, attribution) for d in family.check(dossier) if d.level != "note")


@pytest.mark.parametrize("article", TABLE["fair"])
def test_fair_quotations(article: str) -> None:
    assert [(d.kind, d.claimed.text) for d in told(article)] == []


@pytest.mark.parametrize(("article", "kind"), TABLE["wrong"])
def test_wrong_quotations(article: str, kind: str) -> None:
    found = list(told(article))
    assert [d.kind for d in found] == [kind]
    assert all(d.claimed.span.of(article) == d.claimed.text for d in found)


def test_a_correction_is_printed_in_the_style_of_the_prose() -> None:
    (found,) = told('"I have never seen a fire like it," Holt said.')
    assert found.suggestion == "I have never seen a storm like it"


def test_a_message_names_both_sides() -> None:
    (found,) = told('"I have never seen a fire like it," Holt said.')
    assert found.message == ("The quotation has “fire” where the release of Harbour Trust has “storm”.")
