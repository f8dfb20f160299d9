"""What pronouns stand for: the person, or the two, that the sentences before spoke of.

A careful reader's rule, not a parser's: "he", "she" is the subject of the sentence before, where no second
person of the same sentence fits better; "they", "both" after exactly two is the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex
from attrs import define, field

from reconcile.model import Entity, Span
from reconcile.text import words_in

_PRONOUN = regex.compile(
    r"\b(?:(?P<one>he|she|him|her|his|hers|the \d{1,2}-year-old)"
    r"|(?P<body>it)(?=\s(?:said|says|wrote|added|announced|tweeted|posted|told|stated|noted|warned|confirmed)\b)"
    r"|(?P<two>they|the two|both(?: sides)?))\b",
    regex.IGNORECASE,
)
#: Every match has one of these words; few sentences do.
_TELLING = frozenset(("he", "she", "him", "her", "his", "hers", "old", "it", "they", "two", "both"))
#: How far into its sentence "they" may stand and still take up the sentence before (characters).
_AT_START = 24


@define
class References:
    """Reads a text sentence by sentence and remembers who was spoken of."""

    entities: Mapping[str, Entity]
    #: The person and the body that a pronoun would mean now.
    _person: str | None = field(default=None, init=False)
    _body: str | None = field(default=None, init=False)
    #: The participants of the sentence before, that "they" would mean.
    _several: tuple[str, ...] = field(default=(), init=False)

    def resolve(
        self, text: str, sentence: Span, mentions: Sequence[tuple[Span, str]], quoted: Sequence[Span]
    ) -> list[tuple[Span, str]]:
        """The mentions of a sentence with its pronouns added, in order, but for those in quotations."""
        found = list(mentions)
        pronouns = (
            ()
            if _TELLING.isdisjoint(words_in(sentence.of(text)))
            else _PRONOUN.finditer(text, sentence.start, sentence.end)
        )
        if not mentions and not pronouns:
            self._several = ()
            return found
        for match in pronouns:
            span = Span(*match.span())
            if any(q.holds(span) for q in quoted):
                continue
            before = [e for s, e in mentions if s.end <= span.start]
            meant: tuple[str | None, ...]
            if match["one"]:
                meant = (self._first(before, "person") or self._person,)
            elif match["body"]:
                meant = (self._first(before, "organization") or self._body,)
            else:
                meant = self._two(before, span.start - sentence.start)
            found.extend((span, entity) for entity in meant if entity)
        found.sort(key=lambda pair: (pair[0].start, pair[0].end))
        self._remember([e for _, e in found])
        return found

    def _remember(self, found: Sequence[str]) -> None:
        """Keep the first person and body of the sentence, and its participants."""
        self._person = self._first(found, "person") or self._person
        self._body = self._first(found, "organization") or self._body
        people = tuple(dict.fromkeys(e for e in found if self._kind(e) == "person"))
        self._several = people if len(people) >= 2 else self._participants(found)[:2]

    def _first(self, found: Sequence[str], kind: str) -> str | None:
        """The first entity of a kind: the subject, as a rule."""
        return next((e for e in found if self._kind(e) == kind), None)

    def _two(self, before: Sequence[str], place: int) -> tuple[str, ...]:
        """Whom "they" means: the two that the sentence has named, or those of the one before it."""
        here = self._participants(before)
        if here:
            return here if len(here) == 2 else ()
        return self._several if len(self._several) >= 2 and place <= _AT_START else ()

    def _participants(self, found: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(e for e in found if self._kind(e) != "place"))

    def _kind(self, entity: str) -> str:
        return self.entities[entity].kind
