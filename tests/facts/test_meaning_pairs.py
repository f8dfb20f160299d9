"""Denials, opposites, modality, quantifiers, events, causes, participants; the pairs stand in meaning_pairs.toml."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reconcile.facts import causes, directions, events, modality, negations, participants, quantifiers
from reconcile.model import Comparison, Statement
from reconcile.sentences import split_sentences

PAIRS = tomllib.loads(Path(__file__).with_name("meaning_pairs.toml").read_text("utf-8"))
LEAVES = (negations, directions, modality, quantifiers, events, participants, causes)
DAY = date(2024, 3, 14)


def statements(text: str, source: str) -> list[Statement]:
    """The sentences of `text`, of one day."""
    spans = enumerate(split_sentences(text), 1)
    return [Statement(f"{source}.{n}", source, span, span.of(text), day=DAY) for n, span in spans]


def clashes(claim: str, evidence: str) -> Iterator[Comparison]:
    """What any kind of fact finds in the first sentence of a claim, held against all of the evidence."""
    ours, theirs = statements(claim, "document")[0], statements(evidence, "r1")
    return (c for leaf in LEAVES for c in leaf.compare(ours, theirs) if c.clash)


@pytest.mark.parametrize(("claim", "evidence"), PAIRS["both_can_hold"])
def test_what_can_both_hold(claim: str, evidence: str) -> None:
    assert [(c.clash, c.claimed, c.evidence) for c in clashes(claim, evidence)] == []


@pytest.mark.parametrize(("claim", "evidence", "kind"), PAIRS["cannot_both_hold"])
def test_what_cannot(claim: str, evidence: str, kind: str) -> None:
    found = list(clashes(claim, evidence))
    assert kind in {c.clash for c in found}
    assert all(c.claimed_span and c.claimed_span.of(claim) == c.claimed for c in found)
    assert all(c.evidence_span and c.evidence_span.of(evidence) == c.evidence for c in found)


@pytest.mark.parametrize("text", sorted({t for key in PAIRS for row in PAIRS[key] for t in row[:2]}))
def test_a_text_never_contradicts_itself(text: str) -> None:
    assert [(c.clash, c.claimed, c.evidence) for c in clashes(text, text)] == []


@pytest.mark.parametrize(
    "text", ["not " * 5000, "a b, " * 4000, "because " * 4000, "(" * 9000, "will not may " * 3000]
)
def test_hostile_sentences_cost_no_more_than_their_length(text: str) -> None:
    started = time.process_time()
    list(clashes(text, text))
    assert time.process_time() - started < 8
