"""A page's text: the article in it, what each part is, where it stands, when it was published."""

# ruff: noqa: E501  # markup as it stands in pages

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import InputError
from reconcile.model import Document
from reconcile.reading import is_html, read_document
from reconcile.reading import walk as walking
from reconcile.text import Lines

P1 = "The port of Lunda stays shut until Thursday after a storm damaged two cranes, its operator said."
P2 = "Eleven ships are waiting in the roads, among them two ferries with some 400 passengers on board."
P3 = "The town's only other quay has been closed for repairs since the autumn, and will not open in time."
TEASER = "Mayor opens flower show in the park by the old town hall, and nobody came"


def read(body: str, head: str = "", **options: object) -> Document:
    markup = f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"
    return read_document(markup, **options)[0]  # type: ignore[arg-type]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(s.kind, s.span.of(document.text).strip()) for s in document.segments]


#: What must not stand in the text.
FURNITURE = {
    "navigation": f"<nav><a href='/'>Home</a> <p>{TEASER}.</p></nav>",
    "a header's menu": f"<div id='top-menu'><a href='/'>Home</a><p>{TEASER}.</p></div>",
    "breadcrumbs": "<div class='breadcrumbs'><a href='/'>Home</a> &gt; <a href='/n'>News</a></div>",
    "share buttons": "<ul class='share-buttons'><li><a href='#'>Share this on Facebook</a></li><li>Mail it</li></ul>",
    "a related box": f"<div class='relatedArticles'><h3>Related</h3><p>{TEASER}.</p></div>",
    "an aside": f"<aside><h3>Most read</h3><p>{TEASER}.</p></aside>",
    "a sidebar": f"<div class='layout__sidebar'><p>{TEASER}.</p></div>",
    "comments": f"<section id='comments'><p>{TEASER}, says a reader.</p></section>",
    "a newsletter form": "<div class='newsletter-signup'><p>Sign up for our briefing, every morning at six.</p></div>",
    "a form": "<form><p>Your name and your address, please, and your view of things.</p></form>",
    "an advert": "<p class='ad'>Advertisement: rubber boots, 20 % off until Friday.</p>",
    "scripts": "<script>var a = 'The port was never shut.';</script><style>p { color: red }</style>",
    "hidden words": "<p style='display:none'>The port was never shut, and never will be shut again.</p>",
    "words for screen readers": "<span class='sr-only'>opens in a new window</span>",
    "a template": "<template><p>The port was never shut, and never will be shut again.</p></template>",
    "tags": "<p class='tags'>Tags: <a href='/t/1'>Lunda</a> <a href='/t/2'>Ports</a></p>",
    "a list of links": "<ul><li><a href='/1'>Ferry runs again</a></li><li><a href='/2'>Cranes ordered</a></li></ul>",
    "a link alone": "<p><a href='/more'>All about the port</a></p>",
    "a footer": f"<footer><p>{TEASER}.</p></footer>",
    "a dialog": f"<div role='dialog'><p>{TEASER}.</p></div>",
    "a line of the site": "<p>Advertisement</p>",
}


@pytest.mark.parametrize("markup", FURNITURE.values(), ids=FURNITURE.keys())
def test_furniture_is_left_out(markup: str) -> None:
    document = read(
        f"<main><article><h1>Port stays shut</h1><p>{P1}</p>{markup}<p>{P2}</p><p>{P3}</p></article></main>"
    )
    assert document.text == f"Port stays shut\n\n{P1}\n\n{P2}\n\n{P3}"


#: Names that sound like furniture, on what is the article itself.
ARTICLES = {
    "with a sidebar": '<div class="content has-sidebar">{}</div>',
    "with comments open": '<div class="post comments-open related-content">{}</div>',
    "in a widget": '<div class="elementor-widget-container">{}</div>',
    "in a table": "<table><tr><td>{}</td></tr></table>",
    "in a form": "<form>{}</form>",
    "bare": "{}",
    "in an unknown element": "<x-article>{}</x-article>",
    "in a frame of divs": "<div><div><div>{}</div></div></div>",
}


@pytest.mark.parametrize("frame", ARTICLES.values(), ids=ARTICLES.keys())
def test_the_article_is_kept(frame: str) -> None:
    document = read(frame.format(f"<h1>Port stays shut</h1><p>{P1}</p><p>{P2}</p><p>{P3}</p>"))
    assert document.text == f"Port stays shut\n\n{P1}\n\n{P2}\n\n{P3}"


def test_the_article_among_teasers_that_are_marked_as_articles_too() -> None:
    teasers = "".join(
        f"<article><h3><a href='/{i}'>{TEASER}</a></h3><p>{TEASER} {i}.</p></article>" for i in range(4)
    )
    document = read(
        f"<div><div><article><h1>Port stays shut</h1><p>{P1}</p><p>{P2}</p><p>{P3}</p></article></div><div>{teasers}</div></div>"
    )
    assert document.text == f"Port stays shut\n\n{P1}\n\n{P2}\n\n{P3}"


def test_an_article_in_sections() -> None:
    sections = "".join(
        f"<section><div><h2>Part {i}</h2><p>{p}</p></div></section>" for i, p in enumerate((P1, P2, P3))
    )
    assert [p for p in (P1, P2, P3) if p in read(f"<div><h1>Port</h1>{sections}</div>").text] == [P1, P2, P3]


def test_the_headline_is_told_from_the_sites_name() -> None:
    document = read(
        f"<header><h1>The Lunda Post</h1></header><div><h1>Port stays shut until Thursday</h1><p>{P1}</p><p>{P2}</p></div>",
        "<title>Port stays shut until Thursday - The Lunda Post</title>",
    )
    assert kinds(document)[0] == ("headline", "Port stays shut until Thursday")
    assert "Post" not in document.text


def test_a_headline_that_is_no_h1() -> None:
    document = read(
        f"<div><h2>Port stays shut until Thursday</h2><p>{P1}</p><p>{P2}</p></div>",
        "<title>Port stays shut until Thursday</title>",
    )
    assert kinds(document)[0] == ("headline", "Port stays shut until Thursday")


def test_head_of_the_article() -> None:
    document = read(
        "<div class='page'><div class='head'><div class='kicker'>Harbour</div><h1>Port stays shut</h1>"
        "<p class='standfirst'>Two cranes are out, and the ferries wait in the roads.</p>"
        "<p class='byline'>By Mira Stan</p><time datetime='2024-05-14'>14 May 2024</time></div>"
        f"<div class='body'><figure><img alt='' src='a.jpg'><figcaption>The cranes on Tuesday.</figcaption></figure><p>{P1}</p><p>{P2}</p><p>{P3}</p></div></div>"
    )
    assert [kind for kind, _ in kinds(document)] == ["headline", "prose", "metadata", "prose"]
    assert "Harbour" not in document.text
    assert "Two cranes are out" in document.text
    assert "The cranes on Tuesday." in document.text


def test_the_last_sentence_stays_and_scraps_below_go() -> None:
    tail = "<h3>More from Lunda</h3><p>12 Comments</p><p>Share</p>"
    assert read(f"<article><h1>Port</h1><p>{P1}</p><p>{P2} (lp/sta)</p>{tail}</article>").text.endswith(
        "(lp/sta)"
    )


def test_what_stands_under_a_heading_of_other_stories_goes() -> None:
    rail = f"<h3>Read more</h3><p>{TEASER}.</p>"
    assert read(f"<div><h1>Port</h1><p>{P1}</p><p>{P2}</p><p>{P3}</p>{rail}</div>").text.endswith(P3)


def test_white_space_is_laid_out_as_a_browser_does() -> None:
    document = read(
        f"<article><h1> Port \n stays&nbsp;shut </h1><p>One<br>two  <b>three</b>,\n<i>four</i><br><br>fi&shy;ve sentences.</p><p>{P1}</p></article>"
    )
    assert document.text == f"Port stays shut\n\nOne\ntwo three, four\n\nfive sentences.\n\n{P1}"


def test_anchors_lead_to_the_line_and_column_of_the_element() -> None:
    markup = (
        f"<!doctype html>\n<html><body>\n<article>\n<h1>Port</h1>\n  <p>{P1}</p>\n\n<p>{P2}</p></article>"
    )
    document, _ = read_document(markup)
    lines = markup.split("\n")
    for anchor in document.anchors:
        line = lines[anchor.line - 1][anchor.column - 1 :]
        assert line.startswith(("<h1>", "<p>"))
        assert document.text[anchor.offset :].startswith(line.split(">")[1].split("<")[0])
    assert [anchor.offset for anchor in document.anchors] == sorted(
        anchor.offset for anchor in document.anchors
    )
    assert Lines(markup).at(markup.index("<h1>"))[0] == document.anchors[0].line


ARTICLE = f"<article><h1>Port</h1><p>{P1}</p><p>{P2}</p></article>"
LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "body", "day", "source"),
    [
        ("", ARTICLE, None, None),
        ('<meta property="article:modified_time" content="2024-05-15">', ARTICLE, None, None),
        ('<meta name="date" content="yesterday">', ARTICLE, None, None),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2024-05-14T06:00:00+02:00"}'), ARTICLE, date(2024, 5, 14), "json-ld"),
        (LD.format('{"@graph": [{"@type": "WebPage", "datePublished": "2024-05-12"}, {"@type": ["Article"], "datePublished": "2024-05-14"}]}'), ARTICLE, date(2024, 5, 14), "json-ld"),
        (LD.format("{not json") + '<meta property="article:published_time" content="2024-05-14T06:00:00Z">', ARTICLE, date(2024, 5, 14), "meta"),
        ('<meta name="DC.date.issued" content="2024-05-14">', ARTICLE, date(2024, 5, 14), "meta"),
        ("", f"<article><h1>Port</h1><p>By Mira Stan <time datetime='2024-05-14T06:00'>today</time></p><p>{P1}</p></article>", date(2024, 5, 14), "time"),
        ("", f"<article><h1>Port</h1><span itemprop='datePublished' content='2024-05-14'></span><p>{P1}</p></article>", date(2024, 5, 14), "time"),
        ("", f"<h1>Port</h1><p class='date'>Tuesday, 14 May 2024, 9:15</p><p>{P1}</p><p>{P2}</p>", date(2024, 5, 14), "stamp"),
    ],
)  # fmt: skip
def test_published(head: str, body: str, day: date | None, source: str | None) -> None:
    document = read(body, head)
    assert (document.published, document.published_from) == (day, source)


def test_the_argument_overrules_the_page() -> None:
    document = read(
        ARTICLE,
        LD.format('{"@type": "NewsArticle", "datePublished": "2024-05-14"}'),
        published=date(2024, 5, 16),
    )
    assert (document.published, document.published_from) == (date(2024, 5, 16), "argument")


@pytest.mark.parametrize(
    ("attribute", "language"),
    [
        ("lang='de-DE'", "de"),
        ("lang=EN", "en"),
        ("xml:lang='nl'", "nl"),
        ("lang=''", "en"),
        ("", "en"),
        ("lang='x'", "en"),
    ],
)
def test_language_as_declared_else_as_the_words_show(attribute: str, language: str | None) -> None:
    assert (
        read_document(f"<!doctype html><html {attribute}><body>{ARTICLE}</body></html>")[0].language
        == language
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><p>One", True),
        ("\n<!-- saved --><html><body>", True),
        ("<p>One</p>", True),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", True),
        ("One <b>two</b> three", False),
        ("Prices < 5 and > 3 rose.", False),
        ("<3 this ferry", False),
        ("The port\n\n- Lunda (@lunda) May 14, 2024", False),
        ("see <https://lunda.example>", False),
    ],
)
def test_html_is_told_from_text(text: str, html: bool) -> None:
    assert is_html(text) is html


def test_media_types() -> None:
    markup = f"<p>{P1}</p>"
    assert read_document(markup, media_type="text/html; charset=utf-8")[0].media_type == "text/html"
    assert read_document(f"{P1} {P2}", media_type="text/html")[0].text == f"{P1} {P2}"
    assert read_document(markup, media_type="text/plain")[0].media_type == "text/plain"
    with pytest.raises(InputError, match="application/pdf"):
        read_document(markup, media_type="application/pdf")


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<p></p>",
        "<script>1</script>",
        "<a href=x>y</a>",
        "<svg>",
        "<frameset>",
        "<!doctype html>",
    ],
)
def test_a_page_without_an_article_says_so(markup: str) -> None:
    document, posts = read_document(markup, media_type="text/html")
    assert (document.text, document.segments, posts) == ("", (), ())
    assert document.notes == ("no article was found in the page",)


def test_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "MAX_ELEMENTS", 20)
    document = read(f"<article>{f'<p>{P1}</p>' * 40}</article>")
    assert document.notes == ("the page has more than 20 elements; the rest was not read",)
    assert document.text.startswith(P1)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + f"<p>{P1}</p>",
        "<blockquote>" * 20_000 + f"<p>{P1}</p>",
        f"<p>{P1}</p>" + "<b>" * 100_000,
        f"<p>{P1}</p><p>" + "@lunda " * 10_000,
        f'<p>{P1}</p><blockquote class="twitter-tweet">'
        + "(" * 50_000
        + '@a) <a href="https://x.com/a/status/1">x</a></blockquote>',
        f'<p>{P1}</p><div data-attrs="' + "{&quot;a&quot;:" * 20_000 + '">x</div>',
        f"<p>{P1}</p><div "
        + " ".join(f'data-a{i}="https://x.com/a/status/{i}"' for i in range(20_000))
        + ">",
        f'<p>{P1}</p><script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
    ids=["nested", "nested quotes", "formatting", "mentions", "brackets", "json", "attributes", "json-ld"],
)
def test_hostile_pages_cost_little_and_lose_nothing(markup: str) -> None:
    document, _ = read_document(markup, media_type="text/html")
    assert P1 in document.text


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<div class='related'>", "<article>", "</article>", "<h1>", "</h1>", "<a href='/1'>", "</a>",
        "<blockquote class='twitter-tweet'>", "</blockquote>", "&mdash; Line (@line) <a href='https://x.com/line/status/1790469284395951788'>May 14, 2024</a>",
        "<br>", "<b>", "</b>", "<table><td>", "</table>", "<li>", "<noscript>", "</noscript>", "<template>", "<iframe src='https://x.com/a/status/1'>",
        "<!--", "-->", "&", "&nbsp;", "<svg>", "Words of a sentence that goes on.", " ", "\n", "—", "🚢", "<", ">",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_any_markup_is_tiled(pieces: list[str]) -> None:
    document, posts = read_document("<html><body>" + "".join(pieces))
    end = 0
    for segment in document.segments:
        assert segment.span.start == end
        assert segment.span.end > segment.span.start
        end = segment.span.end
    assert end == len(document.text)
    assert [post.id for post in posts] == [f"p{i + 1}" for i in range(len(posts))]
    for post in posts:
        assert post.span is not None
        assert any(s.kind == "post" and s.span.holds(post.span) for s in document.segments)
        for span, words in ((post.body, post.text), (post.shown_date_span, post.shown_date)):
            assert span is None or span.of(document.text) == words


def test_pages_at_hand_are_read() -> None:
    folder = Path(__file__).parents[2].parent / "shared" / "eval" / "pages"
    if not folder.is_dir():
        pytest.skip("no pages beside the project")
    for file in sorted(folder.glob("*.html"))[:10]:
        document, _ = read_document(file.read_bytes(), uri=file.name)
        assert len(document.text) > 100
