"""Why it happened: a claim that makes a cause of what the evidence only puts side by side, or gives another reason for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from reconcile.grammar.anchors import comparable
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import key_of
from reconcile.grammar.marks import marks
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Statement

#: A stretch that is a cause, or stands beside, reaches no further than this from its mark (words).
_REACH = 10
#: So many words of the effect must be shared, so large a share of the cause's, and so many of both together.
_EFFECT, _CAUSE, _BOTH = 1, 0.5, 3
#: A sentence of so few content words ("The reason is not known.") leans on those beside it.
_SHORT = 4
_CLASH = "scope.cause"


class _Reason(NamedTuple):
    """A mark with the stretch that it makes the cause: words of the mark, words and keys of the cause, other keys."""

    kind: str
    mark: tuple[int, int]
    stretch: tuple[int, int]
    cause: frozenset[str]
    effect: frozenset[str]


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim names a cause that the evidence does not."""
    ours = [
        reason
        for reason in reasons(claim.text)
        if reason.kind in ("behind", "before") and reason.cause and not _is_denied(claim.text, reason)
    ]
    if not ours or marks(claim.text, "open"):
        return
    others = [(s, reasons(s.text)) for s in evidence if comparable(claim, s)]
    for reason in ours:
        if any(_names_cause(reason, other) for _, theirs in others for other in theirs):
            continue
        met = _beside(reason, others) or _own(reason, others) or _open(reason, others)
        if met is not None:
            yield _comparison(claim, reason, met)
            return


def _is_denied(text: str, reason: _Reason) -> bool:
    """Whether a sentence tells that something was not for that reason: "is not leaving because of the protests"."""
    return any(
        denial.label in ("whole", "determiner") and denial.first < reason.mark[0]
        for denial in read_denials(text).found
    )


def _names_cause(reason: _Reason, other: _Reason) -> bool:
    """Whether the evidence makes a cause of what the claim does, in part at least."""
    if other.kind not in ("behind", "before"):
        return False
    return bool(reason.cause & other.cause) or bool(
        reason.cause & other.effect and reason.effect & other.cause
    )


def _beside(reason: _Reason, others: Sequence[tuple[Statement, Sequence[_Reason]]]) -> _Met | None:
    """The evidence's mark that puts the claim's cause beside its effect."""
    for statement, theirs in others:
        content = read_words(statement.text).content
        for other in theirs:
            if other.kind != "beside" or _may_give_reason(statement.text, other):
                continue
            for cause, effect in ((other.cause, content - other.cause), (content - other.cause, other.cause)):
                causes, effects = len(reason.cause & cause), len(reason.effect & effect)
                enough = causes >= _CAUSE * len(reason.cause) and causes + effects >= _BOTH
                if enough and effects >= _EFFECT:
                    last = max(other.mark[1], other.stretch[1] - 1)
                    return _Met(statement, (other.mark[0], last), "beside", 0.85)
    return None


def _may_give_reason(text: str, other: _Reason) -> bool:
    """Whether a "since" opens a clause with a verb of the present: "since consumption is falling"."""
    words = read_words(text)
    clause = words.lower[other.stretch[0] : other.stretch[1]]
    return words.lower[other.mark[0]] == "since" and not {"is", "are", "has", "have"}.isdisjoint(clause)


def _own(reason: _Reason, others: Sequence[tuple[Statement, Sequence[_Reason]]]) -> _Met | None:
    """The evidence's mark that leaves no other cause than the person's own wish."""
    for statement, theirs in others:
        shared = reason.effect & read_words(statement.text).content
        for other in theirs:
            if other.kind == "own" and len(shared) > _EFFECT:
                return _Met(statement, (other.mark[0], max(other.mark[1], other.stretch[1] - 1)), "own", 0.85)
    return None


def _open(reason: _Reason, others: Sequence[tuple[Statement, Sequence[_Reason]]]) -> _Met | None:
    """The evidence's sentence that leaves the cause open."""
    for statement, theirs in others:
        for other in theirs:
            keys = _all(others) if len(_keys_of(statement)) <= _SHORT else _keys_of(statement)
            if other.kind == "open" and len(reason.effect & (keys - _inquiry())) >= _EFFECT:
                return _Met(statement, other.mark, "open", 0.75)
    return None


def _keys_of(statement: Statement) -> frozenset[str]:
    return read_words(statement.text).content


def _all(others: Sequence[tuple[Statement, Sequence[_Reason]]]) -> frozenset[str]:
    """The content of all statements."""
    return frozenset().union(*(_keys_of(statement) for statement, _ in others))


@cache
def _inquiry() -> frozenset[str]:
    """Words of inquiring, which are no effect: cause, reason, investigate."""
    return frozenset(key_of(word) for word in ("cause", "known", "reason", "investigate", "clear", "unclear"))


class _Met(NamedTuple):
    """Where the evidence speaks against a cause: statement, first and last word, how, and how sure."""

    statement: Statement
    words: tuple[int, int]
    how: str
    confidence: float


def _comparison(claim: Statement, reason: _Reason, met: _Met) -> Comparison:
    words, theirs = read_words(claim.text), read_words(met.statement.text)
    first = min(reason.mark[0], reason.stretch[0])
    last = max(reason.mark[1], min(reason.stretch[1] - 1, reason.mark[1] + _REACH // 2))
    given = theirs.span(*met.words).of(met.statement.text)
    return Comparison(
        "cause",
        0.0,
        words.span(first, last).of(claim.text),
        given,
        met.how,
        words.span(first, last, claim.span.start),
        theirs.span(*met.words, met.statement.span.start),
        _CLASH,
        given if met.how != "open" else None,
        met.confidence,
    )


@lru_cache(maxsize=4096)
def reasons(text: str) -> tuple[_Reason, ...]:
    """The marks of cause and of standing side by side in a sentence, each with its stretch."""
    words = read_words(text)
    found = _table().find(words)
    return tuple(_reason(words, kind, first, last) for kind, first, last in found)


def _reason(words: Wording, kind: str, first: int, last: int) -> _Reason:
    if kind == "before":
        begin = first
        while (
            begin > max(0, first - _REACH) and words.clauses[begin - 1] // 100 == words.clauses[first] // 100
        ):
            begin -= 1
        stretch = (begin, first)
    else:
        end = last + 1
        while end < min(len(words), last + 1 + _REACH) and _goes_on(words, last, end):
            end += 1
        stretch = (last + 1, end)
    cause = frozenset(_keys(words, *stretch))
    own = set(words.keys[first : last + 1])
    return _Reason(kind, (first, last), stretch, cause, words.content - cause - own)


def _goes_on(words: Wording, last: int, i: int) -> bool:
    """Whether the stretch behind a mark goes on to word `i`: to the end of its clause, or the next comma."""
    return words.clauses[i] // 100 == words.clauses[min(last + 1, len(words) - 1)] // 100 and (
        words.clauses[i] == words.clauses[i - 1] or i == last + 1
    )


def _keys(words: Wording, first: int, end: int) -> Iterator[str]:
    for key in words.keys[first:end]:
        if key and key[0] not in "~#":
            yield key


@cache
def _table() -> PhraseTable:
    table = cast("dict[str, dict[str, list[str]]]", load_toml("causes"))
    return PhraseTable({kind: group["phrases"] for kind, group in table.items()})
