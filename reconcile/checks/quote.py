"""Quotations of the prose held against the posts and releases from which they were taken.

A quotation is placed in the evidence first; what was changed is told by the words that differ. Only where the prose
names a source at hand, and the words are nowhere in it, is a quotation called fabricated.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reconcile.checks.finding import finding, named, shorten
from reconcile.facts.quotations import use_of
from reconcile.model import Discrepancy, Dossier, Quotation, Source
from reconcile.patterns import lazy_regex
from reconcile.quoting.change_kinds import Change
from reconcile.quoting.changes import changes
from reconcile.quoting.credit import continues, credited_to, in_english, likest, retold_of_speaker
from reconcile.quoting.passages import Passage
from reconcile.quoting.sources import SHORTEST, Placed, Quoted, best_place, evidence_sources, quotations
from reconcile.quoting.tokens import Tokens, tokenize
from reconcile.quoting.turns import Turn, told_elsewhere, turn_after, turn_before
from reconcile.reading.prose import prose_only
from reconcile.words import stop_words

#: The prose round a quotation that may tell what it leaves out (characters).
_ROUND = 420

_CLAUSE = lazy_regex(
    r"[.!?…;:–—]+[\"”’]?\s+|,\s+(?=(?:and|but|or|so|yet|because|which|who|when|if|while|though|although|as soon)\b)",
    regex.I,
)

_MESSAGES = {
    "quote.elision-meaning": "The quotation leaves out “{theirs}”, which {source} has and which turns the sense",
    "quote.truncation": "The quotation stops before {source} goes on “{theirs}”, which turns its sense",
    "quote.splice": "The quotation joins two places of {source} that do not stand together, or changes their order",
    "quote.alteration": "The quotation has “{ours}” where {source} has “{theirs}”",
    "quote.paraphrase": "Inside the marks stands a retelling: {source} says “{theirs}”",
    "quote.elision-unmarked": "The quotation leaves out “{theirs}”, which {source} has, without a mark",
    "quote.elision-marked": "The quotation leaves out “{theirs}” of {source} and marks the cut",
    "quote.form": "The quotation differs from {source} in its form only: “{ours}”, “{theirs}”",
}


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `quote`."""
    if not evidence_sources(dossier):
        return
    last: tuple[Quoted, Placed] | None = None
    for quoted in quotations(dossier):
        placed = best_place(dossier, quoted)
        if placed is None:
            goes_on = last is not None and continues(dossier, last[0], quoted)
            yield from _nowhere(dossier, quoted, last[1] if last and goes_on else None)
            continue
        last = quoted, placed
        yield from _compare(dossier, quoted, placed)


def _compare(dossier: Dossier, quoted: Quoted, placed: Placed) -> Iterator[Discrepancy]:
    """What is wrong with a quotation that was found: the changes in it, and what was left out before and behind."""
    source, passage = placed.source, placed.passage
    for change in changes(passage):
        yield _changed(dossier, quoted, source, passage, change)
    yield from _turned(dossier, quoted, source, passage)


# -- changes inside the quotation ---------------------------------------------------------------------------------


def _changed(
    dossier: Dossier, quoted: Quoted, source: Source, passage: Passage, change: Change
) -> Discrepancy:
    """The finding for one change: the clause of the quotation that has it, and the source's words for that clause."""
    kind = f"quote.{change.kind}"
    offset = quoted.quotation.inner.start
    first, end = _clause(passage.quoted, change.first, change.end)
    at, stop = _source_words(passage, first, end, change)
    ours = passage.quoted.span(change.first, change.end).of(passage.quoted.text)
    cut = change.kind.startswith("elision") or change.end == change.first
    differing = (change.at, change.stop) if change.stop > change.at else (at, stop)
    if change.kind == "paraphrase" or (not cut and change.kind == "alteration" and change.stop == change.at):
        differing = (at, stop)
    theirs = passage.source.span(*differing).of(passage.source.text)
    claimed = dossier.excerpt("document", passage.quoted.span(first, end, offset))
    message = (
        _MESSAGES[kind].format(source=named(dossier, source), ours=shorten(ours), theirs=shorten(theirs))
        + "."
    )
    evidence = dossier.excerpt(source, passage.source.span(at, stop))
    suggestion = (
        None
        if change.kind in ("splice", "elision-marked", "form")
        else _in_style(evidence.text, claimed.text)
    )
    return finding(kind, message, claimed, evidence, suggestion=suggestion, confidence=change.confidence)


def _clause(quoted: Tokens, first: int, end: int) -> tuple[int, int]:
    """The clause or clauses of the quotation that hold words `first` up to `end`."""
    start, stop = quoted.starts[min(first, len(quoted) - 1)], quoted.ends[max(first, end - 1)]
    left, right = 0, len(quoted.text)
    for match in _CLAUSE.finditer(quoted.text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= stop:
            right = match.start()
            break
    inside = [i for i in range(len(quoted)) if left <= quoted.starts[i] and quoted.ends[i] <= right]
    return (inside[0], inside[-1] + 1) if inside else (first, end)


def _source_words(passage: Passage, first: int, end: int, change: Change) -> tuple[int, int]:
    """The words of the source that stand where words `first` up to `end` of the quotation do."""
    if change.kind == "splice":
        run = next(run for run in passage.runs if run.first <= change.first < run.end)
        return run.at, run.stop
    covered = [
        (max(run.first, first), min(run.end, end), run)
        for run in passage.runs
        if run.first < end and run.end > first
    ]
    places = [(run.at + a - run.first, run.at + b - run.first) for a, b, run in covered]
    if change.stop > change.at:
        places.append((change.at, change.stop))
    if not places:
        return change.at, min(change.at + 1, len(passage.source))
    return min(a for a, _ in places), max(b for _, b in places)


def _in_style(words: str, printed: str) -> str:
    """The source's words as the prose would print them: on one line, beginning and ending as the prose does."""
    line = " ".join(words.split())
    if not printed.endswith("."):
        line = line.removesuffix(".")
    if printed[:1].isupper():
        return line[:1].upper() + line[1:]
    if (
        line[:1].isupper()
        and line[1:2].islower()
        and printed[:1].islower()
        and line.split()[0].lower() in stop_words()
    ):
        return line[:1].lower() + line[1:]
    return line


# -- before and behind it -----------------------------------------------------------------------------------------


def _turned(dossier: Dossier, quoted: Quoted, source: Source, passage: Passage) -> Iterator[Discrepancy]:
    """Findings for words next to the quoted ones that turn them and that the prose does not tell."""
    if len(passage.quoted) < 3:
        return
    quotation = quoted.quotation
    whole = use_of(dossier.document.text, quotation, cue=True) == "speech" and quotation.text[:1].isupper()
    turns = (turn_after(passage), turn_before(passage, sentence=whole))
    for turn in turns:
        if turn is None or told_elsewhere(passage.source, turn, _round(dossier, quotation)):
            continue
        yield _turn(dossier, quoted, source, passage, turn)


def _turn(dossier: Dossier, quoted: Quoted, source: Source, passage: Passage, turn: Turn) -> Discrepancy:
    kind = f"quote.{turn.kind}"
    theirs = passage.source.span(turn.at, turn.stop).of(passage.source.text)
    at, stop = min(turn.at, passage.runs[0].at), max(turn.stop, passage.runs[-1].stop)
    first, end = 0, len(passage.quoted)
    if turn.at >= passage.runs[-1].stop:
        first = _clause(passage.quoted, end - 1, end)[0]
        at = max(at, _source_words(passage, first, end, Change("form", first, end, 0, 0, 1.0))[0])
    claimed = dossier.excerpt("document", passage.quoted.span(first, end, quoted.quotation.inner.start))
    evidence = dossier.excerpt(source, passage.source.span(at, stop))
    message = _MESSAGES[kind].format(source=named(dossier, source), ours="", theirs=shorten(theirs)) + "."
    return finding(
        kind, message, claimed, evidence, suggestion=_in_style(evidence.text, claimed.text), confidence=0.85
    )


def _round(dossier: Dossier, quotation: Quotation) -> Tokens:
    """The words of the prose round a quotation, its own left out; of a post printed beside it, none."""
    text = prose_only(dossier.document)
    before = text[max(0, quotation.span.start - _ROUND // 2) : quotation.span.start]
    after = text[quotation.span.end : quotation.span.end + _ROUND]
    return tokenize(before + " " + after)


# -- nowhere ------------------------------------------------------------------------------------------------------


def _nowhere(dossier: Dossier, quoted: Quoted, before: Placed | None) -> Iterator[Discrepancy]:
    """A finding for a quotation that stands in none of the sources to which the prose credits it."""
    words = tokenize(quoted.quotation.text)
    if len(words) < SHORTEST or not in_english(words):
        return
    claimed = dossier.excerpt("document", words.span(0, len(words), quoted.quotation.inner.start))
    credited = credited_to(dossier, quoted.claim, before)
    retold = likest(dossier, words, credited) if credited else retold_of_speaker(dossier, words, quoted.claim)
    if retold is not None:
        evidence = dossier.excerpt(retold.source, retold.span)
        message = _MESSAGES["quote.paraphrase"].format(
            source=named(dossier, retold.source), theirs=shorten(evidence.text)
        )
        suggestion = _in_style(evidence.text.strip('"“”'), claimed.text)
        yield finding(
            "quote.paraphrase", message + ".", claimed, evidence, suggestion=suggestion, confidence=0.7
        )
    elif credited:
        message = (
            f"Nothing close to “{shorten(claimed.text)}” stands in {named(dossier, credited[0])}, "
            "to which it is credited."
        )
        yield finding("quote.fabricated", message, claimed, confidence=0.8)
