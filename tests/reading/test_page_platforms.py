"""Posts of each platform in pages, as the platform's own embed dialog and oEmbed answer give them."""

# ruff: noqa: E501  # markup as it stands in pages

from __future__ import annotations

import html
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Document, Post
from reconcile.reading import read_document

LEAD = "<h1>Ferry runs again</h1><p>The ferry between Lunda and Orla runs again from Monday, the line said on Friday.</p>"
REST = (
    "<p>It had been in the yard for eleven weeks, twice as long as planned, because a part was missing.</p>"
)


def page(embed: str) -> tuple[Document, tuple[Post, ...]]:
    return read_document(f"<!doctype html><html><body><article>{LEAD}{embed}{REST}</article></body></html>")


def only(embed: str) -> Post:
    document, posts = page(embed)
    assert len(posts) == 1
    post = posts[0]
    assert post.span is not None
    if post.text:
        assert post.body is not None
        assert post.body.of(document.text) == post.text
    assert document.text.endswith("because a part was missing.")
    return post


BLUESKY = """<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abcdefghij/app.bsky.feed.post/3l25zusnsfctk" data-bluesky-cid="bafyrei">
<p lang="en">Back in the water!<br><br>First boat: Monday, 7 am. 🚢</p>&mdash; {author} <a href="https://bsky.app/profile/did:plc:abcdefghij/post/3l25zusnsfctk?ref_src=embed">{date}</a></blockquote>
<script async src="https://embed.bsky.app/static/embed.js"></script>"""
PROFILE = '<a href="https://bsky.app/profile/did:plc:abcdefghij?ref_src=embed">'


@pytest.mark.parametrize(
    "author",
    [
        f"Lunda Line ({PROFILE}@line.lunda.example</a>)",
        f"{PROFILE}Lunda Line (@line.lunda.example)</a>",
        "Lunda Line (@line.lunda.example)",
    ],
)
@pytest.mark.parametrize("shown", ["August 20, 2024 at 4:31 PM", "2024-08-20T16:31:35.793Z"])
def test_bluesky(author: str, shown: str) -> None:
    post = only(BLUESKY.format(author=author, date=shown))
    assert (post.platform, post.status_id, post.handle, post.author_name) == (
        "bluesky",
        "3l25zusnsfctk",
        "line.lunda.example",
        "Lunda Line",
    )
    assert post.text == "Back in the water!\n\nFirst boat: Monday, 7 am. 🚢"
    assert (post.posted, post.posted_from) == (date(2024, 8, 20), "shown")


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://embed.bsky.app/embed/did:plc:abcdefghij/app.bsky.feed.post/3l25zusnsfctk?id=1"></iframe>',
        '<div data-bluesky-uri="at://did:plc:abcdefghij/app.bsky.feed.post/3l25zusnsfctk"></div>',
        '<p><a href="https://bsky.app/profile/line.lunda.example/post/3l25zusnsfctk">https://bsky.app/profile/line.lunda.example/post/3l25zusnsfctk</a></p>',
    ],
)
def test_bluesky_named(markup: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.text, post.posted_from) == (
        "bluesky",
        "3l25zusnsfctk",
        None,
        "id",
    )


def test_bluesky_in_a_newsletter() -> None:
    fields = {
        "postId": "3l25zusnsfctk", "authorName": "Lunda Line", "authorHandle": "line.lunda.example", "text": "Back in the water!",
        "createdAt": "2024-08-20T16:31:35.793Z", "uri": "at://did:plc:abcdefghij/app.bsky.feed.post/3l25zusnsfctk",
    }  # fmt: skip
    post = only(
        f'<div class="bluesky-wrap outer" data-attrs="{html.escape(json.dumps(fields))}" data-component-name="BlueskyCreateBlueskyEmbed">'
        '<iframe src="https://embed.bsky.app/embed/did:plc:abcdefghij/app.bsky.feed.post/3l25zusnsfctk"></iframe></div>'
    )
    assert (post.text, post.handle, post.author_name) == (
        "Back in the water!",
        "line.lunda.example",
        "Lunda Line",
    )
    assert (post.posted, post.posted_from) == (date(2024, 8, 20), "data")


MASTODON = '<blockquote class="mastodon-embed" data-embed-url="https://town.example/@line/113317812633604711/embed">{}</blockquote>'
MASTODON_URL = "https://town.example/@line/113317812633604711"


def test_mastodon_with_its_words() -> None:
    post = only(
        MASTODON.format(
            f'<p>Back in the water!</p>&mdash; Lunda Line (<a href="https://town.example/@line">@line@town.example</a>) <a href="{MASTODON_URL}"><time datetime="2024-10-16T15:30:00Z">Oct 16, 2024, 15:30</time></a>'
        )
    )
    assert (post.platform, post.text, post.handle, post.author_name) == (
        "mastodon",
        "Back in the water!",
        "line@town.example",
        "Lunda Line",
    )
    assert post.posted == date(2024, 10, 16)
    assert post.posted_at is not None
    assert post.posted_at.isoformat() == "2024-10-16T15:30:00+00:00"


@pytest.mark.parametrize(
    "markup",
    [
        MASTODON.format(
            f'<a href="{MASTODON_URL}"><svg viewBox="0 0 79 75"><path d="M63"/></svg> <div style="color: #787588;">Post by @line@town.example</div> <div>View on Mastodon</div></a>'
        ),
        f'<iframe src="{MASTODON_URL}/embed" class="mastodon-embed" width="400"></iframe><script src="https://town.example/embed.js"></script>',
    ],
)
def test_mastodon_named(markup: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.handle, post.text) == (
        "mastodon",
        "113317812633604711",
        "line@town.example",
        None,
    )
    assert post.posted == date(2024, 10, 16)


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://truthsocial.com/@line/113317812633604711/embed" class="truthsocial-embed" width="600"></iframe>',
        '<blockquote class="truthsocial-embed"><a href="https://truthsocial.com/@line/posts/113317812633604711"></a></blockquote>',
    ],
)
def test_truth_social(markup: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.handle, post.text) == (
        "truthsocial",
        "113317812633604711",
        "line",
        None,
    )


def test_threads() -> None:
    url = "https://www.threads.net/@lundaline/post/C8abcDEF123"
    post = only(
        f'<blockquote class="text-post-media" data-text-post-permalink="{url}" data-text-post-version="0" id="ig-tp-C8abcDEF123"><a href="{url}"><div><svg aria-label="Threads"></svg></div><div>Post by @lundaline</div><div>View on Threads</div></a></blockquote>'
    )
    assert (post.platform, post.status_id, post.handle, post.text) == (
        "threads",
        "C8abcDEF123",
        "lundaline",
        None,
    )


INSTAGRAM = """<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.instagram.com/p/CEWsh68Kc5C/?utm_source=ig_embed&amp;utm_campaign=loading" data-instgrm-version="14" style="background:#FFF"><div style="padding:16px;"> <a href="https://www.instagram.com/p/CEWsh68Kc5C/" target="_blank"> <div style="display: flex;"><div></div></div><svg width="50px"><g><path d="M556"/></g></svg><div>{label}</div></a>{caption}<p style="color:#c9c8cd;">{footer}</p></div></blockquote>"""
LINK = '<a href="https://www.instagram.com/p/CEWsh68Kc5C/" target="_blank">'


@pytest.mark.parametrize(
    ("label", "footer"),
    [
        ("View this post on Instagram", f"{LINK}A post shared by Lunda | Line (@lunda.line)</a>"),
        (
            "Sieh dir diesen Beitrag auf Instagram an",
            f"{LINK}Ein Beitrag geteilt von Lunda | Line (@lunda.line)</a>",
        ),
        (
            "Ver esta publicación en Instagram",
            f"{LINK}Una publicación compartida de Lunda | Line (@lunda.line)</a>",
        ),
        (
            "Voir cette publication sur Instagram",
            f"{LINK}Une publication partagée par Lunda | Line (@lunda.line)</a>",
        ),
        ("この投稿をInstagramで見る", f"{LINK}Lunda | Line(@lunda.line)がシェアした投稿</a>"),
        ("Bu gönderiyi Instagram'da gör", f"{LINK}Lunda | Line (@lunda.line)'in paylaştığı bir gönderi</a>"),
        (
            "View this post on Instagram",
            'A post shared by <a href="https://www.instagram.com/lunda.line/">Lunda | Line</a> (@lunda.line) on <time datetime="2020-08-26T13:43:27+00:00">Aug 26, 2020 at 6:43am PDT</time>',
        ),
        (
            "Sieh dir diesen Beitrag auf Instagram an",
            'Ein Beitrag geteilt von <a href="https://www.instagram.com/lunda.line/">Lunda | Line</a> (@lunda.line) am <time datetime="2020-08-26T13:43:27+00:00">Aug 26, 2020 um 6:43 PDT</time>',
        ),
    ],
)
@pytest.mark.parametrize("captioned", [True, False])
def test_instagram(label: str, footer: str, captioned: bool) -> None:
    caption = f"<p>{LINK}Eleven weeks in the yard.<br>Back on Monday! #ferry</a></p>" if captioned else ""
    post = only(INSTAGRAM.format(label=label, footer=footer, caption=caption))
    assert (post.platform, post.status_id, post.handle, post.author_name) == (
        "instagram",
        "CEWsh68Kc5C",
        "lunda.line",
        "Lunda | Line",
    )
    assert post.text == ("Eleven weeks in the yard.\nBack on Monday! #ferry" if captioned else None)
    assert post.posted == date(2020, 8, 26)


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe class="instagram-media instagram-media-rendered" src="https://www.instagram.com/p/CEWsh68Kc5C/embed/captioned/?cr=1&amp;v=14"></iframe>',
        '<amp-instagram data-shortcode="CEWsh68Kc5C" data-captioned layout="responsive"></amp-instagram>',
        '<blockquote data-instgrm-permalink="https://www.instagram.com/p/CEWsh68Kc5C/"><div><a href="https://www.instagram.com/p/CEWsh68Kc5C/">View this post on Instagram</a></div></blockquote>',
    ],
)
def test_instagram_named(markup: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.text, post.posted_from) == (
        "instagram",
        "CEWsh68Kc5C",
        None,
        "id",
    )


FACEBOOK = "https://www.facebook.com/lundaline/posts/1392986045"


def test_facebook_with_its_words() -> None:
    post = only(
        f'<div id="fb-root"></div><div class="fb-post" data-href="{FACEBOOK}" data-width="500"><div class="fb-xfbml-parse-ignore"><blockquote cite="{FACEBOOK}"><p>Back in the water!</p>Posted by <a href="https://www.facebook.com/lundaline">Lunda Line</a> on&nbsp;<a href="{FACEBOOK}">Friday, 14 June 2024</a></blockquote></div></div>'
    )
    assert (post.platform, post.status_id, post.text, post.author_name, post.handle) == (
        "facebook",
        "1392986045",
        "Back in the water!",
        "Lunda Line",
        "lundaline",
    )
    assert (post.posted, post.shown_date) == (date(2024, 6, 14), "Friday, 14 June 2024")


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="fb-post" data-href="{FACEBOOK}"></div>',
        '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Flundaline%2Fposts%2F1392986045&amp;width=500"></iframe>',
        f'<amp-facebook data-href="{FACEBOOK}"></amp-facebook>',
    ],
)
def test_facebook_named(markup: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.handle, post.text, post.posted) == (
        "facebook",
        "1392986045",
        "lundaline",
        None,
        None,
    )


def test_tiktok() -> None:
    post = only(
        '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@lunda.line/video/6718335390845095173" data-video-id="6718335390845095173"> <section> <a target="_blank" title="@lunda.line" href="https://www.tiktok.com/@lunda.line?refer=embed">@lunda.line</a> <p>Back in the water <a title="ferry" href="https://www.tiktok.com/tag/ferry?refer=embed">#ferry</a></p> <a href="https://www.tiktok.com/music/original-sound-1">♬ original sound - Lunda Line</a> </section> </blockquote>'
    )
    assert (post.platform, post.status_id, post.handle, post.text) == (
        "tiktok",
        "6718335390845095173",
        "lunda.line",
        "Back in the water #ferry",
    )
    assert (post.posted, post.posted_from) == (date(2019, 7, 27), "id")


@pytest.mark.parametrize(
    "markup",
    [
        '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="lunda_line/123" data-width="100%"></script>',
        '<iframe id="telegram-post-lunda_line-123" src="https://t.me/lunda_line/123?embed=1&amp;mode=tme"></iframe>',
    ],
)
def test_telegram_named(markup: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.handle, post.text) == ("telegram", "123", "lunda_line", None)


def test_telegram_rendered() -> None:
    post = only(
        '<div class="tgme_widget_message" data-post="lunda_line/123"><div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/lunda_line"><span>Lunda Line</span></a></div><div class="tgme_widget_message_text">Back in the water!<br/>See you on Monday.</div><div class="tgme_widget_message_footer"><a class="tgme_widget_message_date" href="https://t.me/lunda_line/123"><time datetime="2024-06-14T08:00:00+00:00">Jun 14, 2024 at 08:00</time></a></div></div>'
    )
    assert (post.status_id, post.handle, post.author_name, post.text) == (
        "123",
        "lunda_line",
        "Lunda Line",
        "Back in the water!\nSee you on Monday.",
    )
    assert post.posted == date(2024, 6, 14)


def test_reddit() -> None:
    post = only(
        '<blockquote class="reddit-embed-bq" style="height:316px"><a href="https://www.reddit.com/r/lunda/comments/1x9y8z7/ferry_is_back/">The ferry is back!</a><br> by<a href="https://www.reddit.com/user/harbour_cat/">u/harbour_cat</a> in<a href="https://www.reddit.com/r/lunda/">lunda</a></blockquote>'
    )
    assert (post.platform, post.status_id, post.handle, post.text) == (
        "reddit",
        "1x9y8z7",
        "harbour_cat",
        "The ferry is back!",
    )


@pytest.mark.parametrize(
    ("markup", "platform", "status"),
    [
        (
            '<iframe src="https://www.youtube-nocookie.com/embed/x2Gf04W_ff8?rel=0"></iframe>',
            "youtube",
            "x2Gf04W_ff8",
        ),
        (
            '<amp-youtube data-videoid="x2Gf04W_ff8" layout="responsive"></amp-youtube>',
            "youtube",
            "x2Gf04W_ff8",
        ),
        (
            '<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:share:6422861848344821123"></iframe>',
            "linkedin",
            "6422861848344821123",
        ),
    ],
)
def test_frames_of_others(markup: str, platform: str, status: str) -> None:
    post = only(markup)
    assert (post.platform, post.status_id, post.text) == (platform, status, None)


QUOTED = {
    "url": "https://twitter.com/port_lunda/status/1790469284395951788", "full_text": "At last.", "username": "port_lunda", "name": "Port of Lunda",
    "date": "Tue May 14 19:28:15 +0000 2024",
    "quoted_tweet": {"full_text": "Back in the water!", "username": "lundaline", "name": "Lunda Line"},
}  # fmt: skip


def test_a_quoted_post_is_nested() -> None:
    document, posts = page(f'<div class="tweet" data-attrs="{html.escape(json.dumps(QUOTED))}"></div>')
    outer, inner = posts
    assert (outer.text, outer.handle, outer.parent) == ("At last.", "port_lunda", None)
    assert (inner.text, inner.handle, inner.parent) == ("Back in the water!", "lundaline", outer.id)
    assert outer.span is not None
    assert inner.span is not None
    assert outer.span.holds(inner.span)
    assert inner.body is not None
    assert inner.body.of(document.text) == "Back in the water!"


def test_a_permalink_to_a_host_that_only_looks_like_the_platform_is_kept_as_it_is() -> None:
    post = only(
        '<blockquote class="twitter-tweet"><p>Back in the water!</p>&mdash; Lunda Line (@lundaline) <a href="https://twitter.com.example.net/lundaline/status/1790469284395951788">May 14, 2024</a></blockquote>'
    )
    assert (post.platform, post.handle, post.status_id) == ("x", "lundaline", None)
    assert post.url == "https://twitter.com.example.net/lundaline/status/1790469284395951788"
    assert post.posted == date(2024, 5, 14)


def test_the_handle_shown_is_kept_where_the_link_has_another() -> None:
    post = only(
        '<blockquote class="twitter-tweet"><p>Back!</p>&mdash; Lunda Line (@lundaline) <a href="https://twitter.com/lunda_line/status/1790469284395951788">May 14, 2024</a></blockquote>'
    )
    assert post.handle == "lundaline"
    assert post.url is not None
    assert "/lunda_line/" in post.url


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Lunda | Line 🚢", "lundaline"),
        ("Line (official)", "lundaline"),
        ("Line – Lunda / Orla", "lundaline"),
        ("- Line -", "lundaline"),
        ("תעמוד עם", "12_31_84"),
        ("マツモト（公式）", "keizi_1"),
        ("Jo @ Lunda", "jo"),
        ("A", "a"),
    ],
)
def test_names_of_any_make(name: str, handle: str) -> None:
    post = only(
        f'<blockquote class="twitter-tweet"><p>One — two - three (four) @five</p>&mdash; {name} (@{handle}) <a href="https://twitter.com/{handle}/status/1790469284395951788">14. Mai 2024</a></blockquote>'
    )
    assert (post.author_name, post.handle, post.text) == (
        name,
        handle,
        "One — two - three (four) @five",
    )
    assert post.posted == date(2024, 5, 14)


def test_emoji_images_are_their_emoji() -> None:
    post = only(
        '<blockquote class="twitter-tweet"><p>Back <img class="Emoji Emoji--forText" alt="🚢" src="1.svg"> in the water <img alt="The ferry" src="2.jpg"><img class="wp-smiley" alt=":)" src="3.gif"></p>&mdash; Line (@line) <a href="https://twitter.com/line/status/1790469284395951788">May 14, 2024</a></blockquote>'
    )
    assert post.text == "Back 🚢 in the water :)"


def test_one_post_embedded_twice_in_full_stays_twice() -> None:
    quote = '<blockquote class="twitter-tweet"><p>Back!</p>&mdash; Line (@line) <a href="https://twitter.com/line/status/1790469284395951788">May 14, 2024</a></blockquote>'
    _, posts = page(
        f"{quote}<p>In the afternoon the line repeated it, with a picture of its crew on the car deck.</p>{quote}"
    )
    assert [post.id for post in posts] == ["p1", "p2"]
    _, posts = page(quote + quote)
    assert [post.id for post in posts] == ["p1"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_any_words_come_back(words: str) -> None:
    seen = " ".join(
        words.replace("\u00ad", "").replace("\u200b", "").replace("\u2060", "").replace("\ufeff", "").split()
    )
    markup = f'<blockquote class="twitter-tweet"><p>{html.escape(words)}</p>&mdash; Line (@line) <a href="https://twitter.com/line/status/1790469284395951788">May 14, 2024</a></blockquote>'
    _, posts = page(markup)
    assert len(posts) == 1
    assert (posts[0].text or "") == seen
