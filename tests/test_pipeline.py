"""The library call: what it cannot use it refuses in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import InputError, reconcile


def test_a_path_is_no_article():
    with pytest.raises(InputError, match=r"source: cannot be a PosixPath|WindowsPath; give text or bytes"):
        reconcile(Path("article.txt"))


def test_a_day_is_a_date():
    with pytest.raises(InputError, match=r"published: cannot be '2024-03-06'; give a datetime.date"):
        reconcile("It rained in Lisk.", published="2024-03-06")


def test_posts_are_posts():
    with pytest.raises(InputError, match=r"posts: cannot hold a dict; give Post objects"):
        reconcile("It rained in Lisk.", posts=[{"text": "It rains."}])


def test_a_release_that_is_a_label_alone_is_told():
    (release,) = reconcile("It rained in Lisk.", releases=["PRESS RELEASE"]).releases
    assert release.notes == ("the press release has no text of its own but 'PRESS RELEASE'",)


def test_two_accepted_spellings_are_no_other_person():
    report = reconcile(
        "Mayor Alexander Petrov opened the bridge.",
        releases=["Mayor Aleksandr Petrow opened the bridge today."],
    )
    assert [d.kind for d in report.discrepancies if d.level != "note"] == []
