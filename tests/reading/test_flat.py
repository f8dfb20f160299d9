"""Flat text: where posts begin and end, whose they are, and what the rest is."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Post
from reconcile.reading.flat import read_flat

SHARED = Path(__file__).parents[2].parent / "shared"

BEFORE = "The harbour authority of Lunda opened a third crane on Thursday, it said in a statement.\n\n"
BODY = (
    "Crane three is up and running! Thanks, everyone at the east dock 🏗️ #LundaPort pic.twitter.com/abcdefghij"
)
AFTER = "\n\nThe crane cost 12 million euros and was paid for by the state."
DAY = date(2024, 5, 2)


def posts(text: str, published: date | None = None) -> tuple[Post, ...]:
    document, found = read_flat(text, published=published)
    assert "".join(segment.span.of(document.text) for segment in document.segments) == document.text
    for post in found:
        assert post.span is not None
        assert post.body is None or post.body.of(document.text) == post.text
    return found


def told(post: Post) -> tuple[str, str | None, str | None, date | None, str | None]:
    return post.platform, post.author_name, post.handle, post.posted, post.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "The minister, Lea Moss (@leamoss), said on May 2, 2024 that it was open. Her deputy (@dep) agreed.",
        "By Jon Abara (@jonabara)\n\nMay 2, 2024\n\nThe crane is open, the port said.",
        BEFORE + AFTER.strip() + "\n\n— Jon Abara (@jonabara)",
        BEFORE + '"We are so happy! #LundaPort," Moss wrote on X.' + AFTER,
        "The hashtag #LundaPort trended on Thursday, and the port (@lundaport) was glad.",
        BEFORE + "Follow Jon Abara (@jonabara) on X for more.",
        BEFORE + "He later deleted the tweet:\n\nThe crane is not open yet, the port says.",
        BEFORE + "The port tweeted that the crane was open." + AFTER,
        "Jon Abara\n@jonabara\nMay 2, 2024, 4:22am EDT\nShare this story\nThe crane is open.",
        "Mail desk@lunda.example or see lunda.example.\n\nThe end.",
    ],
)
def test_no_post(text: str) -> None:
    assert posts(text) == ()


@pytest.mark.parametrize(
    "tail",
    [
        "\n\n— Lunda Port (@lundaport) May 2, 2024",
        "\n— Lunda Port (@lundaport) May 2, 2024",
        " — Lunda Port (@lundaport) May 2, 2024",
        "— Lunda Port (@lundaport) May 2, 2024",
        "—Lunda Port (@lundaport)May 2, 2024",
        "\n\n– Lunda Port (@lundaport) May 2, 2024",
        "\n\n- Lunda Port (@lundaport) May 2, 2024",
        " - Lunda Port (@lundaport) May 2, 2024",
        "\n-- Lunda Port (@lundaport) May 2, 2024",
        "&mdash; Lunda Port (@lundaport) May 2, 2024",
        "\n&mdash; Lunda Port (@lundaport) May 2, 2024",
        "\nâ€” Lunda Port (@lundaport) May 2, 2024",
        "\n? Lunda Port (@lundaport) May 2, 2024",
        "\u00a0—\u00a0Lunda Port\u00a0(@lundaport)\u00a0May 2, 2024",
        "\n—\nLunda Port\n(@lundaport)\nMay 2, 2024",
        "\n— Lunda Port (@lundaport)\nMay 2, 2024",
        "\n— Lunda Port (@lundaport)\n\nMay 2, 2024",
        "\n— Lunda Port ( @lundaport ) May 2, 2024",
        "\n— Lunda Port （@lundaport） May 2, 2024",
        "\n— Lunda Port (@lundaport), May 2, 2024",
        "\n— Lunda Port (@lundaport) · May 2, 2024",
        "\n— Lunda Port (@lundaport) on May 2, 2024",
        "\n— Lunda Port (@lundaport) 10:52 PM · May 2, 2024",
        "\n— Lunda Port (@lundaport) 2. Mai 2024",
        "\n— Lunda Port (@lundaport) 2. Mai 2024 um 10:52 Uhr",
        "\n— Lunda Port (@lundaport) 2 мая 2024 г.",
        "\n— Lunda Port (@lundaport) 2024年5月2日",
        "\n— Lunda Port (@lundaport) مايو 2, 2024",
        "\n— Lunda Port (@lundaport) 2024-05-02",
        "\n— Lunda Port (@lundaport) 02.05.2024, 10:52",
        "\n[— Lunda Port (@lundaport) May 2, 2024]",
        "\n* — Lunda Port (@lundaport) May 2, 2024",
        "\n> — Lunda Port (@lundaport) May 2, 2024",
        "\nLunda Port (@lundaport) May 2, 2024",
    ],
)
def test_tails(tail: str) -> None:
    (post,) = posts(BEFORE + BODY + tail + AFTER)
    assert told(post) == ("x", "Lunda Port", "lundaport", DAY, BODY)
    assert post.media == ("pic.twitter.com/abcdefghij",)
    assert post.hashtags == ("LundaPort",)


@pytest.mark.parametrize(
    ("tail", "author", "handle", "platform"),
    [
        ("— Lunda Port (official) 🏗️ | Team (@lundaport)", "Lunda Port (official) 🏗️ | Team", "lundaport", "x"),
        ("— Ada Moss - Port of Lunda (@adamoss)", "Ada Moss - Port of Lunda", "adamoss", "x"),
        ("— Ada Moss — MEP (@adamoss)", "Ada Moss — MEP", "adamoss", "x"),
        ("— Dr. J. R. Moss (@adamoss)", "Dr. J. R. Moss", "adamoss", "x"),
        ("— משרד החוץ (@lundaport)", "משרד החוץ", "lundaport", "x"),
        ("— マツモト (@lundaport)", "マツモト", "lundaport", "x"),
        ("— Lunda Port (@lunda.bsky.social)", "Lunda Port", "lunda.bsky.social", "bluesky"),
        ("— Lunda Port (@port.lunda.gov)", "Lunda Port", "port.lunda.gov", "bluesky"),
        ("— Lunda Port (@port@lunda.social)", "Lunda Port", "port@lunda.social", "mastodon"),
        ("— Lunda Port (t.me/lunda_port)", "Lunda Port", "lunda_port", "telegram"),
    ],
)
def test_names_and_platforms(tail: str, author: str, handle: str, platform: str) -> None:
    (post,) = posts(f"{BEFORE}{BODY}\n{tail} May 2, 2024{AFTER}")
    assert told(post) == (platform, author, handle, DAY, BODY)


@pytest.mark.parametrize(
    ("tail", "day"),
    [
        ("A post shared by Lunda Port (@lunda.port) on May 2, 2024 at 3:04pm PDT", DAY),
        ("A post shared by Lunda Port (@lunda.port)", None),
        ("Ein Beitrag geteilt von Lunda Port (@lunda.port) am Mai 2, 2024 um 12:30 PDT", DAY),
        ("Une publication partagée par Lunda Port (@lunda.port)", None),
        ("Lunda Port (@lunda.port)'in paylaştığı bir gönderi", None),
    ],
)
def test_instagram(tail: str, day: date | None) -> None:
    (post,) = posts(f"{BEFORE}View this post on Instagram\n\n{BODY}\n\n{tail}{AFTER}")
    assert told(post) == ("instagram", "Lunda Port", "lunda.port", day, BODY)


def test_instagram_without_a_caption() -> None:
    (post,) = posts(
        f"{BEFORE}View this post on Instagram\n\nA post shared by Lunda Port (@lunda.port){AFTER}"
    )
    assert (post.platform, post.handle, post.text, post.body) == ("instagram", "lunda.port", "", None)


def test_facebook_and_tiktok() -> None:
    (post,) = posts(
        f"{BEFORE}Crane three is up, we are proud!\n\nPosted by Lunda Port on Thursday, May 2, 2024{AFTER}"
    )
    assert told(post) == ("facebook", "Lunda Port", None, DAY, "Crane three is up, we are proud!")
    (post,) = posts(f"{BEFORE}@lundaport Crane three is up 🏗️ #lunda ♬ original sound - Lunda Port{AFTER}")
    assert told(post) == ("tiktok", "Lunda Port", "lundaport", None, "Crane three is up 🏗️ #lunda")


def test_reddit() -> None:
    for tail in ("by u/dockhand in r/lunda", "byu/dockhand inlunda", "by\nu/dockhand\nin\nlunda"):
        (post,) = posts(f"{BEFORE}Crane three is up and it is huge\n{tail}{AFTER}")
        assert told(post) == ("reddit", None, "dockhand", None, "Crane three is up and it is huge")


def test_the_announcing_line_names_the_platform() -> None:
    text = f"{BEFORE}The port wrote on Truth Social:\n\nCrane three is up, we are proud!"
    text += "\n\n— Lunda Port (@port) May 2, 2024"
    (post,) = posts(text)
    assert post.platform == "truthsocial"
    (post,) = posts(text.replace("Truth Social", "X"))
    assert post.platform == "x"


def test_link_and_id() -> None:
    link = "https://twitter.com/lundaport/status/1786000000000000000?ref_src=twsrc%5Etfw"
    for gap in (" ", " · ", "\n", " | "):
        (post,) = posts(f"{BEFORE}{BODY}\n— Lunda Port (@lundaport) May 2, 2024{gap}{link}{AFTER}")
        assert (post.url, post.status_id) == (link, "1786000000000000000")
        assert post.span is not None
        assert post.span.of(BEFORE + BODY + "\n" + "x" * 300) is not None


def test_the_id_dates_a_post_that_prints_no_year() -> None:
    link = "https://x.com/lundaport/status/1786000000000000000"  # 2 May 2024
    (post,) = posts(f"{BEFORE}{BODY}\n— Lunda Port (@lundaport) May 2 {link}{AFTER}")
    assert post.posted == DAY


@pytest.mark.parametrize(
    ("printed", "published", "day"),
    [
        ("May 2", date(2024, 5, 3), DAY),
        ("Dec 30", date(2024, 1, 2), date(2023, 12, 30)),
        ("May 2", None, None),
        ("02/05/2024", date(2024, 5, 3), DAY),
        ("02/05/2024", None, None),
        ("23/05/2024", None, date(2024, 5, 23)),
    ],
)
def test_dates_that_need_the_article(printed: str, published: date | None, day: date | None) -> None:
    (post,) = posts(f"{BEFORE}{BODY}\n— Lunda Port (@lundaport) {printed}{AFTER}", published)
    assert post.posted == day


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # several paragraphs and lines
        (f"{BEFORE}Thanks to you 🙏\n\nWe did it! #Port\n\n{{}}", "Thanks to you 🙏\n\nWe did it! #Port"),
        (f"{BEFORE}Crane three is up.\nIt lifts 40 tonnes.\n{{}}", "Crane three is up.\nIt lifts 40 tonnes."),
        # prose before the body in its own paragraph, announced or not
        (f"The crane is open. The port wrote on X: {BODY} {{}}", BODY),
        (f"{BEFORE.strip()} {BODY} {{}} More prose follows here.", BODY),
        ("It cost a lot, she said. ‼️ Crane three is OPEN now {} More prose.", "‼️ Crane three is OPEN now"),
        # dashes in the body
        (f"{BEFORE}Crane three — our pride — is up #Port {{}}", "Crane three — our pride — is up #Port"),
        (f"{BEFORE}Crane three - our pride - is up #Port {{}}", "Crane three - our pride - is up #Port"),
        # list marks and quotation marks of mail
        (f"{BEFORE}* {BODY}\n{{}}", BODY),
        (f"{BEFORE}> {BODY}\n{{}}", BODY),
        # an emoji that an encoding lost
        (f"{BEFORE}We are open! ?? #LundaPort {{}}", "We are open! ?? #LundaPort"),
        # a plain body, alone in its paragraph
        (f"{BEFORE}Crane three is up and running.\n\n{{}}", "Crane three is up and running."),
        # a reply
        (f"{BEFORE}@adamoss We are, thank you.\n\n{{}}", "@adamoss We are, thank you."),
    ],
)  # fmt: skip
def test_where_the_body_begins(text: str, body: str) -> None:
    (post,) = posts(text.format("— Lunda Port (@lundaport) May 2, 2024"))
    assert post.text == body


PROSE = (
    "The harbour authority of Lunda has opened a third crane in its east dock. It had been built since 2021."
)


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["Crane three is up."], "Crane three is up."),
        (["We are", "@adamoss", ", and crane three is up.", "#Port"], None),
        (["@adamoss", "We are, thank you."], None),
        (
            ["#Port", "news: crane three is up.", "https://t.co/abcdefghij", "pic.twitter.com/abcdefghij"],
            None,
        ),
        (["Crane one: 20 tonnes", "Crane two: 30 tonnes", "Crane three: 40 tonnes"], None),
        (
            ["Kran drei ist da.", "Er hebt vierzig Tonnen, und wir sind sehr stolz auf das, was er kann."],
            None,
        ),
    ],
)
def test_pages_flattened_line_by_line(lines: list[str], body: str | None) -> None:
    """Every link, mention and tag stands on a line of its own, and no blank line parts the paragraphs."""
    text = "\n".join([PROSE, PROSE, *lines, "— Lunda Port (@lundaport)", "May 2, 2024", PROSE])
    (post,) = posts(text)
    assert post.text == (body or "\n".join(lines))


def test_no_body_is_longer_than_the_platform_allowed() -> None:
    plain = "The crane in the east dock is the largest on this coast and lifts forty tonnes."  # 79
    text = "\n".join([plain, plain, f"{plain}\n— Lunda Port (@lundaport)\nMay 2, 2014", plain])
    (post,) = posts(text)
    assert post.text == plain


def test_a_thread_is_several_posts() -> None:
    tail = "— Lunda Port (@lundaport) May 2, 2024"
    found = posts(f"{BEFORE}1/2 Crane three is up.\n{tail}\n\n2/2 It lifts 40 tonnes.\n{tail}{AFTER}")
    assert [post.text for post in found] == ["1/2 Crane three is up.", "2/2 It lifts 40 tonnes."]
    assert [post.id for post in found] == ["p1", "p2"]


@pytest.mark.parametrize(
    "prose",
    [
        "Lunda Port said on Thursday that it would open the crane.",
        "The crane was opened on Thursday, the harbour master told reporters.",
        "The authority said the crane had been opened. It had reported delays; its spokesman confirmed them.",
    ],
)
def test_a_tail_below_prose_stands_alone(prose: str) -> None:
    (post,) = posts(f"{BEFORE}{prose}\n\n— Lunda Port (@lundaport) May 2, 2024{AFTER}")
    assert (post.text, post.body, post.handle) == ("", None, "lundaport")


def test_a_body_without_a_tail_is_unsure() -> None:
    (post,) = posts(BEFORE + BODY + AFTER)
    assert (post.text, post.handle, post.boundary, post.form) == (BODY, None, "unsure", "body")
    (post,) = posts(f"{BEFORE}The port (@lundaport) tweeted:\n\nWe are so proud of crane three!{AFTER}")
    assert (post.text, post.handle) == ("We are so proud of crane three!", "lundaport")


def test_cards() -> None:
    card = "Lunda Port\n@lundaport\nCrane three is up.\nlunda.example\nCranes of Lunda\n"
    card += "1:25 PM ∙ May 2, 2024\n1,862\nLikes"
    (post,) = posts(f"{PROSE}\n{card}\n{PROSE}")
    assert told(post) == ("x", "Lunda Port", "lundaport", DAY, "Crane three is up.")
    quoting = "Ada Moss\n@adamoss\nSo good.\n" + card
    first, second = posts(f"{PROSE}\n{quoting}\n{PROSE}")
    assert (first.text, second.text, second.parent) == ("So good.", "Crane three is up.", "p1")


def test_segments() -> None:
    text = f"Lunda opens third crane\n\nBy Jon Abara\n\nLUNDA, May 3 - {PROSE}\n\n{BODY}\n"
    text += f"— Lunda Port (@port) May 2, 2024\n\nShare on Facebook\n\n{PROSE}"
    document, _ = read_flat(text)
    assert [(s.kind, s.span.of(text).strip()[:12]) for s in document.segments] == [
        ("headline", "Lunda opens "),
        ("metadata", "By Jon Abara"),
        ("prose", "The harbour "),
        ("post", "Crane three "),
        ("furniture", "Share on Fac"),
        ("prose", "The harbour "),
    ]
    assert (document.published, document.published_from, document.language) == (
        date(2024, 5, 3),
        "dateline",
        "en",
    )


@given(st.text(alphabet=st.sampled_from("ab @#—-()\n.:“”|🏗é1"), max_size=300))
def test_any_text_is_tiled(text: str) -> None:
    posts(text)
    posts(text + "\n— Lunda Port (@lundaport) May 2, 2024\n" + text)


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n— Lunda Port (@lundaport) May 2, 2024\n\n" * 2000,
        "— N (@a) " * 3000,
        "@" * 10_000,
        "(@a)" * 5000,
        "word " * 200_000,
        "The minister said so.\n" * 20_000,
        "“" * 50_000,
        "tweet:\n" * 10_000,
        "Name\n@handle\n" * 5000,
        "♬" * 5000,
        " " * 500_000,
    ],
)
def test_hostile_text_costs_little(text: str) -> None:
    start = time.perf_counter()
    read_flat(text)
    assert time.perf_counter() - start < 3


def test_the_wire_article() -> None:
    path = SHARED / "seed" / "brussels-visit.txt"
    if not path.exists():
        pytest.skip("the wire article is kept beside the project")
    document, found = read_flat(path.read_text("utf-8"))
    assert [(p.author_name, p.handle, p.posted, p.boundary) for p in found] == [
        ("Spokesperson 🇵🇰 MoFA", "ForeignOfficePk", date(2023, 6, 12), "sure")
    ] * 2
    assert [(p.text or "").partition(" ")[0] for p in found] == ["MOS", "MOS"]
    assert [p.media for p in found] == [("pic.twitter.com/XRi3bEZ94N",), ("pic.twitter.com/K2bLUzyQsf",)]
    assert all((p.text or "").endswith(p.media[0]) for p in found)
    assert (document.published, document.published_from) == (date(2023, 6, 12), "stamp")
