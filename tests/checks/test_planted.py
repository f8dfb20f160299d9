"""Quotations and meaning in whole articles: one planted difference each, and the same article without it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Post, Report
from reconcile.pipeline import reconcile

ARTICLES = tomllib.loads(Path(__file__).with_name("planted.toml").read_text("utf-8"))["article"]
FAMILIES = ("quote", "polarity", "attribution", "modality", "scope", "doc")
PLANT = re.compile(r"\{\{(.*?)\|(.*?)\}\}", re.S)


def read(article: dict[str, Any], side: int) -> Report:
    """The report on one reading: side 1 is the wrong one, side 2 the right one."""
    posts = [
        Post(
            f"p{n}",
            "supplied",
            post["platform"],
            post["text"],
            author_name=post["name"],
            handle=post["handle"],
            posted=date(2024, 5, 15),
        )
        for n, post in enumerate(article.get("posts", ()), 1)
    ]
    text = PLANT.sub(lambda match: match.group(side), article["text"])
    return reconcile(
        text,
        media_type="text/plain",
        published=date(2024, 5, 16),
        posts=posts,
        releases=article.get("releases", ()),
    )


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: f"{a['kind']}: {a['text'][:40]}")
def test_the_right_reading_is_left_alone(article: dict[str, Any]) -> None:
    found = read(article, 2).discrepancies
    told = [d for d in found if d.level != "note" and d.kind.partition(".")[0] in FAMILIES]
    assert [(d.kind, d.claimed.text) for d in told] == []


@pytest.mark.parametrize(
    "article",
    [a for a in ARTICLES if not a.get("missed")],
    ids=lambda a: f"{a['kind']}: {a['text'][:40]}",
)
def test_the_planted_difference_is_found(article: dict[str, Any]) -> None:
    assert article["kind"] in {d.kind for d in read(article, 1).discrepancies}
