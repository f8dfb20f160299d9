"""A text and its statements: sentences, who says them, whom they speak of, and the facts in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

import regex
from attrs import evolve

from reconcile.facts import read_facts
from reconcile.model import Document, Entity, Fact, Post, Quotation, Release, Source, Span, Statement
from reconcile.reading.prose import prose_only, prose_segments
from reconcile.sentences import split_sentences
from reconcile.statements.attribution import Attribution, Cue, attribute, channel_of, find_cues
from reconcile.statements.reference import References

_FIRST_PERSON = regex.compile(
    r"\b(?:I|I'm|I’m|I've|I’ve|we|we're|we’re|my|our|us|me|ich|wir|unser\w*|mein\w*|nous|je|notre)\b", regex.I
)
_LETTERS = regex.compile(r"\p{L}\p{L}|\d")


def read_claims(
    document: Document, entities: Sequence[Entity], posts: Sequence[Post], releases: Sequence[Release]
) -> tuple[Statement, ...]:
    """The statements of the prose, ids c1, c2 ...: one a sentence, headlines included."""
    text = prose_only(document)
    reader = _Reader("document", text, document.published, entities, document.published)
    claims: list[Statement] = []
    for segment in prose_segments(document):
        for span in split_sentences(text, segment.span.start, segment.span.end):
            if _LETTERS.search(text, span.start, span.end):
                claims.append(reader.read(f"c{len(claims) + 1}", span, headline=segment.kind == "headline"))
    return tuple(_continued(claims))


def read_evidence(
    document: Document, entities: Sequence[Entity], posts: Sequence[Post], releases: Sequence[Release]
) -> tuple[Statement, ...]:
    """The statements of every post and release, ids p1.1, p1.2 ... r1.1 ..."""
    return tuple(
        [s for post in posts if post.text for s in _post_statements(post, document, entities)]
        + [s for release in releases for s in _release_statements(release, document, entities)]
    )


def _post_statements(post: Post, document: Document, entities: Sequence[Entity]) -> list[Statement]:
    """A post's sentences: said by its account, "today" being its own day."""
    text = post.text or ""
    author = next((e.id for e in entities if _owns(e, post)), None)
    reader = _Reader(post.id, text, post.posted or document.published, entities, post.posted)
    statements = []
    for n, span in enumerate(split_sentences(text), 1):
        statement = reader.read(f"{post.id}.{n}", span)
        takes_part = author and (not statement.entities or _FIRST_PERSON.search(statement.text))
        taking_part = dict.fromkeys([*([author] if author and takes_part else []), *statement.entities])
        statements.append(
            evolve(
                statement,
                speaker=statement.speaker or author,
                channel=statement.channel or "post",
                entities=tuple(taking_part),
            )
        )
    return statements


def _release_statements(release: Release, document: Document, entities: Sequence[Entity]) -> list[Statement]:
    """A release's sentences, without boilerplate and contacts: its issuer's where no one else is named."""
    issuer = next((e.id for e in entities if _issues(e, release)), None)
    body = release.body or Span(0, len(release.text))
    reader = _Reader(release.id, release.text, release.issued or document.published, entities, release.issued)
    spans = split_sentences(release.text, body.start, body.end)
    statements = [reader.read(f"{release.id}.{n}", span) for n, span in enumerate(spans, 1)]
    headline = (release.headline or "").strip()
    return [
        evolve(
            s,
            speaker=s.speaker or issuer,
            channel=s.channel or "release",
            headline=bool(headline) and s.text.strip() == headline,
        )
        for s in _continued(statements)
    ]


def _owns(entity: Entity, post: Post) -> bool:
    handle = (post.handle or "").casefold()
    return bool(handle) and any(a.handle.casefold() == handle for a in entity.accounts)


def _issues(entity: Entity, release: Release) -> bool:
    issuer = (release.issuer or "").casefold()
    names = [entity.name, *(m.text for m in entity.mentions if m.kind == "name")]
    return bool(issuer) and any(n.casefold() == issuer for n in names)


class _Reader:
    """Reads the sentences of one text, in order; everything that is found once a text is found here."""

    def __init__(
        self,
        source: Source,
        text: str,
        anchor: date | None,
        entities: Sequence[Entity],
        day: date | None = None,
    ) -> None:
        self._source, self._text, self._day = source, text, day
        self._facts = read_facts(text, anchor)
        self._fact_starts = [f.span.start for f in self._facts]
        self._cues = find_cues(text)
        self._cue_starts = [c.span.start for c in self._cues]
        here = [(m.span, e.id) for e in entities for m in e.mentions if m.source == source]
        self._mentions = sorted(here, key=lambda pair: (pair[0].start, pair[0].end))
        self._mention_starts = [span.start for span, _ in self._mentions]
        self._references = References({e.id: e for e in entities})

    def read(self, name: str, span: Span, *, headline: bool = False) -> Statement:
        """The statement at `span`."""
        facts = self._facts_in(span)
        quotations = [f for f in facts if isinstance(f, Quotation)]
        first, last = (
            bisect_left(self._mention_starts, span.start),
            bisect_left(self._mention_starts, span.end),
        )
        quoted = [q.span for q in quotations]
        mentions = self._references.resolve(self._text, span, self._mentions[first:last], quoted)
        said = attribute(self._text, span, self._cues_in(span), quotations, mentions)
        return Statement(
            id=name,
            source=self._source,
            span=span,
            text=span.of(self._text),
            speaker=said.speaker,
            cue=said.cue,
            mode=said.mode,
            channel=said.channel,
            headline=headline,
            facts=facts,
            entities=tuple(dict.fromkeys(e for _, e in mentions)),
            day=self._day,
        )

    def _facts_in(self, span: Span) -> tuple[Fact, ...]:
        first, last = bisect_left(self._fact_starts, span.start), bisect_left(self._fact_starts, span.end)
        return self._facts[first:last]

    def _cues_in(self, span: Span) -> Sequence[Cue]:
        first, last = bisect_left(self._cue_starts, span.start), bisect_left(self._cue_starts, span.end)
        return self._cues[first:last]


def _continued(statements: Sequence[Statement]) -> list[Statement]:
    """Give a sentence that is only a quotation the speaker of the sentence before it."""
    out: list[Statement] = []
    for statement in statements:
        before = out[-1] if out else None
        only_quoted = statement.mode is None and any(
            isinstance(f, Quotation) and f.span.end - f.span.start >= 0.8 * len(statement.text)
            for f in statement.facts
        )
        if only_quoted and before and before.mode in ("direct", "mixed"):
            statement = evolve(
                statement, speaker=before.speaker, mode="direct", channel=statement.channel or before.channel
            )
        out.append(statement)
    return out


__all__ = ["Attribution", "channel_of", "read_claims", "read_evidence"]
