"""Labelled articles: the folders of fixtures/ and the TOML files of fixtures/cases (their README files tell the formats).

A case is read twice: *planted*, with every wrong side of `{{wrong|right}}`, and *clean*, with every right side. An
article without such marks has one reading, and what is labelled in it stands in both.
"""

from __future__ import annotations

import json
import re
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from reconcile import read_posts, read_release, reconcile
from reconcile.model import Post, Release, Report

Side: TypeAlias = int
WRONG, RIGHT = 1, 2
_PLANT = re.compile(r"\{\{(.*?)\|(.*?)\}\}", re.S)


@frozen
class Reading:
    """An article with its evidence: what is given to `reconcile()`."""

    article: str
    media_type: str
    published: date | None = None
    posts: tuple[Post, ...] = ()
    releases: tuple[str | Release, ...] = ()

    def report(self) -> Report:
        """What `reconcile` says about it."""
        return reconcile(
            self.article.encode(),
            media_type=self.media_type,
            published=self.published,
            posts=self.posts,
            releases=self.releases,
        )


@frozen
class LinkLabel:
    """A sentence of the prose that a post (`p1` ...) or a release (`r1` ...) bears on."""

    evidence: str
    claim: str
    relation: str


@frozen
class FindingLabel:
    """A discrepancy: its kind and the words of the side that has it; `planted` where the clean reading lacks it."""

    kind: str
    claimed: str
    planted: bool = False


@frozen
class Case:
    """One labelled article."""

    name: str
    clean: Reading
    planted: Reading
    #: Posts that the article reproduces: platform, handle, text ...
    posts: tuple[Mapping[str, object], ...] = ()
    #: Handle and the owner's name in the prose.
    owners: tuple[tuple[str, str], ...] = ()
    links: tuple[LinkLabel, ...] = ()
    findings: tuple[FindingLabel, ...] = ()
    #: The words of each evidence in the clean reading, by `p1` ... and `r1` ...
    evidence: Mapping[str, str] = field(factory=dict)

    @property
    def standing(self) -> tuple[FindingLabel, ...]:
        """What is wrong in the clean reading, too."""
        return tuple(label for label in self.findings if not label.planted)


def load(*folders: Path) -> list[Case]:
    """Every case of the folders, by name: folders with `labels.toml`, and TOML files of cases."""
    found = {}
    for folder in folders:
        for path in folder.glob("*/labels.toml"):
            found[path.parent.name] = _labelled(path.parent)
        for path in folder.glob("*.toml"):
            found[path.stem] = _toml(path)
    return [found[name] for name in sorted(found)]


def _labelled(folder: Path) -> Case:
    labels = tomllib.loads((folder / "labels.toml").read_text("utf-8"))
    (article,) = folder.glob("article.*")
    supplied = folder / "posts.jsonl"
    paths = sorted(folder.glob("release*"))
    releases = tuple(read_release(path) for path in paths)
    reading = Reading(
        article.read_text("utf-8"),
        "text/html" if article.suffix == ".html" else "text/plain",
        labels.get("published"),
        tuple(read_posts(supplied)) if supplied.exists() else (),
        releases,
    )
    posts = tuple(labels.get("post", ()))
    return Case(
        folder.name,
        clean=reading,
        planted=reading,
        posts=posts,
        owners=tuple((one["handle"], one["name"]) for one in labels.get("entity", ())),
        links=tuple(LinkLabel(**one) for one in labels.get("link", ())),
        findings=tuple(FindingLabel(one["kind"], one["claimed"]) for one in labels.get("discrepancy", ())),
        evidence=_evidence(
            [one["text"] for one in posts] + [post.text or "" for post in reading.posts],
            [release.text for release in releases],
        ),
    )


def _toml(path: Path) -> Case:
    told = tomllib.loads(path.read_text("utf-8"))
    expect = told.get("expect", {})
    posts = tuple(expect.get("post", ()))
    readings = {side: _reading(told, side) for side in (WRONG, RIGHT)}
    return Case(
        path.stem,
        clean=readings[RIGHT],
        planted=readings[WRONG],
        posts=posts,
        owners=tuple((one["handle"], one["name"]) for one in expect.get("entity", ())),
        links=tuple(
            LinkLabel(
                f"r{one['release']}" if "release" in one else f"p{one['post']}", one["claim"], one["relation"]
            )
            for one in expect.get("link", ())
        ),
        findings=tuple(
            FindingLabel(one["kind"], one["claimed"], one.get("planted", False))
            for one in expect.get("discrepancy", ())
        ),
        evidence=_evidence(
            [str(one["text"]) for one in posts]
            + [choose(str(one["text"]), RIGHT) for one in told.get("post", ())],
            [choose(str(one["text"]), RIGHT) for one in told.get("release", ())],
        ),
    )


def choose(text: str, side: Side) -> str:
    """The text with that side of each `{{wrong|right}}`."""
    return _PLANT.sub(lambda found: found[side], text).strip("\n")


def _reading(told: Mapping[str, object], side: Side) -> Reading:
    posts = [{**one, "text": choose(one["text"], side)} for one in told.get("post", ())]
    return Reading(
        choose(str(told["article"]), side),
        "text/html" if told.get("html") else "text/plain",
        told.get("published"),
        _supplied(posts),
        tuple(choose(one["text"], side) for one in told.get("release", ())),
    )


def _supplied(posts: Iterable[Mapping[str, object]]) -> tuple[Post, ...]:
    """Posts as they come from a file of JSON Lines: the one form in which `reconcile` takes them in."""
    lines = "".join(json.dumps(post, default=str, ensure_ascii=False) + "\n" for post in posts)
    if not lines:
        return ()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "posts.jsonl")
        path.write_text(lines, "utf-8")
        return tuple(read_posts(path))


def _evidence(posts: Iterable[str], releases: Iterable[str]) -> dict[str, str]:
    named = {f"p{number}": text for number, text in enumerate(posts, 1)}
    return named | {f"r{number}": text for number, text in enumerate(releases, 1)}
