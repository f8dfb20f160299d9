"""Posts in pages: the forms in which publishing systems embed them, and what is no post of the article."""

# ruff: noqa: E501  # markup as it stands in pages

from __future__ import annotations

import html
import json
from base64 import b64encode
from datetime import date

import pytest

from reconcile.model import Document, Post
from reconcile.reading import read_document

LEAD = (
    "<h1>Port of Lunda stays shut</h1>"
    "<p>The port of Lunda stays shut until Thursday after a storm damaged two cranes, its operator said.</p>"
)
REST = (
    "<p>Eleven ships are waiting in the roads, among them two ferries with some 400 passengers on board.</p>"
    "<p>The town's only other quay has been closed for repairs since the autumn, and will not open in time.</p>"
)
ID = "1790469284395951788"  # 14 May 2024, 19:28 UTC
STATUS = f"https://twitter.com/port_lunda/status/{ID}"
WORDS = "Cranes 2 and 3 are out. We open again on Thursday, 6 am. #Lunda"
SIGNED = f'&mdash; Port of Lunda (@port_lunda) <a href="{STATUS}?ref_src=twsrc%5Etfw">May 14, 2024</a>'
QUOTE = f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{WORDS}</p>{SIGNED}</blockquote>'


def page(embed: str, head: str = "") -> tuple[Document, tuple[Post, ...]]:
    """An article with `embed` in its midst."""
    return read_document(
        f"<!doctype html><html lang=en><head>{head}</head><body><article>{LEAD}{embed}{REST}</article></body></html>"
    )


NO_POST = {
    "a card of another page": '<blockquote class="embedly-card"><h4><a href="https://lunda.example/">Port</a></h4></blockquote>',
    "a status linked from a sentence": f'<p>The operator <a href="{STATUS}">wrote on X</a> that it was working on it.</p>',
    "a share button": f'<div class="share" data-url="https://lunda.example/1"><a href="https://twitter.com/intent/tweet?url={STATUS}">Tweet</a></div>',
    "a profile": '<p><a href="https://twitter.com/port_lunda">Follow the port on X</a> for the latest on ferries.</p>',
    "a timeline": '<a class="twitter-timeline" href="https://twitter.com/port_lunda">Tweets by port_lunda</a>',
    "a follow button": '<a class="twitter-follow-button" href="https://twitter.com/port_lunda">Follow</a>',
    "a quotation": "<blockquote><p>We have never seen waves like these, and I have been here for forty years.</p><p>— Jon Arden, harbour master</p></blockquote>",
    "a quotation with a link": '<blockquote><p>We have never seen waves like these.</p><p>— Jon Arden in the <a href="https://post.example/1">Lunda Post</a></p></blockquote>',
    "a box that borrows the class": '<div class="twitter-tweet"><a href="https://lunda.example/story">Read more</a></div>',
    "a page's like box": '<iframe src="https://www.facebook.com/plugins/page.php?href=https://www.facebook.com/lunda"></iframe>',
    "a map": '<iframe src="https://maps.example/embed?pb=1"></iframe>',
    "a related rail": f'<aside class="related"><h3>Related</h3><ul><li><a href="/1">{WORDS}</a></li></ul></aside>',
    "a sidebar with a tweet": f'<div class="sidebar"><h3>From our feed</h3>{QUOTE}</div>',
    "a comment with a tweet": f'<div id="comments"><p>Reader: look at this!</p>{QUOTE}</div>',
    "a footer with a tweet": f"<footer>{QUOTE}</footer>",
    "other articles' data": f"<div data-pages='{html.escape(json.dumps([{'body': QUOTE}]))}'></div>",
    "a script that builds an embed": f"<script>var t = '{QUOTE}';</script>",
}


@pytest.mark.parametrize("markup", NO_POST.values(), ids=NO_POST.keys())
def test_no_post(markup: str) -> None:
    document, posts = page(markup)
    assert posts == ()
    assert "Eleven ships" in document.text


def escaped(markup: str) -> str:
    return html.escape(markup, quote=True)


#: Forms that carry the whole post.
WHOLE = {
    "oEmbed": QUOTE,
    "video": QUOTE.replace("twitter-tweet", "twitter-video"),
    "x.com": QUOTE.replace("twitter.com", "x.com"),
    "mobile": QUOTE.replace("https://twitter.com", "https://mobile.twitter.com"),
    "nitter": QUOTE.replace("https://twitter.com", "https://nitter.net"),
    "class missing": QUOTE.replace(' class="twitter-tweet"', ""),
    "class renamed": QUOTE.replace("twitter-tweet", "post-quote"),
    "class bf-tweet": QUOTE.replace("twitter-tweet", "bf-tweet"),
    "no paragraph": f'<blockquote class="twitter-tweet">{WORDS} {SIGNED}</blockquote>',
    "all in one paragraph": f'<blockquote class="twitter-tweet"><p>{WORDS} {SIGNED}</p></blockquote>',
    "signature in a paragraph": f'<blockquote class="twitter-tweet"><p>{WORDS}</p><p>{SIGNED}</p></blockquote>',
    "signature after a break": f'<blockquote class="twitter-tweet"><p>{WORDS}<br>{SIGNED}</p></blockquote>',
    "two hyphens": QUOTE.replace("&mdash;", "--"),
    "block editor": f'<figure class="wp-block-embed is-provider-twitter"><div class="wp-block-embed__wrapper">{QUOTE}</div></figure>',
    "in a paragraph": f"<p>{QUOTE}</p>",
    "in an aside": f'<aside class="artCmp">{QUOTE}</aside>',
    "in a social box": f'<div class="social-embed social">{QUOTE}</div>',
    "figure with the link": f'<figure class="element element-tweet" data-canonical-url="{STATUS}">{QUOTE}</figure>',
    "structured block": f'<div class="block-embed"><div class="responsive-object">{QUOTE}</div></div>',
    "a frame and its blockquote": f'<div class="twitter-tweet twitter-tweet-rendered"><iframe data-tweet-id="{ID}" src="https://platform.twitter.com/embed/Tweet.html?id={ID}"></iframe></div>{QUOTE}',
    "a stub and a noscript": f'<div class="lazy" data-src="{STATUS}"></div><noscript>{QUOTE}</noscript>',
    "escaped in an attribute": f'<div class="consent" data-content="{escaped(QUOTE)}"><button>Show the post</button></div>',
    "escaped twice": f'<div data-embed="{escaped(escaped(QUOTE))}"></div>',
    "base 64 in an attribute": f'<div class="consent" data-html="{b64encode(QUOTE.encode()).decode()}"></div>',
    "behind a consent box": f'<div class="BorlabsCookie"><div class="content-blocker"><p>Show the post and accept the terms of X.</p></div><div><script type="text/template">{b64encode(QUOTE.encode()).decode()}</script></div></div>',
    "written by a script behind a consent box": f'<div class="embed-privacy-container"><div class="embed-privacy-overlay"><p>Show the post?</p></div><script>var held = {json.dumps({"embed": escaped(QUOTE)})};</script></div>'.replace(
        "/status", "\\\\/status"
    ),
    "in a frame's own markup": f'<iframe srcdoc="{escaped(QUOTE)}"></iframe>',
    "in a template": f"<template>{QUOTE}</template>",
    "in a text script": f'<script type="text/template">{QUOTE}</script>',
    "base 64 in a text script": f'<script type="text/template">{b64encode(QUOTE.encode()).decode()}</script>',
    "hidden until a click": f'<div style="display:none">{QUOTE}</div>',
    "rendered widget": f"""
      <twitter-widget class="twitter-tweet" data-tweet-id="{ID}"><div class="EmbeddedTweet"><blockquote class="Tweet h-entry" cite="{STATUS}">
      <div class="TweetAuthor"><span class="TweetAuthor-name">Port of Lunda</span> <span class="TweetAuthor-screenName">@port_lunda</span></div>
      <p class="Tweet-text e-entry-title">{WORDS}</p>
      <div class="Tweet-metadata dateline"><a href="{STATUS}"><time datetime="2024-05-14T19:28:15+0000">9:28 PM - 14 May 2024</time></a></div>
      <ul class="Tweet-actions"><li>12</li><li>Reply</li></ul></blockquote></div></twitter-widget>""",
    "a static card": f"""
      <div class="react-tweet-theme tweet-container_root__0rJLq"><article><div class="tweet-header_header__CXzdi"><a href="{STATUS}"><img alt="Port of Lunda" src="a.jpg"></a>
      <div><a href="{STATUS}" class="tweet-header_authorLink__qj8Ya"><div class="tweet-header_authorLinkText__y6HdU"><span title="Port of Lunda">Port of Lunda</span></div></a>
      <div><a class="tweet-header_username__UebZb" href="{STATUS}"><span>@port_lunda</span></a><span>·</span><a href="https://twitter.com/intent/follow?screen_name=port_lunda">Follow</a></div></div></div>
      <p class="tweet-body_root__ChzUj" lang="en"><span>{WORDS.replace(" #Lunda", "")} </span><a href="https://twitter.com/hashtag/Lunda">#Lunda</a></p>
      <div class="tweet-info_info__ll_kH"><a href="{STATUS}"><time datetime="2024-05-14T19:28:15.000Z">7:28 PM · May 14, 2024</time></a></div>
      <div><span>152</span><span>Reply</span></div><a href="{STATUS}">Read 12 replies</a></article></div>""",
    "a mirror's card": f"""
      <div class="tweet-body"><div class="tweet-header"><div class="fullname-and-username"><a class="fullname" href="https://nitter.net/port_lunda">Port of Lunda</a><a class="username" href="https://nitter.net/port_lunda">@port_lunda</a></div>
      <span class="tweet-date"><a href="https://nitter.net/port_lunda/status/{ID}#m">14 May 2024</a></span></div><div class="tweet-content media-body">{WORDS}</div><div class="tweet-stats"><span>3</span><span>12</span></div></div>""",
    "cited": f'<blockquote cite="{STATUS}"><p>{WORDS}</p><footer>— <cite><a href="{STATUS}">Port of Lunda (@port_lunda) May 14, 2024</a></cite></footer></blockquote>',
    "printed as code": f"<p>{html.escape(QUOTE)}</p>",
    "a publisher's card": f"""
      <div class="c-embed-card" data-tweet-url="{STATUS}"><header><span>Port of Lunda</span><br><span>@port_lunda</span></header>
      <p>{WORDS}</p><a href="{STATUS}">May 14, 2024</a></div>""",
    "a newsletter's card": f"""
      <div class="tweet" data-attrs="{escaped(json.dumps({"url": STATUS + "?s=21", "full_text": WORDS, "username": "port_lunda", "name": "Port of Lunda", "date": "Tue May 14 19:28:15 +0000 2024", "quoted_tweet": {}}))}">
      <a href="{STATUS}"><div class="tweet-header"><span class="tweet-author-name">Port of Lunda</span> <span class="tweet-author">@port_lunda</span></div>{WORDS}
      <div class="tweet-footer"><p class="tweet-date">May 14th 2024</p><span class="likes"><span>15</span> Likes</span></div></a></div>""",
    "a newsletter's stub": f"""
      <div class="twitter-embed" data-component-name="Twitter2ToDOM" data-attrs="{escaped(json.dumps({"url": STATUS, "full_text": WORDS, "username": "port_lunda", "name": "Port of Lunda", "date": "2024-05-14T19:28:15.000Z"}))}"></div>""",
}


@pytest.mark.parametrize("markup", WHOLE.values(), ids=WHOLE.keys())
def test_whole_post(markup: str) -> None:
    document, posts = page(markup)
    assert [post.status_id for post in posts] == [ID]
    post = posts[0]
    assert (post.platform, post.text, post.author_name, post.handle) == (
        "x",
        WORDS,
        "Port of Lunda",
        "port_lunda",
    )
    assert post.posted == date(2024, 5, 14)
    assert post.hashtags == ("Lunda",)
    assert post.body is not None
    assert post.body.of(document.text) == WORDS
    assert post.span is not None
    assert post.span.of(document.text).startswith(WORDS)
    assert "port_lunda" in post.span.of(document.text)
    if post.shown_date_span is not None:
        assert post.shown_date_span.of(document.text) == post.shown_date
    kinds = [segment.kind for segment in document.segments if segment.span.overlaps(post.span)]
    assert kinds == ["post"]
    assert "Show the post" not in document.text


#: Forms that name the post and no more.
NAMED = {
    "frame": f'<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id={ID}&amp;lang=en"></iframe>',
    "frame without address": f'<iframe id="twitter-widget-0" class="twitter-tweet twitter-tweet-rendered" data-tweet-id="{ID}"></iframe>',
    "frame of the status": f'<iframe src="{STATUS}"></iframe>',
    "lazy frame": f'<iframe data-src="https://platform.twitter.com/embed/index.html?id={ID}" src="about:blank"></iframe>',
    "frame of an embedding service": f'<iframe src="https://cdn.embedly.example/widgets/media.html?type=text&amp;url={STATUS.replace(":", "%3A").replace("/", "%2F")}&amp;schema=twitter"></iframe>',
    "amp": f'<amp-twitter width="375" height="472" layout="responsive" data-tweetid="{ID}"></amp-twitter>',
    "amp with a link for an id": f'<amp-twitter data-tweetid="{STATUS}"></amp-twitter>',
    "blockquote with a link alone": f'<blockquote class="twitter-tweet" lang="en"><a href="{STATUS}"></a></blockquote>',
    "blockquote with a label": f'<blockquote class="twitter-tweet"><a href="{STATUS}">Tweet may have been deleted <span class="sr-only">(opens in a new tab)</span></a></blockquote>',
    "data-src": f'<div class="lazy-embed" data-src="{STATUS}"></div>',
    "data-url": f'<div class="embed" data-type="tweet" data-url="{STATUS}"></div>',
    "data-oembed-url": f'<div data-oembed-url="{STATUS}"><a href="{STATUS}"></a></div>',
    "data-resourceurl": f'<div class="embedInner Twitter" data-provider="Twitter" data-resourceurl="{STATUS}"></div>',
    "data-href": f'<div class="twitter-lazy" data-href="{STATUS}"></div>',
    "data-tweetid": f'<div class="js-tweet" data-tweetid="{ID}"><a class="js-alt" href="{STATUS}"></a></div><a class="twitter-link" href="{STATUS}" style="display: none"></a>',
    "data-tweet-id": f'<div data-tweet-id="{ID}"></div>',
    "link card": f'<p><a class="embedly-card" href="{STATUS}">Port of Lunda on Twitter</a></p>',
    "an element of its own": f'<embetty-tweet status="{ID}"></embetty-tweet>',
    "a span": f'<p><span class="embed-tweet" data-tweet-id="{ID}"></span></p>',
    "a link that is an embed": f'<p><a class="twitter-tweet" href="{STATUS}">Tweet</a></p>',
    "an opt-in element": f'<a-opt-in type="Twitter"><template data-src="{STATUS}"></template><p>Show the post</p></a-opt-in>',
    "data-embed-id": f'<div class="embed embed--twitter" data-embed-id="{ID}"></div>',
    "percent-encoded": f'<figure class="tmblr-embed" data-provider="twitter" data-url="{STATUS.replace(":", "%3A").replace("/", "%2F")}"></figure>',
    "oembed element": f'<figure class="media"><oembed url="{STATUS}"></oembed></figure>',
    "bare link": f"<p>{STATUS}</p>",
    "link-only paragraph": f'<p><a href="{STATUS}">{STATUS}</a></p>',
    "link-only paragraph, cut": f'<p><a href="{STATUS}">twitter.com/port_lunda/sta…</a></p>',
    "block editor, not rendered": f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n{STATUS}\n</div></figure>',
    "a link in an embed's box": f'<div class="embed-twitter"><a href="{STATUS}">Tweet</a></div>',
}


@pytest.mark.parametrize("markup", NAMED.values(), ids=NAMED.keys())
def test_named_post(markup: str) -> None:
    document, posts = page(markup)
    assert [(post.platform, post.status_id) for post in posts] == [("x", ID)]
    assert posts[0].text is None
    assert posts[0].body is None
    assert posts[0].posted == date(2024, 5, 14)
    assert posts[0].posted_from == "id"
    assert posts[0].url
    assert posts[0].span is not None
    assert posts[0].span.of(document.text).strip() in ("", posts[0].url)
    assert "Eleven ships" in document.text


def test_a_post_signed_with_its_handle_alone() -> None:
    _, posts = page(
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p><p>—\u200a<a href="{STATUS}">@port_lunda</a></p></blockquote>'
    )
    assert [(post.text, post.handle, post.author_name, post.status_id) for post in posts] == [
        (WORDS, "port_lunda", None, ID)
    ]


def test_a_post_whose_date_is_no_link() -> None:
    _, posts = page(
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p>— Port of Lunda (@port_lunda) May 14, 2024</blockquote>'
    )
    assert [(post.text, post.handle, post.posted, post.status_id) for post in posts] == [
        (WORDS, "port_lunda", date(2024, 5, 14), None)
    ]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ar", "١٤ مايو، ٢٠٢٤"),
        ("ja", "2024年5月14日"),
        ("de", "14. Mai 2024"),
        ("fr", "14 mai 2024"),
        ("es", "14 de mayo de 2024"),
        ("ru", "14 мая 2024 г."),
        ("pl", "14 maja 2024"),
        ("tr", "14 Mayıs 2024"),
    ],
)
def test_dates_in_other_languages(language: str, shown: str) -> None:
    document, posts = page(
        f'<blockquote class="twitter-tweet" data-lang="{language}"><p>{WORDS}</p>&mdash; Port of Lunda (@port_lunda) <a href="{STATUS}">{shown}</a></blockquote>'
    )
    assert [(post.posted, post.posted_from, post.shown_date) for post in posts] == [
        (date(2024, 5, 14), "shown", shown)
    ]
    assert posts[0].shown_date_span is not None
    assert posts[0].shown_date_span.of(document.text) == shown


def test_a_date_that_can_be_two_days_is_settled_by_the_id() -> None:
    near = str(((1_712_102_400_000 - 1_288_834_974_657) << 22) + 5)  # 3 April 2024, 00:00 UTC
    _, posts = page(QUOTE.replace(ID, near).replace("May 14, 2024", "04/03/2024"))
    assert posts[0].posted == date(2024, 4, 3)


def test_posts_that_no_markup_tells_from_the_prose() -> None:
    signed = f'&mdash; Port of Lunda (@port_lunda) <a href="{STATUS}">May 14, 2024</a>'
    document, posts = page(
        f"<p>The port wrote on X:</p><p>{WORDS}</p><p>{signed}</p>{QUOTE.replace(ID, '1790469284395950000')}"
    )
    assert [(post.id, post.text, post.handle, post.posted) for post in posts] == [
        ("p1", WORDS, "port_lunda", date(2024, 5, 14)),
        ("p2", WORDS, "port_lunda", date(2024, 5, 14)),
    ]
    assert (posts[0].status_id, posts[0].url) == (ID, STATUS)
    assert posts[0].span is not None
    assert [s.kind for s in document.segments] == ["headline", "prose", "post", "prose", "post", "prose"]
    assert [s.span.end for s in document.segments[:-1]] == [s.span.start for s in document.segments[1:]]


def test_a_mention_in_the_prose_is_no_post() -> None:
    _, posts = page(
        "<p>Jon Arden (@jonarden), the harbour master, said on May 14, 2024 that he had warned of it.</p>"
    )
    assert posts == ()


def test_link_card_with_words() -> None:
    document, posts = page(
        f'<blockquote class="embedly-card"><h4><a href="{STATUS}">Port of Lunda on Twitter</a></h4>'
        f"<p>“The crane runs again.”</p></blockquote>"
    )
    assert [(post.text, post.handle, post.status_id) for post in posts] == [
        ("The crane runs again.", "port_lunda", ID)
    ]
    assert posts[0].body is not None
    assert posts[0].body.of(document.text) == "The crane runs again."
