"""Whose words a sentence of reported speech retells: the evidence may have them from another mouth."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.grammar.denial import read_denials
from reconcile.grammar.words import read_words
from reconcile.model import Dossier, Quotation, Statement
from reconcile.quoting.sources import voice_of

#: So many content words, and so large a part of those that the evidence's quotation has, make a retelling of it.
_SHARED, _MOST = 3, 0.5


def said_by_another(dossier: Dossier, claim: Statement, evidence: Sequence[Statement]) -> Statement | None:
    """The direct speech among `evidence` that `claim` retells as said by somebody else, or None.

    None where the claim's own speaker says something like it anywhere in the evidence, or where either voice is
    not a person's.
    """
    # "The minister" may be anyone who has the office: only those told by name and surname are two.
    persons = {
        e.id
        for e in dossier.entities
        if e.kind == "person" and " " in e.name.strip() and e.name[:1].isupper()
    }
    quotes = any(isinstance(f, Quotation) for f in claim.facts)
    if claim.cue is None or quotes or claim.speaker not in persons or claim.headline:
        return None
    words = read_words(claim.text)
    for statement in evidence:
        said = [read_words(f.text) for f in statement.facts if isinstance(f, Quotation)]
        content = frozenset().union(*(one.content for one in said))
        shared = words.content & content
        # Of a short quotation all but one word are enough: "This contract is a deliverance for the town."
        needed = min(_SHARED, max(2, len(content) - 1))
        if len(shared) < needed or len(shared) < _MOST * len(content):
            continue
        if any(read_denials(one.text).partial for one in said):
            continue
        voice = voice_of(dossier, statement)
        if voice not in persons or voice == claim.speaker or _named_in(dossier, claim, voice):
            continue
        if not any(_says_like(dossier, claim, other) for other in dossier.evidence):
            return statement
    return None


def _named_in(dossier: Dossier, claim: Statement, voice: str) -> bool:
    """Whether the claim names the evidence's voice: "according to her, Holm said so"."""
    return voice in claim.entities


def _says_like(dossier: Dossier, claim: Statement, other: Statement) -> bool:
    """Whether the claim's own speaker says in a statement of the evidence something like the claim."""
    ours, theirs = read_words(claim.text).content, read_words(other.text).content
    near = len(ours & theirs) >= _SHARED
    return near and (
        voice_of(dossier, other) == claim.speaker or claim.speaker in (other.speaker, *other.entities)
    )
