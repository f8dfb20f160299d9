"""Every fixture is read, linked and checked as a careful reader labelled it (fixtures/README.md)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from reconcile import read_posts, read_release, reconcile
from reconcile.rules import all_rules

FIXTURES = Path(__file__).parents[1] / "fixtures"
FOLDERS = sorted(path.parent for path in FIXTURES.glob("*/labels.toml"))

#: Of the labelled links of all fixtures together: found, right among those found, and of the right relation.
RECALL, PRECISION, RELATION = 0.9, 0.85, 0.9


@cache
def labels(folder: Path) -> dict:
    return tomllib.loads((folder / "labels.toml").read_text("utf-8"))


@cache
def article(folder: Path) -> Path:
    (path,) = folder.glob("article.*")
    return path


@cache
def report(folder: Path):
    posts = folder / "posts.jsonl"
    return reconcile(
        article(folder).read_bytes(),
        uri=article(folder).name,
        published=labels(folder).get("published"),
        posts=read_posts(posts) if posts.exists() else (),
        releases=[read_release(path) for path in sorted(folder.glob("release*"))],
    )


def flat(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


each = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


# -- the labels themselves -------------------------------------------------------------------------


def test_there_are_fixtures_of_both_forms():
    assert len(FOLDERS) >= 8
    assert {article(folder).suffix for folder in FOLDERS} == {".txt", ".html"}


@each
def test_labels_speak_of_words_that_are_there(folder):
    told = labels(folder)
    assert set(told) <= {"title", "published", "post", "entity", "release", "link", "discrepancy"}
    words = flat(article(folder).read_text("utf-8"))
    texts = [p.read_text("utf-8") for p in folder.iterdir() if p.suffix in (".txt", ".html", ".jsonl")]
    texts += [release.text for release in report(folder).releases]
    beside = " ".join(map(flat, texts))
    for link in told.get("link", []):
        assert flat(link["claim"]) in words
        assert link["relation"] in ("supports", "partly", "contradicts")
    for finding in told.get("discrepancy", []):
        assert finding["kind"] in all_rules()
        assert flat(finding["claimed"]) in words
        assert flat(finding.get("evidence", "")) in beside


# -- what must not happen --------------------------------------------------------------------------


@each
def test_no_other_error_or_warning_is_reported(folder):
    wanted = [(label["kind"], label["claimed"]) for label in labels(folder).get("discrepancy", [])]
    found = [(d.kind, d.claimed.text) for d in report(folder).discrepancies if d.level != "note"]
    extra = [
        (kind, words) for kind, words in found if not any(kind == k and meets(words, w) for k, w in wanted)
    ]
    assert extra == []


@each
def test_every_span_names_its_words(folder):
    told = report(folder)
    texts = {"document": told.document.text, **{p.id: p.text or "" for p in told.posts}}
    texts |= {release.id: release.text for release in told.releases}
    for entity in told.entities:
        assert all(mention.span.of(texts[mention.source]) == mention.text for mention in entity.mentions)
    assert all(claim.span.of(told.document.text) == claim.text for claim in told.claims)
    for finding in told.discrepancies:
        for side in (finding.claimed, finding.evidence):
            assert side is None or side.span.of(texts[side.source]) == side.text
    ends = [0, *(segment.span.end for segment in told.document.segments)]
    assert [segment.span.start for segment in told.document.segments] == ends[:-1]
    assert ends[-1] == len(told.document.text)


# -- what must -------------------------------------------------------------------------------------


@each
def test_the_posts_are_read_exactly(folder):
    keys = ("platform", "handle", "author_name", "posted", "status_id", "text")
    wanted = [{key: label.get(key) for key in keys} for label in labels(folder).get("post", [])]
    found = [
        {key: getattr(post, key) for key in keys} | {"text": post.text or ""}
        for post in report(folder).posts
        if post.origin == "reproduced"
    ]
    for post, label in zip(found, wanted, strict=False):
        if label["posted"] is None:
            post["posted"] = None
    assert found == wanted


@each
def test_the_releases_are_read_as_labelled(folder):
    for release, label in zip(report(folder).releases, labels(folder).get("release", []), strict=False):
        assert (release.issuer, release.issued) == (label["issuer"], label["issued"])
        assert release.headline == label["headline"]
        for kind, wanted in label["part"].items():
            found = [part.span.of(release.text).strip() for part in release.parts if part.kind == kind]
            assert any(wanted in part for part in found), f"{kind}: {wanted}"
        assert "".join(part.span.of(release.text) for part in release.parts) == release.text


@each
def test_the_accounts_are_those_of_the_prose(folder):
    for label in labels(folder).get("entity", []):
        owners = [e for e in report(folder).entities if label["handle"] in {a.handle for a in e.accounts}]
        spellings = {m.text.casefold() for e in owners for m in e.mentions} | {
            e.name.casefold() for e in owners
        }
        settle(label, any(label["name"].casefold() in spelling for spelling in spellings))


@each
def test_every_labelled_discrepancy_is_found(folder):
    for label in labels(folder).get("discrepancy", []):
        found = [d for d in report(folder).discrepancies if d.kind == label["kind"]]
        found = [d for d in found if meets(d.claimed.text, label["claimed"])]
        if "evidence" in label:
            found = [d for d in found if d.evidence and meets(d.evidence.text, label["evidence"])]
        if "suggestion" in label:
            found = [d for d in found if d.suggestion and meets(d.suggestion, label["suggestion"])]
        settle(label, bool(found))


def settle(label: dict, found: bool) -> None:
    """A label must be found, unless it is marked as missed; then it must be missed, or the mark has to go."""
    assert found or "missed" in label, label
    assert not (found and "missed" in label), f"found now, so take its `missed` away: {label}"


def test_the_links_of_all_fixtures_are_at_their_floor():
    hits = wanted = found = related = 0
    for folder in FOLDERS:
        told = report(folder)
        claims = {claim.id: flat(claim.text) for claim in told.claims}
        got = {(link.evidence, claims[link.claim]): link.relation for link in told.links}
        pairs = {
            (label["evidence"], flat(label["claim"])): label["relation"]
            for label in labels(folder).get("link", [])
        }
        both = got.keys() & pairs.keys()
        hits, wanted, found = hits + len(both), wanted + len(pairs), found + len(got)
        related += sum(got[pair] == pairs[pair] for pair in both)
    figures = f"recall {hits}/{wanted}, precision {hits}/{found}, relation {related}/{hits}"
    assert hits >= RECALL * wanted and hits >= PRECISION * found and related >= RELATION * hits, figures


def meets(words: str, label: str) -> bool:
    """Whether the words are the labelled ones, or a part of them, or hold them."""
    words, label = flat(words), flat(label)
    return bool(words) and (words in label or label in words)
