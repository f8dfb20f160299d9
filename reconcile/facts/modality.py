"""How far a thing has come: planned or done, possible or certain, suspected or convicted, draft or law.

A claim clashes with evidence that tells of the same deed as less real than the claim does. That a plan was carried
out by the time of the article is no clash: the dates of both decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from reconcile.grammar.anchors import anchoring, comparable, is_foreign, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.phrases import Found, PhraseTable, outermost
from reconcile.grammar.tense import marks, reality, told_as_done
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Statement, Time

#: The same deed is meant only where so much stands near both words, and so much is shared in all.
_NEAR, _SHARED = 1.2, 2.0
#: A mark bears on a word so far away at most (words).
_REACH = 6
#: Beside a verb of the past only the nearest mark hedges it: "possibly caused".
_BESIDE = 2
#: A plan without a date is still one in an article that appears so many days after it.
_FRESH = timedelta(days=2)
#: A procedure may have gone on in so many days.
_STALE = timedelta(days=7)
_TO_COME = frozenset({"future", "planned", "agreed"})
_OPENING = frozenset(
    {
        "if",
        "unless",
        "until",
        "once",
        "when",
        "would",
        "could",
        "should",
        "whether",
        "before",
        "face",
        "faces",
        "to",
        "not",
        "be",
    }
)
_PLAN, _CERTAIN, _STATUS = "modality.plan-done", "modality.certainty", "modality.status"


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim tells of a deed as done, certain or decided, and the evidence does not."""
    others = [s for s in evidence if not s.text.rstrip().endswith("?") and not is_foreign(s)]
    yield from _deeds(claim, others)
    yield from _steps(claim, others)


# -- planned or done, possible or certain ---------------------------------------------------------------------------


@frozen
class _Deed:
    """A word of the evidence that names the claim's deed: its statement, its place, how real it is told to be."""

    statement: Statement
    place: int
    real: str
    near: float


def _deeds(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    words = read_words(claim.text)
    denied = read_denials(claim.text).denied
    for i, key in enumerate(words.keys):
        if not key or key[0] in "~#" or denied[i] or words.is_name(i):
            continue
        claimed = _claimed_as(claim, words, i)
        if not claimed:
            continue
        deeds = list(_told_of(words, i, key, evidence))
        clash = _clash(claim, claimed, deeds)
        if clash is None:
            continue
        kind, deed, confidence = clash
        if sharing(claim, deed.statement, evidence, leave_out={key}) < _SHARED:
            continue
        yield _comparison(claim, words, i, deed, kind, confidence)
        return


def _claimed_as(claim: Statement, words: Wording, i: int) -> str:
    """How real the claim tells word `i` to be: "done", "certain" for will and is to, "stated", or "" for less."""
    hedges = [m for m in marks(claim.text, "hedged") if not (claim.cue and words.lower[m[0]] == "would")]
    if told_as_done(claim.text, i):
        return "done" if not _near_mark(words, i, hedges) else ""
    if hedges:
        return ""
    real = reality(claim.text, i)
    if real in ("future", "planned") or (claim.headline and real == "untold"):
        return "certain"
    if real == "present" and words.lower[i].endswith("ing"):
        return "certain"
    return "stated" if real == "untold" and words.lower[i].endswith("s") and i and words.keys[i - 1] else ""


def _told_of(words: Wording, i: int, key: str, evidence: Sequence[Statement]) -> Iterator[_Deed]:
    """The places where the evidence names the deed, with how real it tells it to be there."""
    for statement in evidence:
        theirs = read_words(statement.text)
        if key not in theirs.content:
            continue
        denied = read_denials(statement.text).denied
        for j, other in enumerate(theirs.keys):
            if other == key and not denied[j]:
                near = anchoring(words, i, theirs, j)
                yield _Deed(statement, j, _real(statement, theirs, j), near)


def _real(statement: Statement, words: Wording, j: int) -> str:
    """How real the evidence tells word `j` to be; marks near it and days to come count where its verb tells nothing."""
    real = reality(statement.text, j)
    if real in ("future", "planned", "agreed", "untold", "present", "obliged") and _near_mark(
        words, j, marks(statement.text, "open")
    ):
        return "possible"
    if real == "done" and _near_mark(words, j, marks(statement.text, "open"), reach=_BESIDE):
        return "possible"
    if real in ("untold", "present"):
        if _near_mark(words, j, marks(statement.text, "to_come")):
            return "planned"
        day = statement.day
        times = [t for t in statement.facts if isinstance(t, Time) and t.start is not None]
        if day is not None and times and all(t.start is not None and t.start > day for t in times):
            return "planned"
    return real


def _near_mark(words: Wording, i: int, found: Sequence[tuple[int, int]], reach: int = _REACH) -> bool:
    """Whether one of the marks stands near word `i`, in its clause."""
    return any(
        min(abs(first - i), abs(last - i)) <= reach and words.clauses[first] // 100 == words.clauses[i] // 100
        for first, last in found
    )


def _clash(claim: Statement, claimed: str, deeds: Sequence[_Deed]) -> tuple[str, _Deed, float] | None:
    """The kind, the evidence's deed and the confidence of a clash, or None.

    None where the evidence tells of the deed as done anywhere, or as certain where the claim says no more.
    """
    if not deeds or any(deed.real == "done" for deed in deeds):
        return None
    best = max(deeds, key=lambda deed: deed.near)
    if best.near < _NEAR:
        return None
    if best.real == "possible":
        if any(deed.real in _TO_COME for deed in deeds) or not comparable(claim, best.statement):
            return None
        if claimed == "stated" and not _plainly_possible(best):
            return None
        return _CERTAIN, best, 0.85
    if claimed == "done" and best.real in _TO_COME:
        confidence = _still_planned(claim, best.statement)
        return (_PLAN, best, confidence) if confidence else None
    return None


def _plainly_possible(deed: _Deed) -> bool:
    """Whether a verb itself is told as possible: "may spread", "it is possible that it spreads"."""
    words = read_words(deed.statement.text)
    before = " ".join(words.lower[max(0, deed.place - 2 * _REACH) : deed.place])
    return reality(deed.statement.text, deed.place) == "possible" or "possible that" in before


def _still_planned(claim: Statement, plan: Statement) -> float:
    """How sure it is that what the evidence plans had not come about when the article appeared; 0 for not at all."""
    if plan.day is not None and claim.day is not None and plan.day > claim.day:
        return 0.9
    ahead = [
        t.start
        for t in plan.facts
        if isinstance(t, Time) and t.start and (not plan.day or t.start > plan.day)
    ]
    if ahead and claim.day is not None:
        return 0.95 if min(ahead) > claim.day else 0.0
    told = [
        t.end
        for t in claim.facts
        if isinstance(t, Time) and t.end is not None and claim.day and t.end <= claim.day
    ]
    if told and plan.day is not None and max(told) <= plan.day:
        return 0.9
    if claim.day is not None and plan.day is not None:
        return 0.8 if claim.day - plan.day <= _FRESH else 0.0
    return 0.6 if claim.cue else 0.0


def _comparison(
    claim: Statement, words: Wording, i: int, deed: _Deed, kind: str, confidence: float
) -> Comparison:
    theirs = read_words(deed.statement.text)
    first, last = _verb(words, i)
    begin, end = _verb(theirs, deed.place)
    given = theirs.span(begin, end)
    return Comparison(
        "modality",
        0.0,
        words.span(first, last).of(claim.text),
        given.of(deed.statement.text),
        deed.real,
        words.span(first, last, claim.span.start),
        theirs.span(begin, end, deed.statement.span.start),
        kind,
        given.of(deed.statement.text),
        confidence,
    )


_AUXILIARIES = frozenset(
    {
        "will",
        "would",
        "shall",
        "may",
        "might",
        "could",
        "to",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "plans",
        "plan",
        "intends",
        "intend",
        "therefore",
        "also",
        "wants",
        "hopes",
        "agreed",
        "due",
        "set",
        "expected",
        "now",
        "soon",
        "not",
        "already",
    }
)


def _verb(words: Wording, i: int) -> tuple[int, int]:
    """A verb with the auxiliaries before it."""
    first = i
    while (
        first > 0 and words.lower[first - 1] in _AUXILIARIES and words.clauses[first - 1] == words.clauses[i]
    ):
        first -= 1
    return first, i


# -- steps of a procedure -----------------------------------------------------------------------------------------


def _steps(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim stands on a higher step of a ladder than the evidence does."""
    ours = steps(claim.text)
    if not ours:
        return
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
        if not _is_told(words, found):
            continue
        lower = [
            (s, f, _common(claim, words, found, s, f))
            for s, theirs in others
            for f in theirs
            if f.label.split("|")[0] == ladder and f.label.split("|")[1] < step
        ]
        if not lower:
            continue
        statement, other, near = max(lower, key=lambda entry: entry[2])
        if near < _NEAR or sharing(claim, statement, evidence) < _SHARED:
            continue
        theirs = read_words(statement.text)
        yield Comparison(
            "modality",
            0.0,
            words.span(found.first, found.last).of(claim.text),
            theirs.span(other.first, other.last).of(statement.text),
            ladder,
            words.span(found.first, found.last, claim.span.start),
            theirs.span(other.first, other.last, statement.span.start),
            _STATUS,
            theirs.span(other.first, other.last).of(statement.text),
            min(0.9, 0.5 + 0.1 * near),
        )
        return


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
    return _OPENING.isdisjoint(before) and reality(words.text, found.first) not in (
        "possible",
        "planned",
        "agreed",
    )


def _common(claim: Statement, words: Wording, ours: Found, statement: Statement, other: Found) -> float:
    return anchoring(
        words,
        ours.first,
        read_words(statement.text),
        other.first,
        width_i=ours.last - ours.first + 1,
        width_j=other.last - other.first + 1,
    )


@lru_cache(maxsize=4096)
def steps(text: str) -> tuple[Found, ...]:
    """The steps of procedures that a sentence tells and does not deny; the label is "ladder|step"."""
    words = read_words(text)
    found = _ladder_table().find(words)
    if not found:
        return ()
    denied = read_denials(text).denied
    kept = outermost(found, lambda label: label.partition("|")[0])
    return tuple(f for f in kept if not denied[f.first])


@cache
def _ladder_table() -> PhraseTable:
    ladders = cast("list[dict[str, list[list[str]]]]", load_toml("modality")["ladder"])
    return PhraseTable(
        {f"{ladder['name']}|{n}": step for ladder in ladders for n, step in enumerate(ladder["steps"])}
    )
