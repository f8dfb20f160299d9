"""Who said it: the words of one person or body credited to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.checks.finding import finding, named
from reconcile.model import Discrepancy, Dossier, Entity, Link, Quotation, Source, Span, Statement
from reconcile.names.called import call_like
from reconcile.patterns import lazy_regex
from reconcile.quoting.sources import Placed, Quoted, spoken_at, voice_of
from reconcile.quoting.voices import said_by_another
from reconcile.sentences import reporting_verbs

#: A link so firm bears on all of a claim.
FIRM = 0.9
_OFFICE = lazy_regex(r"\p{L}+")
_BOUND = lazy_regex(r"[.;:\"“”„«»!?]")


def other_speaker(dossier: Dossier, quoted: Quoted, same: Sequence[Placed]) -> Iterator[Discrepancy]:
    """A finding where all sources that have the words give them to others than the prose does."""
    claim = quoted.claim
    by_id = {e.id: e for e in dossier.entities}
    ours = by_id.get(claim.speaker or "")
    spoken = [(p, s, by_id.get(voice_of(dossier, s) or "")) for p in same for s in spoken_at(dossier, p)]
    if ours is None or not spoken or any(voice in (None, ours) for _, _, voice in spoken):
        return
    placed, statement, theirs = spoken[0]
    if any(_is_named(s, ours) for _, s, voice in spoken if voice is None or voice.id != s.speaker):
        return
    if theirs is not None and _others(ours, theirs, placed.source):
        yield _wrong_speaker(dossier, claim, statement, ours, theirs, 0.9)


def _is_named(statement: Statement, entity: Entity) -> bool:
    """Whether a statement names an entity at all."""
    return any(m.source == statement.source and statement.span.overlaps(m.span) for m in entity.mentions)


def _others(ours: Entity, theirs: Entity, source: Source) -> bool:
    """Whether the two are plainly not one voice: two persons, or two bodies of which the source names only one."""
    if ours.kind == theirs.kind == "person":
        return last_name(ours.name) != last_name(theirs.name)
    if ours.kind == theirs.kind == "organization":
        return not any(m.source == source for m in ours.mentions)
    return False


def last_name(name: str) -> str:
    """The last word of a name, case folded; "" for no name."""
    return name.split()[-1].casefold() if name.split() else ""


def _wrong_speaker(
    dossier: Dossier, claim: Statement, statement: Statement, ours: Entity, theirs: Entity, confidence: float
) -> Discrepancy:
    called = call_like(dossier, ours, theirs, claim.span)
    here = called.claimed if called else _named_at(dossier, claim, ours) or claim.span
    there = _named_at(dossier, statement, theirs)
    claimed = dossier.excerpt("document", here)
    evidence = dossier.excerpt(statement.source, there or statement.span)
    message = (
        f"The article gives these words to {ours.name}; in {named(dossier, statement.source)} "
        f"{theirs.name} says them."
    )
    said = " ".join(evidence.text.split()) if there else theirs.name
    suggestion = called.suggestion if called else said
    return finding(
        "attribution.speaker", message, claimed, evidence, suggestion=suggestion, confidence=confidence
    )


def _named_at(dossier: Dossier, statement: Statement, entity: Entity) -> Span | None:
    """Where a statement names an entity, with the office before the name: from its verb of saying on."""
    text = dossier.texts[statement.source]
    quoted = [f.span for f in statement.facts if isinstance(f, Quotation)]
    for mention in entity.mentions:
        if mention.source != statement.source or not statement.span.holds(mention.span):
            continue
        if any(q.holds(mention.span) for q in quoted):
            continue
        begin = mention.span.start
        before = text[max(statement.span.start, begin - 70) : begin]
        found = list(_OFFICE.finditer(before))
        verbs = [m for m in found if m.group().lower() in reporting_verbs()]
        if verbs and not _BOUND.search(before, verbs[-1].end()):
            begin -= len(before) - verbs[-1].end()
            begin += len(text[begin : mention.span.start]) - len(text[begin : mention.span.start].lstrip())
        return Span(begin, mention.span.end)
    return None


def retold_by_another(
    dossier: Dossier, claim: Statement, link: Link, evidence: Sequence[Statement]
) -> Iterator[Discrepancy]:
    """A finding where reported speech retells what another person says in the evidence."""
    if link.relation != "supports" or link.score < FIRM:
        return
    statement = said_by_another(dossier, claim, evidence)
    by_id = {e.id: e for e in dossier.entities}
    ours = by_id.get(claim.speaker or "")
    theirs = by_id.get(voice_of(dossier, statement) or "") if statement else None
    if statement and ours and theirs and _others(ours, theirs, statement.source):
        yield _wrong_speaker(dossier, claim, statement, ours, theirs, 0.7)
