"""The kinds post.* and handle.permalink, each in both directions: what is genuine comes first."""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve

from reconcile.checks.post import check
from reconcile.model import Account, Document, Dossier, Entity, Link, Post, Segment, Span, Statement

BODY = "The bridge is open again."
TAIL = "— Port of Lunda (@port_lunda) March 13, 2024"
TEXT = f"{BODY} {TAIL}"


def snowflake(moment: datetime) -> str:
    """An X id of `moment`: milliseconds since the epoch of twitter-archive/snowflake, 22 bits up."""
    return str((int(moment.timestamp() * 1000) - 1_288_834_974_657) << 22)


NOON = datetime(2024, 3, 13, 12, 6, tzinfo=UTC)
GENUINE = Post(
    id="p1",
    origin="reproduced",
    platform="x",
    text=BODY,
    span=Span(0, len(TEXT)),
    body=Span(0, len(BODY)),
    author_name="Port of Lunda",
    handle="port_lunda",
    posted=date(2024, 3, 13),
    posted_from="shown",
    shown_date="March 13, 2024",
    url=f"https://twitter.com/port_lunda/status/{snowflake(NOON)}?ref_src=twsrc%5Etfw",
    status_id=snowflake(NOON),
)


def dossier(*posts: Post) -> Dossier:
    document = Document(
        TEXT, (Segment("post", Span(0, len(TEXT))),), "text/plain", "0" * 64, published=date(2024, 3, 14)
    )
    return Dossier(
        document, posts, (), (), (), (), (), texts={"document": TEXT, **{p.id: p.text or "" for p in posts}}
    )


def kinds(*posts: Post) -> list[str]:
    return [d.kind for d in check(dossier(*posts))]


def with_id(moment: datetime, **changes: object) -> Post:
    status = snowflake(moment)
    return evolve(GENUINE, status_id=status, url=f"https://x.com/port_lunda/status/{status}", **changes)


SILENT = [
    pytest.param(GENUINE, id="genuine"),
    pytest.param(with_id(datetime(2024, 3, 14, 11, 0, tzinfo=UTC)), id="a day later in UTC, shown in UTC-12"),
    pytest.param(
        with_id(datetime(2024, 3, 12, 10, 30, tzinfo=UTC)), id="a day earlier in UTC, shown in UTC+14"
    ),
    pytest.param(evolve(GENUINE, posted=None, shown_date=None, posted_from=None), id="no date shown"),
    pytest.param(
        evolve(
            GENUINE, status_id="20", url="https://twitter.com/port_lunda/status/20", posted=date(2006, 3, 21)
        ),
        id="id from before November 2010",
    ),
    pytest.param(
        evolve(GENUINE, url=f"https://twitter.com/i/web/status/{GENUINE.status_id}"), id="link names nobody"
    ),
    pytest.param(
        evolve(GENUINE, url=f"https://mobile.twitter.com/Port_Lunda/status/{GENUINE.status_id}"), id="case"
    ),
    pytest.param(evolve(GENUINE, url=None, status_id=None), id="no link"),
    pytest.param(evolve(GENUINE, url="https://t.co/AbCdEfGhIj", status_id=None), id="short link"),
    pytest.param(
        evolve(GENUINE, url="https://www.foxnet.example/p/1", status_id=None), id="x.com inside a word"
    ),
    pytest.param(evolve(GENUINE, text="ä" * 280), id="280 letters"),
]


@pytest.mark.parametrize("post", SILENT)
def test_genuine_posts_pass(post: Post) -> None:
    assert kinds(post) == []


FOUND = [
    ("post.id-date", with_id(datetime(2024, 3, 15, 0, 1, tzinfo=UTC), posted=date(2024, 3, 13))),
    ("post.id-date", with_id(datetime(2023, 3, 13, 12, 0, tzinfo=UTC))),
    ("post.id-form", evolve(GENUINE, status_id="1" * 23)),
    ("post.id-form", evolve(GENUINE, status_id="17689x")),
    ("post.id-form", with_id(datetime(2026, 1, 1, tzinfo=UTC), posted=None, posted_from=None)),
    (
        "post.permalink",
        evolve(GENUINE, url=f"https://x.com.example.net/port_lunda/status/{GENUINE.status_id}"),
    ),
    ("post.permalink", evolve(GENUINE, url=f"https://x.com-post.net/port_lunda/status/{GENUINE.status_id}")),
    ("post.permalink", evolve(GENUINE, url=f"https://twltter.com/port_lunda/status/{GENUINE.status_id}")),
    ("post.permalink", evolve(GENUINE, url="https://x.com/port_lunda", status_id=None)),
    ("handle.permalink", evolve(GENUINE, url=f"https://x.com/port_press/status/{GENUINE.status_id}")),
    ("handle.permalink", evolve(GENUINE, url=f"https://x.com/port_Iunda/status/{GENUINE.status_id}")),
    ("post.length", evolve(GENUINE, text="word " * 60, posted=date(2021, 5, 1), posted_from=None)),
    ("post.truncated", evolve(GENUINE, text="We are proud to announce that from Monday on the b…")),
    ("post.orphan", evolve(GENUINE, text="")),
    ("post.orphan", evolve(GENUINE, handle=None, author_name=None, status_id=None, url=None)),
]


@pytest.mark.parametrize(("kind", "post"), FOUND)
def test_faults_are_found(kind: str, post: Post) -> None:
    assert kinds(post) == [kind]


def test_the_same_post_twice_is_told_once() -> None:
    assert kinds(GENUINE, evolve(GENUINE, id="p2")) == ["post.duplicate"]


def test_look_alike_letters_are_named() -> None:
    [found] = check(dossier(evolve(GENUINE, url=f"https://x.com/port_Iunda/status/{GENUINE.status_id}")))
    assert "looks the same" in found.message
    assert found.claimed.text == TAIL


def nested(claim_text: str, text: str = "RT @station_lunda: 31 degrees at noon today") -> list[str]:
    """The kinds found where the office (e1) reposted the station (e2) and the prose credits e1."""
    post = evolve(
        GENUINE,
        handle="mayor_lunda",
        text=text,
        url=None,
        status_id=None,
    )
    entities = (
        Entity("e1", "organization", "The mayor's office", accounts=(Account("x", "mayor_lunda"),)),
        Entity("e2", "organization", "Lunda weather station", accounts=(Account("x", "station_lunda"),)),
    )
    claim = Statement("c1", "document", Span(0, 20), claim_text, speaker="e1", entities=("e1",))
    base = dossier(post)
    links = (Link("c1", "p1", Span(0, 10), "supports", 0.9),)
    full = evolve(base, entities=entities, claims=(claim,), links=links)
    return [d.kind for d in check(full)]


def test_reposted_words_belong_to_their_author() -> None:
    assert nested("The mayor's office measured 31 degrees.") == ["post.nesting"]
    assert nested("The mayor's office shared a figure of 31 degrees.") == []
    assert nested("Lunda weather station, the mayor's office said, measured 31 degrees.") == []


def test_words_before_the_repost_are_the_poster_s_own() -> None:
    own = "31 degrees, I am melting. Stay in! RT @station_lunda: hot"
    assert nested("The mayor's office measured 31 degrees.", own) == []
    assert nested("The mayor's office measured 31 degrees.", "Hot! RT @station_lunda: 31 degrees") == [
        "post.nesting"
    ]


def test_an_account_page_on_any_server_is_no_post() -> None:
    page = evolve(
        GENUINE, platform="mastodon", handle="port@lunda.town", url="https://lunda.town/@port", status_id=None
    )
    assert kinds(page) == ["post.permalink"]
    assert kinds(evolve(page, url="https://lunda.town/about")) == []


SUPPLIED = evolve(GENUINE, id="", origin="supplied", span=None, body=None, posted_from="data")
SAME_AS_SUPPLIED = [
    SUPPLIED,
    evolve(SUPPLIED, text=f"{BODY} https://t.co/AbCdEfGhIj"),
    evolve(SUPPLIED, text="The bridge is open  again!"),
    evolve(SUPPLIED, posted=date(2024, 3, 14)),
    evolve(SUPPLIED, handle="Port_Lunda"),
    evolve(SUPPLIED, text=None, posted=None, handle=None),
]


@pytest.mark.parametrize("own", SAME_AS_SUPPLIED)
def test_a_faithful_copy_of_a_supplied_post_passes(own: Post) -> None:
    assert kinds(evolve(GENUINE, supplied=own)) == []


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        (evolve(SUPPLIED, text="The bridge is not open again."), "quote.alteration"),
        (evolve(SUPPLIED, posted=date(2024, 3, 16)), "time.date"),
        (evolve(SUPPLIED, handle="port_lisk"), "handle.spelling"),
    ],
)
def test_what_differs_from_a_supplied_post_is_told(own: Post, kind: str) -> None:
    assert kinds(evolve(GENUINE, supplied=own)) == [kind]
