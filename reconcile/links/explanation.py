"""What a reader is shown of a link: which words met which, and what the evidence lacks."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.links.matching import Passage
from reconcile.links.wording import Wording
from reconcile.model import Comparison


def explain(claim: Wording, passage: Passage) -> Iterator[Comparison]:
    """Comparisons for a person: the shared words, the names, the numbers, and what is missing."""
    content = [m for m in passage.matches if m.claimed.share > 0.5]
    if not content:
        return
    names = [m for m in content if m.how == "name"]
    words = [m for m in content if m.how in ("word", "meaning", "fact")]
    missing = _distinct(m.claimed.text for m in content if not m.how)
    if words:
        share = sum(m.how != "" for m in content) / len(content)
        yield Comparison(
            feature="words",
            score=round(share, 3),
            claimed=", ".join(_distinct(m.claimed.text for m in words)),
            evidence=", ".join(_distinct(m.evidence.text for m in words if m.evidence)),
            detail=f"not in the evidence: {', '.join(missing)}" if missing else "all words are there",
        )
    for entity in _distinct(m.claimed.entity or "" for m in names):
        same = [m for m in names if m.claimed.entity == entity]
        yield Comparison(
            feature="name",
            score=1.0,
            claimed=" ".join(_distinct(m.claimed.text for m in same)),
            evidence=next((m.evidence.text for m in same if m.evidence), "the author"),
            detail="the same person, body or place",
        )


def _distinct(texts: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(texts))
