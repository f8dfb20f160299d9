"""Deeds in the evidence: where it names the claim's deed, and how real it tells it to be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.grammar.anchors import anchoring
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past
from reconcile.grammar.marks import marks
from reconcile.grammar.same_deeds import deed_classes, deeds_told
from reconcile.grammar.tense import reality, verbless
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words
from reconcile.model import Statement, Time

_NO_CLASS: frozenset[str] = frozenset()
#: A mark bears on a word so far away at most (words).
_REACH = 6
#: Beside a verb of the past only the nearest mark hedges it: "possibly caused".
_BESIDE = 2
#: A noun stands no further behind the word that looks back at it (words).
_BEFORE = 4


class Deed(NamedTuple):
    """A word of the evidence that names the claim's deed: its statement, its place, how real it is told to be."""

    statement: Statement
    place: int
    real: str
    near: float


def told_of(words: Wording, i: int, classes: frozenset[str], evidence: Sequence[Statement]) -> Iterator[Deed]:
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
            if _is_next(theirs, j):
                continue
            if (same or not classes.isdisjoint(told.get(j, _NO_CLASS))) and not denied[j]:
                near = anchoring(words, i, theirs, j)
                yield Deed(statement, j, _real(statement, theirs, j), near)


def _of_a_reason(words: Wording, mark: int, j: int) -> bool:
    """Whether a mark stands in a clause that gives the reason only: "because they may burst, it is recalling them"."""
    if words.clauses[mark] == words.clauses[j]:
        return False
    return any(
        words.lower[i] in ("because", "since", "as") and words.clauses[i] == words.clauses[mark]
        for i in range(mark)
    )


def _is_next(words: Wording, j: int) -> bool:
    """Whether "coming" only tells which time is meant: "in the coming season"."""
    return words.lower[j] == "coming" and words.lower[max(0, j - 1) : j] in (("the",), ("this",), ("in",))


def _real(statement: Statement, words: Wording, j: int) -> str:
    """How real the evidence tells word `j` to be; marks near it and days to come count where its verb tells nothing."""
    real = reality(statement.text, j)
    if _is_presupposed(words, j):
        return "done"
    if near_mark(words, j, marks(statement.text, "alleged"), before=True):
        return "alleged"
    if real in ("untold", "present") and _called_possible(statement.text, words, j):
        return "possible"
    if is_past(words.lower[j]) and (
        real == "present" or (j > 0 and words.lower[j - 1] in load_words("modality", "staying"))
    ):
        real = "done"  # "the trip is postponed", "stay closed"
    if real in ("future", "planned", "agreed", "untold", "present", "obliged") and near_mark(
        words, j, [m for m in marks(statement.text, "open") if not _of_a_reason(words, m[0], j)]
    ):
        return "possible"
    if real == "done" and near_mark(words, j, marks(statement.text, "open"), reach=_BESIDE):
        return "possible"
    if real in ("untold", "present"):
        coming = [m for m in marks(statement.text, "to_come") if words.clauses[m[0]] == words.clauses[j]]
        if near_mark(words, j, coming):
            return "planned"
        day = statement.day if verbless(statement.text) else None
        times = [t for t in statement.facts if isinstance(t, Time) and t.start is not None]
        if day is not None and times and all(t.start is not None and t.start > day for t in times):
            return "planned"
    return real


def _is_presupposed(words: Wording, j: int) -> bool:
    """Whether word `j` is a noun told to have come before: "following the loss of two customers"."""
    single, paired = load_words("modality", "looking_back"), load_words("modality", "looking_back_at")
    for i in range(j - 1, max(-1, j - 1 - _BEFORE), -1):
        if words.clauses[i] != words.clauses[j]:
            return False
        if words.lower[i] in single:
            return words.lower[j][-3:] != "ing" and not is_past(words.lower[j])
        if i > 0 and f"{words.lower[i - 1]} {words.lower[i]}" in paired:
            return not is_past(words.lower[j])
    return False


def near_mark(
    words: Wording, i: int, found: Sequence[tuple[int, int]], reach: int = _REACH, *, before: bool = False
) -> bool:
    """Whether one of the marks stands near word `i`, in its clause; `before` it, where so asked."""
    return any(
        min(abs(first - i), abs(last - i)) <= reach
        and words.clauses[first] // 100 == words.clauses[i] // 100
        and not (before and first > i)
        for first, last in found
    )


def is_subordinate(words: Wording, i: int, mark: int) -> bool:
    """Whether a mark behind word `i` stands in a clause of its own: "will close so that the boiler can be replaced"."""
    return i < mark and not load_words("modality", "subordinating").isdisjoint(words.lower[i + 1 : mark])


def plainly_possible(deed: Deed) -> bool:
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
    linking = load_words("modality", "linking")
    copula = next((i for i in behind if words.lower[i] in linking), None)
    if copula is None or words.clauses[copula] != words.clauses[j]:
        return False
    return any(0 < first - copula <= _BESIDE for first, _ in marks(text, "open"))
