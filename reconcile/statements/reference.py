"""What pronouns stand for: the person, or the two, that the sentences before spoke of.

A careful reader's rule, not a parser's: "he", "she" is the subject of the sentence before, where no second
person of the same sentence fits better; whoever was "he" is no "she" later; "they", "both" after exactly two is
the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from attrs import define, field

from reconcile.model import EntityKind, Quotation, Span
from reconcile.patterns import lazy_re

#: How many, or what, a pronoun stands for: a person, a body, or the two of whom was spoken.
_Stands: TypeAlias = Literal["one", "body", "two"]
_STANDS: dict[str, _Stands] = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "old"), "one"),
    "it": "body",
    **dict.fromkeys(("they", "two", "both"), "two"),
}
#: Of whom "he" and "she" are said; "him" and "her" mean no subject of their own sentence, and tell nothing new.
_SEXES: dict[str, Literal["he", "she"]] = {
    **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"),
}
_OBJECTS, _OWNING = frozenset(("him", "her")), frozenset(("his", "her"))
#: So many persons are kept in mind.
_IN_MIND = 4
#: The words without which there is no pronoun, "old" for "the 31-year-old" among them.
PRONOUN_WORDS = frozenset(_STANDS)
_AGE = lazy_re(r"\bthe \d{1,2}-year-\Z", re.I)
_THE = lazy_re(r"\bthe \Z", re.I)
_SIDES = lazy_re(r" sides\b", re.I)
#: A body is "it" only where it speaks.
_SPEAKS = lazy_re(
    r"\s(?:said|says|wrote|added|announced|tweeted|posted|told|stated|noted|warned|confirmed)\b", re.I
)
#: How far into its sentence "they" may stand and still take up the sentence before (characters).
_AT_START = 24


class Pronoun(NamedTuple):
    """A word or two that stand for an entity named before."""

    span: Span
    stands: _Stands
    word: str = ""


def find_pronouns(text: str, telling: Iterable[tuple[str, Span]]) -> list[Pronoun]:
    """Every pronoun of `text` among its telling words, in order; all `PRONOUN_WORDS` must have been sought."""
    found = []
    for word, span in telling:
        stands = _STANDS.get(word)
        if stands is None:
            continue
        if word == "it" and not _SPEAKS.match(text, span.end):
            continue
        if word in ("old", "two"):
            before = (_AGE if word == "old" else _THE).search(text, max(0, span.start - 14), span.start)
            if before is None:
                continue
            span = Span(before.start(), span.end)
        elif word == "both" and (sides := _SIDES.match(text, span.end)):
            span = Span(span.start, sides.end())
        found.append(Pronoun(span, stands, word))
    return found


@define
class References:
    """Reads a text sentence by sentence and remembers who was spoken of."""

    #: The kind of every entity by its id.
    kinds: Mapping[str, EntityKind]
    #: The person and the body that a pronoun would mean now.
    _person: str | None = field(default=None, init=False)
    _body: str | None = field(default=None, init=False)
    #: The participants of the sentence before, that "they" would mean.
    _several: tuple[str, ...] = field(default=(), init=False)
    #: Who was "he" and who "she", and the persons spoken of, the last first.
    _sexes: dict[str, str] = field(factory=dict, init=False)
    _people: list[str] = field(factory=list, init=False)
    #: Whose the subject of the last sentence is: "Her lawyer said that she would appeal".
    _owner: str | None = field(default=None, init=False)

    def resolve(
        self,
        sentence: Span,
        mentions: Sequence[tuple[Span, str]],
        pronouns: Sequence[Pronoun],
        quotations: Sequence[Quotation],
    ) -> Sequence[tuple[Span, str]]:
        """The mentions of a sentence with its pronouns added, in order, but for those in quotations."""
        if not pronouns:
            if mentions:
                self._remember(mentions)
            else:
                self._several = ()
            return mentions
        found = list(mentions)
        owners: list[tuple[Span, str]] = []
        for pronoun in pronouns:
            span = pronoun.span
            if any(q.span.holds(span) for q in quotations):
                continue
            before = [e for s, e in mentions if s.end <= span.start]
            meant: tuple[str | None, ...]
            if pronoun.stands == "one":
                opens = span.start == sentence.start and pronoun.word in _OWNING
                meant = (self._one(pronoun.word, self._first(before, "person"), opens=opens),)
            elif pronoun.stands == "body":
                meant = (self._first(before, "organization") or self._body,)
            else:
                meant = self._two(before, span.start - sentence.start)
            here = [(span, entity) for entity in meant if entity]
            found.extend(here)
            if pronoun.word in _OWNING:
                owners.extend(here)  # "His keeper, Ada Moss, said": she is the subject
                self._owner = here[0][1] if here and span.start == sentence.start else self._owner
        if len(found) > len(mentions):
            found.sort(key=lambda pair: (pair[0].start, pair[0].end))
        self._remember([*(f for f in found if f not in owners), *owners] if owners else found)
        return found

    def _one(self, word: str, here: str | None, *, opens: bool) -> str | None:
        """Whom "he", "her" ... means: `here` is the first person that the sentence has named before it.

        `opens` tells that it begins the sentence, and that its noun follows.
        """
        sex = _SEXES.get(word)
        if sex is None:
            return here or self._person
        owner = self._owner if self._sexes.get(self._owner or "") == sex else None
        order = [e for e in (owner, here, self._person, *self._people) if e]
        fitting = [e for e in order if self._sexes.get(e, sex) == sex]
        known = word not in _OBJECTS or opens
        if not known:
            fitting = [e for e in fitting if e in self._sexes] or fitting
        meant = next(iter(fitting), here or self._person)
        if meant and known:
            self._sexes.setdefault(meant, sex)
        return meant

    def _remember(self, found: Sequence[tuple[Span, str]]) -> None:
        """Keep the first person and body of the sentence, and its participants."""
        taking_part: list[str] = []
        people: list[str] = []
        body = None
        for entity in dict.fromkeys([e for _, e in found]):
            kind = self.kinds[entity]
            if kind != "place":
                taking_part.append(entity)
            if kind == "person":
                people.append(entity)
            elif kind == "organization":
                body = body or entity
        if not taking_part:
            self._several = ()
            return
        if people:
            self._person = people[0]
            if self._owner not in people:
                self._owner = None
            if self._people[: len(people)] != people:
                self._people = [*people, *[e for e in self._people if e not in people]][:_IN_MIND]
        self._body = body or self._body
        self._several = tuple(people if len(people) >= 2 else taking_part[:2])

    def _first(self, found: Sequence[str], kind: EntityKind) -> str | None:
        """The first entity of a kind: the subject, as a rule."""
        for entity in found:
            if self.kinds[entity] == kind:
                return entity
        return None

    def _two(self, before: Sequence[str], place: int) -> tuple[str, ...]:
        """Whom "they" means: the two that the sentence has named, or those of the one before it."""
        here = self._participants(before)
        if here:
            return here if len(here) == 2 else ()
        return self._several if len(self._several) >= 2 and place <= _AT_START else ()

    def _participants(self, found: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(e for e in found if self.kinds[e] != "place"))
