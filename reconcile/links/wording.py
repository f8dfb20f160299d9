"""A statement as weighed words: what each means, whom it names, and whether it tells of the saying only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import regex
from attrs import frozen

from reconcile.links.meanings import find_concepts
from reconcile.links.terms import Token, pairs_of, spelled, split_known, tokens_of
from reconcile.links.weights import WEIGHTS
from reconcile.model import Entity, Quantity, Quotation, Source, Span, Statement, Time


@frozen
class Word:
    """A content word of a statement; its place is in the whole source."""

    key: str
    concepts: frozenset[str]
    span: Span
    text: str
    #: 1 for a word of the content, less for one that says when or who told.
    share: float
    #: The entity that the word helps to name, or None.
    entity: str | None = None
    number: bool = False
    #: The first and last day that the word helps to tell, or None.
    days: tuple[date, date] | None = None


@frozen
class Wording:
    """The content words of a statement, in order."""

    statement: Statement
    words: tuple[Word, ...]


class WordingReader:
    """Reads statements; made once for all texts, as it knows where entities are named."""

    def __init__(
        self, entities: Iterable[Entity], claims: Sequence[Statement] = (), evidence: Sequence[Statement] = ()
    ) -> None:
        named: dict[Source, list[tuple[int, int, str]]] = {}
        for entity in entities:
            for mention in entity.mentions:
                named.setdefault(mention.source, []).append((mention.span.start, mention.span.end, entity.id))
        self._named: Mapping[Source, Sequence[tuple[int, int, str]]] = {
            s: sorted(m) for s, m in named.items()
        }
        #: Plain words of all texts: what a hashtag in small letters is cut into.
        self._known = {word for s in (*claims, *evidence) for _, word in pairs_of(s.text)}

    def read(self, statement: Statement) -> Wording:
        """The words of `statement`."""
        base = statement.span.start
        tokens = tokens_of(statement.text)
        concepts = find_concepts([token.plain for token in tokens])
        said = attribution_of(statement)
        times = [f for f in statement.facts if isinstance(f, Time)]
        numbers = [f.span for f in statement.facts if isinstance(f, Quantity)]
        words: list[Word] = []
        for token, meanings in zip(tokens, concepts, strict=True):
            start, end = base + token.start, base + token.end
            time = next((f for f in times if f.span.start <= start < f.span.end), None)
            share = WEIGHTS.time if time else 1.0
            if any(s.start <= start < s.end for s in said):
                share *= WEIGHTS.attribution
            entity = self._entity_at(statement.source, start)
            for key, _ in self._cut(token):
                number = time is None and (
                    key[0].isdecimal() or any(s.start <= start < s.end for s in numbers)
                )
                text = statement.text[token.start : token.end]
                words.append(Word(key, meanings, Span(start, end), text, share, entity, number, _days(time)))
        return Wording(statement, tuple(words))

    def _cut(self, token: Token) -> tuple[tuple[str, str], ...]:
        """The terms of a token, a glued hashtag or handle cut into words of the texts at hand."""
        if token.plain or len(token.pairs) != 1:
            return token.pairs
        parts = split_known(token.pairs[0][1], self._known - {token.pairs[0][1]})
        return tuple((key, part) for part in parts for key in spelled(part)) or token.pairs

    def _entity_at(self, source: Source, offset: int) -> str | None:
        named = self._named.get(source, ())
        at = bisect_right(named, (offset, 1 << 60, ""))
        for start, end, entity in reversed(named[max(0, at - 3) : at]):
            if start <= offset < end:
                return entity
        return None


def _days(time: Time | None) -> tuple[date, date] | None:
    return (time.start, time.end or time.start) if time and time.start else None


def attribution_of(statement: Statement) -> list[Span]:
    """The stretches of a statement that only tell who said it, where and when.

    The clause of the cue: "..., the port said on Monday"; "X said in a release that ..."; "according to X".
    """
    if not statement.cue:
        return []
    text, base = statement.text, statement.span.start
    quoted = [(f.span.start - base, f.span.end - base) for f in statement.facts if isinstance(f, Quotation)]
    at = text.find(statement.cue)
    if at < 0:
        return []
    end = at + len(statement.cue)
    before = [m.end() for m in _BREAK.finditer(text, 0, at)]
    before += [e for _, e in quoted if e <= at]
    start = max(before, default=0)
    if statement.cue.lower().startswith(("according", "in the words", "laut", "selon")):
        stop = _BREAK.search(text, end)
        return [Span(base + at, base + (stop.start() if stop else len(text)))]
    content = _CONTENT.search(text, end, min(len(text), end + 80))
    after = [s for s, _ in quoted if s >= end]
    if content is not None:
        return [Span(base + start, base + content.end())]
    if after and after[0] - end < 60:
        return [Span(base + start, base + after[0])]
    if start > 0 and len(text[start:].split()) <= 16:
        return [Span(base + start, base + len(text))]
    return [Span(base + at, base + end)]


_BREAK = regex.compile(r"[,;:]\s|\s[-–—]\s|[\"“”»]\s?")
_CONTENT = regex.compile(r"\bthat\b|:|\bdass\b|\bque\b")
