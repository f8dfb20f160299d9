"""A text and its statements: sentences, who says them, whom they speak of, and the facts in them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from reconcile.model import Document, Entity, Post, Release, Span, Statement
from reconcile.patterns import lazy_regex
from reconcile.reading.prose import prose_only, prose_segments
from reconcile.sentences import split_sentences
from reconcile.statements.cast import Cast
from reconcile.statements.channels import called_so
from reconcile.statements.reading import continued, read_sentences

_FIRST_PERSON = lazy_regex(
    r"\b(?:I|I'm|I’m|I've|I’ve|we|we're|we’re|my|our|us|me|ich|wir|unser\w*|mein\w*|nous|je|notre)\b", regex.I
)
_LETTERS = lazy_regex(r"\p{L}\p{L}|\d")


def read_claims(
    document: Document, entities: Sequence[Entity], posts: Sequence[Post], releases: Sequence[Release]
) -> tuple[Statement, ...]:
    """The statements of the prose, ids c1, c2 ...: one a sentence, headlines included."""
    text = prose_only(document)
    split = [
        (span, segment.kind == "headline")
        for segment in prose_segments(document)
        for span in split_sentences(text, segment.span.start, segment.span.end)
        if _has_words(text, span)
    ]
    called = called_so(r.text for r in releases)
    read = read_sentences("document", text, [s for s, _ in split], document.published, Cast(entities), called)
    return tuple(
        Statement(
            id=f"c{n}",
            source="document",
            span=sentence.span,
            text=sentence.span.of(text),
            speaker=sentence.said.speaker,
            cue=sentence.said.cue,
            mode=sentence.said.mode,
            channel=sentence.said.channel,
            headline=headline,
            facts=sentence.facts,
            entities=sentence.entities,
            day=document.published,
        )
        for n, (sentence, (_, headline)) in enumerate(zip(continued(read), split, strict=True), 1)
    )


def _has_words(text: str, span: Span) -> bool:
    """Whether there is more in a sentence than marks and lone letters; most begin with two letters."""
    first = text[span.start : min(span.start + 2, span.end)]
    return (len(first) == 2 and first.isalpha()) or _LETTERS.search(text, span.start, span.end) is not None


def read_evidence(
    document: Document, entities: Sequence[Entity], posts: Sequence[Post], releases: Sequence[Release]
) -> tuple[Statement, ...]:
    """The statements of every post and release, ids p1.1, p1.2 ... r1.1 ..."""
    if not posts and not releases:
        return ()
    cast = Cast(entities)
    return tuple(
        [s for post in posts if post.text for s in _post_statements(post, document, cast)]
        + [s for release in releases for s in _release_statements(release, document, cast)]
    )


def _post_statements(post: Post, document: Document, cast: Cast) -> list[Statement]:
    """A post's sentences: said by its account, "today" being its own day."""
    text, author = post.text or "", cast.author(post)
    read = read_sentences(post.id, text, split_sentences(text), post.posted or document.published, cast)
    statements = []
    for n, sentence in enumerate(read, 1):
        words, entities = sentence.span.of(text), sentence.entities
        if author and (not entities or _FIRST_PERSON.search(words)):
            entities = tuple(dict.fromkeys((author, *entities)))
        statements.append(
            Statement(
                id=f"{post.id}.{n}",
                source=post.id,
                span=sentence.span,
                text=words,
                speaker=sentence.said.speaker or author,
                cue=sentence.said.cue,
                mode=sentence.said.mode,
                channel=sentence.said.channel or "post",
                facts=sentence.facts,
                entities=entities,
                day=post.posted,
            )
        )
    return statements


def _release_statements(release: Release, document: Document, cast: Cast) -> list[Statement]:
    """A release's sentences, without boilerplate and contacts: its issuer's where no one else is named."""
    text, issuer = release.text, cast.issuer(release)
    body = release.body or Span(0, len(text))
    spans = split_sentences(text, body.start, body.end)
    read = read_sentences(release.id, text, spans, release.issued or document.published, cast)
    headline = (release.headline or "").strip()
    return [
        Statement(
            id=f"{release.id}.{n}",
            source=release.id,
            span=sentence.span,
            text=sentence.span.of(text),
            speaker=sentence.said.speaker or issuer,
            cue=sentence.said.cue,
            mode=sentence.said.mode,
            channel=sentence.said.channel or "release",
            headline=bool(headline) and sentence.span.of(text).strip() == headline,
            facts=sentence.facts,
            entities=sentence.entities,
            day=release.issued,
        )
        for n, sentence in enumerate(continued(read), 1)
    ]


__all__ = ["read_claims", "read_evidence"]
