"""Places checked: what is told of a clash that a link carries."""

from __future__ import annotations

from datetime import date

from reconcile.checks import place
from reconcile.model import Comparison, Document, Dossier, Link, Post, Segment, Span, Statement

ARTICLE, POST = "The fair opens in Ghent.", "See you in Bruges!"


def dossier(*comparisons: Comparison) -> Dossier:
    """An article and a post, with one link between them."""
    document = Document(ARTICLE, (Segment("prose", Span(0, len(ARTICLE))),), "text/plain", "")
    post = Post("p1", "supplied", "x", POST, handle="lisk_fair", posted=date(2024, 3, 14))
    claim = Statement("c1", "document", Span(0, len(ARTICLE)), ARTICLE)
    given = Statement("p1.1", "p1", Span(0, len(POST)), POST)
    link = Link("c1", "p1", given.span, "contradicts", 0.9, comparisons)
    return Dossier(
        document, (post,), (), (), (claim,), (given,), (link,), (), {"document": ARTICLE, "p1": POST}
    )


def test_places_that_agree_are_not_told() -> None:
    assert list(place.check(dossier(Comparison("place", 1.0, "Ghent", "Ghent")))) == []


def test_another_place() -> None:
    clash = Comparison(
        "place", 0.0, "Ghent", "Bruges", "", Span(18, 23), Span(11, 17), "place.value", "Bruges", 0.8
    )
    (finding,) = place.check(dossier(clash))
    assert finding.message == "The article says Ghent; the post of @lisk_fair says Bruges."
    assert (finding.kind, finding.level, finding.suggestion) == ("place.value", "warning", "Bruges")
    assert (finding.claimed.text, finding.evidence and finding.evidence.text) == ("Ghent", "Bruges")
