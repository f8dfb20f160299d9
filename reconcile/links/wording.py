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

import Stemmer

from reconcile.grammar.keys import is_past
from reconcile.lexicons import load_groups, load_toml
from reconcile.links.attribution import attribution_of
from reconcile.links.glued import may_be_cut, split_known
from reconcile.links.meanings import find_concepts
from reconcile.links.terms import Piece, cut_sentence
from reconcile.links.weights import WEIGHTS
from reconcile.links.word_terms import spelled
from reconcile.model import Entity, Quantity, Source, Span, Statement, Time
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


class Wording(NamedTuple):
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
    distinct: Sequence[str]


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
        self._claims = [claim for claim in claims if claim.source == "document"]
        self._own = self._languages.get("document") or "en"
        #: What was read, by the identity of its statement, which a wording holds.
        self._read: dict[int, Wording] = {}
        self._glances: dict[int, tuple[Statement, Glance]] = {}

    @cached_property
    def _known(self) -> frozenset[str]:
        """Plain words of all texts: what a hashtag in small letters is cut into."""
        known: set[str] = set()
        for parts in self._texts.values():
            for text in parts:
                known.update([word for _, _, pairs in cut_sentence(text).pieces for _, word in pairs])
        return frozenset(known)

    def read(self, statement: Statement) -> Wording:
        """The words of `statement`; of one longer than any sentence, those of its beginning."""
        wording = self._read.get(id(statement))
        if wording is None:
            wording = self._read[id(statement)] = Wording(statement, self._words(statement))
        return wording

    def _words(self, statement: Statement) -> tuple[Word, ...]:
        base, cut = statement.span.start, cut_sentence(statement.text[:LONGEST])
        glance = self.glance(statement)
        starts = [base + start for start in cut.starts]
        times: dict[int, Time] = {}
        counted: dict[int, bool] = {}
        if facts := statement.facts:
            times = _holding(starts, [(f.span.start, f.span.end, f) for f in facts if isinstance(f, Time)])
            counted = _holding(
                starts, [(f.span.start, f.span.end, True) for f in facts if isinstance(f, Quantity)]
            )
        said = _holding(starts, [(s.start, s.end, True) for s in attribution_of(statement)])
        named = _holding(starts, self._named.get(statement.source, ()))
        special = {*said, *times, *counted, *named}
        concepts = find_concepts(glance.plain)
        verb = _verb(cut.pieces, cut.printed, special)
        words: list[Word] = []
        share, entity, time, days, number = 1.0, None, None, None, False
        for n, keys in enumerate(glance.keys):
            if not keys:
                continue
            if n in special:
                entity, time = named.get(n), times.get(n)
                days = _days(time)
                number = time is None and n in counted
                share = (WEIGHTS.time if time else 1.0) * (WEIGHTS.attribution if n in said else 1.0)
            printed, start = cut.printed[n], starts[n]
            end = start + len(printed)
            for key in keys:
                is_number = number or (time is None and key[0].isdecimal())
                words.append(
                    Word(key, concepts[n], start, end, printed, share, entity, is_number, n == verb, days)
                )
            if n in special:
                share, entity, time, days, number = 1.0, None, None, None, False
        return tuple(words)

    def glance(self, statement: Statement) -> Glance:
        """What is seen of `statement` without asking where its words stand and what they are there for."""
        kept = self._glances.get(id(statement))
        if kept is None:
            kept = self._glances[id(statement)] = (statement, self._glance(statement))
        return kept[1]

    def _glance(self, statement: Statement) -> Glance:
        language = self._languages.get(statement.source) or "en"
        cut = cut_sentence(statement.text[:LONGEST])
        foreign = language != self._own and statement.source != "document"
        if language == "en":
            # The terms are there already, but those of glued tags; most articles are read so.
            if "" not in cut.plain and not foreign:
                return Glance(cut.plain, cut.keys, cut.distinct)
            keys = [
                keys if word or len(keys) != 1 else self._cut(pairs[0]) for word, keys, pairs in cut.pieces
            ]
        else:
            keys = self._foreign_keys(cut.pieces, language)
        if foreign:
            keys = [self._claimed.get(word, terms) for word, terms in zip(cut.plain, keys, strict=True)]
        return Glance(cut.plain, keys, tuple(dict.fromkeys(chain.from_iterable(keys))))

    def _foreign_keys(self, pieces: Sequence[Piece], language: str) -> list[tuple[str, ...]]:
        """The terms of the pieces of a sentence that is not English, by the stemmer of its language."""
        idle, stemmed = _function_words(language), language in _STEMMERS
        return [
            ()
            if not pairs or word in idle
            else _foreign_terms(language, word)
            if stemmed and word.isalpha()
            else keys
            if word or len(pairs) > 1
            else self._cut(pairs[0])
            for word, keys, pairs in pieces
        ]

    @cached_property
    def _claimed(self) -> Mapping[str, tuple[str, ...]]:
        """The terms of the claims' plain words: what stands in both is one word, whatever its language.

        A name has no language, and that of a short post is often misread.
        """
        found: dict[str, tuple[str, ...]] = {}
        for claim in self._claims:
            glance = self.glance(claim)
            found.update(
                (word, keys) for word, keys in zip(glance.plain, glance.keys, strict=True) if word and keys
            )
        return found

    def _cut(self, pair: tuple[str, str]) -> tuple[str, ...]:
        """The terms of a hashtag, handle or number: a glued one is cut into words of the texts at hand."""
        key, word = pair
        if not may_be_cut(word):
            return (key,)
        return tuple(term for part in split_known(word, self._known) for term in spelled(part)) or (key,)


_last_reader: list[tuple[Sequence[object], WordingReader]] = []


def reader_of(
    entities: Sequence[Entity], claims: Sequence[Statement], evidence: Sequence[Statement]
) -> WordingReader:
    """The reader of these texts: the last one is kept, as checks ask for the one that links were made with."""
    asked = (entities, claims, evidence)
    kept = _last_reader[0] if _last_reader else None
    if kept is None or any(a is not b for a, b in zip(asked, kept[0], strict=True)):
        kept = (asked, WordingReader(entities, claims, evidence))
        _last_reader[:] = [kept]
    return kept[1]


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


def _days(time: Time | None) -> tuple[date, date] | None:
    return (time.start, time.end or time.start) if time and time.start else None


@cache
def _function_words(language: str) -> frozenset[str]:
    """Words without content of a language other than English (whose terms drop them already)."""
    words = load_groups("function_words", "words")
    return frozenset(map(bare, words.get(language, ()))) if language != "en" else frozenset()


@lru_cache(maxsize=16384)
def _foreign_terms(language: str, word: str) -> tuple[str, ...]:
    return (str(_stemmer(language).stemWord(word)),)


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMERS[language], 0)  # `_foreign_terms` keeps the words
