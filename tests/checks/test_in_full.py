"""Figures, times and places of whole articles against a whole release or post; the pairs stand in in_full.toml."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from reconcile.model import Discrepancy
from reconcile.pipeline import reconcile
from reconcile.reading.supplied import read_posts

PAIRS = tomllib.loads(Path(__file__).with_name("in_full.toml").read_text("utf-8"))
FAMILIES = ("number", "time", "place")


def told(form: str, article: str, evidence: str, folder: Path) -> list[Discrepancy]:
    """What is told of an article of 15 March held against a release or post of 14 March."""
    posts, releases = (), (f"Press release\n14 March 2024\n\n{evidence}",)
    if form == "p":
        post = {"platform": "x", "handle": "the_source", "author_name": "The Source", "posted": "2024-03-14"}
        path = folder / "posts.jsonl"
        path.write_text(json.dumps(post | {"text": evidence}) + "\n", "utf-8")
        posts, releases = read_posts(path), ()
    report = reconcile(
        article, media_type="text/plain", published=date(2024, 3, 15), posts=posts, releases=releases
    )
    return [d for d in report.discrepancies if d.level != "note" and d.kind.partition(".")[0] in FAMILIES]


@pytest.mark.parametrize(("form", "article", "evidence"), PAIRS["silent"])
def test_silent(form: str, article: str, evidence: str, tmp_path: Path) -> None:
    assert [(d.kind, d.claimed.text) for d in told(form, article, evidence, tmp_path)] == []


@pytest.mark.parametrize(("kind", "form", "article", "evidence", "words"), PAIRS["told"])
def test_told(kind: str, form: str, article: str, evidence: str, words: str, tmp_path: Path) -> None:
    found = told(form, article, evidence, tmp_path)
    assert [d.kind for d in found] == [kind]
    assert words in found[0].claimed.text or found[0].claimed.text in words


@pytest.mark.xfail(reason="not seen yet")
@pytest.mark.parametrize(("kind", "form", "article", "evidence", "words"), PAIRS["missed"])
def test_known_misses(kind: str, form: str, article: str, evidence: str, words: str, tmp_path: Path) -> None:
    assert [d.kind for d in told(form, article, evidence, tmp_path)] == [kind]
