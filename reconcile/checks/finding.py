"""What the checks share: making a finding, and reading the clashes that links carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from reconcile import rules
from reconcile.model import Comparison, Discrepancy, Dossier, Excerpt, Link, Span, Statement

#: A kind of fact's `compare`.
Comparer: TypeAlias = Callable[[Statement, Sequence[Statement]], Iterator[Comparison]]
#: Longer than so many sentences a text is no post but a letter, and its parts are read apart.
_SENTENCES = 10


def finding(
    kind: str,
    message: str,
    claimed: Excerpt,
    evidence: Excerpt | None = None,
    *,
    suggestion: str | None = None,
    confidence: float = 1.0,
) -> Discrepancy:
    """A discrepancy of `kind`, at the level that the table gives it."""
    level = rules.all_rules()[kind].level
    return Discrepancy(kind, level, message, claimed, evidence, suggestion, round(confidence, 3))


def clashes(
    dossier: Dossier, family: str, *comparers: Comparer
) -> Iterator[tuple[Link, Comparison, Excerpt, Excerpt]]:
    """The comparisons of all links that clash in a kind of `family`, with the words of both sides.

    A post is short, and its sentences belong together: `comparers` hold the claim against all of it, where the
    link's passage is only a part.
    """
    claims = {claim.id: claim for claim in dossier.claims}
    for link in dossier.links:
        for comparison in (*link.comparisons, *_whole_post(dossier, claims[link.claim], link, comparers)):
            if comparison.clash.partition(".")[0] != family:
                continue
            claimed = comparison.claimed_span or claims[link.claim].span
            evidence = comparison.evidence_span or link.span
            yield (
                link,
                comparison,
                dossier.excerpt("document", claimed),
                dossier.excerpt(link.evidence, evidence),
            )


def _whole_post(
    dossier: Dossier, claim: Statement, link: Link, comparers: Sequence[Comparer]
) -> Iterator[Comparison]:
    """What the comparers find in all of a linked post, where they found nothing in its passage."""
    if not comparers or not link.evidence.startswith("p") or any(c.clash for c in link.comparisons):
        return
    statements = [s for s in dossier.evidence if s.source == link.evidence]
    if len(link.statements) < len(statements) <= _SENTENCES:
        statements.sort(key=lambda s: s.id not in link.statements)
        for compare in comparers:
            yield from compare(claim, statements)


def named(dossier: Dossier, source: str) -> str:
    """A source as an editor would call it: "the post of @handle", "the release of Issuer"."""
    for post in dossier.posts:
        if post.id == source:
            return f"the post of @{post.handle}" if post.handle else "the post"
    for release in dossier.releases:
        if release.id == source:
            return f"the release of {release.issuer}" if release.issuer else "the release"
    return "the article"


def shorten(text: str, limit: int = 80) -> str:
    """`text` on one line, cut after `limit` characters.

    >>> shorten("a  b\\nc")
    'a b c'
    """
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def whole(text: str) -> Span:
    """The span of all of `text`."""
    return Span(0, len(text))
