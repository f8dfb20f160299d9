"""Runs of capitalised words, and handles: what is none first."""

from __future__ import annotations

import pytest

from reconcile.names.capitals import read_capitals


def runs(text: str) -> list[str]:
    return [text[run[0].start : run[-1].end] for run in read_capitals(text).runs]


def handles(text: str) -> list[str]:
    return [handle for _, handle in read_capitals(text).handles]


@pytest.mark.parametrize(
    "text", ["ada@moss.example", "http@ its best", "epic. tales", "@", "www. and pic.", "a//@b"]
)
def test_no_handles(text: str) -> None:
    assert handles(text) == []


def test_no_capitals_in_links_and_handles() -> None:
    assert runs("see https://Example.org/Ada/Moss and pic.twitter.com/AbC and @AdaMoss") == []


def test_handles() -> None:
    assert handles("@ada_moss, @bob.bsky.social and @c@Toot.example.") == [
        "ada_moss",
        "bob.bsky.social",
        "c@Toot.example",
    ]


@pytest.mark.parametrize(
    "text", ["Moss met Holt", "Moss, Holt", "Moss’s Holt", "Moss. Holt", "Ostra to Venda", "Moss\nHolt"]
)
def test_two_runs(text: str) -> None:
    assert len(runs(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Nicole de Moor",
        "Port of Thorne Authority",
        'Ada "Kit" Moss',
        "Ada J. Moss",
        "Bakers’ Guild",
        "Jan van der Wit",
        "Ministry of Transport and Energy",
    ],
)
def test_one_run(text: str) -> None:
    assert runs(text) == [text]


def test_a_run_ends() -> None:
    assert [len(run) for run in read_capitals("Ab " * 30).runs] == [12, 12, 6]
