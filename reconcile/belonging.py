"""Which of two facts of the evidence a fact of a claim belongs with.

A reporter who takes the wrong one of two figures of a source prints a figure that is in the source, but is told
there of something else. So that a fact of the evidence equals the claim's is not enough where another one of its
sort stands in the very words of the claim.
"""

from __future__ import annotations

import re
from typing import Generic, NamedTuple, TypeVar

from attrs import frozen

from reconcile.model import Fact, Span, Statement
from reconcile.patterns import lazy_re
from reconcile.surroundings import opposed, other_names, shared_senses
from reconcile.words import clauses_of, stems_beside

#: So many words of the claim's clause that are with the other fact alone tell that it is meant.
_TELLING = 2
#: What makes a fact a part or a further detail of what the sentence told before.
_PART = lazy_re(
    r"\b(?:of (?:them|whom|which|these|those|the)|including|among (?:them|whom|which|these)|thereof|both|also"
    r"|respectively|each|or|i\.e|that is)\b",
    re.I,
)
#: What stands before, or behind, the figure of a thing that a list names.
_LABEL = lazy_re(
    r"(?:^|[,;(]|\band)\s+(?:(?=first |last |next )|the|an?|its|their|his|her|our|(?=[^\W\d_a-z]))\s?"
    r"(?:(?!(?:now|then)\b)[^\W\d_][\w’'-]*\s+){1,3}?(?:with |at |by |to |got |: )?$"
)
_FOLLOWS = lazy_re(r"\s+(?:in|for|to|from|on|at)\s+(?!(?:all|total)\b)[^\W\d_]")


FactT = TypeVar("FactT", bound=Fact)


@frozen
class Pairing(Generic[FactT]):
    """A fact of a claim that no evidence has, and one of the linked evidence that the prose has nowhere."""

    claim: Statement
    ours: FactT
    statement: Statement
    theirs: FactT
    #: The score of the link between the claim and the evidence.
    linked: float
    #: Whether the source has no other fact of the sort that the prose lacks.
    sole: bool


class Held(NamedTuple):
    """A fact of the evidence: where it stands."""

    statement: Statement
    span: Span


def told_of_other(
    claim: Statement,
    claimed: Span,
    agrees: Held,
    rival: Held,
    telling: int = _TELLING,
    leave_out: frozenset[str] = frozenset(),
) -> bool:
    """Whether the fact that agrees is told of another thing, and `rival` of the claim's.

    The clause of `rival` must share `telling` words with the claim's that the clause of `agrees` has not; that of
    `agrees` must share none, and have words of its own that the claim's clause lacks. `leave_out` are stems
    that do not count: those of the facts themselves.
    """
    ours = stems_beside(claim, claimed) - leave_out
    here, there = stems_beside(agrees.statement, agrees.span), _of_rival(agrees, rival)
    alike = shared_senses(claim, claimed, agrees.statement, agrees.span)
    if len(ours & (there - here)) < telling + alike or ours & (here - there):
        return False
    if agrees.statement is rival.statement and not _labelled(agrees):
        return False  # "was built for 250 pupils and now has 310": one thing
    if not here - there - ours - leave_out or _is_part(agrees) or _is_part(rival):
        return False
    return not (
        opposed(claim, claimed, rival.statement, rival.span) or other_names(claim, rival.statement, leave_out)
    )


def _of_rival(agrees: Held, rival: Held) -> frozenset[str]:
    """The words that the rival is told with: its clause's, or its sentence's where that is its own."""
    if agrees.statement is rival.statement:
        return stems_beside(rival.statement, rival.span)
    near = stems_beside(rival.statement, rival.span)
    return near if len(near) > _TELLING else clauses_of(rival.statement.text).all


def _labelled(held: Held) -> bool:
    """Whether a fact that shares its sentence with another names the thing that it is of: "the town EUR 9 million",
    "seven in fair condition".
    """
    offset = held.statement.span.start
    text = held.statement.text
    return bool(
        _LABEL.search(text[: held.span.start - offset]) or _FOLLOWS.match(text, held.span.end - offset)
    )


def _is_part(held: Held) -> bool:
    clause = held.statement.text[max(0, held.span.start - held.statement.span.start - 40) :][:120]
    return _PART.search(clause) is not None
