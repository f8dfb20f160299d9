"""Links: which claim of the prose each post or release bears out, and in what relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.facts import compare_facts
from reconcile.links.explanation import explain
from reconcile.links.index import ClaimIndex
from reconcile.links.matching import Evidence, EvidenceText, Passage, Rarity
from reconcile.links.relation import agreed, coverage, relation_of, score_of
from reconcile.links.weights import WEIGHTS
from reconcile.links.wording import Wording, WordingReader
from reconcile.model import Comparison, Entity, Link, Span, Statement

__all__ = ["ClaimIndex", "link_statements"]


def link_statements(
    claims: Sequence[Statement], evidence: Sequence[Statement], entities: Sequence[Entity]
) -> tuple[Link, ...]:
    """The links between the claims of the prose and the posts and releases, in the order of the claims."""
    if not claims or not evidence:
        return ()
    reader = WordingReader(entities, claims, evidence)
    wordings = [reader.read(claim) for claim in claims]
    rarity = Rarity(wordings)
    texts = _by_source(reader, evidence)
    searched = Evidence(texts, rarity)
    return tuple(link for wording in wordings for link in _links(wording, searched, rarity))


def _by_source(reader: WordingReader, evidence: Sequence[Statement]) -> list[EvidenceText]:
    grouped: dict[str, list[Wording]] = defaultdict(list)
    for statement in evidence:
        grouped[statement.source].append(reader.read(statement))
    return [EvidenceText(source, wordings) for source, wordings in grouped.items()]


def _links(claim: Wording, evidence: Evidence, rarity: Rarity) -> Iterator[Link]:
    """The links of one claim, in the order of its sources."""
    found: list[tuple[EvidenceText, Passage, list[Comparison]]] = []
    for text in evidence.candidates(claim):
        passage = evidence.passage(claim, text)
        comparisons = list(compare_facts(claim.statement, passage.statements))
        found.append((text, agreed(passage, comparisons, rarity), comparisons))
    covers = [coverage(passage) for _, passage, _ in found]
    links = []
    for n, (text, passage, comparisons) in enumerate(found):
        rival = max((c for i, c in enumerate(covers) if i != n), default=0.0)
        score = score_of(claim, passage, rival=rival, stranger=_stranger(claim, text))
        if score >= WEIGHTS.threshold:
            relation = relation_of(claim, passage, comparisons, rarity)
            links.append(
                Link(
                    claim=claim.statement.id,
                    evidence=text.source,
                    span=_stretch(passage.statements),
                    relation=relation,
                    score=round(score, 3),
                    comparisons=(*explain(claim, passage), *comparisons),
                    statements=tuple(s.id for s in passage.statements),
                )
            )
    yield from sorted(links, key=lambda link: (link.evidence[:1], len(link.evidence), link.evidence))


def _stretch(statements: Sequence[Statement]) -> Span:
    """From the first of the statements to the last."""
    return Span(min(s.span.start for s in statements), max(s.span.end for s in statements))


def _stranger(claim: Wording, text: EvidenceText) -> bool:
    """Whether the claim is credited to an entity that the evidence neither is nor names."""
    speaker = claim.statement.speaker
    return speaker is not None and speaker not in text.entities
