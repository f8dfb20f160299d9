"""Saved news pages with the posts in them: NAME.html beside NAME.posts.json, in the folder that RECONCILE_PAGES names.

They are nobody's to pass on, so none is in the repository; what needs them is skipped where they are not.
`posts.json` lists the posts in document order, with null where the page itself lacks a field.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from benchmarks.intervals import Counts
from benchmarks.scoring import EXTRA, MISSED, RIGHT, Tally, likeness
from reconcile import resolve_handle
from reconcile.model import Post
from reconcile.reading import read_document

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "eval"
FOLDER = Path(os.environ.get("RECONCILE_PAGES", SHARED / "pages"))
#: The labels call it by its old name.
_PLATFORM = {"twitter": "x"}
#: Players of video are embeds, but no posts of a person or body.
_COUNTED = frozenset(
    [
        "x",
        "instagram",
        "facebook",
        "tiktok",
        "truthsocial",
        "bluesky",
        "mastodon",
        "threads",
        "telegram",
        "reddit",
    ]
)


def real_pages() -> list[Path]:
    """Every saved page, by name; none where the folder is missing."""
    return sorted(FOLDER.glob("*.html"))


def fixture_pages() -> list[Path]:
    """The fixtures' own pages, by name."""
    return sorted((ROOT / "fixtures").glob("*/article.html"))


def score_page(path: Path) -> Counts:
    """The counts of the posts of one page."""
    labels = json.loads(path.with_suffix(".posts.json").read_text("utf-8"))
    wanted = [one for one in labels if one.get("in_article", True) and _platform(one) in _COUNTED]
    _, posts = read_document(path.read_bytes(), uri=None, media_type="text/html", published=None)
    left = [post for post in posts if post.origin == "reproduced" and post.platform in _COUNTED]
    tally = Tally()
    tally.add("posts", RIGHT, 0)
    for label in wanted:
        hit = next((post for post in left if _same(label, post)), None)
        tally.add("posts", RIGHT if hit else MISSED)
        if hit:
            left.remove(hit)
            _fields(label, hit, tally)
    tally.add("posts", EXTRA, len(left))
    return tally.counts()


def _platform(label: dict[str, object]) -> object:
    return _PLATFORM.get(str(label["platform"]), label["platform"])


def _same(label: dict[str, object], post: Post) -> bool:
    if label.get("status_id") and post.status_id:
        return str(label["status_id"]) == post.status_id
    return bool(label.get("text")) and likeness(str(label["text"]), post.text) >= 0.8


def _fields(label: dict[str, object], post: Post, tally: Tally) -> None:
    """What the page shows of the post, and was read otherwise."""
    if label.get("text"):
        tally.judge("post text", likeness(str(label["text"]), post.text) >= 0.97)
    if label.get("handle"):
        tally.judge(
            "post handle", (post.handle or "").casefold() == str(label["handle"]).casefold().lstrip("@")
        )
    if label.get("date_iso"):
        tally.judge("post day", str(post.posted) == str(label["date_iso"])[:10])


def score_handles(lines: Iterable[str]) -> list[Counts]:
    """The counts of handles held against candidate names; a row of its own each, and none to find where none fits."""
    rows: list[Counts] = []
    for line in lines:
        told = json.loads(line)
        found = resolve_handle(told["handle"], told["candidates"], display_name=told["display_name"]).name
        tally = Tally()
        tally.add("handles alone", RIGHT, 0)
        if found is not None:
            tally.add("handles alone", RIGHT if found == told["answer"] else EXTRA)
        if told["answer"] is not None and found != told["answer"]:
            tally.add("handles alone", MISSED)
        rows.append(tally.counts())
    return rows
