"""What one side has and the other lacks: claims without evidence, parts of posts unreported, details added.

Silence contradicts nothing, so the first two are notes. The third is a warning, and is told only where the
prose itself credits the sentence to a post or release at hand and the detail is nowhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from reconcile.checks.cover.added import added_details
from reconcile.checks.finding import finding, named, shorten
from reconcile.links.attribution import attribution_of
from reconcile.links.meanings import find_concepts
from reconcile.links.terms import has_terms, has_terms_early
from reconcile.links.wording import (
    LONGEST,
    Glance,
    Word,
    Wording,
    WordingReader,
    reader_of,
)
from reconcile.model import (
    Discrepancy,
    Dossier,
    Span,
    Statement,
)
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.reading.language import language_of

#: A sentence with fewer content words is no claim that could be checked alone.
_FEWEST = 3
#: A part of a post is unreported where the prose has less than this share of its words.
_REPORTED = 0.34
#: A part of so few words, without a figure or a name, is an exclamation.
_EXCLAIMED = 4
#: How sentences begin that assert nothing: thanks, greetings, calls to the reader.
_OPENS_NO_CLAIM = lazy_re(
    r"\W*+(?:thank|thx|thanks|congrat|welcome|happy|dear|please|pls|stay|follow|watch|read|see|listen|join|"
    r"click|list|more|link|rt\b|good (?:morning|evening|night|luck)|let(?:'|’)?s|what (?:a|an)\b)",
    re.IGNORECASE,
)
_CHANNELS = {
    "release": "a press release",
    "post": "a post",
    "interview": "an interview or a talk with reporters",
    "speech": "a speech or press conference",
    "court": "a court",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Claims that nothing bears out, parts of posts that nothing reports, details that their source lacks."""
    yield from added_details(dossier)
    yield from _unsourced(dossier)
    yield from _unreported(dossier)


def _unsourced(dossier: Dossier) -> Iterator[Discrepancy]:
    linked = {link.claim for link in dossier.links}
    at_hand = bool(dossier.posts or dossier.releases)
    names = {entity.id: entity.name for entity in dossier.entities}
    for claim in dossier.claims:
        # Without anything at hand only what names its source is told: most articles have no post at all.
        if claim.id in linked or not (at_hand or claim.channel or claim.cue) or _asserts_nothing(claim):
            continue
        source = _named_source(dossier, claim, names) if claim.channel or claim.cue else ""
        if source or (at_hand and _tells_enough(dossier, claim)):
            message = f"No post or release at hand speaks of this{source}."
            yield finding("cover.claim-unsourced", message, dossier.excerpt("document", claim.span))


def _asserts_nothing(statement: Statement) -> bool:
    """Whether a sentence is a question, thanks, a greeting or a call to the reader."""
    return statement.text.rstrip().endswith("?") or bool(_OPENS_NO_CLAIM.match(statement.text))


def _tells_enough(dossier: Dossier, claim: Statement) -> bool:
    """Whether a claim has the content words of one that could be checked, beside who said it."""
    text = claim.text[:LONGEST]
    if not claim.cue:
        # With evidence every claim was cut into its terms when it was held against it.
        return has_terms(text, _FEWEST) if dossier.evidence else has_terms_early(text, _FEWEST)
    base = claim.span.start
    return has_terms(text, _FEWEST, [(s.start - base, s.end - base) for s in attribution_of(claim)])


def _named_source(dossier: Dossier, claim: Statement, names: Mapping[str, str]) -> str:
    """What the prose says of the source of an unsourced claim, as the rest of a message, or "".

    `names` are the entities' by their ids.
    """
    if claim.channel in _CHANNELS:
        at_hand = {"release": dossier.releases, "post": dossier.posts}.get(claim.channel, ())
        rest = "none of those at hand has it" if at_hand else "none was supplied"
        return f"; the prose credits it to {_CHANNELS[claim.channel]}, and {rest}"
    if not claim.speaker or not claim.cue:
        return ""
    if speaker := names.get(claim.speaker):
        return f"; the prose credits it to {shorten(speaker, 60)}, of whom nothing at hand has it"
    return ""


def _unreported(dossier: Dossier) -> Iterator[Discrepancy]:
    """What posts say and the prose does not; a post in another language than the prose is passed over."""
    texts = {p.id: p.text for p in dossier.posts if p.text and _readable(dossier, p.text)}
    statements = [s for s in dossier.evidence if s.source in texts]
    if not statements:
        return
    reader = reader_of(dossier.entities, dossier.claims, dossier.evidence)
    prose = _Prose(reader, dossier.claims)
    told = [
        (link.evidence, c.evidence_span)
        for link in dossier.links
        for c in link.comparisons
        if c.evidence_span and (c.score > 0 or c.clash)
    ]
    for statement in statements:
        words = _content(reader.read(statement))
        if len(words) < _FEWEST or _asserts_nothing(statement):
            continue
        missing = [
            word
            for word in words
            if not prose.tells(word)
            and not any(source == statement.source and span.overlaps(word.span) for source, span in told)
        ]
        if len(missing) > (1 - _REPORTED) * len(words):
            if len(words) > _EXCLAIMED or any(map(_is_detail, words)):
                message = f"No sentence of the prose reports this part of {named(dossier, statement.source)}."
                yield finding(
                    "cover.post-unreported", message, dossier.excerpt(statement.source, statement.span)
                )
        else:
            yield from _details_unreported(dossier, statement, missing)


class _Prose:
    """What the claims have of words, names and meanings; these are found when first asked for."""

    def __init__(self, reader: WordingReader, claims: Sequence[Statement]) -> None:
        self._claims = claims
        self._reader = reader

    def tells(self, word: Word) -> bool:
        """Whether some claim has `word`, one of like meaning, a name of the same entity, or its day."""
        if word.key in self._keys or (word.entity is not None and word.entity in self._entities):
            return True
        day = self._claims[0].day if self._claims else None
        if day and word.days and word.days[0] <= day <= word.days[1]:
            return True
        return bool(word.concepts) and not self._concepts.isdisjoint(word.concepts)

    @cached_property
    def _glances(self) -> list[Glance]:
        return [self._reader.glance(claim) for claim in self._claims]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset().union(*[glance.distinct for glance in self._glances])

    @cached_property
    def _entities(self) -> frozenset[str]:
        every = ((*claim.entities, claim.speaker) for claim in self._claims)
        return frozenset(entity for entities in every for entity in entities if entity)

    @cached_property
    def _concepts(self) -> frozenset[str]:
        """Of the words with content only: "in" has none, though it stands in phrases that have."""
        return frozenset(
            concept
            for glance in self._glances
            for keys, concepts in zip(glance.keys, find_concepts(glance.plain), strict=True)
            if keys
            for concept in concepts
        )


def _details_unreported(
    dossier: Dossier, statement: Statement, missing: Sequence[Word]
) -> Iterator[Discrepancy]:
    """The figures and names of a sentence, otherwise reported, that the prose leaves out."""
    told = statement.span.start
    source = named(dossier, statement.source)
    for word in missing:
        if word.span.start >= told and _is_detail(word):
            phrase = _phrase(statement, word)
            told = phrase.end
            message = f"Of {source} the prose does not report “{shorten(word.text, 40)}”."
            yield finding("cover.post-unreported", message, dossier.excerpt(statement.source, phrase))


def _readable(dossier: Dossier, text: str) -> bool:
    """Whether a post is in the article's language, as far as can be told."""
    language = language_of(text)
    return language is None or dossier.document.language in (None, language)


def _content(wording: Wording) -> list[Word]:
    return [word for word in wording.words if word.share > 0.5]


def _is_detail(word: Word) -> bool:
    """Whether a word is a figure above one, a name, or an acronym of three letters or more."""
    if word.number:
        return word.key not in ("0", "1")
    return word.entity is not None or (len(word.text) > 2 and sum(c.isupper() for c in word.text) > 1)


def _phrase(statement: Statement, word: Word) -> Span:
    """The words from `word` on to the next comma, stop or line end."""
    offset = statement.span.start
    match = _PHRASE.match(statement.text, word.span.start - offset)
    return Span(word.span.start, offset + match.end()) if match else word.span


_PHRASE = lazy_regex(r"\S++(?<![.,;:!?])(?:\s(?!\p{So}|\p{RI}|https?:|pic\.)[^\s,;:!?.]++){0,8}")
