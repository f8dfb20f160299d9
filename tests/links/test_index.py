"""ClaimIndex: what it must not return, what it must, and at what cost."""

from __future__ import annotations

import pickle
import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.links.index import ClaimIndex

CLAIMS = [
    "The harbour of Merrow was closed to ferries on Friday.",
    "Mayor Ada Quill opened the new library in Cobb Street.",
    "A storm cut power to 3,000 households in Merrow.",
    "The orchestra will play in the harbour next summer.",
]


@pytest.fixture(scope="module")
def index() -> ClaimIndex:
    return ClaimIndex(CLAIMS)


@pytest.mark.parametrize("text", ["", "the of and", "https://example.org/library", "Zebras sleep.", "🎉"])
def test_nothing_shared_finds_nothing(index: ClaimIndex, text: str) -> None:
    assert index.search(text) == []


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Library's open!! thx @MayorAdaQuill https://t.co/abc", 1),
        ("3,000 homes without power #StormMerrow", 2),
        ("#merrowharbour closed, ferries stay in port", 0),
        ("Our orchestra plays at the harbor", 3),
    ],
)
def test_the_claim_that_shares_most_comes_first(index: ClaimIndex, text: str, position: int) -> None:
    assert index.search(text)[0][0] == position


def test_scores_fall_and_the_limit_holds(index: ClaimIndex) -> None:
    found = index.search("harbour of Merrow", limit=2)
    assert len(found) == 2
    assert found[0][1] >= found[1][1] > 0
    assert index.search("harbour", limit=0) == []


def test_equal_scores_stand_in_the_order_of_the_claims() -> None:
    index = ClaimIndex(["a red boat", "a red boat", "a blue house"])
    assert [position for position, _ in index.search("red boat")] == [0, 1]


def test_it_can_be_pickled(index: ClaimIndex) -> None:
    copy = pickle.loads(pickle.dumps(index))
    assert copy.search("storm in Merrow") == index.search("storm in Merrow")
    assert len(copy) == len(CLAIMS)


def test_no_claims_find_nothing() -> None:
    assert ClaimIndex([]).search("anything") == []


@settings(max_examples=50)
@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=60))
def test_any_text_can_be_indexed_and_searched(claims: list[str], text: str) -> None:
    found = ClaimIndex(claims).search(text, limit=3)
    assert len(found) <= 3
    assert all(0 <= position < len(claims) and score > 0 for position, score in found)


def test_ten_thousand_claims_cost_little() -> None:
    chance = random.Random(7)
    words = [
        "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(8000)
    ]
    claims = [" ".join(chance.choices(words, k=20)) for _ in range(10_000)]
    start = process_time()
    index = ClaimIndex(claims)
    assert process_time() - start < 3
    start = process_time()
    for claim in claims[:100]:
        assert index.search(claim, limit=1)
    assert (process_time() - start) / 100 < 0.003
