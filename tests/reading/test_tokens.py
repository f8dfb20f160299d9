"""Mentions, tags, links, media stubs and length: the cases that twitter-text documents."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.reading.tokens import (
    cashtags_of,
    hashtags_of,
    links_of,
    media_of,
    mention_spans,
    mentions_of,
    weighted_length,
)


@pytest.mark.parametrize(
    "text",
    [
        "no one here",
        "write to desk@lunda.example",
        "@lundaìn is no handle of ours",
        "@http://lunda.example",
        "f!@kn f@@kn f#@kn f$@kn f%@kn f&@kn f*@kn",
        "100@ 5 euros",
        "@",
        "@ lunda",
        "@_@",
    ],
)
def test_no_mention(text: str) -> None:
    assert mentions_of(text) == ()


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@mfa_lunda first", ("mfa_lunda",)),
        ("last @mfa_lunda", ("mfa_lunda",)),
        ("@12345 and @a_b", ("12345", "a_b")),
        ("の@mfa_lundaに着く", ("mfa_lunda",)),
        ("line\n@one\n@two", ("one", "two")),
        ("RT@one RT:@two rt @three", ("one", "two", "three")),
        (".@mfa_lunda: yes (@press)", ("mfa_lunda", "press")),
        ("@MFA and @mfa", ("MFA",)),
        ("＠wide", ("wide",)),
        ("@name.bsky.social!", ("name.bsky.social",)),
        ("@press.lunda.de.", ("press.lunda.de",)),
        ("end @lunda.Then more", ("lunda",)),
        ("@desk@lunda.social, @old", ("desk@lunda.social", "old")),
        ("@lunda/list-name", ("lunda",)),
        ("@lunda's plan", ("lunda",)),
    ],
)
def test_mentions(text: str, handles: tuple[str, ...]) -> None:
    assert mentions_of(text) == handles


@pytest.mark.parametrize("text", ["#1 of #2", "&#39;", "x#y", "#", "# tag", "#a#b", "#http://x.example", "#️⃣"])
def test_no_hashtag(text: str) -> None:
    assert hashtags_of(text) == ()


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#Harbour opens", ("Harbour",)),
        ("(#Harbour)", ("Harbour",)),
        ("#2026vote #vote2026", ("2026vote", "vote2026")),
        ("＃港 #größer #выборы", ("港", "größer", "выборы")),
        ("the day.#Today", ("Today",)),
        ("#Port #port", ("Port",)),
        ("#Portpic.twitter.com/abcdefghij", ("Port",)),
    ],
)
def test_hashtags(text: str, tags: tuple[str, ...]) -> None:
    assert hashtags_of(text) == tags


def test_cashtags() -> None:
    assert cashtags_of("$NVDX up, $BRK.B down, $5 and US$ and a$AP and $toolongname") == ("NVDX", "BRK.B")


@pytest.mark.parametrize(
    "text",
    [
        "http://no-tld",
        "http://-dash.example",
        "it ended.And then",
        "it.so foo.jp",
        "12.30 to 14.15",
        "e.g. this, i.e. that",
        "write to desk@lunda.com",
        "pic.twitter.com/abcdefghij",
    ],
)
def test_no_link(text: str) -> None:
    assert links_of(text) == ()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see http://lunda.example.", ("http://lunda.example",)),
        ("(http://lunda.com)", ("http://lunda.com",)),
        ("http://lunda.com/#a?b=c%20d", ("http://lunda.com/#a?b=c%20d",)),
        ("http://lunda.com/wiki/Orla_(river), too", ("http://lunda.com/wiki/Orla_(river)",)),
        ("http://lunda.com:3000/?a", ("http://lunda.com:3000/?a",)),
        ("http://lunda.com/a, http://lunda.com/b.", ("http://lunda.com/a", "http://lunda.com/b")),
        ("lunda.com lunda.co.jp www.lunda.co.uk", ("lunda.com", "lunda.co.jp", "www.lunda.co.uk")),
        ("t.co/abcde bit.ly/abcde lun.it/a", ("t.co/abcde", "bit.ly/abcde", "lun.it/a")),
        ("見てlunda.com/a/b.html港", ("lunda.com/a/b.html",)),
        ("http://lunda.com/Русские_слова", ("http://lunda.com/Русские_слова",)),
        ("wordhttps://t.co/abcdefghij", ("https://t.co/abcdefghij",)),
        ("https://t.co/abcdefghij#tagpic.twitter.com/abcdefghij", ("https://t.co/abcdefghij",)),
    ],
)
def test_links(text: str, links: tuple[str, ...]) -> None:
    assert links_of(text) == links


def test_media_stubs_stand_where_they_are_stuck() -> None:
    text = "word pic.twitter.com/abcdefghijName (@h) #tagpic.x.com/0123456789— N"
    assert media_of(text) == ("pic.twitter.com/abcdefghij", "pic.x.com/0123456789")


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("a" * 280, 280),
        ("größer", 6),
        ("Привет", 6),
        ("日本", 4),
        ("한국", 4),
        ("👍", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇵🇰🇧🇪", 4),
        ("👍🏽", 2),
        ("5️⃣", 2),
        ("“quoted” – so", 13),
        ("go https://lunda.com/a/very/long/path/that/goes/on", 26),
        ("e\u0301", 1),
        ("@one @two hello", 5),
        ("see pic.twitter.com/abcdefghij", 3),
    ],
)
def test_weighted_length(text: str, weight: int) -> None:
    assert weighted_length(text) == weight


@given(st.text())
def test_spans_lie_in_the_text_and_begin_with_the_sign(text: str) -> None:
    for span in mention_spans(text):
        assert span.of(text)[0] in "@＠"
        assert span.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    ["@", "@a", "@a.", "a.", "#", "#a", "http://a", "http://a.b/", "(", "a@b.", "@a@b.", "a.b/!", "😀", "&#"],
)
@pytest.mark.parametrize("find", [mentions_of, hashtags_of, links_of, media_of, cashtags_of, weighted_length])
def test_hostile_text_costs_little(find: Callable[[str], object], unit: str) -> None:
    text = unit * (25_000 // len(unit))
    find("warm up @a #b http://c.com")
    best = min(_time(find, text) for _ in range(3))
    assert best < 0.05


def _time(find: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    find(text)
    return time.perf_counter() - start
