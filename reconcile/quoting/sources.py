"""Which post or release a quotation of the prose was taken from, and who speaks there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.facts.quotations import use_of
from reconcile.model import Dossier, Mention, Quotation, Source, Statement
from reconcile.quoting.passages import Passage, place

#: A quotation is placed where so much of it agrees: where the speaker agrees too, and where nothing tells.
_PLACED_KNOWN, _PLACED_UNKNOWN, _PLACED_SPOKEN = 0.45, 0.7, 0.85
#: Words said elsewhere may be like those of a release by chance; these channels need more.
_SPOKEN = ("interview", "speech", "court")
#: Below so many words nothing is concluded from words that are missing or changed.
SHORTEST = 4


class Quoted(NamedTuple):
    """A quotation of the prose with the claim that it stands in."""

    quotation: Quotation
    claim: Statement


class Placed(NamedTuple):
    """Where a quotation was found: the source, and the passage of it."""

    source: Source
    passage: Passage


def quotations(dossier: Dossier) -> Iterator[Quoted]:
    """The quotations of the prose that are somebody's words, nested ones left out."""
    text, reached = dossier.document.text, -1
    for claim in dossier.claims:
        found = [f for f in claim.facts if isinstance(f, Quotation)]
        if not found:
            continue  # most claims
        for quotation in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
            if quotation.span.start < reached:
                continue
            reached = quotation.span.end
            if use_of(text, quotation, cue=claim.cue is not None) in ("speech", "fragment"):
                yield Quoted(quotation, claim)


def evidence_sources(dossier: Dossier) -> tuple[Source, ...]:
    """The posts and releases that have a text."""
    return tuple(source for source, text in dossier.texts.items() if source != "document" and text)


def places_of(dossier: Dossier, quoted: Quoted) -> Iterator[Placed]:
    """Every source that has the quoted words, or nearly, with where it has them."""
    speaker = quoted.claim.speaker
    for source in evidence_sources(dossier):
        passage = place(quoted.quotation.text, dossier.texts[source])
        if passage is None:
            continue
        known = speaker is not None and speaker in speakers(dossier, source)
        if passage.verbatim or _close_enough(passage, known=known, claim=quoted.claim):
            yield Placed(source, passage)


def best_place(dossier: Dossier, quoted: Quoted) -> Placed | None:
    """The source that has most of the quoted words; of equals the one whose speaker the prose names."""
    best: Placed | None = None
    best_rank = (0.0, 0)
    for placed in places_of(dossier, quoted):
        known = quoted.claim.speaker is not None and quoted.claim.speaker in speakers(dossier, placed.source)
        rank = (placed.passage.likeness + 0.1 * known, placed.passage.telling)
        if rank > best_rank:
            best, best_rank = placed, rank
    return best


def _close_enough(passage: Passage, *, known: bool, claim: Statement) -> bool:
    """Whether so much agrees that the words were taken from here."""
    if len(passage.quoted) < SHORTEST or max(run.length for run in passage.runs) < 2:
        return False
    if claim.channel in _SPOKEN and not known:
        return passage.likeness >= _PLACED_SPOKEN and passage.telling >= 4
    if known:
        return passage.likeness >= _PLACED_KNOWN and passage.telling >= (1 if passage.likeness >= 0.8 else 2)
    return passage.likeness >= _PLACED_UNKNOWN and passage.telling >= 3


def speakers(dossier: Dossier, source: Source) -> frozenset[str]:
    """The entities that say something in a post or release."""
    return frozenset(
        voice for s in dossier.evidence if s.source == source and (voice := voice_of(dossier, s)) is not None
    )


def voice_of(dossier: Dossier, statement: Statement) -> str | None:
    """Who says a statement of the evidence: its speaker, where that is a person; else the first person that it names
    outside its quotation (`Mayor X, of Y: "..."`); else its speaker, a body, or None."""
    persons = _persons(dossier)
    quoted = [f.span for f in statement.facts if isinstance(f, Quotation)]
    if statement.speaker in persons or not quoted:
        return statement.speaker
    named = [
        (m.span.start, entity)
        for entity, mentions in persons.items()
        for m in mentions
        if m.source == statement.source and statement.span.holds(m.span)
        if not any(q.overlaps(m.span) for q in quoted)
    ]
    return min(named)[1] if named else statement.speaker


def _persons(dossier: Dossier) -> dict[str, tuple[Mention, ...]]:
    return {e.id: e.mentions for e in dossier.entities if e.kind == "person"}


def spoken_at(dossier: Dossier, placed: Placed) -> Sequence[Statement]:
    """The statements of the evidence in which a placed quotation stands."""
    runs = placed.passage.runs
    span = placed.passage.source.span(runs[0].at, max(run.stop for run in runs))
    return [s for s in dossier.evidence if s.source == placed.source and s.span.overlaps(span)]
