"""What pronouns stand for: the person, or the two, that the sentences before spoke of.

A careful reader's rule, not a parser's: "he", "she" is the subject of the sentence before, where no second
person of the same sentence fits better; "they", "both" after exactly two is the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex
from attrs import define, field

from reconcile.model import Entity, Span

_PRONOUN = regex.compile(
    r"\b(?P<one>he|she|him|her|his|hers)\b|\b(?P<two>they|them|their|the two|both(?: sides)?)\b", regex.I
)


@define
class References:
    """Reads a text sentence by sentence and remembers who was spoken of."""

    entities: Mapping[str, Entity]
    #: The person that a pronoun would mean now, and the two or more that "they" would.
    _person: str | None = field(default=None, init=False)
    _several: tuple[str, ...] = field(default=(), init=False)

    def resolve(
        self, text: str, sentence: Span, mentions: Sequence[tuple[Span, str]], quoted: Sequence[Span]
    ) -> list[tuple[Span, str]]:
        """The mentions of a sentence with its pronouns added, in order, but for those in quotations."""
        found = list(mentions)
        named = [(s, e) for s, e in mentions if self._kind(e) != "place"]
        for match in _PRONOUN.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            if any(q.holds(span) for q in quoted):
                continue
            if match["one"]:
                person = self._last_person_before(named, span) or self._person
                if person:
                    found.append((span, person))
            else:
                found.extend((span, entity) for entity in self._several_before(named, span))
        found.sort(key=lambda pair: (pair[0].start, pair[0].end))
        self._remember(found)
        return found

    def _remember(self, found: Sequence[tuple[Span, str]]) -> None:
        """Keep the first person of the sentence as the one, and its participants as the several."""
        persons = [e for _, e in found if self._kind(e) == "person"]
        if persons:
            self._person = persons[0]
        distinct = tuple(dict.fromkeys(e for _, e in found if self._kind(e) != "place"))
        if len(distinct) >= 2:
            people = tuple(e for e in distinct if self._kind(e) == "person")
            self._several = people if len(people) >= 2 else distinct[:2]

    def _last_person_before(self, named: Sequence[tuple[Span, str]], span: Span) -> str | None:
        """The first person that the sentence named before the pronoun: its subject."""
        return next((e for s, e in named if s.end <= span.start and self._kind(e) == "person"), None)

    def _several_before(self, named: Sequence[tuple[Span, str]], span: Span) -> tuple[str, ...]:
        here = tuple(dict.fromkeys(e for s, e in named if s.end <= span.start))
        return here if len(here) == 2 else (() if here else self._several)

    def _kind(self, entity: str) -> str:
        return self.entities[entity].kind
