"""Articles in which nothing is wrong are left alone; of those with one slip, most slips are found."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile import reconcile
from reconcile.model import Discrepancy, Post

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLANTED = re.compile(r"\{\{(.*?)\|(.*?)\}\}", re.DOTALL)
#: Articles of which something is told that is not so, and what: known faults.
TOLD = {
    "everyday": {
        "e010": ["place.value"],  # near two towns at once
        "e081": ["quote.truncation"],  # a headline that leaves out the speaker's next sentence
        "e233": ["time.weekday"],  # how many tickets were left on the day of the post
        "e246": ["modality.condition"],  # the size of a park that opens "if all goes well"
        "e248": ["doc.headline"],  # syrup that runs short, of which hardly any is left
    },
    "slips": {
        "s049": ["cover.added-detail"],  # when a comet was found, told by a participle
    },
}
#: Of the slips so large a share is found, with their very kind.
LEAST = 0.55


def article(path: Path, side: int) -> tuple[dict[str, Any], list[Discrepancy]]:
    """A file, and what is told of it at error and warning level; side 1 is the wrong one, side 2 the right one."""
    case = tomllib.loads(path.read_text("utf-8"))
    right = lambda text: PLANTED.sub(rf"\{side}", text)  # noqa: E731
    report = reconcile(
        right(case["article"]),
        media_type="text/html" if case.get("html") else "text/plain",
        published=case["published"],
        posts=[_post(n, post, right(post["text"])) for n, post in enumerate(case.get("post", ()), 1)],
        releases=[right(release["text"]) for release in case.get("release", ())],
    )
    return case, [d for d in report.discrepancies if d.level != "note"]


def _post(n: int, post: dict[str, Any], text: str) -> Post:
    posted: date | None = post.get("posted")
    return Post(
        f"p{n}", "supplied", post["platform"], text,
        author_name=post.get("author_name"), handle=post.get("handle"), posted=posted,
    )  # fmt: skip


def alarms(folder: str) -> dict[str, list[str]]:
    """What is told of the clean readings of a folder, by article."""
    told = {}
    for path in sorted((FIXTURES / folder).glob("*.toml")):
        case, found = article(path, 2)
        standing = {d["kind"] for d in case.get("expect", {}).get("discrepancy", ()) if not d.get("planted")}
        if kinds := [d.kind for d in found if d.kind not in standing]:
            told[path.stem.partition("-")[0]] = kinds
    return told


@pytest.mark.parametrize("folder", ["everyday", "slips"])
def test_nothing_is_told_where_nothing_is_wrong(folder: str) -> None:
    assert alarms(folder) == TOLD[folder]


def test_most_slips_are_found() -> None:
    paths = sorted((FIXTURES / "slips").glob("*.toml"))
    found = 0
    for path in paths:
        case, told = article(path, 1)
        (label,) = case["expect"]["discrepancy"]
        words = _flat(label["claimed"])
        found += any(d.kind == label["kind"] and _meet(_flat(d.claimed.text), words) for d in told)
    assert found >= LEAST * len(paths)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _meet(one: str, other: str) -> bool:
    return one in other or other in one
