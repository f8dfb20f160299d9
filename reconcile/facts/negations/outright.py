"""A denial of what the other side states in other words: "will not be raised in August", "is to be lifted in August".

Word for word such a pair has too little in common. Its clause as a whole has enough: most of it stands in the other
sentence, its verb by a word of like meaning, and every figure and day of it.
"""

from __future__ import annotations

from reconcile.facts.negations.affirming import same_time
from reconcile.facts.negations.scopes import denies_fact
from reconcile.facts.negations.sides import Side, listed, verbs_of
from reconcile.grammar.denial import Denial
from reconcile.grammar.kinship import concepts_of, covered
from reconcile.grammar.relative import describes
from reconcile.grammar.same_deeds import deeds_told
from reconcile.grammar.tense import reality
from reconcile.model import Quantity, Time

#: So much of the clause must stand in the other sentence, and so large a part of it.
_MET, _COVERED = 1.7, 0.7
_NONE: frozenset[str] = frozenset()


def stated_outright(denied: Side, denial: Denial, affirmed: Side) -> tuple[int, int] | None:
    """The verb that a "not" denies, and the word that states it on the other side; None where it may not."""
    words = denied.words
    if (
        denial.label != "whole"
        or words.lower[denial.first] not in ("not", "never")
        or denial.limits
        or denial.so_far
    ):
        return None
    if len(denied.denials.found) > 1 or affirmed.denials.found or affirmed.denials.partial:
        return None
    theirs = affirmed.words
    if not listed("open").isdisjoint((*words.lower, *theirs.lower)):
        return None
    if not verbs_of("privative").isdisjoint(theirs.forms):
        return None
    verb = next((i for i in range(denial.begin, denial.end) if words.keys[i]), None)
    if verb is None or words.keys[verb][0] in "#~" or not denies_fact(denied, denial, affirmed):
        return None
    place = _meant(denied, verb, affirmed)
    if place is None or describes(words, denial.first) or describes(theirs, place):
        return None
    if reality(theirs.text, place) == "possible" or not same_time(denied, denial, verb, affirmed, place):
        return None
    return (verb, place) if _is_covered(denied, denial, affirmed) else None


def _meant(denied: Side, verb: int, affirmed: Side) -> int | None:
    """Where the other side has the verb, by the word itself or one of like meaning."""
    words, theirs = denied.words, affirmed.words
    key = words.keys[verb]
    classes, concepts = deeds_told(words.text).get(verb, _NONE), concepts_of(key)
    told = deeds_told(theirs.text)
    for j, other in enumerate(theirs.keys):
        if other and (other == key or not concepts.isdisjoint(concepts_of(other))):
            return j
        if not classes.isdisjoint(told.get(j, _NONE)):
            return j
    return None


def _is_covered(denied: Side, denial: Denial, affirmed: Side) -> bool:
    """Whether most of the clause stands in the other sentence, every figure and day of it among that."""
    words, theirs = denied.words, affirmed.words
    clause = words.clauses[denial.first] // 100
    inside = [
        i
        for i in range(len(words))
        if words.clauses[i] // 100 == clause and not denial.first <= i <= denial.last
    ]
    text = " ".join(words.lower[i] for i in inside)
    agreed = _agreed(denied, affirmed)
    for i in inside:
        key = words.keys[i]
        exact = key[:1] in ("#", "~")
        if exact and key not in theirs.keys and not any(a <= words.starts[i] < b for a, b in agreed):
            return False
    met, total = covered(text, theirs.text, range(len(theirs)))
    return met >= _MET and met >= _COVERED * total


def _agreed(denied: Side, affirmed: Side) -> list[tuple[int, int]]:
    """The stretches of the denying sentence that hold a figure or a day which the other has too."""
    offset = denied.statement.span.start
    out = []
    for ours in denied.statement.facts:
        for theirs in affirmed.statement.facts:
            if isinstance(ours, Time) and isinstance(theirs, Time):
                same = bool(
                    ours.start and theirs.start and ours.end and ours.start <= theirs.start <= ours.end
                )
            else:
                both = isinstance(ours, Quantity) and isinstance(theirs, Quantity)
                same = both and (ours.low, ours.high) == (theirs.low, theirs.high)  # type: ignore[union-attr]
            if same:
                out.append((ours.span.start - offset, ours.span.end - offset))
    return out
