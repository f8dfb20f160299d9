"""What a thing is, and how sure: "is the merchant's", "is probably the merchant's"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.grammar.anchors import comparable, sharing, subject
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_light
from reconcile.grammar.marks import marks
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Statement

_NOW = frozenset({"is", "are"})
#: So much must be shared, and so large a part of the claim's clause.
_SHARED, _COVERED = 3.0, 0.7
#: So much where the two have a verb without content in common: "will get a lift", "may get a lift".
_WITH_VERB = 2.0
#: So much where the same is said of where a thing is or what it is for.
_WHERE = 1.4
#: The hedge stands so near to its copula (words).
_BESIDE = 2
_CLASH = "modality.certainty"


def compare_copulas(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim says flatly what a thing is, and the evidence hedges the same."""
    words = read_words(claim.text)
    ours = _flat(claim, words)
    if ours is None:
        return
    for statement in evidence:
        theirs = read_words(statement.text)
        verb = _light_verb(words, ours)
        hedge = _hedged(statement, theirs, verb)
        if hedge is None or not comparable(claim, statement) or _flat(statement, theirs) is not None:
            continue
        clause = {k for k, c in zip(words.keys, words.clauses, strict=True) if k and c == words.clauses[ours]}
        covered = len(clause & theirs.content) >= _COVERED * len(clause - {k for k in clause if k[0] == "~"})
        shared = sharing(claim, statement, evidence)
        same = covered and shared >= (_WITH_VERB if verb != "be" else _SHARED)
        if same or (shared >= _WHERE and _same_complement(words, ours, theirs, hedge[1])):
            given = theirs.span(*hedge)
            yield Comparison(
                "modality",
                0.0,
                words.span(ours, min(ours + _BESIDE, len(words) - 1)).of(claim.text),
                given.of(statement.text),
                "possible",
                words.span(ours, min(ours + _BESIDE, len(words) - 1), claim.span.start),
                theirs.span(*hedge, statement.span.start),
                _CLASH,
                given.of(statement.text),
                0.8,
            )
            return


def _same_complement(ours: Wording, copula: int, theirs: Wording, other: int) -> bool:
    """Whether the same is said to be at the same place: "they will be in the shops", "they could be in shops"."""
    same = bool(here := _complement(ours, copula)) and here == _complement(theirs, other)
    if not same:
        return False
    behind = {k for k in ours.keys[copula:] if k} & {k for k in theirs.keys[other:] if k}
    return subject(ours, copula) == subject(theirs, other - 1) != "" or len(behind) > 1


def _complement(words: Wording, copula: int) -> tuple[str, str] | None:
    """The preposition right behind a copula, and the thing that it leads to."""
    at = copula + 2 if words.lower[copula + 1 : copula + 2] == ("be",) else copula + 1
    if words.lower[at : at + 1] and words.lower[at] in load_words("modality", "whereabouts"):
        for i in range(at + 1, min(len(words), at + 1 + _BESIDE)):
            if words.keys[i]:
                return words.lower[at], words.keys[i]
    return None


def _flat(statement: Statement, words: Wording) -> int | None:
    """The first copula of a sentence without hedge or denial, or None."""
    if marks(statement.text, "hedged") or read_denials(statement.text).found:
        return None
    copulas = load_words("grammar", "copulas")
    return next(
        (
            i
            for i, word in enumerate(words.lower)
            if word in copulas or (word == "will" and is_light(words.lower[min(i + 1, len(words) - 1)]))
        ),
        None,
    )


def _light_verb(words: Wording, i: int) -> str:
    """The verb without content that stands behind "will" at word `i`: "will get a lift"; "be" for a copula."""
    return words.lower[i + 1] if words.lower[i] == "will" else "be"


def _hedged(statement: Statement, words: Wording, verb: str) -> tuple[int, int] | None:
    """The copula or light verb of a sentence with the hedge beside it, first and last word; or None."""
    copulas, modals = load_words("grammar", "copulas"), load_words("grammar", "tense.possible")
    for i, word in enumerate(words.lower):
        obliged = words.lower[i + 1 : i + 2] == ("to",)  # "may have to close"
        if word == verb and i and words.lower[i - 1] in modals and not obliged:
            return i - 1, i
        if word in copulas:
            for first, last in marks(statement.text, "likelihood"):
                if words.lower[last] == "be" and word not in _NOW:
                    continue  # "was thought to be", and is no more
                if 0 < first - i <= _BESIDE or 0 < i - last <= _BESIDE:
                    return min(i, first), max(i, last)
    return None
