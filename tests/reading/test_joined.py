"""Posts supplied beside an article, joined with those in it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from attrs import evolve

from reconcile.model import Post
from reconcile.reading.joined import join_posts

ID = "1786000000000000000"  # 2 May 2024, 11:49:16 UTC


def post(origin: str, text: str, **fields: object) -> Post:
    return Post("p1", origin, "x", text, **{"handle": "mfa_lunda", **fields})  # type: ignore[arg-type]


def test_the_same_post_is_one() -> None:
    shown = post(
        "reproduced",
        "We met and agreed on the bridge at Orla. pic.twitter.com/abcdefghij",
        posted=date(2024, 5, 3),
    )
    given = post(
        "supplied",
        "We met and agreed on the bridge at Orla.",
        posted=date(2024, 5, 2),
        author_name="MFA",
        status_id=ID,
    )
    (joined,) = join_posts([shown], [given])
    assert (joined.id, joined.origin, joined.text) == ("p1", "reproduced", shown.text)
    assert (joined.author_name, joined.status_id) == ("MFA", ID)
    assert joined.posted == date(2024, 5, 3)
    assert joined.supplied == given


def test_a_cut_post_is_the_same() -> None:
    shown = post("reproduced", "We met and agreed on the new brid…")
    given = post("supplied", "We met and agreed on the new bridge at Orla, the port and much else.")
    assert len(join_posts([shown], [given])) == 1


@pytest.mark.parametrize(
    "other",
    [
        post("supplied", "We met and agreed on the tunnel, and then we flew home to Varre."),
        post("supplied", "We met and agreed on the bridge at Orla.", handle="mfa_press"),
        post("supplied", "Yes"),
    ],
)
def test_others_stay_apart(other: Post) -> None:
    shown = post("reproduced", "We met and agreed on the bridge at Orla.")
    assert [p.id for p in join_posts([shown], [other])] == ["p1", "p2"]


def test_ids_and_parents_follow() -> None:
    shown = [evolve(post("reproduced", f"Post number {n} of a thread of ours"), id=f"p{n}") for n in (1, 2)]
    shown[1] = evolve(shown[1], parent="p1")
    given = [evolve(post("supplied", f"Another {n} altogether, by us"), id=f"p{n}") for n in (1, 2)]
    given[1] = evolve(given[1], parent="p1", text="Yet something else")
    joined = join_posts(shown, given)
    assert [p.id for p in joined] == ["p1", "p2", "p3", "p4"]
    assert [p.parent for p in joined] == [None, "p1", None, "p3"]


def test_many_posts_are_joined_in_time() -> None:
    given = [
        post("supplied", f"Post {n} of very many", handle=f"user{n}", status_id=str(n)) for n in range(20_000)
    ]
    start = time.perf_counter()
    assert len(join_posts([], given)) == 20_000
    assert time.perf_counter() - start < 3
