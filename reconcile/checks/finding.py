"""What the checks share: making a finding, and reading the clashes that links carry."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from reconcile import rules
from reconcile.model import Comparison, Discrepancy, Dossier, Excerpt, Link, Span, Statement

#: A kind of fact's `compare`.
Comparer: TypeAlias = Callable[[Statement, Sequence[Statement]], Iterator[Comparison]]
#: Longer than so many sentences a text is no post but a letter, and its parts are read apart.
_SENTENCES = 10
#: Longer than so many sentences a source is not compared as a whole.
_LONGEST = 60
#: From here on a fact of the evidence bears the claim's out.
_AGREES = 0.85
#: A clash this sure counts wherever in the source it stands; others within so many characters of the passage.
_PLAIN, _BESIDE = 0.85, 300


def finding(
    kind: str,
    message: str,
    claimed: Excerpt,
    evidence: Excerpt | None = None,
    *,
    suggestion: str | None = None,
    confidence: float = 1.0,
) -> Discrepancy:
    """A discrepancy of `kind`, at the level that the table gives it.

    Raises LookupError, with the file that asks, where the table does not list the kind.
    """
    rule = rules.all_rules().get(kind)
    if rule is None:
        caller = getattr(inspect.currentframe(), "f_back", None)
        asking = caller.f_globals["__name__"].removeprefix("reconcile.") if caller else "checks"
        file = asking.replace(".", "/") + ".py"
        raise LookupError(f"{file} yields {kind!r}, which lexicons/kinds.toml does not list")
    return Discrepancy(kind, rule.level, message, claimed, evidence, suggestion, round(confidence, 3))


def clashes(
    dossier: Dossier, family: str, *comparers: Comparer
) -> Iterator[tuple[Link, Comparison, Excerpt, Excerpt]]:
    """The comparisons of all links that clash in a kind of `family`, with the words of both sides.

    A post is short, and its sentences belong together: `comparers` hold the claim against all of it, where the
    link's passage is only a part.
    """
    for link in dossier.links:
        claim = dossier.claim[link.claim]
        for comparison in (*link.comparisons, *_whole_post(dossier, claim, link, comparers)):
            if not comparison.clash or comparison.clash.partition(".")[0] != family:
                continue
            claimed = comparison.claimed_span or claim.span
            evidence = comparison.evidence_span or link.span
            yield (
                link,
                comparison,
                dossier.excerpt("document", claimed),
                dossier.excerpt(link.evidence, evidence),
            )


def tell(
    dossier: Dossier,
    found: Iterable[tuple[Link, Comparison, Excerpt, Excerpt]],
    messages: Mapping[str, str],
) -> Iterator[Discrepancy]:
    """A finding for each clash: `messages` holds a sentence a kind, with {ours}, {source} and {theirs}."""
    for link, comparison, claimed, evidence in found:
        message = messages[comparison.clash].format(
            ours=shorten(claimed.text), source=named(dossier, link.evidence), theirs=shorten(evidence.text)
        )
        yield finding(
            comparison.clash,
            f"{message.rstrip('.')}.",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )


def _whole_post(
    dossier: Dossier, claim: Statement, link: Link, comparers: Sequence[Comparer]
) -> Iterator[Comparison]:
    """What the comparers find in all of a linked post, where they found nothing in its passage."""
    if not comparers or not link.evidence.startswith("p") or any(c.clash for c in link.comparisons):
        return
    statements = dossier.told_by[link.evidence]
    if len(link.statements) < len(statements) <= _SENTENCES:
        ordered = sorted(statements, key=lambda s: s.id not in link.statements)
        for compare in comparers:
            yield from compare(claim, ordered)


def clashes_in_full(
    dossier: Dossier, family: str, feature: str, compare: Comparer
) -> Iterator[tuple[Link, Comparison, Excerpt, Excerpt]]:
    """The clashes of `family`, with all of the linked post or release taken into account.

    A link's passage is a few sentences. Where a fact of the claim found nothing there that agrees, another
    sentence of the same source may bear it out, and then nothing clashes; or it may contradict it, which
    counts beside the passage, and further off where it is plain.
    """
    for link in dossier.links:
        claim, statements = dossier.claim[link.claim], dossier.told_by[link.evidence]
        own = [c for c in link.comparisons if c.feature == feature]
        for comparison in _in_full(claim, link, own, statements, compare):
            if comparison.clash.partition(".")[0] == family:
                claimed = dossier.excerpt("document", comparison.claimed_span or claim.span)
                yield (
                    link,
                    comparison,
                    claimed,
                    dossier.excerpt(link.evidence, comparison.evidence_span or link.span),
                )


def _in_full(
    claim: Statement,
    link: Link,
    own: Sequence[Comparison],
    statements: Sequence[Statement],
    compare: Comparer,
) -> Iterator[Comparison]:
    """The comparisons `own` of a link, put right and completed by the rest of the source."""
    if all(c.score >= _AGREES for c in own) or not len(link.statements) < len(statements) <= _LONGEST:
        yield from own
        return
    ordered = sorted(statements, key=lambda s: s.id not in link.statements)
    full = {(c.claimed_span, bool(c.clash)): c for c in compare(claim, ordered)}
    for comparison in own:
        borne = full.pop((comparison.claimed_span, False), None)
        if borne is None or borne.score < _AGREES or borne.evidence_span is None or not comparison.clash:
            yield comparison
        full.pop((comparison.claimed_span, True), None) if comparison.clash else None
    first, last = link.span.start - _BESIDE, link.span.end + _BESIDE
    for comparison in full.values():
        at = comparison.evidence_span
        if comparison.clash and at and (first <= at.start <= last or comparison.confidence >= _PLAIN):
            yield comparison


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
