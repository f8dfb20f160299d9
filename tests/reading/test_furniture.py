"""What the names of elements say of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.lexicons import load_words
from reconcile.reading.furniture import traits_of

SAY_NOTHING = [
    "",
    "entry-content",
    "article__body",
    "articleBody",
    "post-1234 post type-post",
    "address",
    "padding-left",
    "download",
    "headline",
    "commentary-text",
    "navy",
    "unrelated",
    "shareholders",
    "mainContent",
    "story-text",
    "col-md-8 d-flex",
    "css-1qaijid",
    "ÄÖÜ 漢字",
]


@pytest.mark.parametrize("names", SAY_NOTHING)
def test_names_that_say_nothing(names: str) -> None:
    assert traits_of(names).use == ""


@pytest.mark.parametrize(
    ("names", "use"),
    [
        ("related-posts", "furniture"),
        ("relatedArticles", "furniture"),
        ("article__related", "furniture"),
        ("c-sidebar--right", "furniture"),
        ("comments", "furniture"),
        ("wp-block-comments", "furniture"),
        ("jp-relatedposts", "furniture"),
        ("most-read", "furniture"),
        ("mostRead", "furniture"),
        ("newsletter_signup", "furniture"),
        ("td-post-sharing", "unless post"),
        ("socialBar", "unless post"),
        ("ad", "unless post"),
        ("ad-slot", "unless post"),
        ("c-byline", "metadata"),
        ("entry-meta", "metadata"),
        ("articleDate", "metadata"),
        ("author-bio", "about"),
        ("article-standfirst", "standfirst"),
    ],
)
def test_names_that_tell(names: str, use: str) -> None:
    assert traits_of(names).use == use


def test_platforms_boxes_and_hidden_elements() -> None:
    assert traits_of("rm-embed twitter-tweet").platform == "x"
    assert traits_of("twitter-tweets").platform is None
    assert traits_of("embed embed--twitter").box
    assert traits_of("wp-block-embed-instagram").box
    assert not traits_of("flex x").box
    assert traits_of("sr-only").hidden
    assert not traits_of("not-sr-only").hidden


@given(st.text(max_size=80))
def test_any_names_are_read(names: str) -> None:
    traits_of(names)


@pytest.mark.parametrize(
    "table", ["furniture", "furniture_unless_post", "metadata", "standfirst", "about_writer"]
)
def test_every_word_of_the_tables_is_met(table: str) -> None:
    assert [word for word in load_words("html", table) if traits_of(word).use == ""] == []
