"""Every kind at level error or warning is found where a careful reader found it: in a fixture or in a case."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reconcile import read_posts, read_release, reconcile
from reconcile.model import Discrepancy, Release
from reconcile.reading.exports import own
from reconcile.rules import all_rules

FIXTURES = Path(__file__).parents[1] / "fixtures"
#: `{{wrong|right}}` in a case: fixtures/cases/README.md.
PLANTED = re.compile(r"\{\{(.*?)\|(.*?)\}\}", re.DOTALL)
#: Kinds that are found in no fixture or case yet -> the file of the tests in which they are.
ELSEWHERE = {
    "modality.certainty": "tests/checks/planted.toml",
    "doc.headline": "tests/checks/planted.toml",
}

SERIOUS = [rule.kind for rule in all_rules().values() if rule.level != "note"]


@cache
def found() -> frozenset[str]:
    """The kinds of all labels that are found."""
    return frozenset(
        label["kind"] for labels, told in (*_fixtures(), *_cases()) for label in labels if _is_in(label, told)
    )


def _fixtures() -> Iterator[tuple[list[dict], tuple[Discrepancy, ...]]]:
    """The labels of each fixture, and what is told of it."""
    for path in sorted(FIXTURES.glob("*/labels.toml")):
        labels = tomllib.loads(path.read_text("utf-8"))
        posts = path.with_name("posts.jsonl")
        (article,) = path.parent.glob("article.*")
        report = reconcile(
            article.read_bytes(),
            published=labels.get("published"),
            posts=read_posts(posts) if posts.exists() else (),
            releases=[read_release(release) for release in sorted(path.parent.glob("release*"))],
        )
        yield labels.get("discrepancy", []), report.discrepancies


def _cases() -> Iterator[tuple[list[dict], tuple[Discrepancy, ...]]]:
    """The labels of each case in its planted reading, and what is told of it."""
    for path in sorted((FIXTURES / "cases").glob("*.toml")):
        case = tomllib.loads(path.read_text("utf-8"))
        report = reconcile(
            PLANTED.sub(r"\1", case["article"]),
            media_type="text/html" if case["html"] else "text/plain",
            published=case["published"],
            posts=[post for record in case.get("post", []) for post in own.read(_as_json(record))],
            releases=[Release("", r["text"], issuer=r.get("issuer")) for r in case.get("release", [])],
        )
        yield case["expect"].get("discrepancy", []), report.discrepancies


def _as_json(record: dict) -> dict:
    return {key: value if isinstance(value, str) else str(value) for key, value in record.items()}


def _is_in(label: dict, told: tuple[Discrepancy, ...]) -> bool:
    """Whether a label is found: a finding of its kind on its words, a part of them, or more."""
    words = _flat(label["claimed"])
    on = (_flat(d.claimed.text) for d in told if d.kind == label["kind"])
    return any(each in words or words in each for each in on)


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", SERIOUS)
def test_it_is_found_somewhere(kind):
    if kind in ELSEWHERE:
        assert f'"{kind}"' in (FIXTURES.parent / ELSEWHERE[kind]).read_text("utf-8")
    else:
        assert kind in found(), f"label a fixture with {kind}, and find it"
