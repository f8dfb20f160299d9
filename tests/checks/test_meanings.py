"""Meanings held against each other, through the whole of a run; the pairs stand in meanings.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reconcile.model import Discrepancy
from reconcile.pipeline import reconcile

PAIRS = tomllib.loads(Path(__file__).with_name("meanings.toml").read_text("utf-8"))
STORIES = tomllib.loads(Path(__file__).with_name("true_stories.toml").read_text("utf-8"))["stories"]
FAMILIES = frozenset({"polarity", "modality", "scope", "quote", "attribution", "doc"})
PUBLISHED = date(2024, 3, 15)


def found(article: str, evidence: str) -> list[Discrepancy]:
    """What is told at error or warning level of the families of meaning, the evidence being a release."""
    report = reconcile(
        article,
        media_type="text/plain",
        published=PUBLISHED,
        releases=[f"Press release, 14 March 2024\n\n{evidence}"],
    )
    return [d for d in report.discrepancies if d.kind.split(".")[0] in FAMILIES and d.level != "note"]


@pytest.mark.parametrize(("claim", "evidence"), PAIRS["both_can_hold"])
def test_what_can_both_hold(claim: str, evidence: str) -> None:
    assert [(d.kind, d.claimed.text, d.evidence and d.evidence.text) for d in found(claim, evidence)] == []


@pytest.mark.parametrize(("article", "release"), STORIES)
def test_a_true_story(article: str, release: str) -> None:
    assert [(d.kind, d.claimed.text, d.evidence and d.evidence.text) for d in found(article, release)] == []


@pytest.mark.parametrize(("claim", "evidence", "kind"), PAIRS["cannot_both_hold"])
def test_what_cannot(claim: str, evidence: str, kind: str) -> None:
    assert [d.kind for d in found(claim, evidence)] == [kind]


@pytest.mark.xfail(reason="too little in common to be sure")
@pytest.mark.parametrize(("claim", "evidence", "kind"), PAIRS["missed"])
def test_known_misses(claim: str, evidence: str, kind: str) -> None:
    assert [d.kind for d in found(claim, evidence)] == [kind]


@pytest.mark.parametrize("text", sorted({row[0] for row in PAIRS["both_can_hold"]}))
def test_a_text_never_contradicts_itself(text: str) -> None:
    kinds = [d.kind for d in found(text, text)]
    # What was told to a newspaper stands in no release.
    assert [kind for kind in kinds if kind != "attribution.channel"] == []
