"""The report as JSON, version 1, for other programs. Its schema is `report-1.schema.json`, beside this.

The same report gives the same bytes: keys stand in a fixed order, one record a line, and nothing of the
machine, the clock or the order of a set gets in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reconcile import __version__
from reconcile.model import (
    Comparison,
    Discrepancy,
    Document,
    Entity,
    Excerpt,
    Link,
    Post,
    Quotation,
    Release,
    Report,
    Span,
    Statement,
)
from reconcile.reports.located import Positions

SCHEMA = "reconcile-report/1"

Record: TypeAlias = dict[str, object]


def render(report: Report) -> str:
    """The report as JSON text, a record a line, so that two reports can be compared line by line."""
    return _lines(as_dict(report))


def as_dict(report: Report) -> Record:
    """The report as plain dicts, lists, strings and numbers, ready for `json.dumps`."""
    positions = Positions(report)
    return {
        "schema": SCHEMA,
        "tool": {"name": "reconcile", "version": __version__},
        "document": _document(report.document),
        "segments": [{"kind": segment.kind, **_span(segment.span)} for segment in report.document.segments],
        "posts": [post_as_dict(post) for post in report.posts],
        "releases": [_release(release, report.evidence) for release in report.releases],
        "entities": [_entity(entity) for entity in report.entities],
        "claims": [_claim(claim) for claim in report.claims],
        "links": [_link(link) for link in report.links],
        "discrepancies": [_discrepancy(finding, positions) for finding in report.discrepancies],
    }


def post_as_dict(post: Post) -> Record:
    """One post, as it stands in a report and as `reconcile posts` prints it."""
    return {
        "id": post.id,
        "origin": post.origin,
        "platform": post.platform,
        **_span(post.span),
        "text": post.text or "",
        "author_name": post.author_name,
        "handle": post.handle,
        "posted": post.posted.isoformat() if post.posted else None,
        "posted_at": post.posted_at.isoformat() if post.posted_at else None,
        "posted_from": post.posted_from,
        "url": post.url,
        "status_id": post.status_id,
        "mentions": list(post.mentions),
        "hashtags": list(post.hashtags),
        "links": list(post.links),
        "media": list(post.media),
        "parent": post.parent,
        "boundary": post.boundary,
        "form": post.form,
    }


def _lines(report: Mapping[str, object]) -> str:
    """JSON text with each top-level key on a line, and each record of a list on its own."""
    rows = []
    for key, value in report.items():
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join("  " + _text(record) for record in value) + "\n ]"
        else:
            text = _text(value)
        rows.append(f" {_text(key)}: {text}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _span(span: Span | None) -> Record:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _document(document: Document) -> Record:
    return {
        "uri": document.uri,
        "media_type": document.media_type,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "sha256": document.sha256,
        "notes": list(document.notes),
        "text": document.text,
    }


def _release(release: Release, evidence: Sequence[Statement]) -> Record:
    return {
        "id": release.id,
        "issuer": release.issuer,
        "issued": release.issued.isoformat() if release.issued else None,
        "headline": release.headline,
        "uri": release.uri,
        "parts": [{"kind": part.kind, **_span(part.span)} for part in release.parts],
        "quotations": [
            {**_span(fact.inner), "speaker": statement.speaker}
            for statement in evidence
            if statement.source == release.id and statement.mode in ("direct", "mixed")
            for fact in statement.facts
            if isinstance(fact, Quotation)
        ],
        "notes": list(release.notes),
        "text": release.text,
    }


def _entity(entity: Entity) -> Record:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "accounts": [{"platform": account.platform, "handle": account.handle} for account in entity.accounts],
        "roles": list(entity.roles),
        "mentions": [
            {"source": mention.source, **_span(mention.span), "text": mention.text, "kind": mention.kind}
            for mention in entity.mentions
        ],
    }


def _claim(claim: Statement) -> Record:
    return {
        "id": claim.id,
        **_span(claim.span),
        "text": claim.text,
        "speaker": claim.speaker,
        "cue": claim.cue,
        "mode": claim.mode,
        "channel": claim.channel,
    }


def _link(link: Link) -> Record:
    return {
        "claim": link.claim,
        "evidence": link.evidence,
        **_span(link.span),
        "relation": link.relation,
        "score": round(link.score, 4),
        "comparisons": [_comparison(comparison) for comparison in link.comparisons],
    }


def _comparison(comparison: Comparison) -> Record:
    return {
        "feature": comparison.feature,
        "score": round(comparison.score, 4),
        "claimed": comparison.claimed,
        "evidence": comparison.evidence,
        "detail": comparison.detail,
        "clash": comparison.clash or None,
    }


def _discrepancy(finding: Discrepancy, positions: Positions) -> Record:
    return {
        "kind": finding.kind,
        "level": finding.level,
        "message": finding.message,
        "claimed": _excerpt(finding.claimed, positions),
        "evidence": _excerpt(finding.evidence, positions) if finding.evidence else None,
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 4),
    }


def _excerpt(excerpt: Excerpt, positions: Positions) -> Record:
    position = positions.of(excerpt)
    return {
        "source": excerpt.source,
        **_span(excerpt.span),
        "text": excerpt.text,
        "line": position.line if position else None,
        "column": position.column if position else None,
    }
