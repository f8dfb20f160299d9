"""Steps of a procedure: suspected, charged, convicted; draft, adopted; nominated, elected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache, lru_cache
from typing import cast

from reconcile.facts.modality.told import is_subordinate
from reconcile.grammar.anchors import anchoring, comparable, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import key_of
from reconcile.grammar.marks import marks
from reconcile.grammar.phrases import Found, PhraseTable, outermost
from reconcile.grammar.tense import reality
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Comparison, Statement, Time

#: The same thing is meant only where so much stands near both steps, and so much is shared in all.
_NEAR, _SHARED = 1.2, 2.0
#: A procedure may have gone on in so many days.
_STALE = timedelta(days=7)
_STATUS = "modality.status"
#: So shortly before a step they tell that it is past (words).
_SHORTLY = 4


def compare_steps(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim stands on a higher step of a ladder than the evidence does."""
    ours = steps(claim.text)
    if not ours:
        return
    open_marks = marks(claim.text, "open")
    others = [
        (s, theirs)
        for s in evidence
        if (theirs := steps(s.text)) and comparable(claim, s) and not _outdated(claim, s)
    ]
    words = read_words(claim.text)
    for found in ours:
        ladder, step = found.label.split("|")
        if any(f.label == found.label and _is_told(read_words(s.text), f) for s, fs in others for f in fs):
            continue
        if not _is_told(words, found) or any(
            not is_subordinate(words, m, found.first) for m, _ in open_marks
        ):
            continue
        if _came_before(words, ours, ladder, float(step)):
            continue
        lower = [
            (s, f, anchoring(words, found.first, read_words(s.text), f.first))
            for s, theirs in others
            for f in theirs
            if f.label.split("|")[0] == ladder and float(f.label.split("|")[1]) <= float(step) - 1
        ]
        if not lower:
            continue
        statement, other, near = max(lower, key=lambda entry: entry[2])
        if near < _NEAR or sharing(claim, statement, evidence) < _SHARED:
            continue
        yield _comparison(claim, words, found, statement, other, ladder, min(0.9, 0.5 + 0.1 * near))
        return


def _comparison(
    claim: Statement,
    words: Wording,
    found: Found,
    statement: Statement,
    other: Found,
    ladder: str,
    confidence: float,
) -> Comparison:
    there = read_words(statement.text)
    given = there.span(other.first, other.last).of(statement.text)
    last, suggestion = found.last, given
    joined = _joints().get(words.lower[last + 1] if last + 1 < len(words) else "", frozenset())
    if words.keys[last] in joined:
        # The preposition goes with the verb: "convicted of" becomes "charged with".
        own = "" if there.lower[other.last] in _joints() else _joint_of(there.keys[other.last])
        last, suggestion = last + 1, f"{given} {own}".rstrip()
    return Comparison(
        "modality",
        0.0,
        words.span(found.first, last).of(claim.text),
        given,
        ladder,
        words.span(found.first, last, claim.span.start),
        there.span(other.first, other.last, statement.span.start),
        _STATUS,
        suggestion,
        confidence,
    )


@cache
def _joints() -> dict[str, frozenset[str]]:
    """Preposition -> the keys of the verbs that it joins to what somebody is accused of."""
    table = cast("dict[str, str]", load_toml("modality")["joint"])
    return {joint: frozenset(map(key_of, verbs.split())) - {""} for joint, verbs in table.items()}


def _joint_of(key: str) -> str:
    return next((joint for joint, keys in _joints().items() if key in keys), "")


def _came_before(words: Wording, steps: Sequence[Found], ladder: str, step: float) -> bool:
    """Whether the claim tells the lower step itself, as one that is past: "after raising the motion, it resolved"."""
    for found in steps:
        name, own = found.label.split("|")
        if name == ladder and float(own) < step:
            before = words.lower[max(0, found.first - _SHORTLY) : found.first]
            if not load_words("modality", "past_it").isdisjoint(before):
                return True
    return False


def _outdated(claim: Statement, statement: Statement) -> bool:
    """Whether the next step may have been taken since the evidence was written."""
    if statement.day is None or claim.day is None:
        return False
    later = [t for t in claim.facts if isinstance(t, Time) and t.start is not None and t.kind != "duration"]
    since = any(t.start is not None and statement.day < t.start <= claim.day for t in later)
    return since or claim.day - statement.day > _STALE


def _is_told(words: Wording, found: Found) -> bool:
    """Whether a step is told as taken: no "if convicted", "until approved", "would be charged"."""
    before = words.lower[max(0, found.first - 3) : found.first]
    clause = [words.lower[i] for i in range(found.first) if words.clauses[i] == words.clauses[found.first]]
    if not load_words("modality", "leaving_open").isdisjoint(clause):
        return False
    return load_words("modality", "opening").isdisjoint(before) and reality(words.text, found.first) not in (
        "possible",
        "planned",
        "agreed",
    )


@lru_cache(maxsize=4096)
def steps(text: str) -> tuple[Found, ...]:
    """The steps of procedures that a sentence tells and does not deny; the label is "ladder|step"."""
    words = read_words(text)
    found = _ladder_table().find(words)
    if not found:
        return ()
    denials = read_denials(text)
    if any(d.label == "determiner" and d.first == 0 for d in denials.found):
        return ()  # "No licence to ... has been granted": the verb may stand far behind
    found = [f for f in found if not _is_count(words, f)]
    kept = outermost(found, lambda label: label.partition("|")[0])
    return tuple(f for f in kept if not denials.denied[f.first])


def _is_count(words: Wording, found: Found) -> bool:
    """Whether "votes to" is of a count of votes: "by 19 votes to 6"."""
    behind = words.keys[found.last + 1 : found.last + 2]
    return words.lower[found.last] == "to" and behind != () and behind[0][:1] == "#"


@cache
def _ladder_table() -> PhraseTable:
    ladders = cast("list[dict[str, list[list[str]]]]", load_toml("modality")["ladder"])
    steps = {f"{ladder['name']}|{n}": step for ladder in ladders for n, step in enumerate(ladder["steps"])}
    between = cast("list[dict[str, list[str]]]", [ladder for ladder in ladders if "between" in ladder])
    return PhraseTable(steps | {f"{ladder['name']}|0.5": ladder["between"] for ladder in between})
