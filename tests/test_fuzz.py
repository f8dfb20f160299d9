"""Whatever text comes: a report that holds together, or one line that says what is wrong with the input."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import InputError, read_release, reconcile
from reconcile.reports import formats

FIXTURES = Path(__file__).parents[1] / "fixtures"
RELEASE = read_release(FIXTURES / "bridge-toll" / "release.txt")
ARTICLES = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*/article.*"))]
RENDERERS = [import_module(f"reconcile.reports.{name}").render for name in formats()]

#: Pieces of posts, prose and markup, and what has broken readers of text before.
PIECES = [
    *("— ", " (@", ")", "@", "@lisk_town", "#lock", "RT @", "pic.twitter.com/aB3dE5fG7h", " · "),
    *(
        "March 5, 2024",
        "12 mai 2024",
        "31 February 2024",
        "0001-01-01",
        "9999-12-31",
        "25:00 CET",
        "3pm CET ",
    ),
    *("“", "”", '"', "«", "»", "'", "…", "\n", "\n\n", " ", "\t", "\u2028", "\x85"),
    *("The lock was opened on Monday. ", "Mayor Ida Morvik ", "said ", "will not ", "two days ago ", "may "),
    *("13 million euros ", "31 % ", "half ", "½", "¹", "٣٫٥", "1e999", "0" * 400, "1,2,3,4.5.6 billion "),
    *("<p>", "</p>", "<html>", "<!--", "<script>", "<a href='", "'>", "&mdash;", "&#0;", "</blockquote>"),
    *('<blockquote class="twitter-tweet">', "https://x.com/a/status/1797347473400791040"),
    *("\u202e", "\ufeff", "\x00", "\ud800", "🇵🇰", "e\u0301", "مرحبا", "日本語", "İ", "ß", "ﬁ"),
]
pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An article of the fixtures with a few pieces put in, taken out or doubled."""
    text = draw(st.sampled_from(ARTICLES))
    for _ in range(draw(st.integers(1, 6))):
        at, more = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
        text = text[:at] + draw(st.sampled_from([*PIECES, text[at : at + more]])) + text[at + more // 2 :]
    return text


def holds_together(report) -> bool:
    """Whether every span names its words, and the segments tile the text."""
    texts = {"document": report.document.text, **{r.id: r.text for r in report.releases}}
    texts |= {post.id: post.text or "" for post in report.posts}
    for entity in report.entities:
        assert all(mention.span.of(texts[mention.source]) == mention.text for mention in entity.mentions)
    assert all(claim.span.of(report.document.text) == claim.text for claim in report.claims)
    for finding in report.discrepancies:
        sides = [side for side in (finding.claimed, finding.evidence) if side]
        assert all(side.span.of(texts[side.source]) == side.text for side in sides)
    for link in report.links:
        assert 0 <= link.span.start <= link.span.end <= len(texts[link.evidence]) and 0 <= link.score <= 1
    ends = [0, *(segment.span.end for segment in report.document.segments)]
    assert [segment.span.start for segment in report.document.segments] == ends[:-1]
    return ends[-1] == len(report.document.text)


@settings(max_examples=200, deadline=5000)
@given(text=pieces | damaged(), published=st.none() | st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_text_gives_a_report_that_holds_together(text, published):
    try:
        report = reconcile(text, published=published, releases=[RELEASE])
    except InputError as error:
        assert "\n" not in str(error)
        return
    assert holds_together(report)
    for render in RENDERERS:
        render(report).encode()


@settings(max_examples=100, deadline=5000)
@given(content=st.binary(max_size=400))
def test_any_bytes_give_a_report_or_one_line(content):
    try:
        report = reconcile(content, uri="article")
    except InputError as error:
        assert str(error).startswith("article: ")
        return
    assert holds_together(report)


@pytest.mark.parametrize(
    "text", ["0" * 400, "1." * 300, "@" * 400, "“" * 400, "(" * 400, "a " * 400, "A. " * 300]
)
@pytest.mark.parametrize(
    "frame", ["{} 3pm CET on Monday.\n\n— A (@b) March 5, 2024\n", "<p>{}<blockquote class=tweet>{}"]
)
def test_what_repeats_costs_no_more_than_it_is_long(text, frame):
    from time import process_time

    start = process_time()
    reconcile(frame.replace("{}", text))
    assert process_time() - start < 2
