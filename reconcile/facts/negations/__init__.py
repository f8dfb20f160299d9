"""What a sentence denies, and whether the other side states just that.

A denial clashes with a statement that affirms all that is denied: the deed and what it is done to. "Will not open
on Monday" leaves Tuesday free, so words of the scope that the other side lacks keep the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.facts.negations.affirming import (
    affirmed_at,
    denied_there,
    in_compound,
    is_deed,
    is_undone,
    no_fact,
    other_subject,
    same_kind,
    same_time,
)
from reconcile.facts.negations.asserting import (
    leaves_out_verb,
    of_anybody,
    only_unneeded,
    other_object,
    requests,
)
from reconcile.facts.negations.outright import stated_outright
from reconcile.facts.negations.scopes import core_of, denies_fact, denies_thing, head_of, names_thing
from reconcile.facts.negations.sides import CORE, LATER, SPREAD, Side, listed
from reconcile.grammar.anchors import comparable, sharing, together
from reconcile.grammar.denial import Denial, exclusions
from reconcile.grammar.relative import describes
from reconcile.grammar.words import Wording
from reconcile.model import Comparison, Statement

#: So much of what is denied must be affirmed by the other side, and so much must be shared beside it.
_COVERED, _BESIDE = 0.6, 1.0
#: All that is denied, affirmed in so few words, needs nothing more beside it.
_TOGETHER = 3


class _Met(NamedTuple):
    """A denial that the other side affirms: first and last word on the denying side, and on the affirming side."""

    denied: tuple[int, int]
    affirmed: tuple[int, int]
    confidence: float


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where one side denies what the other states; nothing where they may both hold."""
    ours = Side.of(claim)
    others = [Side.of(statement) for statement in evidence if comparable(claim, statement)]
    yield from _ruled_out(ours, others)
    for other in others:
        for denied, affirmed in ((ours, other), (other, ours)):
            for denial in denied.denials.found:
                met = _met(denied, denial, affirmed, others)
                if met is None:
                    continue
                here, there = (met.denied, met.affirmed) if denied is ours else (met.affirmed, met.denied)
                yield _comparison(ours, here, other, there, met.confidence)
                return
    yield from _outright(ours, others)


def _outright(ours: Side, others: Sequence[Side]) -> Iterator[Comparison]:
    """A clash where one side denies what the other states in other words, and no sentence denies it there."""
    for other in others:
        for denied, affirmed in ((ours, other), (other, ours)):
            if not denied.denials.found:
                continue
            if denied is ours and any(_denies_some(side, ours) for side in others):
                continue
            for denial in denied.denials.found:
                met = stated_outright(denied, denial, affirmed)
                if met is not None:
                    there = (met[1], met[1])
                    stretch = (min(denial.first, met[0]), max(denial.last, met[0]))
                    here, there = (stretch, there) if denied is ours else (there, stretch)
                    yield _comparison(ours, here, other, there, 0.7)
                    return


def _denies_some(side: Side, ours: Side) -> bool:
    """Whether a sentence denies a word that the other has."""
    return any(
        denied and key in ours.words.content
        for key, denied in zip(side.words.keys, side.denials.denied, strict=True)
    )


def _ruled_out(ours: Side, others: Sequence[Side]) -> Iterator[Comparison]:
    """A clash where one side rules out what the other does not."""
    here = _exclusion(ours)
    for other in others if here is not None else ():
        there = _exclusion(other)
        if here is None or there is None or here[0] == there[0]:
            continue
        beside = sharing(ours.statement, other.statement, [o.statement for o in others])
        if beside >= _BESIDE:
            yield _comparison(ours, here[1:], other, there[1:], 0.8)
            return


def _exclusion(side: Side) -> tuple[bool, int, int] | None:
    """Whether a sentence rules something out or leaves it open, with its first and last word; None for neither."""
    found = exclusions().find(side.words)
    if not found:
        return None
    if opened := [f for f in found if f.label == "open"]:
        return False, opened[0].first, opened[0].last
    return (True, found[0].first, found[0].last) if not side.denials.denied[found[0].first] else None


def _comparison(
    ours: Side, here: tuple[int, int], other: Side, there: tuple[int, int], confidence: float
) -> Comparison:
    here, there = _with_auxiliaries(ours.words, *here), _with_auxiliaries(other.words, *there)
    claimed = ours.words.span(*here, ours.statement.span.start)
    given = other.words.span(*there, other.statement.span.start)
    words = ours.words.span(*here).of(ours.words.text)
    theirs = other.words.span(*there).of(other.words.text)
    return Comparison(
        "negation",
        0.0,
        words,
        theirs,
        "one side denies it",
        claimed,
        given,
        "polarity.negation",
        theirs,
        confidence,
    )


def _with_auxiliaries(words: Wording, first: int, last: int) -> tuple[int, int]:
    """A stretch with the auxiliaries right before it: "did not take a decision"."""
    verbal = listed("around")
    while first > 0 and words.lower[first - 1] in verbal and words.clauses[first - 1] == words.clauses[first]:
        first -= 1
    return first, last


def _met(denied: Side, denial: Denial, affirmed: Side, others: Sequence[Side]) -> _Met | None:
    """How the other side affirms what is denied, or None where it does not, or may not."""
    if not denies_fact(denied, denial, affirmed) or affirmed.denials.partial:
        return None
    if leaves_out_verb(denied.words, denial) or only_unneeded(denied, denial, affirmed):
        return None
    core = core_of(denied, denial)
    places = [
        (i, place, weight)
        for i, key, weight in core
        if (place := affirmed_at(affirmed, key)) is not None
        and in_compound(denied.words, i) >= in_compound(affirmed.words, place)
    ]
    heads = core[: 2 if denial.label == "determiner" and names_thing(denied, denial) else 1]
    covered, total = sum(weight for *_, weight in places), sum(weight for *_, weight in core)
    if not places or covered < _COVERED * total or not {i for i, *_ in heads} & {i for i, *_ in places}:
        return None
    if (
        len(core) == 1
        and (head := head_of(denied.words, denial.first))
        and head not in affirmed.words.content
    ):
        return None
    keys = {denied.words.keys[i] for i, *_ in places}
    if denial.label == "word" and not same_kind(
        denied.words.lower[denial.first], affirmed.words.lower[places[0][1]]
    ):
        return None
    claim, other = (affirmed, denied) if denied in others else (denied, affirmed)
    left = {key for _, key, _ in core}
    if denies_thing(denied, denial) and no_fact(affirmed.words, places[0][1], alone=len(core) == 1):
        beside = together(claim.statement, other.statement, leave_out=left)
        if len(core) > 1 or beside < 2 * _BESIDE or not is_deed(affirmed.words, places[0][1]):
            return None
    beside = sharing(claim.statement, other.statement, [o.statement for o in others], leave_out=left)
    near = max(place for _, place, _ in places) - min(place for _, place, _ in places) <= _TOGETHER
    fully = covered >= total and len(places) >= 2 and (beside >= _BESIDE / 2 or near)
    needed = _BESIDE * (1.5 if denial.label == "word" else 1)
    if beside < needed and covered < CORE - 1 + LATER and not fully:
        return None
    if not same_time(denied, denial, places[0][0], affirmed, places[0][1]):
        return None
    same_text = claim.statement.headline and claim.statement.source == other.statement.source
    if same_text and other_subject(denied, denial, affirmed, places[0][1]):
        return None
    if denied_there(denied, places[0][0], keys, affirmed, others) or not _asserted(
        denied, denial, affirmed, places[0][:2]
    ):
        return None
    first = min(place for _, place, _ in places)
    last = max(place for _, place, _ in places if place - first <= SPREAD)
    end = max(max(i for i, *_ in places), denial.last)
    sure = 0.6 + 0.15 * (covered >= 0.8 * total) + 0.1 * min(2.0, beside)
    return _Met((min(denial.first, denial.begin), end), (first, last), min(sure, 0.95))


def _asserted(denied: Side, denial: Denial, affirmed: Side, places: tuple[int, int]) -> bool:
    """Whether each side asserts what it says there, of one thing: neither only describes people by it, nor asks for it."""
    here, there = places
    if describes(denied.words, denial.first) or describes(affirmed.words, there):
        return False
    if denial.label != "word" and other_object(denied.words, here, affirmed.words, there):
        return False
    return not (requests(affirmed.words, there) or is_undone(affirmed.words, there)) and not (
        of_anybody(affirmed.words, there) and affirmed.words.lower[there - 1] not in denied.words.lower
    )
