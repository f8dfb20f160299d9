"""Who did it to whom: the same two and the same deed, the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from reconcile.facts.participants.deeds import Deed, deeds
from reconcile.facts.participants.transfers import compare_transfers
from reconcile.grammar.anchors import comparable
from reconcile.grammar.keys import key_of
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Comparison, Statement

#: Handles hold names in one run of letters; shorter names may stand in them by chance.
_IN_HANDLE = 4
_CLASH = "scope.role-swap"


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where doer and receiver of a deed stand the other way round in the evidence."""
    swapped = next(_compare_deeds(claim, evidence), None) or next(compare_transfers(claim, evidence), None)
    if swapped is not None:
        yield swapped


def _compare_deeds(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash of two sentences with the same verb, or with its converse."""
    ours = deeds(claim.text)
    if not ours:
        return
    others = [(s, theirs) for s in evidence if (theirs := deeds(s.text)) and comparable(claim, s)]
    words = read_words(claim.text)
    for deed in ours:
        met: tuple[Statement, Deed, float] | None = None
        for statement, theirs in others:
            for other in theirs:
                if any(_swapped(claim, one, statement, other) < 0 for one in ours):
                    continue
                swapped = _swapped(claim, deed, statement, other)
                if swapped > 0 and (met is None or swapped > met[2]):
                    met = (statement, other, swapped)
        if met is not None and not _straight(claim, deed, others):
            yield _comparison(claim, words, deed, *met)
            return


def _straight(claim: Statement, deed: Deed, others: Sequence[tuple[Statement, Sequence[Deed]]]) -> bool:
    """Whether the evidence tells of the deed the claim's way anywhere."""
    return any(
        _swapped(claim, deed, statement, other) < 0 for statement, theirs in others for other in theirs
    )


def _swapped(claim: Statement, ours: Deed, statement: Statement, theirs: Deed) -> float:
    """How sure the parties have changed places; below 0 where they stand the same way, 0 where nothing tells."""
    converse = theirs.key in _converse().get(ours.key, frozenset())
    if ours.key != theirs.key and not converse:
        return 0.0
    doers, receivers = (theirs.receivers, theirs.doers) if converse else (theirs.doers, theirs.receivers)
    straight = len(_common(ours.doers, doers)) + len(_common(ours.receivers, receivers))
    crossed_doer, crossed_receiver = _common(ours.doers, receivers), _common(ours.receivers, doers)
    if crossed_doer and crossed_receiver:
        return (
            0.9
            if len(crossed_doer) + len(crossed_receiver) > straight and not _common(ours.doers, doers)
            else -1.0
        )
    if straight >= 2 and _common(ours.doers, doers):
        return -1.0
    if converse:
        return 0.0
    if ours.owned and theirs.owned and ours.owned[0] == theirs.owned[0]:
        crossed = ours.owned[1] in theirs.doers and theirs.owned[1] in ours.doers
        if crossed and ours.owned[1] != theirs.owned[1]:
            return 0.8  # "rejected the offer of the employers", "rejected the union's offer"
    return _holder_swapped(claim, ours, statement, theirs)


def _holder_swapped(claim: Statement, ours: Deed, statement: Statement, theirs: Deed) -> float:
    """The same where the evidence speaks of its own author as "we" or "us"."""
    holder = statement.speaker
    if not theirs.holder or holder is None or holder not in claim.entities or len(claim.entities) < 2:
        return 0.0
    first = claim.entities[0] == holder
    if theirs.holder == "doer" and not first and _common(ours.doers, theirs.receivers):
        return 0.75
    if theirs.holder == "receiver" and first and _common(ours.receivers, theirs.doers):
        return 0.75
    return 0.0


def _common(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The parties of both; a name may stand inside a handle."""
    common = ours & theirs
    inside = {
        a
        for a in ours - common
        if len(a) >= _IN_HANDLE and any(a in b for b in theirs if len(b) > len(a) + 2)
    }
    return common | inside


def _comparison(
    claim: Statement, words: Wording, ours: Deed, statement: Statement, theirs: Deed, confidence: float
) -> Comparison:
    there = read_words(statement.text)
    left, right = _stretches(words, ours)
    here_span, there_stretches = (left[0], right[1]), _stretches(there, theirs)
    there_span = (there_stretches[0][0], there_stretches[1][1])
    return Comparison(
        "role",
        0.0,
        words.span(*here_span).of(claim.text),
        there.span(*there_span).of(statement.text),
        words.lower[ours.place],
        words.span(*here_span, claim.span.start),
        there.span(*there_span, statement.span.start),
        _CLASH,
        _exchanged(words, left, right),
        confidence,
    )


def _exchanged(words: Wording, left: tuple[int, int], right: tuple[int, int]) -> str | None:
    """The claim's words with the two parties in each other's place; None where one of them is missing."""
    if left[1] >= right[0]:
        return None
    first, second = words.span(*left).of(words.text), words.span(*right).of(words.text)
    between = words.text[words.ends[left[1]] : words.starts[right[0]]]
    if first.partition(" ")[0] in ("The", "A", "An"):
        first = first[0].lower() + first[1:]
        second = second[:1].upper() + second[1:]
    return " ".join(f"{second}{between}{first}".split())


def _stretches(words: Wording, deed: Deed) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last word of the nearest party before the verb, and of the nearest behind it."""
    places = [i for i, key in enumerate(words.keys) if key in deed.doers | deed.receivers]
    before = max((i for i in places if i < deed.place), default=deed.place)
    behind = min((i for i in places if i > deed.place), default=deed.place)
    return _whole_name(words, before), _whole_name(words, behind)


def _whole_name(words: Wording, i: int) -> tuple[int, int]:
    """The name or thing that word `i` belongs to, with "of" and the like inside it and the article before it."""
    first = last = i
    while first > 0 and words.clauses[first - 1] == words.clauses[i] and _in_name(words, first - 1, first):
        first -= 1
    while (
        last + 1 < len(words)
        and words.clauses[last + 1] == words.clauses[i]
        and _in_name(words, last + 1, last)
    ):
        last += 1
    inside = load_words("participants", "inside")
    while words.lower[last] in inside and last > i:
        last -= 1
    while words.lower[first] in inside and first < i:
        first += 1
    if (
        first > 0
        and words.lower[first - 1] in ("the", "a", "an")
        and words.clauses[first - 1] == words.clauses[i]
    ):
        first -= 1
    return first, last


def _in_name(words: Wording, i: int, beside: int) -> bool:
    """Whether word `i` goes on with the name that `beside` belongs to."""
    inside = load_words("participants", "inside")
    return (words.is_name(i) and not words.lower[i].startswith("the")) or (
        words.lower[i] in inside and (words.is_name(beside) or words.lower[beside] in inside)
    )


@cache
def _converse() -> dict[str, frozenset[str]]:
    """Verb -> the verbs that tell the same deed from the other side; both ways."""
    table = cast("dict[str, list[str]]", load_toml("participants")["converse"])
    pairs = [(key_of(a), key_of(b)) for a, others in table.items() for b in others]
    out: dict[str, set[str]] = {}
    for a, b in pairs:
        out.setdefault(a, set()).add(b)
        out.setdefault(b, set()).add(a)
    return {a: frozenset(b - {""}) for a, b in out.items() if a}
