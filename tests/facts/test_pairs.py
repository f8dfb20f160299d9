"""Figures, times and places held against each other; the pairs stand in pairs.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reconcile.facts import places, quantities, read_facts, times
from reconcile.model import Comparison, Statement
from reconcile.sentences import split_sentences

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))
ARTICLE, EVIDENCE = date(2024, 3, 15), date(2024, 3, 14)


def statements(text: str, source: str, day: date) -> list[Statement]:
    """The sentences of `text` with their facts, as of `day`."""
    facts = read_facts(text, day)
    spans = split_sentences(text)
    held = [tuple(f for f in facts if span.holds(f.span)) for span in spans]
    return [
        Statement(f"{source}.{n}", source, s, s.of(text), facts=f, day=day)
        for n, (s, f) in enumerate(zip(spans, held, strict=True), 1)
    ]


def clashes(claims: list[Statement], evidence: list[Statement]) -> list[Comparison]:
    """What the three kinds of fact find in each sentence of the claim, held against all of the evidence."""
    found = (c for s in claims for leaf in (quantities, times, places) for c in leaf.compare(s, evidence))
    return [c for c in found if c.clash]


@pytest.mark.parametrize(("claim", "evidence"), PAIRS["both_can_hold"])
def test_what_can_both_hold(claim: str, evidence: str) -> None:
    found = clashes(statements(claim, "document", ARTICLE), statements(evidence, "p1", EVIDENCE))
    assert [(c.clash, c.claimed, c.evidence) for c in found] == []


@pytest.mark.parametrize(("claim", "evidence", "kind", "claimed", "suggestion"), PAIRS["cannot_both_hold"])
def test_what_cannot(claim: str, evidence: str, kind: str, claimed: str, suggestion: str) -> None:
    found = clashes(statements(claim, "document", ARTICLE), statements(evidence, "p1", EVIDENCE))
    assert [(c.clash, c.claimed, c.suggestion) for c in found] == [(kind, claimed, suggestion)]
    assert all(c.claimed_span and c.claimed_span.of(claim) == claimed for c in found)
    assert all(c.evidence_span and c.evidence_span.of(evidence) == c.evidence for c in found)


@pytest.mark.xfail(reason="too few words in common to be sure")
@pytest.mark.parametrize(("claim", "evidence", "kind"), PAIRS["missed"])
def test_known_misses(claim: str, evidence: str, kind: str) -> None:
    found = clashes(statements(claim, "document", ARTICLE), statements(evidence, "p1", EVIDENCE))
    assert [c.clash for c in found] == [kind]


@pytest.mark.parametrize("text", sorted({t for key in PAIRS for row in PAIRS[key] for t in row[:2]}))
def test_a_text_never_contradicts_itself(text: str) -> None:
    assert clashes(statements(text, "document", ARTICLE), statements(text, "p1", ARTICLE)) == []
