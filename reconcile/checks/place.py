"""Places: the article's against the evidence's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from reconcile.checks.finding import clashes_in_full, finding, named, shorten
from reconcile.checks.left_over import Sort, left_over
from reconcile.facts import places
from reconcile.model import Discrepancy, Dossier, Place, Span, Statement


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Places of the prose that the linked evidence contradicts; a note where it names one within."""
    told: set[Span] = set()
    found = chain(
        clashes_in_full(dossier, "place", "place", places.compare), left_over(dossier, _sort(dossier), told)
    )
    for link, comparison, claimed, evidence in found:
        told.add(claimed.span)
        source = named(dossier, link.evidence)
        yield finding(
            comparison.clash,
            f"The article says {shorten(claimed.text)}; {source} says {shorten(evidence.text)}.",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )
    yield from _holders(dossier)


def _sort(dossier: Dossier) -> Sort[Place]:
    """How places are left over: one that is in the name of an account or of an issuer is not."""
    accounts = [name for post in dossier.posts for name in (post.author_name, post.handle) if name]
    issuers = [release.text[: release.body.start] for release in dossier.releases if release.body]

    def supported(place: Place, evidence: Sequence[Statement]) -> bool:
        return places.named(place, evidence) or places.named_in(place, (*accounts, *issuers))

    return Sort(
        read=places.located_things,
        one_sort=places.one_rank,
        may_agree=places.may_hold,
        supported=supported,
        retold=places.named,
        is_slip=lambda _one, _other: False,
        pair_off=places.pair_off,
    )


def _holders(dossier: Dossier) -> Iterator[Discrepancy]:
    """A note for each place of a linked claim that holds the one which the evidence names."""
    told: set[Span] = set()
    for link in dossier.links:
        for c in link.comparisons:
            if c.feature != "place" or c.detail != places.WITHIN or not (c.claimed_span and c.evidence_span):
                continue
            if c.claimed_span in told:
                continue
            told.add(c.claimed_span)
            source = named(dossier, link.evidence)
            yield finding(
                "place.granularity",
                f"The article says {shorten(c.claimed)}; {source} says {shorten(c.evidence)}, which lies there.",
                dossier.excerpt("document", c.claimed_span),
                dossier.excerpt(link.evidence, c.evidence_span),
                confidence=0.8,
            )
