"""A report made by hand, small enough to reckon with: one post, one release, one finding of each level."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reconcile.model import (
    Account,
    Anchor,
    Comparison,
    Discrepancy,
    Document,
    Entity,
    Excerpt,
    Link,
    Mention,
    Post,
    Release,
    Report,
    Segment,
    Span,
    Statement,
)

HEADLINE = "Lock opened again"
PROSE = "Mayor Ida Morwik opened the lock on Monday. She will return."
BODY = "@idamorvik opened the lock today 🎉"
TAIL = "— Town of Lisk (@lisk_town) June 3, 2024"
TEXT = f"{HEADLINE}\n\n{PROSE}\n\n{BODY}\n{TAIL}\n"
RELEASE = "The lock was reopened on Monday by Mayor Ida Morvik."


def find(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def excerpt(words: str, source: str = "document", text: str = TEXT) -> Excerpt:
    return Excerpt(source, find(words, text), words)


def make(media_type="text/plain", anchors=(), discrepancies=None, uri="lock.txt", notes=()) -> Report:
    prose = TEXT.index(BODY)
    ends = [len(HEADLINE) + 2, prose, prose + len(BODY) + 1 + len(TAIL), len(TEXT)]
    kinds = ["headline", "prose", "post", "furniture"]
    segments = tuple(Segment(k, Span(a, b)) for k, a, b in zip(kinds, [0, *ends], ends, strict=False))
    first, second = PROSE.split(". ")[0] + ".", "She will return."
    post = Post(
        id="p1",
        origin="reproduced",
        platform="x",
        text=BODY,
        span=Span(prose, ends[2]),
        body=Span(prose, prose + len(BODY)),
        author_name="Town of Lisk",
        handle="lisk_town",
        posted=date(2024, 6, 3),
        posted_at=datetime(2024, 6, 3, 9, 5, tzinfo=UTC),
        posted_from="shown",
        mentions=("idamorvik",),
        form="tail",
    )
    if discrepancies is None:
        discrepancies = (
            Discrepancy(
                "name.spelling",
                "warning",
                "The post has @idamorvik.",
                excerpt("Ida Morwik"),
                excerpt("@idamorvik", "p1", BODY),
                "Ida Morvik",
                0.97,
            ),
            Discrepancy("cover.claim-unsourced", "note", "Nothing at hand speaks of it.", excerpt(second)),
        )
    return Report(
        document=Document(
            TEXT,
            segments,
            media_type,
            "0" * 64,
            uri=uri,
            language="en",
            published=date(2024, 6, 4),
            published_from="argument",
            anchors=anchors,
            notes=notes,
        ),
        posts=(post,),
        releases=(Release("r1", RELEASE, issuer="Town of Lisk", issued=date(2024, 6, 3)),),
        entities=(
            Entity(
                "e1",
                "person",
                "Ida Morwik",
                (
                    Mention("document", find("Ida Morwik"), "Ida Morwik", "name"),
                    Mention("p1", Span(0, 10), "@idamorvik", "handle"),
                ),
                (Account("x", "idamorvik"),),
                ("Mayor",),
            ),
        ),
        claims=(
            Statement("c1", "document", find(first), first),
            Statement("c2", "document", find(second), second),
        ),
        links=(
            Link(
                "c1",
                "p1",
                Span(0, len(BODY)),
                "supports",
                0.91,
                (Comparison("name", 1.0, "Ida Morwik", "@idamorvik", "w for v", clash="name.spelling"),),
            ),
            Link("c1", "r1", Span(0, len(RELEASE)), "supports", 0.95),
        ),
        discrepancies=tuple(discrepancies),
    )


@pytest.fixture
def report() -> Report:
    return make()


@pytest.fixture
def clean_report() -> Report:
    return make(discrepancies=())


@pytest.fixture
def page_report() -> Report:
    """The same as read from a page that has its prose on line 12."""
    anchors = (Anchor(0, 3, 5), Anchor(len(HEADLINE) + 2, 12, 4), Anchor(TEXT.index(BODY), 15, 9))
    return make("text/html", anchors, uri="lock.html")


#: What must never reach a terminal, a page or a log raw.
NASTY = (
    "<script>alert(1)</script>\x1b[31mred\x07\u202egnp.exe\u2066 a|b `c` %0A::error::x\r\nnext ]]> &amp; \x85"
)


@pytest.fixture
def nasty_report() -> Report:
    claim = Excerpt("document", Span(0, 4), NASTY)
    finding = Discrepancy("name.entity", "error", NASTY, claim, Excerpt("p1", Span(0, 4), NASTY), NASTY, 0.5)
    return make(discrepancies=(finding,), uri="a\x1b[0m,b:c\n.txt", notes=(NASTY,))
