"""Deeds: done, planned, possible or alleged, in the claim and in the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from typing import cast

from attrs import frozen

from reconcile.grammar.anchors import anchoring, comparable, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past, key_of
from reconcile.grammar.kinship import covered
from reconcile.grammar.same_deeds import deed_classes, deeds_told
from reconcile.grammar.tense import marks, reality, told_as_done, verbless
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Statement, Time

#: The same deed is meant only where so much stands near both words, and so much is shared in all.
_NEAR, _SHARED = 1.2, 2.0
#: Where the two words are not the same, so much more must be shared.
_OTHER_WORD = 1.0
#: Unless so large a part of the claim's clause is there.
_COVERED = 0.55
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "being"})
_AGAIN = frozenset({"again", "anew", "another", "further", "additional"})
#: So long before it was planned or held possible nothing was done that is meant by it.
_LONG = timedelta(days=60)
_COPULAS = frozenset({"is", "are", "was", "were", "seems", "remains"})
_NO_CLASS: frozenset[str] = frozenset()
#: A mark bears on a word so far away at most (words).
_REACH = 6
#: Beside a verb of the past only the nearest mark hedges it: "possibly caused".
_BESIDE = 2
#: A noun stands no further behind the word that looks back at it (words).
_BEFORE = 4
_LOOKING_BACK = frozenset({"following", "since", "despite"})
_LOOKING_BACK_AT = frozenset(
    {
        ("because", "of"),
        ("due", "to"),
        ("owing", "to"),
        ("wake", "of"),
        ("spite", "of"),
        ("result", "of"),
        ("thanks", "to"),
    }
)
#: Before a day they tell that something begins on it.
_FROM = frozenset({"from", "of", "since", "starting", "beginning", "effective"})
#: A plan without a date is still one in an article that appears so many days after it.
_FRESH = timedelta(days=2)
_TO_COME = frozenset({"future", "planned", "agreed"})
_PLAN, _CERTAIN, _STATUS = "modality.plan-done", "modality.certainty", "modality.status"


@frozen
class _Deed:
    """A word of the evidence that names the claim's deed: its statement, its place, how real it is told to be."""

    statement: Statement
    place: int
    real: str
    near: float


def compare_deeds(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where a deed that the claim tells as done or certain is planned, possible or alleged in the evidence."""
    words = read_words(claim.text)
    for i, classes in _deeds_in_common(claim.text, words, evidence):
        claimed = _claimed_as(claim, words, i)
        if not claimed:
            continue
        key = words.keys[i]
        deeds = list(_told_of(words, i, classes, evidence))
        clash = _clash(claim, claimed, deeds)
        if clash is None:
            continue
        kind, deed, confidence = clash
        if deed.real == "alleged" and _by_nobody(words, i):
            continue  # that it was done is certain, only by whom is not
        if claimed == "done" and kind != _STATUS and _long_ago(claim, words, i, deed.statement):
            continue
        own = read_words(deed.statement.text).keys[deed.place]
        needed = _SHARED if own == key or _clause_covered(words, i, deed) else _SHARED + _OTHER_WORD
        if sharing(claim, deed.statement, evidence, leave_out={key, own}) < needed:
            continue
        yield _comparison(claim, words, i, deed, kind, confidence)
        return


def _clause_covered(words: Wording, i: int, deed: _Deed) -> bool:
    """Whether the evidence's sentence has most of what stands with word `i` in its clause."""
    begin = end = i
    while begin > 0 and words.clauses[begin - 1] == words.clauses[i]:
        begin -= 1
    while end < len(words) and words.clauses[end] == words.clauses[i]:
        end += 1
    clause = words.text[words.starts[begin] : words.ends[end - 1]]
    text = deed.statement.text
    met, total = covered(clause, text, range(len(read_words(text))))
    return met >= _COVERED * total


def _deeds_in_common(
    text: str, words: Wording, evidence: Sequence[Statement]
) -> Iterator[tuple[int, frozenset[str]]]:
    """The words of the claim whose deed the evidence names too, by the same word or by one of its classes."""
    shared = words.content & frozenset().union(*(read_words(s.text).content for s in evidence))
    told = deeds_told(text)
    alike = deed_classes(text) & frozenset().union(*(deed_classes(s.text) for s in evidence))
    if not shared and not alike:
        return
    denied = read_denials(text).denied
    for i, key in enumerate(words.keys):
        classes = told.get(i, _NO_CLASS) & alike
        if (key not in shared and not classes) or key[:1] in ("#", "~") or denied[i]:
            continue
        if not words.is_name(i) and key not in _said_by_doing():
            yield i, classes


def _claimed_as(claim: Statement, words: Wording, i: int) -> str:
    """How real the claim tells word `i` to be: "done", "certain" for will and is to, "stated", or "" for less."""
    hedges = [
        m
        for m in marks(claim.text, "hedged")
        if words.clauses[m[0]] // 100 == words.clauses[i] // 100
        and not (claim.cue and words.lower[m[0]] == "would")
    ]
    if told_as_done(claim.text, i):
        return "done" if not _near_mark(words, i, hedges) else ""
    if hedges:
        return ""
    real = reality(claim.text, i)
    if real in ("future", "planned") or (claim.headline and real == "untold"):
        return "certain"
    if real == "present" and (words.lower[i].endswith("ing") or words.lower[i] == "blame"):
        return "certain"
    return "stated" if real == "untold" and words.lower[i].endswith("s") and i and words.keys[i - 1] else ""


def _told_of(
    words: Wording, i: int, classes: frozenset[str], evidence: Sequence[Statement]
) -> Iterator[_Deed]:
    """The places where the evidence names the deed, with how real it tells it to be there."""
    key = words.keys[i]
    for statement in evidence:
        theirs = read_words(statement.text)
        if key not in theirs.content and classes.isdisjoint(deed_classes(statement.text)):
            continue
        denied = read_denials(statement.text).denied
        told = deeds_told(statement.text) if classes else {}
        for j, other in enumerate(theirs.keys):
            same = bool(key) and other == key
            if (same or not classes.isdisjoint(told.get(j, _NO_CLASS))) and not denied[j]:
                near = anchoring(words, i, theirs, j)
                yield _Deed(statement, j, _real(statement, theirs, j), near)


def _real(statement: Statement, words: Wording, j: int) -> str:
    """How real the evidence tells word `j` to be; marks near it and days to come count where its verb tells nothing."""
    real = reality(statement.text, j)
    if _is_presupposed(words, j):
        return "done"
    if _near_mark(words, j, marks(statement.text, "alleged"), before=True):
        return "alleged"
    if real in ("untold", "present") and _called_possible(statement.text, words, j):
        return "possible"
    if real == "present" and is_past(words.lower[j]):
        real = "done"  # "the trip is postponed"
    if real in ("future", "planned", "agreed", "untold", "present", "obliged") and _near_mark(
        words, j, marks(statement.text, "open")
    ):
        return "possible"
    if real == "done" and _near_mark(words, j, marks(statement.text, "open"), reach=_BESIDE):
        return "possible"
    if real in ("untold", "present"):
        coming = [m for m in marks(statement.text, "to_come") if words.clauses[m[0]] == words.clauses[j]]
        if _near_mark(words, j, coming):
            return "planned"
        day = statement.day if verbless(statement.text) else None
        times = [t for t in statement.facts if isinstance(t, Time) and t.start is not None]
        if day is not None and times and all(t.start is not None and t.start > day for t in times):
            return "planned"
    return real


def _is_presupposed(words: Wording, j: int) -> bool:
    """Whether word `j` is a noun told to have come before: "following the loss of two customers"."""
    for i in range(j - 1, max(-1, j - 1 - _BEFORE), -1):
        if words.clauses[i] != words.clauses[j]:
            return False
        if words.lower[i] in _LOOKING_BACK:
            return words.lower[j][-3:] != "ing" and not is_past(words.lower[j])
        if i > 0 and words.lower[i - 1 : i + 1] in _LOOKING_BACK_AT:
            return not is_past(words.lower[j])
    return False


def _near_mark(
    words: Wording, i: int, found: Sequence[tuple[int, int]], reach: int = _REACH, *, before: bool = False
) -> bool:
    """Whether one of the marks stands near word `i`, in its clause; `before` it, where so asked."""
    return any(
        min(abs(first - i), abs(last - i)) <= reach
        and words.clauses[first] // 100 == words.clauses[i] // 100
        and not (before and first > i)
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
    if best.real == "alleged":
        # Told as somebody's word, it is no more than the accuser's.
        sure = claimed == "done" and not claim.cue and comparable(claim, best.statement)
        return (_STATUS, best, 0.8) if sure else None
    if best.real == "possible":
        if any(deed.real in _TO_COME for deed in deeds) or not comparable(claim, best.statement):
            return None
        if claimed == "stated" and not _plainly_possible(best):
            return None
        return _CERTAIN, best, 0.85
    if claimed == "done" and best.real in _TO_COME and not _once_more(claim, best.statement):
        confidence = 0.0 if _begun(best) else _still_planned(claim, best.statement)
        return (_PLAN, best, confidence) if confidence else None
    return None


def _once_more(claim: Statement, plan: Statement) -> bool:
    """Whether a plan is to do again what the claim tells without an "again": then it was done before."""
    words = read_words(plan.text)
    more = any(
        word == "more" and words.lower[i + 1 : i + 2] != ("than",) for i, word in enumerate(words.lower)
    )
    again = more or not _AGAIN.isdisjoint(words.vocabulary)
    return again and _AGAIN.isdisjoint(read_words(claim.text).vocabulary)


def _by_nobody(words: Wording, i: int) -> bool:
    """Whether a passive names nobody who did it: "the kiosk was robbed"."""
    passive = not _PASSIVE.isdisjoint(words.lower[max(0, i - 3) : i])
    return passive and "by" not in words.lower[i + 1 : i + 2 * _REACH]


def _long_ago(claim: Statement, words: Wording, i: int, statement: Statement) -> bool:
    """Whether the clause of word `i` has a day long before the evidence was written: then it tells of another deed."""
    begin = end = i
    while begin > 0 and words.clauses[begin - 1] == words.clauses[i]:
        begin -= 1
    while end + 1 < len(words) and words.clauses[end + 1] == words.clauses[i]:
        end += 1
    clause = words.span(begin, end, claim.span.start)
    ends = [t.end for t in claim.facts if isinstance(t, Time) and t.end and clause.holds(t.span)]
    return bool(ends) and statement.day is not None and statement.day - max(ends) > _LONG


def _begun(deed: _Deed) -> bool:
    """Whether a plan begins on the very day of its announcement: "will be closed from today"."""
    plan = deed.statement
    if plan.day is None or deed.real == "agreed":
        return False
    at = read_words(plan.text).starts[deed.place] + plan.span.start
    return any(
        isinstance(t, Time)
        and t.start
        and t.end
        and (t.span.start > at or _begins(plan, t))
        and t.start <= plan.day <= t.end
        and t.end - t.start < _FRESH
        for t in plan.facts
    )


def _begins(plan: Statement, time: Time) -> bool:
    """Whether a day is one from which on something holds: "from today"."""
    before = plan.text[: time.span.start - plan.span.start].split()
    return bool(before) and before[-1].lower() in _FROM


def _plainly_possible(deed: _Deed) -> bool:
    """Whether a verb itself is told as possible: "may spread", "it is possible that it spreads"."""
    words = read_words(deed.statement.text)
    before = " ".join(words.lower[max(0, deed.place - 2 * _REACH) : deed.place])
    verb = reality(deed.statement.text, deed.place) == "possible"
    considered = any(
        0 < deed.place - last <= _BESIDE + 1 for _, last in marks(deed.statement.text, "open")
    )  # "considering a move"
    return (
        verb
        or considered
        or "possible that" in before
        or _called_possible(deed.statement.text, words, deed.place)
    )


def _called_possible(text: str, words: Wording, j: int) -> bool:
    """Whether word `j` is in the subject of a copula with an open word: "a move to the airfield is conceivable"."""
    behind = range(j + 1, min(len(words), j + 2 * _REACH))
    copula = next((i for i in behind if words.lower[i] in _COPULAS), None)
    if copula is None or words.clauses[copula] != words.clauses[j]:
        return False
    return any(0 < first - copula <= _BESIDE for first, _ in marks(text, "open"))


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
    suggestion = given.of(deed.statement.text)
    if kind == _CERTAIN and words.lower[first] == "will" and first < i:
        last = first  # "will" alone is too sure, and "may" alone puts it right
        suggestion = next((w for w in theirs.lower[begin:end] if w in _MODALS), "may")
    return Comparison(
        "modality",
        0.0,
        words.span(first, last).of(claim.text),
        given.of(deed.statement.text),
        deed.real,
        words.span(first, last, claim.span.start),
        theirs.span(begin, end, deed.statement.span.start),
        kind,
        suggestion,
        confidence,
    )


_MODALS = frozenset({"may", "might", "could"})
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


@cache
def _said_by_doing() -> frozenset[str]:
    """Verbs that do what they say: "we want to thank you" is the thanks."""
    table = cast("dict[str, list[str]]", load_toml("modality")["said_by_doing"])
    return frozenset(key_of(verb) for verb in table["verbs"]) - {""}
