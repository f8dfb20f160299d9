"""How surely two figures of two texts speak of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from reconcile.facts.quantities.counting import counted_alike
from reconcile.facts.quantities.likeness import digits_alike, power_of_ten, same_figure
from reconcile.facts.quantities.occasion import same_time
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.grammar.moods import other_mood
from reconcile.model import Quantity, Statement
from reconcile.patterns import lazy_re
from reconcile.surroundings import affinity, other_deed
from reconcile.words import clauses_of, stem

#: Words right before a figure that make it a change, and those that make it what the change leads to.
_CHANGE = lazy_re(
    r"(?:\b(?:by|up|down|plus|minus|another|additional|extra"
    r"|(?:rise|increase|fall|drop|decline|gain|growth)s? of"
    r"|rose|fell|grew|gained|lost|climbed|dropped|jumped|declined|shrank)|(?<!\w)[+−-])"
    r"(?: (?:about|around|some|nearly|almost|only|just|over|more than|an?))?\s*$",
    re.I,
)
_LEVEL = lazy_re(
    r"\b(?:to|at|reach(?:es|ed|ing)?|stands? at|stood at)"
    r"(?: (?:about|around|some|nearly|almost|only|just|an?))?\s*$",
    re.I,
)
#: "Two more attendants", "three new lines"; and the figure of a label, "Attendants: 6 (2022: 5)".
_MORE = lazy_re(r" (?:more|fewer|additional|extra|further|new)\b(?! than)")
_LABELLED = lazy_re(r"[^\W\d_]+: $|\(\d{4}: $")
#: Sentences that begin within so many characters of each other stand together.
_ROUND = 300
#: A second figure of the same change: "by four points, or 8 percent".
_SAME_AGAIN = lazy_re(r",? or (?:about |some |nearly )?$")


@frozen
class Given:
    """A quantity of the evidence, with its statement."""

    statement: Statement
    quantity: Quantity


def alignment(
    claim: Statement,
    quantity: Quantity,
    g: Given,
    free: Sequence[Given],
    rivals: int,
    evidence: Sequence[Statement],
    *,
    agreed_beside: bool = False,
) -> float:
    """How much speaks for one thing being meant: the words round both, what is counted, other times that
    agree, that there is no other such figure, and then the rest of the text.

    `free` are the figures of the evidence that bear nothing else out, `rivals` the number of the claim's
    figures of this sort that are open; `agreed_beside`: another figure of the evidence's sentence agrees.
    """
    theirs = g.quantity
    alike = counted_alike(quantity.noun, theirs.noun)
    nouns = (quantity.noun, theirs.noun) if alike else ()
    near = affinity(claim, quantity.span, g.statement, theirs.span, nouns)
    particular = alike and not quantity.unit and not {quantity.noun, theirs.noun} & _common()
    near += 0.5 * particular
    if other_deed(claim, quantity.span, g.statement, theirs.span):
        near -= 0.25 if particular or (alike and same_figure(quantity, theirs)) else 1.0
    near -= other_mood(claim, quantity.span, g.statement, theirs.span)
    bare = near <= particular * 0.5 and not agreed_beside
    near += 0.5 * agreed_beside
    if rivals == 1 and only_one(g, free, by_noun=alike):
        near += 0.5
        if alike or quantity.unit:
            company = 0.5 * same_time(claim, g.statement) + _context(claim, g.statement, evidence)
            near += company
            bare = bare and not company
    if bare and (power_of_ten(quantity, theirs) or not digits_alike(quantity, theirs)):
        near -= 1.0  # the counted thing alone tells little
    return near


def only_one(g: Given, free: Sequence[Given], *, by_noun: bool) -> bool:
    """Whether no other figure of the evidence has the unit, or counts the thing, of this one."""
    ours = g.quantity
    if by_noun:
        return sum(counted_alike(f.quantity.noun, ours.noun) for f in free) == 1
    return bool(ours.unit) and sum(f.quantity.unit == ours.unit for f in free) == 1


def other_sort(claim: Statement, quantity: Quantity, g: Given) -> bool:
    """Whether one figure is how much a thing changed, and the other where it stands: "by 8", "to 54"."""
    ours, theirs = _sort(claim, quantity), _sort(g.statement, g.quantity)
    return bool(ours and theirs) and ours != theirs


def _sort(statement: Statement, quantity: Quantity) -> str:
    head = statement.text[: quantity.span.start - statement.span.start]
    again = _SAME_AGAIN.search(head)
    if again:
        before = [f for f in statement.facts if isinstance(f, Quantity) and f.span.end < quantity.span.start]
        if before and before[-1].span.end - statement.span.start == again.start():
            return _sort(statement, before[-1])
    if _CHANGE.search(head) or _MORE.match(statement.text, quantity.span.end - statement.span.start):
        return "change"
    return "level" if _LEVEL.search(head) or _LABELLED.search(head) else ""


_EACH = lazy_re(r"\b(?:each|every(?! one\b)|apiece|per|respectively|on average|average)\b", re.I)


def shared_out(claim: Statement, evidence: Statement) -> bool:
    """Whether only one of the two deals its figures out: "each of the four stations has ten"."""
    return bool(_EACH.search(claim.text)) != bool(_EACH.search(evidence.text))


def _context(claim: Statement, found: Statement, evidence: Sequence[Statement]) -> float:
    """What the sentence of the claim shares with the evidence's sentences round the figure's own."""
    ours = clauses_of(claim.text).all - clauses_of(found.text).all
    around: set[str] = set()
    for s in evidence:
        if s is not found and abs(s.span.start - found.span.start) <= _ROUND:
            around |= clauses_of(s.text).all
    return 0.25 * min(2, len(ours & around))


@cache
def _common() -> frozenset[str]:
    counts = vocabulary().counts
    stems = {stem(w) for w in vocabulary().words["common_counts"]}
    return frozenset(stems | {counts.get(s, s) for s in stems})
