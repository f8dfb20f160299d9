"""Articles with one difference planted, written `{{wrong|right}}`, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from reconcile.model import Discrepancy, Post, Report
from reconcile.pipeline import reconcile

PLANT = re.compile(r"\{\{(.*?)\|(.*?)\}\}", re.S)


@pytest.fixture(scope="session")
def read() -> Callable[[dict[str, Any], int], Report]:
    """Reads an article of a table of this folder, with its posts and releases."""
    return _read


def _read(article: dict[str, Any], side: int) -> Report:
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
    return reconcile(
        PLANT.sub(lambda match: match.group(side), article["text"]),
        media_type="text/plain",
        published=date(2024, 5, 16),
        posts=posts,
        releases=article.get("releases", ()),
    )


@pytest.fixture(scope="session")
def hold() -> Callable[[str, str, str], list[Discrepancy]]:
    """What is told of an article of 15 March held against a release ("r") or post ("p") of 14 March."""
    return _hold


def _hold(form: str, article: str, evidence: str) -> list[Discrepancy]:
    post = Post("p1", "supplied", "x", evidence, author_name="The Source", handle="the_source")
    report = reconcile(
        article,
        media_type="text/plain",
        published=date(2024, 3, 15),
        posts=[evolve(post, posted=date(2024, 3, 14))] if form == "p" else [],
        releases=[f"Press release\n14 March 2024\n\n{evidence}"] if form == "r" else [],
    )
    return list(report.discrepancies)
