"""To which post or release the prose credits a quotation that stands in none, and what there comes nearest to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.facts.directions.poles import poles
from reconcile.grammar.keys import key_of
from reconcile.lexicons import load_words
from reconcile.model import Dossier, Quotation, Source, Span, Statement
from reconcile.quoting.passages import sentence_round
from reconcile.quoting.sources import Placed, Quoted, speakers, voice_of
from reconcile.quoting.swaps import same_sense
from reconcile.quoting.tokens import Tokens, tokenize
from reconcile.words import stop_words

#: From so much common content on, a quotation that stands nowhere is a retelling; below, it is made up. Where only
#: the speaker tells that it was taken from here, more must agree.
_RETOLD, _RETOLD_OF_SPEAKER = 0.4, 0.7
#: Words that go the same way ("cheaper", "cut") add so much.
_SAME_WAY = 0.2
#: A language is known by so large a share of its function words.
_FUNCTION_WORDS = 0.2
#: So near to the end of a letter its signature stands (characters).
_SIGNATURE = 60
_SPOKEN = ("interview", "speech", "court")


class Retold(NamedTuple):
    """The sentence of a source that comes nearest to a quotation."""

    source: Source
    span: Span


def credited_to(dossier: Dossier, claim: Statement, before: Placed | None) -> list[Source]:
    """The posts or releases at hand to which the prose plainly credits what a claim quotes; none where unsure.

    Plainly: the claim names the channel, and its speaker owns the post, speaks in the release or issued it.
    Without a known speaker the only post or release there is will do, where the claim names nobody else.
    `before` is where the quotation was found that this one goes on from ("... ," she added): it is credited there.
    """
    if claim.headline:
        return []
    if before is not None:
        return [before.source]
    if claim.channel not in ("post", "release"):
        return []
    posts, releases = [p.id for p in dossier.posts if p.text], [r.id for r in dossier.releases]
    pool = [
        s for s in (posts if claim.channel == "post" else releases) if in_english(tokenize(dossier.texts[s]))
    ]
    known = [
        source
        for source in pool
        if claim.speaker in speakers(dossier, source) or _signs(dossier, claim.speaker, source)
    ]
    if known or len(pool) != 1:
        return known
    if claim.speaker is not None and (
        claim.channel == "post" or not _unsigned(dossier, claim.speaker, pool[0])
    ):
        return []
    there = {e for s in dossier.evidence if s.source == pool[0] for e in (*s.entities, s.speaker)}
    places = {e.id for e in dossier.entities if e.kind == "place"}
    return pool if set(claim.entities) <= there | places | {claim.speaker} else []


def _signs(dossier: Dossier, speaker: str | None, source: Source) -> bool:
    """Whether somebody's name closes a release, on a line of its own."""
    text = dossier.texts[source]
    entity = next((e for e in dossier.entities if e.id == speaker), None)
    return entity is not None and any(
        m.source == source
        and len(text) - m.span.end <= _SIGNATURE
        and text[: m.span.start].rstrip(" ").endswith(("\n", ". ", "–", "—"))
        for m in entity.mentions
    )


def continues(dossier: Dossier, before: Quoted, quoted: Quoted) -> bool:
    """Whether a quotation goes on from the one before it: the same voice, in the same sentence or the next."""
    claims = dossier.claims
    near = before.claim is quoted.claim or (
        before.claim in claims and claims.index(before.claim) + 1 == claims.index(quoted.claim)
    )
    cue = (quoted.claim.cue or "").lower()
    same = quoted.claim.speaker is None or quoted.claim.speaker == before.claim.speaker
    return near and same and cue in load_words("saying", "going_on") and quoted.claim.channel is None


def _unsigned(dossier: Dossier, speaker: str, source: Source) -> bool:
    """Whether a release tells nobody's words by name, and the prose credits it to a body, not a person."""
    body = any(e.id == speaker and e.kind == "organization" for e in dossier.entities)
    return body and not speakers(dossier, source)


def in_english(words: Tokens) -> bool:
    """Whether enough of the words are English function words for a comparison to mean anything."""
    return sum(word in stop_words() for word in words.words) >= _FUNCTION_WORDS * len(words)


def likest(dossier: Dossier, words: Tokens, sources: Sequence[Source]) -> Retold | None:
    """The sentence of the sources that comes nearest to the quotation, where it is near enough to be retold."""
    best, nearest = _RETOLD, None
    for source in sources:
        tokens, i = tokenize(dossier.texts[source]), 0
        while i < len(tokens):
            stop = max(i + 1, sentence_round(tokens, i, i + 1)[1])
            span = tokens.span(i, stop)
            near = _likeness(words, tokens.words[i:stop], span.of(tokens.text))
            if near >= best:
                best, nearest = near, Retold(source, span)
            i = stop
    return nearest


def retold_of_speaker(dossier: Dossier, words: Tokens, claim: Statement) -> Retold | None:
    """The same among what the evidence has of the claim's own speaker, where the prose names no channel."""
    if claim.speaker is None or claim.channel in _SPOKEN or claim.headline:
        return None
    best, nearest = _RETOLD_OF_SPEAKER, None
    ours = {key for word in words.words if (key := key_of(word))}
    for statement in dossier.evidence:
        if voice_of(dossier, statement) != claim.speaker:
            continue
        theirs = tokenize(statement.text)
        if len(ours & {key_of(word) for word in theirs.words}) < 2:
            continue
        near = _likeness(words, theirs.words, statement.text)
        if near >= best:
            best, nearest = near, Retold(statement.source, _said_part(statement))
    return nearest


def _said_part(statement: Statement) -> Span:
    """The quotation of a statement of the evidence, or all of it."""
    quoted = [f.inner for f in statement.facts if isinstance(f, Quotation)]
    return max(quoted, key=lambda span: span.end - span.start) if quoted else statement.span


def _likeness(words: Tokens, sentence: Sequence[str], text: str) -> float:
    """How much a sentence has of the quotation's content, of its words, and of the way they go."""
    ours = set(words.words)
    near = same_sense(words.words, tuple(sentence)) + 0.5 * len(ours.intersection(sentence)) / max(
        1, len(ours)
    )
    return near + _SAME_WAY * bool(_ways(words.text) & _ways(text))


def _ways(text: str) -> set[tuple[str, str]]:
    """The directions in which the words of a text go: "cheaper" and "cut" go one way."""
    return {(pole.axis, pole.side) for pole in poles(text)}
