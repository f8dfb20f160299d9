"""Posts supplied beside an article, in every form, and what is told of a file that is none."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reconcile.errors import InputError
from reconcile.reading.supplied import read_posts

ID = "1786000000000000000"  # 2 May 2024, 11:49:16 UTC


def written(folder: Path, content: object, name: str = "posts.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        ("", "empty", None),
        (" \n", "empty", None),
        ('{"platform": "x", "text": "one"', "no JSON", 1),
        ('{"platform":"x","text":"one"}\n{"platform":"x","text":', "no JSON", 2),
        ('{"platform":"x","text":"one"}\n\n[1]', "no JSON object", 3),
        ('{"platform":"x","text":"one"}\n{"platform":"x","text":5e3}', "'text'", 2),
        ('{"platform":"x","text":"one"}\n{"colour": "red"}', "no post", 2),
        ('{"handle": "mfa_lunda", "text": "one"}', "platform", 1),
        (
            '[{"platform":"x","text":"a"},{"platform":"x","text":"b","posted":"soon"}]',
            "object 2: 'soon'",
            None,
        ),
        ('{"platform":"x","text":"one","posted":"4/5/2024"}', "'4/5/2024' may be two days", 1),
        ("[]", "no posts", None),
        ("just words", "column for the text", 1),
        ("date,handle\n2024-05-02,mfa", "column for the text", 1),
        ("text,url\nhello,https://lunda.example/1", "platform", 2),
        ("[" * 100_000, "no JSON", 1),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, content: str, problem: str, line: int | None) -> None:
    with pytest.raises(InputError) as raised:
        read_posts(written(tmp_path, content))
    assert problem in str(raised.value)
    assert raised.value.line == line


def test_no_file_and_a_directory(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_posts(tmp_path / "none.json")
    with pytest.raises(InputError, match="directory"):
        read_posts(tmp_path)


def test_our_own_form(tmp_path: Path) -> None:
    lines = [
        {
            "platform": "x",
            "handle": "@mfa_lunda",
            "author_name": "MFA",
            "posted": "2024-05-02",
            "text": "Hi #a",
        },
        {"url": f"https://x.com/mfa_lunda/status/{ID}", "text": "No date @b https://t.co/abcdefghij"},
    ]
    path = written(tmp_path, "\n".join(json.dumps(line) for line in lines) + "\n", "posts.jsonl")
    first, second = read_posts(path)
    assert (first.id, first.origin, first.handle, first.posted) == (
        "p1",
        "supplied",
        "mfa_lunda",
        date(2024, 5, 2),
    )
    assert (first.posted_from, first.hashtags, first.form) == ("data", ("a",), "jsonl")
    assert (second.platform, second.status_id, second.handle) == ("x", ID, "mfa_lunda")
    assert (second.posted, second.posted_from) == (date(2024, 5, 2), "id")
    assert (second.mentions, second.links) == (("b",), ("https://t.co/abcdefghij",))


def test_oembed(tmp_path: Path) -> None:
    answer = {
        "url": f"https://twitter.com/mfa_lunda/status/{ID}",
        "author_name": "MFA Lunda",
        "provider_name": "Twitter",
        "version": "1.0",
        "html": '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">We met &amp; agreed. '
        '<a href="https://t.co/abcdefghij">pic.twitter.com/abcdefghij</a></p>&mdash; MFA Lunda (@mfa_lunda) '
        f'<a href="https://twitter.com/mfa_lunda/status/{ID}?ref_src=x">May 2, 2024</a></blockquote>',
    }
    (post,) = read_posts(written(tmp_path, answer))
    assert post.text == "We met & agreed. pic.twitter.com/abcdefghij"
    assert (post.handle, post.author_name, post.status_id, post.posted) == (
        "mfa_lunda",
        "MFA Lunda",
        ID,
        date(2024, 5, 2),
    )
    assert (post.origin, post.span, post.form) == ("supplied", None, "oembed")


TWEET = {
    "id": int(ID),
    "id_str": ID,
    "created_at": "Thu May 02 11:49:16 +0000 2024",
    "full_text": "We met &amp; agreed https://t.co/abcdefghij",
    "entities": {"media": [{"url": "https://t.co/abcdefghij", "display_url": "pic.twitter.com/klmnopqrst"}]},
}


def test_x_api_1(tmp_path: Path) -> None:
    user = {"screen_name": "mfa_lunda", "name": "MFA Lunda"}
    (post,) = read_posts(written(tmp_path, [TWEET | {"user": user}]))
    assert post.text == "We met & agreed pic.twitter.com/klmnopqrst"
    assert post.posted_at == datetime(2024, 5, 2, 11, 49, 16, tzinfo=UTC)
    assert (post.handle, post.author_name, post.media) == (
        "mfa_lunda",
        "MFA Lunda",
        ("pic.twitter.com/klmnopqrst",),
    )
    assert post.url == f"https://x.com/mfa_lunda/status/{ID}"


def test_x_api_2(tmp_path: Path) -> None:
    answer = {
        "data": [{"id": ID, "text": "Hello", "author_id": "7", "created_at": "2024-05-02T11:49:16.000Z"}],
        "includes": {"users": [{"id": "7", "username": "mfa_lunda", "name": "MFA Lunda"}]},
    }
    (post,) = read_posts(written(tmp_path, answer))
    assert (post.text, post.handle, post.author_name, post.status_id) == (
        "Hello",
        "mfa_lunda",
        "MFA Lunda",
        ID,
    )


def test_x_archive(tmp_path: Path) -> None:
    script = "window.YTD.tweets.part0 = " + json.dumps([{"tweet": TWEET}])
    (post,) = read_posts(written(tmp_path, script, "tweets.js"))
    assert (post.status_id, post.handle, post.posted, post.form) == (ID, None, date(2024, 5, 2), "x-archive")


BLUESKY = {"$type": "app.bsky.feed.post", "text": "Snow!", "createdAt": "2024-05-02T11:49:16.000Z"}


def test_bluesky(tmp_path: Path) -> None:
    view = {
        "uri": "at://did:plc:abc/app.bsky.feed.post/3kabc",
        "author": {"handle": "lunda.bsky.social", "displayName": "Lunda"},
        "record": BLUESKY,
    }
    for content in ({"posts": [view]}, {"feed": [{"post": view}]}, view, {"thread": {"post": view}}):
        (post,) = read_posts(written(tmp_path, content))
        assert (post.platform, post.handle, post.status_id) == ("bluesky", "lunda.bsky.social", "3kabc")
        assert post.url == "https://bsky.app/profile/lunda.bsky.social/post/3kabc"
    (record,) = read_posts(written(tmp_path, BLUESKY))
    assert (record.text, record.handle, record.posted) == ("Snow!", None, date(2024, 5, 2))


def test_mastodon_and_activitypub(tmp_path: Path) -> None:
    status = {
        "id": "112371234567890123",
        "created_at": "2024-05-02T11:49:16.000Z",
        "url": "https://lunda.social/@desk/112371234567890123",
        "content": "<p>One &amp; <a href='x'>#two</a><br>three</p><p>Four</p>",
        "account": {"acct": "desk", "display_name": "The Desk", "url": "https://lunda.social/@desk"},
    }
    (post,) = read_posts(written(tmp_path, status))
    assert (post.text, post.handle, post.hashtags) == (
        "One & #two\nthree\n\nFour",
        "desk@lunda.social",
        ("two",),
    )
    note = {
        "type": "Note",
        "id": "https://lunda.social/users/desk/statuses/112371234567890123",
        "content": "<p>Hello</p>",
        "published": "2024-05-02T11:49:16Z",
        "attributedTo": "https://lunda.social/users/desk",
    }
    for content in (
        note,
        {"type": "Create", "object": note},
        {"type": "OrderedCollection", "orderedItems": [note]},
    ):
        (post,) = read_posts(written(tmp_path, content))
        assert (post.handle, post.status_id, post.text) == (
            "desk@lunda.social",
            "112371234567890123",
            "Hello",
        )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables(tmp_path: Path, delimiter: str) -> None:
    table = delimiter.join(["Network", "Screen Name", "Created At", "Text"]) + "\n"
    table += delimiter.join(["Twitter", "@mfa_lunda", "2024-05-02 11:49", '"Two\nlines"']) + "\n"
    (post,) = read_posts(written(tmp_path, table, "posts.csv"))
    assert (post.platform, post.handle, post.text, post.posted, post.form) == (
        "x",
        "mfa_lunda",
        "Two\nlines",
        date(2024, 5, 2),
        "csv",
    )
