"""Tails signed by a link; first, lines with a link that sign nothing."""

import pytest

from reconcile.reading import read_document
from reconcile.reading.linked_tails import find_linked_tails

NONE = [
    "See https://t.me/a_channel/12 for what was said on 13 Aug 2025.",
    "Read it at t.me/a_channel/12",
    "t.me/a_channel/12 · 13 Aug 2025",
    "Port of Lisk | https://x.com/lisk | May 2, 2024",
    "Port of Lisk | https://news.example/lisk/12 | May 2, 2024",
    "https://x.com/i/status/1786000000000000000 | Port of Lisk | May 2, 2024",
    "The mayor @mayor_orme spoke on 13 August 2025.",
    "Thanks @portoflisk · see you on 13 Aug 2025 · bring a coat, a hat and tea.",
    "@portoflisk · 13 Aug 2025",
    "Orme Rescue @ormerescue",
    "Write to press@lisk.example · Port of Lisk · 13 Aug 2025",
]


@pytest.mark.parametrize("text", NONE)
def test_no_tail(text: str) -> None:
    assert list(find_linked_tails(text)) == []


@pytest.mark.parametrize(
    ("text", "name", "handle"),
    [
        ("Mayor of Orme · t.me/mayor_orme/118 · 13 Aug 2025, 18:26", "Mayor of Orme", "mayor_orme"),
        (
            "— Port of Lisk | https://x.com/lisk/status/1786000000000000000 | May 2, 2024",
            "Port of Lisk",
            "lisk",
        ),
        ("Orme Rescue @ormerescue · 13 Aug 2025", "Orme Rescue", "ormerescue"),
        ("Yard @yard@social.example · 19 March 2025, 11:20", "Yard", "yard@social.example"),
        ("— Orme Rescue @ormerescue August 13, 2025", "Orme Rescue", "ormerescue"),
        ("— Orme Rescue, @ormerescue, on Twitter, August 13, 2025", "Orme Rescue", "ormerescue"),
        ("13.08.2025 – Orme Rescue – https://t.me/orme_rescue/7", "Orme Rescue", "orme_rescue"),
    ],
)
def test_a_line_of_name_link_and_date(text: str, name: str, handle: str) -> None:
    [tail] = find_linked_tails(text)
    assert (tail.name, tail.handle) == (name, handle)
    assert tail.shown is not None


def test_the_body_stands_above() -> None:
    text = (
        "The mayor told people to stay at home.\n\n"
        "Friends, the trams stand still until noon. Water at the stadium, gate 2!\n"
        "Mayor of Orme · t.me/mayor_orme/118 · 13 Aug 2025, 18:26\n\n"
        "The fire was out in two hours."
    )
    _, [post] = read_document(text)
    assert (post.platform, post.handle, post.status_id) == ("telegram", "mayor_orme", "118")
    assert post.text == "Friends, the trams stand still until noon. Water at the stadium, gate 2!"
    assert str(post.posted) == "2025-08-13"


@pytest.mark.parametrize(
    "tail",
    [
        "— Port of Lisk (@portoflisk) on X, June 12, 2023",
        "— Port of Lisk (@portoflisk) via Truth Social 12 June 2023",
        "— Port of Lisk @portoflisk June 12, 2023",
    ],
)
def test_the_platform_may_stand_in_a_tail(tail: str) -> None:
    body = "The new pier is open! Come and see it, bring the kids. #Lisk"
    _, [post] = read_document(
        f"The city opened a pier on Monday.\n\n{body}\n{tail}\n\nIt cost 3 million euros."
    )
    assert post.text == body
    assert (post.author_name, post.handle, str(post.posted)) == ("Port of Lisk", "portoflisk", "2023-06-12")
