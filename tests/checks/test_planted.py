"""Quotations and meaning in whole articles: one planted difference each, and the same article without it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Report

ARTICLES = tomllib.loads(Path(__file__).with_name("planted.toml").read_text("utf-8"))["article"]
Reader = Callable[[dict[str, Any], int], Report]
FAMILIES = ("quote", "polarity", "attribution", "modality", "scope", "doc")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: f"{a['kind']}: {a['text'][:40]}")
def test_the_right_reading_is_left_alone(read: Reader, article: dict[str, Any]) -> None:
    found = read(article, 2).discrepancies
    told = [d for d in found if d.level != "note" and d.kind.partition(".")[0] in FAMILIES]
    assert [(d.kind, d.claimed.text) for d in told] == []


@pytest.mark.parametrize(
    "article",
    [a for a in ARTICLES if not a.get("missed")],
    ids=lambda a: f"{a['kind']}: {a['text'][:40]}",
)
def test_the_planted_difference_is_found(read: Reader, article: dict[str, Any]) -> None:
    assert article["kind"] in {d.kind for d in read(article, 1).discrepancies}
