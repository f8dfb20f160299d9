"""One embed's markup: what a reader sees of it, the tail of a post, cards."""

# ruff: noqa: E501  # markup as it stands in pages

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.markup import MAX_MARKUP, read_markup
from reconcile.markup.card import read_card
from reconcile.markup.embedded import read_printed
from reconcile.markup.flow import Flow
from reconcile.markup.rendering import emoji_of, render
from reconcile.markup.signature import read_signature


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("one\n  two\t three", "one two three"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one<br>two<br><br><br>three</p>", "one\ntwo\n\nthree"),
        ("<p>one <b>two</b>, <i> three</i></p>", "one two, three"),
        ("a<span> b</span><span>c </span>d", "a bc d"),
        ("<p>&nbsp;</p><p>one&nbsp;two</p>", "one two"),
        ("so&shy;ft hy\u200bphen", "soft hyphen"),
        ("<script>x</script><style>y</style><svg><text>z</text></svg>one", "one"),
        ("<p hidden>x</p><p style='display: none'>y</p><span class='sr-only'>z</span>one", "one"),
        ("<!-- x -->one<!-- y -->", "one"),
        ("<img alt='🙂' class='emoji'> <img alt='A ship' src='a.jpg'>", "🙂"),
        ("Fish &amp; chips &lt;3", "Fish & chips <3"),
        ("no markup at all", "no markup at all"),
    ],
)
def test_what_is_seen(markup: str, text: str) -> None:
    assert render(read_markup(markup)).text == text


def test_links_and_times_stand_where_they_are_seen() -> None:
    rendering = render(
        read_markup(
            "<p>See <a href='/1'> the <b>port</b></a>, <time datetime='2024-05-14'>14 May</time><a href='/2'></a></p>"
        )
    )
    assert rendering.text == "See the port, 14 May"
    assert [(mark.span.of(rendering.text), mark.value) for mark in rendering.links] == [
        ("the port", "/1"),
        ("", "/2"),
    ]
    assert [(mark.span.of(rendering.text), mark.value) for mark in rendering.times] == [
        ("14 May", "2024-05-14")
    ]


def test_heavy_markup_is_bounded() -> None:
    assert len(render(read_markup("<p>" + "word " * MAX_MARKUP)).text) <= MAX_MARKUP
    assert render(read_markup("<div>" * 5_000 + "one")).text == "one"


@pytest.mark.parametrize(
    ("classes", "alt", "emoji"),
    [
        ("", "A ship", ""),
        ("", "2", ""),
        ("", "", ""),
        ("emoji", ":)", ":)"),
        ("", "🇱🇺", "🇱🇺"),
        ("", "1️⃣", "1️⃣"),
    ],
)
def test_emoji_images(classes: str, alt: str, emoji: str) -> None:
    assert emoji_of(classes, alt) == emoji


@given(st.lists(st.text(max_size=20)))
def test_a_flow_never_begins_or_ends_with_white_space(pieces: list[str]) -> None:
    flow = Flow()
    for piece in pieces:
        flow.add(piece)
        flow.line()
    assert flow.text() == flow.text().strip()
    assert len(flow.text()) == flow.length


def leads(url: str) -> bool:
    return url.startswith("https://x.example/")


LINK = '<a href="https://x.example/1">May 14, 2024</a>'


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Some words</p>",
        "<p>Some words (in brackets)</p>",
        "<p>Some words (@lunda) and more</p>",
        f"<p>On {LINK} the port was closed</p>",
        '<p>Some words <a href="https://x.example/1">here</a></p>',
        "<p>— Jon Arden, harbour master</p>",
    ],
)
def test_no_signature(markup: str) -> None:
    assert read_signature(render(read_markup(markup)), leads) is None


@pytest.mark.parametrize(
    ("markup", "body", "name", "handle", "shown"),
    [
        (f"<p>One</p>— Port (@port) {LINK}", "One", "Port", "port", "May 14, 2024"),
        (f"<p>One</p>&ndash; Port (@port): {LINK}", "One", "Port", "port", "May 14, 2024"),
        (
            f"<p>One - two — three</p><p>— Port - Lunda (@port) {LINK}</p>",
            "One - two — three",
            "Port - Lunda",
            "port",
            "May 14, 2024",
        ),
        (f"One - two — Port (@port) {LINK}", "One - two", "Port", "port", "May 14, 2024"),
        (f"<p>One</p>— (@port) {LINK}", "One", None, "port", "May 14, 2024"),
        (f"<p>One</p>—  (@) {LINK}", "One", None, None, "May 14, 2024"),
        (f"<p>One</p>— Port (@port@town.example) {LINK}", "One", "Port", "port@town.example", "May 14, 2024"),
        (f"<p>One</p>— Port（@port） {LINK}", "One", "Port", "port", "May 14, 2024"),
        (f"<p>One</p>— Port<br>(@port) {LINK}", "One", "Port", "port", "May 14, 2024"),
        (f"<p>One</p><p>{LINK}</p>", "One", None, None, "May 14, 2024"),
        (f"<p>One</p>— Port {LINK}", "One", "Port", None, "May 14, 2024"),
        ("<p>One</p>— Port (@port) May 14, 2024", "One", "Port", "port", "May 14, 2024"),
        ("<p>One</p>— Port (@port)", "One", "Port", "port", ""),
        ('<p>One</p>— <a href="https://x.example/1">@port</a>', "One", None, "port", ""),
    ],
)
def test_signature(markup: str, body: str, name: str | None, handle: str | None, shown: str) -> None:
    rendering = render(read_markup(markup))
    signed = read_signature(rendering, leads)
    assert signed is not None
    assert rendering.text[: signed.tail].strip() == body
    assert (signed.name, signed.handle) == (name, handle)
    assert rendering.text[signed.date[0] : signed.date[1]] == shown


def test_a_card_read_by_the_names_of_its_parts() -> None:
    card = read_card(
        read_markup(
            '<article><span class="display-name">Port of Lunda</span><span class="handle">@port</span><div class="status__content">Open again.<br>At last.</div>'
            '<div class="quoted-post"><b class="p-name">Line</b><div class="post-text">Back in the water!</div></div><time datetime="2024-05-14T19:28:15Z">14 May</time><span>12 likes</span></article>'
        )
    )
    assert (card.body, card.name, card.shown_date, card.moment) == (
        "Open again.\nAt last.",
        "Port of Lunda",
        "14 May",
        "2024-05-14T19:28:15Z",
    )
    assert card.quoted is not None
    assert (card.quoted.body, card.quoted.name) == ("Back in the water!", "Line")


def test_a_card_read_by_its_lines() -> None:
    card = read_card(
        read_markup(
            "<div><div>Port of Lunda</div><div>@port</div><div>Open again.</div><div>@line is back too, by the way.</div><div>9:28 PM · May 14, 2024</div><div>12</div><div>1.2K Likes</div></div>"
        )
    )
    assert (card.name, card.handle, card.shown_date) == ("Port of Lunda", "port", "9:28 PM · May 14, 2024")
    assert card.body == "Open again.\n@line is back too, by the way."


def test_labels_are_no_words_of_a_post() -> None:
    assert (
        read_printed(read_markup('<a href="https://x.example/1">Tweet may have been deleted</a>'), leads).text
        is None
    )
    assert read_printed(read_markup("<div>Click to load the post</div>"), leads).text is None
    assert (
        read_printed(read_markup(f'<a href="https://x.example/1">View</a> — Port (@port) {LINK}'), leads).text
        is None
    )
