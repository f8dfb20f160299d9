"""Facts left over on both sides: the article's stands nowhere in the evidence, the evidence's nowhere in the article.

Held sentence against sentence, "It cost 58 euros" and "the new chain (85 euros)" share no word. Held text against
text they need not: a linked passage gives one fact of the sort that the prose does not retell, and the prose has one
of the sort that no evidence gives. What each lacks, the other has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from typing import Generic

from attrs import frozen

from reconcile.belonging import FactT, Pairing
from reconcile.model import Comparison, Dossier, Excerpt, Link, Span, Statement

#: A link less sure than this may be of a sentence about something else.
_LINKED = 0.35
#: A fact outside the passage, or of a claim without one, is as surely the other's as by a link of so much.
_LOOSE = 0.5
#: Longer than so many sentences a source has facts of every sort, and most of them are never retold.
_LONGEST = 60


@frozen
class Sort(Generic[FactT]):
    """How the facts of one sort are read and held against each other."""

    #: The facts of a statement that can be left over.
    read: Callable[[Statement], Iterator[FactT]]
    #: Whether two facts can be one told twice with a slip: of one unit, or both days.
    one_sort: Callable[[FactT, FactT], bool]
    #: Whether two facts may both hold.
    may_agree: Callable[[FactT, FactT], bool]
    #: Whether the evidence bears a fact of the prose out in any other manner.
    supported: Callable[[FactT, Sequence[Statement]], bool]
    #: Whether the prose retells a fact of the evidence in any other manner.
    retold: Callable[[FactT, Sequence[Statement]], bool]
    #: Whether one looks like the other mistyped.
    is_slip: Callable[[FactT, FactT], bool]
    #: The clash of the two, or None where they may be of two things.
    pair_off: Callable[[Pairing[FactT]], Comparison | None]


def left_over(
    dossier: Dossier, sort: Sort[FactT], told: Collection[Span]
) -> Iterator[tuple[Link, Comparison, Excerpt, Excerpt]]:
    """A clash for each fact of the prose that is left over beside one of a linked passage; `told` are found already."""
    texts = _Texts(dossier, sort)
    met: list[tuple[Link, FactT, Comparison]] = []
    for link in (*dossier.links, *_unlinked(dossier)):
        claim, source = dossier.claim[link.claim], dossier.told_by[link.evidence]
        if link.score < _LINKED or not claim.facts or len(source) > _LONGEST:
            continue
        mine = [f for f in sort.read(claim) if f.span not in told and texts.unsupported(f)]
        for fact in mine:
            alone = not any(sort.one_sort(fact, other) for other in mine if other is not fact)
            found = texts.paired(claim, fact, link, source) if alone else None
            if found is not None:
                met.append((link, fact, found))
    for link, fact, found in met:
        if found.claimed_span is None or found.evidence_span is None:
            continue
        rivals = [
            f
            for other, f, c in met
            if (other.evidence, c.evidence_span) == (link.evidence, found.evidence_span)
        ]
        if all(sort.may_agree(fact, rival) for rival in rivals):
            claimed = dossier.excerpt("document", found.claimed_span)
            yield link, found, claimed, dossier.excerpt(link.evidence, found.evidence_span)


def _unlinked(dossier: Dossier) -> Iterator[Link]:
    """Loose links, without a passage, of the claims that have none to the releases that others are linked to.

    An article retells a release from end to end, and a post in one place.
    """
    spans = {link.evidence: link.span for link in dossier.links if link.evidence.startswith("r")}
    linked = {link.claim for link in dossier.links} if spans else set()
    for claim in dossier.claims:
        if spans and claim.id not in linked and claim.facts and not claim.headline:
            for source, span in spans.items():
                yield Link(claim.id, source, span, "partly", _LOOSE)


class _Texts(Generic[FactT]):
    """The facts of one sort in the prose and in the evidence."""

    def __init__(self, dossier: Dossier, sort: Sort[FactT]) -> None:
        self._sort = sort
        self._prose, self._evidence = dossier.claims, dossier.evidence

    @cached_property
    def _claimed(self) -> list[FactT]:
        return [f for claim in self._prose for f in self._sort.read(claim)]

    @cached_property
    def _given(self) -> list[FactT]:
        return [f for statement in self._evidence for f in self._sort.read(statement)]

    def unsupported(self, fact: FactT) -> bool:
        """Whether nothing in the evidence bears a fact of the prose out."""
        if any(self._sort.may_agree(fact, other) for other in self._given):
            return False
        return not self._sort.supported(fact, self._evidence)

    def paired(
        self, claim: Statement, fact: FactT, link: Link, source: Sequence[Statement]
    ) -> Comparison | None:
        """The clash with the one fact of its sort that the passage has and the prose lacks."""
        every = [(s, f) for s in source for f in self._sort.read(s) if self._unclaimed(f, fact)]
        near = [pair for pair in every if pair[0].id in link.statements]
        # A post is short, and all of it of one thing; elsewhere what stands outside the passage must be a likely slip.
        linked = link.score if near or link.evidence.startswith("p") else _LOOSE
        near = near or every
        near = [pair for pair in near if self._sort.is_slip(fact, pair[1])] or near
        if not near or any(not self._sort.may_agree(near[0][1], f) for _, f in near[1:]):
            return None
        sole = all(self._sort.may_agree(near[0][1], f) for _, f in every)
        return self._sort.pair_off(Pairing(claim, fact, *near[0], linked, sole))

    def _unclaimed(self, fact: FactT, ours: FactT) -> bool:
        """Whether a fact of the evidence is of the sort of `ours`, differs, and stands nowhere else in the prose."""
        if not self._sort.one_sort(ours, fact) or self._sort.may_agree(ours, fact):
            return False
        if any(f.span != ours.span and self._sort.may_agree(f, fact) for f in self._claimed):
            return False
        return not self._sort.retold(fact, self._prose)
