"""Quick answers that stand before a dearer question must never say no where it would say yes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turbohtml import Element, parse, parse_fragment

from reconcile.markup.flow import visible
from reconcile.platforms import leaves
from reconcile.reading.embeds import may_be_post, read_element
from reconcile.reading.furniture import PLAIN, traits_of
from reconcile.reading.paragraphs import Paragraphs
from reconcile.reading.post_links import may_hold_link
from reconcile.reading.tokens import links_of, weighted_length


@pytest.mark.parametrize("text", ["", "/a/b.jpg", "https://news.example/2024/05/crane-is-up", "at noon://"])
def test_what_cannot_be_a_link_to_a_post(text: str) -> None:
    assert not may_hold_link(text)


@pytest.mark.parametrize("host", sorted({host for leaf in leaves().values() for host in leaf.HOSTS}))
def test_every_host_of_a_platform_may_be_a_link(host: str) -> None:
    assert may_hold_link(f"see HTTPS://WWW.{host.upper()}/post/1")


@pytest.mark.parametrize(
    "text",
    [
        "https://lunda.social/@port/112233445566778899",
        "at://did:plc:a/app.bsky.feed.post/3k",
        "//any.example/embed",
    ],
)
def test_links_without_a_known_host(text: str) -> None:
    assert may_hold_link(text)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("No link here. Nor here.Then", ()),
        ("See a.b.c and e.g. this", ()),
        ("x" * 40 + ".", ()),
        (
            "go to lunda.example.org/pier, then\nhttps://t.co/abcdefghij!",
            ("lunda.example.org/pier", "https://t.co/abcdefghij"),
        ),
        ("「https://lunda.example.org/a」", ("https://lunda.example.org/a",)),
    ],
)
def test_links_are_found_between_blanks(text: str, links: tuple[str, ...]) -> None:
    assert links_of(text) == links


@pytest.mark.parametrize(
    ("text", "length"), [("Größe", 5), ("日本", 4), ("1️⃣ a", 4), ("🇵🇰🇵🇰", 4), ("a 👩‍👩‍👧 b", 6)]
)
def test_signs_outside_ascii_are_weighed_as_in_their_place(text: str, length: int) -> None:
    assert weighted_length(text) == length


def test_names_without_a_meaning_are_one_and_the_same() -> None:
    assert traits_of("col-md-6 clearfix") is PLAIN
    assert traits_of("td-post sharing-bar") is not PLAIN


def test_the_share_of_the_paragraphs() -> None:
    page = parse("<nav><p>Home</nav><div><p>A long first paragraph.<p>A second one, longer still.</div>")
    body, box, menu = page.find("body"), page.find("div"), page.find("nav")
    assert body is not None and box is not None and menu is not None
    paragraphs = Paragraphs(body)
    assert not paragraphs.too_many_in(menu)
    assert paragraphs.too_many_in(box)
    assert not paragraphs.too_many_in(menu)


def element(markup: str) -> Element:
    found = parse_fragment(markup).find(True)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "markup",
    [
        '<div data-id="1786000000000000000">The site numbers its own boxes</div>',
        '<li class="teaser" data-video-key="31887330"></li>',
        '<div class="card" data-url="https://news.example/crane"></div>',
    ],
)
def test_a_number_alone_names_no_post(markup: str) -> None:
    box = element(markup)
    assert not may_be_post(box, list(box.attrs)) and read_element(box) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<div data-provider="twitter" data-id="1786000000000000000"></div>',
        '<div class="x-card" data-type="x" data-embed-id="1786000000000000000"></div>',
        '<div data-url="https://x.com/port_lunda/status/1786000000000000000"></div>',
    ],
)
def test_a_number_beside_a_platform_may_name_one(markup: str) -> None:
    box = element(markup)
    assert may_be_post(box, list(box.attrs))
    assert [found.status_id for found in read_element(box)] == ["1786000000000000000"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("", ""),
        (" \n", ""),
        ("\u200b", ""),
        (" One  two\nthree ", "One two three"),
        ("so\u00adft\u00a0hy\ufeffphen", "soft hyphen"),
        (" Größe – 3\u202f€ ", "Größe – 3 €"),
    ],
)
def test_what_is_seen_of_a_text(data: str, text: str) -> None:
    assert visible(data) == text


@given(st.text(alphabet=" ab\n\t\u00a0\u00ad\u200b\u2003ü"))
def test_a_text_is_seen_as_its_words(data: str) -> None:
    plain = "".join(char for char in data if char not in "\u00ad\u200b")
    assert visible(data) == " ".join(plain.split())


@pytest.mark.parametrize(
    ("names", "use"),
    [
        ("entry-content", ""),
        ("entry-content post", ""),
        ("entry-meta", "metadata"),
        ("entry meta", "metadata"),
        ("article share-bar", "unless post"),
        ("js-mostRead", "furniture"),
        ("author-bio meta", "about"),
    ],
)
def test_names_are_told_by_their_terms(names: str, use: str) -> None:
    assert traits_of(names).use == use
