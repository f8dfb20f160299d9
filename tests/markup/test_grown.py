"""An element told to BeautifulSoup is what its markup, parsed again, would be."""

from __future__ import annotations

import pytest
from turbohtml import Element, parse_fragment

from reconcile.markup import attribute, read_markup
from reconcile.markup.grown import grow
from reconcile.markup.rendering import render


def element(markup: str) -> Element:
    found = parse_fragment(markup).find(True)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "left_out",
    [
        "<!-- the widget's code -->",
        "<script>draw()</script>",
        "<style>p { color: red }</style>",
        "<svg><path d='M0 0'/></svg>",
        "<div><span> </span><div><svg><g></g></svg></div></div>",
    ],
)
def test_what_says_nothing_is_left_out(left_out: str) -> None:
    tree = grow(element(f"<blockquote>One{left_out}two</blockquote>"))
    assert [tag.name for tag in tree.find_all(True)] == ["blockquote"]
    assert render(tree).text == "Onetwo"


def test_the_looks_are_left_out_but_not_what_hides() -> None:
    tree = grow(element('<p style="color:red" srcset="a 2x">Shown <b style="display:none">not</b></p>'))
    assert tree.p is not None and not tree.p.has_attr("style") and not tree.p.has_attr("srcset")
    assert render(tree).text == "Shown"


def test_a_box_with_a_no_break_space_stays() -> None:
    tree = grow(element("<p>One<span>&nbsp;</span>two</p>"))
    assert render(tree).text == "One two"


@pytest.mark.parametrize(
    "markup",
    [
        '<blockquote class="a  b"><p lang="en">Crane &amp; <a href="/x?a=1&amp;b=2">pier</a><br>up</p>'
        '— Port (@port_lunda) <a href="https://x.com/port_lunda/status/1">May 2, 2024</a></blockquote>',
        '<div><div>Name</div><div><time datetime="2024-05-02">May 2</time></div><div hidden>no</div></div>',
        "<figure><ruby>港<rt>こう</rt></ruby><img alt='🙂' class='emoji'><pre> a\n  b</pre></figure>",
        "<section><div> <span>Two</span>\n <span>words</span> </div><ul><li>one<li>two</ul></section>",
    ],
)
def test_the_tree_is_that_of_the_markup(markup: str) -> None:
    page_element = element(markup)
    grown, parsed = grow(page_element), read_markup(page_element.html)
    assert [tag.name for tag in grown.find_all(True)] == [tag.name for tag in parsed.find_all(True)]
    for mine, theirs in zip(grown.find_all(True), parsed.find_all(True), strict=True):
        assert {name: " ".join(attribute(mine, name).split()) for name in mine.attrs} == {
            name: " ".join(attribute(theirs, name).split()) for name in theirs.attrs
        }
    assert render(grown) == render(parsed)


def test_the_tree_can_be_asked_in_every_way() -> None:
    tree = grow(
        element("<div><p class='a b'>One<!-- x --> more</p><ruby>港<rt>こう</rt></ruby><p>two</p></div>")
    )
    first, second = tree.find_all("p")
    assert first.string == "One more" and first.find_next_sibling("p") is second and second.parent is tree.div
    assert tree.select_one("div > p.b") is first and second.find_previous("p") is first
    assert [tag.name for tag in second.parents][:1] == ["div"]
    assert tree.get_text(" ") == "One more 港 two"
    assert [str(text) for text in tree.find_all(string=True)] == ["One more", "港", "こう", "two"]
