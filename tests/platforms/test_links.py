"""What a URL links to on a platform, and the time in an id."""

# ruff: noqa: E501  # a URL is one word

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.platforms import id_time, leaves, parse_link

NOTHING = [
    "",
    "   ",
    "not a link",
    "https://",
    "http://[::1",
    "mailto:press@lunda.example",
    "javascript:void(0)",
    "tel:+32123456",
    "#top",
    "/news/2024/05/",
    "https://lunda.example/",
    # hosts that only look like a platform's
    "https://x.com.example.net/mfa_lunda/status/1786000000000000000",
    "https://twitter.com.status-view.example/mfa_lunda/status/1786000000000000000",
    "https://x.com@evil.example/mfa_lunda/status/1786000000000000000",
    "https://nottwitter.com/mfa_lunda/status/1786000000000000000",
    "https://mytiktok.com/@lunda/video/7380087564788714795",
    # a platform's own pages
    "https://twitter.com/",
    "https://twitter.com/intent/tweet?text=hello&url=https://lunda.example",
    "https://twitter.com/share?url=x",
    "https://twitter.com/hashtag/Lunda",
    "https://twitter.com/search?q=lunda",
    "https://help.twitter.com/en",
    "https://platform.twitter.com/widgets.js",
    "pic.twitter.com/a1b2c3d4e5",
    "https://www.facebook.com/sharer/sharer.php?u=https://lunda.example",
    "https://www.facebook.com/plugins/like.php?href=https://www.facebook.com/lunda/posts/12345",
    "https://www.facebook.com/plugins/page.php?href=https://www.facebook.com/lunda",
    "https://www.instagram.com/explore/tags/lunda/",
    "https://www.instagram.com/embed.js",
    "https://t.me/share/url?url=x",
    "https://t.me/joinchat/AAAA",
    "https://www.reddit.com/r/lunda/",
    "https://www.reddit.com/submit?url=x",
    "https://i.redd.it/abc123.jpg",
    "https://www.youtube.com/embed/videoseries?list=PL1",
    "https://www.youtube.com/feed/subscriptions",
    "https://www.linkedin.com/shareArticle?url=x",
    "https://bsky.app/intent/compose?text=x",
    # paths that look like Mastodon's but are not
    "https://medium.example/@writer/a-title-1234567890ab",
    "https://medium.example/@writer/12",
    "https://medium.example/@writer",
]


@pytest.mark.parametrize("url", NOTHING)
def test_no_platform_link(url: str) -> None:
    assert parse_link(url) is None


@pytest.mark.parametrize(
    ("url", "platform", "handle", "status_id"),
    [
        ("https://twitter.com/mfa_lunda/status/1786?ref_src=twsrc%5Etfw", "x", "mfa_lunda", "1786"),
        ("https://x.com/mfa_lunda/status/1786/photo/1", "x", "mfa_lunda", "1786"),
        ("http://mobile.twitter.com/mfa_lunda/statuses/1786", "x", "mfa_lunda", "1786"),
        ("//twitter.com/mfa_lunda/status/1786", "x", "mfa_lunda", "1786"),
        ("x.com/mfa_lunda/status/1786", "x", "mfa_lunda", "1786"),
        ("https://twitter.com/#!/mfa_lunda/status/1786", "x", "mfa_lunda", "1786"),
        ("https://twitter.com/i/web/status/1786", "x", None, "1786"),
        ("https://twitter.com/statuses/1786", "x", None, "1786"),
        ("https://nitter.net/mfa_lunda/status/1786#m", "x", "mfa_lunda", "1786"),
        ("https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1786&lang=en", "x", None, "1786"),
        ("https://twitter.com/mfa_lunda/status/17a6", "x", "mfa_lunda", "17a6"),
        ("https://twitter.com/mfa_lunda", "x", "mfa_lunda", None),
        ("https://bsky.app/profile/lunda.example/post/3l25zusnsfctk", "bluesky", "lunda.example", "3l25zusnsfctk"),
        ("https://bsky.app/profile/did:plc:abc/post/3l25zusnsfctk?ref_src=embed", "bluesky", None, "3l25zusnsfctk"),
        ("at://did:plc:abc/app.bsky.feed.post/3l25zusnsfctk", "bluesky", None, "3l25zusnsfctk"),
        ("https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3l25zusnsfctk?id=1", "bluesky", None, "3l25zusnsfctk"),
        ("https://bsky.app/profile/lunda.example", "bluesky", "lunda.example", None),
        ("https://town.example/@clerk/103270115826048975", "mastodon", "clerk@town.example", "103270115826048975"),
        ("https://town.example/@clerk/103270115826048975/embed", "mastodon", "clerk@town.example", "103270115826048975"),
        ("https://a.example/@clerk@town.example/103270115826048975", "mastodon", "clerk@town.example", "103270115826048975"),
        ("https://town.example/users/clerk/statuses/103270115826048975", "mastodon", "clerk@town.example", "103270115826048975"),
        ("https://mastodon.social/@clerk", "mastodon", "clerk@mastodon.social", None),
        ("https://truthsocial.com/@lunda/posts/113317812633604711", "truthsocial", "lunda", "113317812633604711"),
        ("https://truthsocial.com/@lunda/113317812633604711/embed", "truthsocial", "lunda", "113317812633604711"),
        ("https://www.threads.net/@lunda/post/C8abcDEF123/embed", "threads", "lunda", "C8abcDEF123"),
        ("https://www.threads.com/t/C8abcDEF123", "threads", None, "C8abcDEF123"),
        ("https://www.instagram.com/p/CYokA48MWDA/?utm_source=ig_embed&amp;utm_campaign=loading", "instagram", None, "CYokA48MWDA"),
        ("https://www.instagram.com/lunda/reel/CYokA48MWDA/", "instagram", "lunda", "CYokA48MWDA"),
        ("https://instagram.com/lunda.harbour/", "instagram", "lunda.harbour", None),
        ("https://www.facebook.com/lunda/posts/1392986", "facebook", "lunda", "1392986"),
        ("https://de-de.facebook.com/permalink.php?story_fbid=139&id=7", "facebook", None, "139"),
        ("https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Flunda%2Fposts%2F139&width=5", "facebook", "lunda", "139"),
        ("https://www.facebook.com/watch/?v=139", "facebook", None, "139"),
        ("https://www.facebook.com/lunda", "facebook", "lunda", None),
        ("https://www.tiktok.com/@lunda.port/video/6718335390845095173", "tiktok", "lunda.port", "6718335390845095173"),
        ("https://www.tiktok.com/embed/v2/6718335390845095173?lang=en", "tiktok", None, "6718335390845095173"),
        ("https://t.me/lunda_port/123?embed=1", "telegram", "lunda_port", "123"),
        ("https://t.me/s/lunda_port/123", "telegram", "lunda_port", "123"),
        ("https://t.me/lunda_port", "telegram", "lunda_port", None),
        ("https://www.reddit.com/r/lunda/comments/1ab2cd/title_here/", "reddit", None, "1ab2cd"),
        ("https://www.reddit.com/r/lunda/comments/1ab2cd/title_here/k9x8y7z/", "reddit", None, "k9x8y7z"),
        ("https://redd.it/1ab2cd", "reddit", None, "1ab2cd"),
        ("https://www.reddit.com/user/lunda_clerk/", "reddit", "lunda_clerk", None),
        ("https://www.youtube.com/watch?v=x2Gf04W_ff8&t=3", "youtube", None, "x2Gf04W_ff8"),
        ("//www.youtube-nocookie.com/embed/x2Gf04W_ff8", "youtube", None, "x2Gf04W_ff8"),
        ("https://youtu.be/x2Gf04W_ff8", "youtube", None, "x2Gf04W_ff8"),
        ("https://www.linkedin.com/embed/feed/update/urn:li:share:6422861848344821123", "linkedin", None, "6422861848344821123"),
        ("https://www.linkedin.com/posts/jo-lunda_ports-activity-6422861848709726123-abcd", "linkedin", "jo-lunda", "6422861848709726123"),
    ],
)  # fmt: skip
def test_link(url: str, platform: str, handle: str | None, status_id: str | None) -> None:
    link = parse_link(url)
    assert link is not None
    assert (link.platform, link.handle, link.status_id) == (platform, handle, status_id)
    again = parse_link(link.url)
    assert again is not None
    assert (again.platform, again.status_id) == (platform, status_id), "the plain form is a link to the same"


@pytest.mark.parametrize(
    ("platform", "status_id"),
    [
        ("x", "29000000000"),  # a counter of October 2010
        ("x", "17860000000000000000000"),
        ("x", "17a6"),
        ("x", "１７８６００００００００００００００"),
        ("x", ""),
        ("bluesky", "3l4tr6q2"),
        ("bluesky", "zzzzzzzzzzzzz"),
        ("mastodon", "12345"),
        ("instagram", "x"),
        ("facebook", "139298604287427"),
        ("telegram", "123"),
        ("reddit", "1ab2cd"),
        ("youtube", "x2Gf04W_ff8"),
        ("no such platform", "1786000000000000000"),
    ],
)
def test_no_time_in_the_id(platform: str, status_id: str) -> None:
    assert id_time(platform, status_id) is None


@pytest.mark.parametrize(
    ("platform", "status_id", "moment"),
    [
        # https://developer.x.com/en/docs/x-api/data-dictionary/object-model/tweet gives this id its date
        ("x", "1212092628029698048", datetime(2019, 12, 31, 19, 26, 16, tzinfo=UTC)),
        # the README of @atcute/tid
        ("bluesky", "3l25zusnsfctk", datetime(2024, 8, 20, 16, 31, 35, tzinfo=UTC)),
        # https://docs.joinmastodon.org/entities/Status/
        ("mastodon", "103270115826048975", datetime(2019, 12, 8, 3, 48, 33, tzinfo=UTC)),
        # media 2384288897814875714, published 2020-08-26T13:43:27Z
        ("instagram", "CEWsh68Kc5C", datetime(2020, 8, 26, 13, 43, 27, tzinfo=UTC)),
    ],
)
def test_time_in_the_id(platform: str, status_id: str, moment: datetime) -> None:
    got = id_time(platform, status_id)
    assert got is not None
    assert got.replace(microsecond=0) == moment


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    link = parse_link(text)
    assert link is None or link.platform in leaves()


@given(st.sampled_from(sorted(leaves())), st.text(alphabet="0123456789abcxyzABC-_", max_size=30))
def test_any_id_is_read_or_left(platform: str, status_id: str) -> None:
    moment = id_time(platform, status_id)
    assert moment is None or moment.tzinfo is UTC
