"""Conditions that were lost: the prose tells flatly what a post or release ties to an "if"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from reconcile.checks.finding import finding, named, shorten
from reconcile.checks.modality.condition_clauses import as_clause
from reconcile.checks.modality.conditions_set import Condition, clause_end, conditions_of
from reconcile.checks.modality.conditions_told import is_told
from reconcile.grammar.anchors import anchoring, comparable, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_light
from reconcile.grammar.kinship import covered
from reconcile.grammar.marks import marks
from reconcile.grammar.tense import reality, told_as_done
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Discrepancy, Dossier, Excerpt, Link, Quotation, Span, Statement

_MESSAGE = "The article says “{ours}” flatly; {source} ties it to a condition: “{theirs}”"
#: How firmly the conditional deed and the claim's must be anchored, and how much must be shared.
_NEAR, _SHARED = 1.2, 1.4
#: Of a sentence that tells the same with another verb so much must be shared, and so large a part of the claim; or
#: nearly all of it.
_FLATLY, _MOST, _NEARLY = 2.0, 0.55, 0.8
#: From here on a time of the evidence is the claim's.
_AGREES = 0.85


def lost_conditions(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings for claims that tell flatly what the linked evidence makes conditional."""
    linked = dict.fromkeys(link.evidence for link in dossier.links)
    set_there = {source: list(conditions_of(dossier.told_by[source])) for source in linked}
    places = {claim.id: n for n, claim in enumerate(dossier.claims)} if any(set_there.values()) else {}
    for link in dossier.links:
        for condition in set_there[link.evidence]:
            n = places[link.claim]
            met = _untold(dossier.claims, n, condition, dossier.told_by[link.evidence], link)
            if met is not None:
                yield _lost(dossier, dossier.claims[n], link.evidence, condition, met)
                break


def _untold(
    claims: Sequence[Statement],
    n: int,
    condition: Condition,
    evidence: Sequence[Statement],
    link: Link,
) -> tuple[int, int] | None:
    """First and last word of the claim's verb that the condition ties and the prose leaves free, or None."""
    claim = claims[n]
    words = read_words(claim.text)
    if is_told(claims, n, condition):
        return None
    for i, key in enumerate(words.keys):
        if key[:1] in ("~", "#") or (key and words.is_name(i)) or not _flat(claim, words, i):
            continue
        if (not key and not is_light(words.lower[i])) or _is_quoted(claim, words.starts[i]):
            continue
        for statement in condition.tied:
            if _ties(claim, words, i, statement, condition, evidence):
                return i, clause_end(words, i)
    if len(condition.tied) == 1 and _told_flatly(claim, condition, link):
        return 0, clause_end(words, 0)
    return None


def _is_quoted(claim: Statement, at: int) -> bool:
    """Whether a place of the claim is in a quotation: what it leaves out is told by the checks of quotations."""
    place = claim.span.start + at
    return any(isinstance(f, Quotation) and f.span.start <= place < f.span.end for f in claim.facts)


def _told_flatly(claim: Statement, condition: Condition, link: Link) -> bool:
    """Whether a claim without hedge or denial has most of what the condition's own sentence ties to it."""
    statement = condition.statement
    permitted = _permits(claim.text) and _permits(statement.text)
    if (marks(claim.text, "hedged") and not permitted) or read_denials(claim.text).found:
        return False
    if not comparable(claim, statement) or _is_quoted(claim, 1):
        return False
    free = [j for j in range(len(read_words(statement.text))) if not condition.first <= j <= condition.last]
    start = claim.span.start
    agreed = [
        Span(c.claimed_span.start - start, c.claimed_span.end - start)
        for c in link.comparisons
        if c.feature == "time" and c.claimed_span and c.score >= _AGREES
    ]
    met, total = covered(claim.text, statement.text, free, agreed)
    return met >= max(_MOST * total, _FLATLY) or (
        met >= _NEARLY * total > 1 and (total > _FLATLY or _is_copular(claim.text))
    )


def _is_copular(text: str) -> bool:
    """Whether a sentence tells what a thing is: then it needs no deed in common."""
    return not load_words("grammar", "copulas").isdisjoint(read_words(text).vocabulary)


def _permits(text: str) -> bool:
    """Whether a sentence tells what can or may be done."""
    return not _permitting().isdisjoint(read_words(text).vocabulary)


def _flat(claim: Statement, words: Wording, i: int) -> bool:
    """Whether the claim tells word `i` as done, or as sure to come, with no hedge."""
    if read_denials(claim.text).denied[i] or marks(claim.text, "open"):
        return False
    return told_as_done(claim.text, i) or reality(claim.text, i) in ("future", "planned")


def _ties(
    claim: Statement,
    words: Wording,
    i: int,
    statement: Statement,
    condition: Condition,
    evidence: Sequence[Statement],
) -> bool:
    """Whether the evidence has the claim's deed in a sentence that the condition ties, outside the condition."""
    if not comparable(claim, statement):
        return False
    theirs = read_words(statement.text)
    free = [
        j
        for j in range(len(theirs))
        if statement is not condition.statement or not condition.first <= j <= condition.last
    ]
    for j in free:
        if not words.keys[i] or theirs.keys[j] != words.keys[i]:
            continue
        near = anchoring(words, i, theirs, j)
        if near >= _NEAR and sharing(claim, statement, evidence, leave_out={words.keys[i]}) >= _SHARED:
            return True
    # A post may leave its verb out ("Orme - Lisk from May"); then the names must agree.
    there = {theirs.keys[j] for j in free}
    names = {k for j, k in enumerate(words.keys) if k in there and (words.is_name(j) or k[:1] == "#")}
    named = any(key[:1] != "#" for key in names)
    return len(names) >= 2 and named and i == _first_verb(claim, words)


def _first_verb(claim: Statement, words: Wording) -> int:
    """The first word that the claim tells as sure to come, or -1."""
    return next(
        (
            i
            for i, key in enumerate(words.keys)
            if (key or is_light(words.lower[i])) and reality(claim.text, i) in ("future", "planned")
        ),
        -1,
    )


def _lost(
    dossier: Dossier, claim: Statement, source: str, condition: Condition, met: tuple[int, int]
) -> Discrepancy:
    words, theirs = read_words(claim.text), read_words(condition.statement.text)
    claimed = dossier.excerpt("document", words.span(*met, claim.span.start))
    span: Span = theirs.span(condition.first, condition.last, condition.statement.span.start)
    evidence: Excerpt = dossier.excerpt(source, span)
    message = _MESSAGE.format(
        ours=shorten(claimed.text), source=named(dossier, source), theirs=shorten(evidence.text)
    )
    clause = condition.first > 0 or len(condition.tied) == 1
    suggestion = as_clause(evidence.text) if clause else None
    return finding(
        "modality.condition", message + ".", claimed, evidence, suggestion=suggestion, confidence=0.75
    )


@cache
def _permitting() -> frozenset[str]:
    """Words of what can or may be done."""
    return frozenset(cast("dict[str, list[str]]", load_toml("modality")["condition"])["permitting"])
