"""Articles made to size: prose, posts, claims and releases that differ from each other, the same whenever they are made.

A text that is one article over and over would be one sentence and one post over and over: no article is that. So names,
figures, places and days run through their lists.
"""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

from attrs import frozen

_GIVEN = [
    "Ada",
    "Boris",
    "Clara",
    "Dario",
    "Edda",
    "Felix",
    "Greta",
    "Hamid",
    "Irma",
    "Jonas",
    "Katja",
    "Luis",
    "Mona",
]
_ONE = ["Var", "Lind", "Mor", "Tal", "Kess", "Brand", "Sor", "Hol", "Ner", "Dun", "Ast"]
_TWO = [
    "gard",
    "vik",
    "berg",
    "ler",
    "holm",
    "ane",
    "idis",
    "etti",
    "ow",
    "aru",
    "ensen",
    "ova",
    "igan",
    "eld",
]
_PLACES = ["Lisk", "Morvik", "Sorla", "Dunhall", "Asterby", "Kessler Bay", "Holm", "Nerida", "Taldorf"]
_ACTS = [
    "opened the new quay",
    "closed the old tram depot",
    "visited the flooded school",
    "signed the housing contract",
]
_DONE = ["bought {n} buses", "sold {n} flats", "hired {n} nurses", "planted {n} trees", "repaired {n} pumps"]
_SAID = ["said", "announced", "wrote", "added"]
_START = date(2024, 1, 8)


@frozen
class Event:
    """Something that a sentence of the prose tells, and a post or release too."""

    number: int

    @property
    def name(self) -> str:
        """Who did it."""
        n = self.number
        return f"{_GIVEN[n % 13]} {_ONE[n // 13 % 11]}{_TWO[n // 7 % 14]}"

    @property
    def handle(self) -> str:
        """Their account."""
        return self.name.replace(" ", "").casefold() + str(self.number % 97)

    @property
    def day(self) -> date:
        """When."""
        return _START + timedelta(days=self.number % 40)

    @property
    def place(self) -> str:
        """Where."""
        return _PLACES[self.number % 9]

    def told(self) -> str:
        """The two sentences of the prose."""
        n = self.number
        done = _DONE[n % 5].format(n=12 + 7 * n % 900)
        return (
            f"{self.name} {_ACTS[n % 4]} in {self.place} on {self.day:%A}. "
            f"The town {done} for {3 + n % 90} million euros, the mayor's office {_SAID[n % 4]}."
        )

    def posted(self) -> str:
        """The words of the post."""
        n = self.number
        done = _DONE[n % 5].format(n=12 + 7 * n % 900)
        return f"Today I {_ACTS[n % 4]} in {self.place}. We {done} for {3 + n % 90} million euros. Thank you!"


def flat(posts: int, claims: int) -> str:
    """A flat article of that many posts, and of that many pairs of sentences; the posts tell the first of them."""
    paragraphs = [Event(number).told() for number in range(claims)]
    for number in range(posts):
        event = Event(number)
        tail = f"— {event.name} (@{event.handle}) {event.day:%B} {event.day.day}, {event.day.year}"
        paragraphs.insert(2 * number + 1, f"{event.posted()}\n{tail}")
    return "\n\n".join(paragraphs) + "\n"


def page(posts: int, claims: int) -> str:
    """The same as a page, with the posts as embeds, in the furniture that a page has."""
    parts = [f"<p>{escape(Event(number).told())}</p>" for number in range(claims)]
    for number in range(posts):
        event = Event(number)
        link = f"https://twitter.com/{event.handle}/status/{_status(event)}"
        shown = f"{event.day:%B} {event.day.day}, {event.day.year}"
        parts.insert(
            2 * number + 1,
            f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{escape(event.posted())}</p>&mdash; '
            f'{event.name} (@{event.handle}) <a href="{link}">{shown}</a></blockquote>',
        )
    links = "".join(f'<li><a href="/news/{n}">{place}</a></li>' for n, place in enumerate(_PLACES))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A week in towns</title>'
        '<meta property="article:published_time" content="2024-02-20"></head><body>'
        f"<nav><ul>{links}</ul></nav><article><h1>A week in towns</h1>{''.join(parts)}</article>"
        f"<footer><ul>{links}</ul></footer></body></html>"
    )


def release(claims: int) -> str:
    """A press release that tells the same events."""
    told = "\n\n".join(Event(number).told() for number in range(claims))
    return f"Press release, 20 February 2024\n\nTowns report\n\n{told}\n"


def _status(event: Event) -> int:
    """The id that X gives a post of noon on that day."""
    seconds = (event.day - date(1970, 1, 1)).days * 86400 + 43200
    return (seconds * 1000 - 1288834974657) << 22
