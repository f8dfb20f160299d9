"""An element of a page's tree as a reader sees it."""

from __future__ import annotations

import pytest
from turbohtml import Element, parse_fragment

from reconcile.markup.card import read_card
from reconcile.markup.rendering import render


def element(markup: str) -> Element:
    found = parse_fragment(markup).find(True)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "unseen",
    [
        "<!-- the widget's code -->",
        "<script>draw()</script>",
        "<style>p { color: red }</style>",
        "<svg><title>An arrow</title><path d='M0 0'/></svg>",
        "<span></span>",
    ],
)
def test_what_is_not_seen_parts_no_words(unseen: str) -> None:
    assert render(element(f"<blockquote>One{unseen}two</blockquote>")).text == "Onetwo"


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("<span> </span>", "One two"),
        ("<span>&nbsp;</span>", "One two"),
        ("<div></div>", "One\n\ntwo"),
        ("<div><span> </span><div><svg><g></g></svg></div></div>", "One\n\ntwo"),
    ],
)
def test_an_empty_box_parts_words_as_in_a_browser(drawn: str, text: str) -> None:
    assert render(element(f"<blockquote>One{drawn}two</blockquote>")).text == text


def test_how_a_word_is_read_is_no_word() -> None:
    assert render(element("<p><ruby>港<rp>(</rp><rt>こう</rt><rp>)</rp></ruby></p>")).text == "港"


@pytest.mark.parametrize("hidden", ["hidden", 'style="color:red; Display: none"', 'class="a sr-only"'])
def test_a_hidden_element_shows_nothing(hidden: str) -> None:
    assert render(element(f"<blockquote {hidden}><p>One</p></blockquote>")).text == ""


def test_styles_that_hide_nothing_are_no_reason() -> None:
    assert render(element('<p style="color:red">One <b style="display:block">two</b></p>')).text == "One two"


def test_an_element_may_be_a_link_itself() -> None:
    rendering = render(element('<a href=" /1 "> the <b>port</b></a>'))
    assert [(mark.span.of(rendering.text), mark.value) for mark in rendering.links] == [("the port", "/1")]


def test_what_is_left_out_leaves_its_neighbours() -> None:
    box = element("<div>One<p>two</p>three</div>")
    assert render(box, list(box.find_all("p"))).text == "Onethree"


def test_an_empty_part_of_a_card_and_a_drawing_are_none() -> None:
    card = read_card(
        element(
            '<article><div class="quoted-post"></div><b class="p-name">Port of Lunda</b><i class="handle">@port</i>'
            '<svg><g class="post-text">A long description of the drawing, and of nothing else</g></svg>'
            '<div class="post-text"><div class="post-text"><span></span></div>Open again.</div></article>'
        )
    )
    assert (card.body, card.name, card.handle, card.quoted) == ("Open again.", "Port of Lunda", "port", None)
