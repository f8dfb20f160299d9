"""A statement as weighed words: what each means, whom it names, and whether it tells of the saying only."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain
from operator import itemgetter
from typing import NamedTuple, TypeVar

import regex
import Stemmer
from attrs import frozen

from reconcile.grammar.keys import is_past
from reconcile.lexicons import load_groups, load_toml
from reconcile.links.meanings import find_concepts
from reconcile.links.terms import Piece, cut_sentence, may_be_cut, spelled, split_known
from reconcile.links.weights import WEIGHTS
from reconcile.model import Entity, Quantity, Quotation, Source, Span, Statement, Time
from reconcile.reading.language import language_of
from reconcile.text import bare

#: Languages whose stemmer is used instead of the English one (BCP 47 tag: its name).
_STEMMERS = {
    "de": "german", "fr": "french", "es": "spanish", "it": "italian", "nl": "dutch", "pt": "portuguese",
    "sv": "swedish", "da": "danish", "nb": "norwegian", "fi": "finnish", "hu": "hungarian", "ro": "romanian",
    "tr": "turkish",
}  # fmt: skip

T = TypeVar("T")
#: No sentence is longer (characters).
LONGEST = 5000
#: So many characters tell the language of a text.
_TELLING = 4000
#: So many spans before a place may reach over it.
_OVERLAP = 3


class Word(NamedTuple):
    """A content word of a statement; its place is in the whole source."""

    key: str
    concepts: frozenset[str]
    start: int
    end: int
    text: str
    #: 1 for a word of the content, less for one that says when or who told.
    share: float
    #: The entity that the word helps to name, or None.
    entity: str | None = None
    number: bool = False
    #: Whether it is the first verb of the statement, as far as its form or the word before it tells.
    verb: bool = False
    #: The first and last day that the word helps to tell, or None.
    days: tuple[date, date] | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@frozen
class Wording:
    """The content words of a statement, in order."""

    statement: Statement
    words: tuple[Word, ...]


class Glance(NamedTuple):
    """The pieces of a statement: the plain word of each, and its terms, () for one without content.

    Enough to see whether a claim can have to do with a post; most have not, and are read no closer.
    """

    plain: Sequence[str]
    keys: Sequence[tuple[str, ...]]
    #: All its terms.
    distinct: frozenset[str]


class WordingReader:
    """Reads statements; made once for all texts, as it knows their words and where entities are named."""

    def __init__(
        self,
        entities: Iterable[Entity],
        claims: Sequence[Statement] = (),
        evidence: Sequence[Statement] = (),
    ) -> None:
        named: dict[Source, list[tuple[int, int, str]]] = defaultdict(list)
        for entity in entities:
            for mention in entity.mentions:
                named[mention.source].append((mention.span.start, mention.span.end, entity.id))
        self._named: Mapping[Source, Sequence[tuple[int, int, str]]] = {
            s: sorted(m) for s, m in named.items()
        }
        texts: dict[Source, list[str]] = defaultdict(list)
        for statement in (*claims, *evidence):
            texts[statement.source].append(statement.text)
        self._languages = {source: language_of(_opening(parts)) for source, parts in texts.items()}
        self._texts = texts

    @cached_property
    def _known(self) -> frozenset[str]:
        """Plain words of all texts: what a hashtag in small letters is cut into."""
        known: set[str] = set()
        for parts in self._texts.values():
            for text in parts:
                known.update([word for _, _, pairs in cut_sentence(text).pieces for _, word in pairs])
        return frozenset(known)

    def read(self, statement: Statement, glance: Glance | None = None) -> Wording:
        """The words of `statement`; of one longer than any sentence, those of its beginning.

        `glance` is what was seen of it before, if it was.
        """
        base, source, text = statement.span.start, statement.source, statement.text[:LONGEST]
        glance = glance or self.glance(statement)
        cut = cut_sentence(text)
        starts = [base + start for start in cut.starts]
        facts = statement.facts
        times: dict[int, Time] = {}
        counted: dict[int, bool] = {}
        if facts:
            times = _holding(starts, [(f.span.start, f.span.end, f) for f in facts if isinstance(f, Time)])
            counted = _holding(
                starts, [(f.span.start, f.span.end, True) for f in facts if isinstance(f, Quantity)]
            )
        said = _holding(starts, [(s.start, s.end, True) for s in attribution_of(statement)])
        named = _holding(starts, self._named.get(source, ()))
        concepts = find_concepts(glance.plain)
        verb = _verb(cut.pieces, cut.printed, {*said, *times, *counted, *named})
        words: list[Word] = []
        for n, keys in enumerate(glance.keys):
            if not keys:
                continue
            time = times.get(n)
            share = (WEIGHTS.time if time else 1.0) * (WEIGHTS.attribution if n in said else 1.0)
            printed, start = cut.printed[n], starts[n]
            rest = (named.get(n), time is None and n in counted, n == verb, _days(time) if time else None)
            for key in keys:
                entity, number, is_verb, days = rest
                number = number or (time is None and key[0].isdecimal())
                words.append(
                    Word(
                        key, concepts[n], start, start + len(printed), printed, share,
                        entity, number, is_verb, days,
                    )
                )  # fmt: skip
        return Wording(statement, tuple(words))

    def glance(self, statement: Statement) -> Glance:
        """What is seen of `statement` without asking where its words stand and what they are there for."""
        language = self._languages.get(statement.source) or "en"
        cut = cut_sentence(statement.text[:LONGEST])
        if language == "en":
            # The terms are there already, but those of glued tags; most articles are read so.
            if "" not in cut.plain:
                return Glance(cut.plain, cut.keys, cut.distinct)
            keys = [
                keys if word or len(keys) != 1 else self._cut(pairs[0]) for word, keys, pairs in cut.pieces
            ]
        else:
            idle = _function_words(language)
            keys = [
                self._keys(word, pairs, language) if pairs and word not in idle else ()
                for word, _, pairs in cut.pieces
            ]
        return Glance(cut.plain, keys, frozenset(chain.from_iterable(keys)))

    def _keys(self, plain: str, pairs: tuple[tuple[str, str], ...], language: str) -> tuple[str, ...]:
        """The terms of a piece, by the stemmer of its language."""
        if plain and language in _STEMMERS and plain.isalpha():
            return (_stem(language, plain),)
        return tuple(key for key, _ in pairs) if plain or len(pairs) > 1 else self._cut(pairs[0])

    def _cut(self, pair: tuple[str, str]) -> tuple[str, ...]:
        """The terms of a hashtag, handle or number: a glued one is cut into words of the texts at hand."""
        key, word = pair
        if not may_be_cut(word):
            return (key,)
        return tuple(term for part in split_known(word, self._known) for term in spelled(part)) or (key,)


def _verb(pieces: Sequence[Piece], printed: Sequence[str], others: set[int]) -> int | None:
    """The first piece (by number) that is a verb by its form or an auxiliary before it; `others` are none."""
    auxiliaries, between = _listed("auxiliaries"), _listed("between")
    after = False
    for n, (word, keys, _) in enumerate(pieces):
        if keys and (after or is_past(word)) and n not in others and not (n and printed[n][0].isupper()):
            return n
        after = word in auxiliaries or (after and word in between)
    return None


def _opening(parts: Sequence[str]) -> str:
    """Sentences enough to tell the language by."""
    return " ".join(parts[: bisect_left([*accumulate(map(len, parts))], _TELLING) + 1])


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(load_toml("words")[name]).split())


def _holding(starts: Sequence[int], spans: Sequence[tuple[int, int, T]]) -> dict[int, T]:
    """What stands over each of the places in `starts` (by number): the value of the first span over it."""
    out: dict[int, T] = {}
    if not spans or not starts:
        return out
    first = max(0, bisect_left(spans, starts[0], key=itemgetter(0)) - _OVERLAP)
    for start, end, value in spans[first:]:
        if start > starts[-1]:
            break
        for n in range(bisect_left(starts, start), bisect_left(starts, end)):
            out.setdefault(n, value)
    return out


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
    if statement.cue.lower().startswith(("according", "in the words", "laut", "selon", "según", "secondo")):
        stop = _BREAK.search(text, end)
        return [Span(base + at, base + (stop.start() if stop else len(text)))]
    before = [m.end() for m in _BREAK.finditer(text, 0, at)] + [e for _, e in quoted if e <= at]
    start = max(before, default=0)
    content = _CONTENT.search(text, end, min(len(text), end + 80))
    after = [s for s, _ in quoted if s >= end]
    if content is not None:
        return [Span(base + start, base + content.end())]
    if after and after[0] - end < 60:
        return [Span(base + start, base + after[0])]
    if start > 0 and len(text[start:].split()) <= 16:
        return [Span(base + start, base + len(text))]
    return [Span(base + at, base + end)]


def credited_part(statement: Statement) -> Span | None:
    """The stretch of a statement that its source is said to have told, or None where that cannot be told."""
    said = attribution_of(statement)
    if not said:
        return None
    cut = said[0].end - statement.span.start
    if _OPENS_CONTENT.search(statement.text[:cut]):
        return Span(said[0].end, statement.span.end)
    return None if _LETTER.search(statement.text, cut) else Span(statement.span.start, said[0].start)


_BREAK = regex.compile(r"[,;:]\s|\s[-–—]\s|[\"“”»]\s?")
_OPENS_CONTENT = regex.compile(r"(?:\b(?:that|dass|que|che)|:)\Z")
_LETTER = regex.compile(r"\w")
_CONTENT = regex.compile(r"\b(?:that|dass|que|che)\b|:")


def _days(time: Time | None) -> tuple[date, date] | None:
    return (time.start, time.end or time.start) if time and time.start else None


@cache
def _function_words(language: str) -> frozenset[str]:
    """Words without content of a language other than English (whose terms drop them already)."""
    words = load_groups("function_words", "words")
    return frozenset(map(bare, words.get(language, ()))) if language != "en" else frozenset()


@lru_cache(maxsize=16384)
def _stem(language: str, word: str) -> str:
    return str(_stemmer(language).stemWord(word))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMERS[language], 0)  # `_stem` keeps the words
