"""The real wire article that the project began with, through the whole pipeline."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from reconcile import Report, reconcile

ARTICLE = Path(__file__).parents[2] / "shared" / "seed" / "brussels-visit.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="../shared/seed/brussels-visit.txt is not here")


@cache
def report() -> Report:
    return reconcile(ARTICLE.read_bytes())


def linked(evidence: str) -> dict[str, str]:
    """Claim text -> relation, for one post."""
    claims = {c.id: c.text for c in report().claims}
    return {claims[link.claim]: link.relation for link in report().links if link.evidence == evidence}


def relation(evidence: str, words: str) -> str | None:
    return next((r for text, r in linked(evidence).items() if words in text), None)


def test_two_posts_with_exact_bodies_and_no_prose() -> None:
    first, second = report().posts
    for post, stub in ((first, "pic.twitter.com/XRi3bEZ94N"), (second, "pic.twitter.com/K2bLUzyQsf")):
        assert (post.platform, post.handle, post.author_name) == (
            "x",
            "ForeignOfficePk",
            "Spokesperson 🇵🇰 MoFA",
        )
        assert post.posted == date(2023, 6, 12)
        assert post.text is not None
        assert post.text.startswith("MOS @HinaRKhar")
        assert post.text.endswith(stub)
        assert post.media == (stub,)
        assert post.boundary == "sure"
    assert first.mentions == ("HinaRKhar", "Nicole_demoor")


def test_the_date_is_read_from_the_text() -> None:
    assert report().document.published == date(2023, 6, 12)


@pytest.mark.parametrize(
    ("handle", "name"),
    [
        ("HinaRKhar", "Hina Rabbani Khar"),
        ("Nicole_demoor", "Nicole de Moor"),
        ("allessiaclaes", "Allessia Cleas"),
    ],
)
def test_handles_are_the_persons_of_the_prose(handle: str, name: str) -> None:
    [owner] = [e for e in report().entities if any(a.handle == handle for a in e.accounts)]
    assert owner.name == name
    assert owner.kind == "person"


def test_the_ministry_comes_together() -> None:
    [office] = [e for e in report().entities if any(a.handle == "ForeignOfficePk" for a in e.accounts)]
    spellings = {m.text for m in office.mentions}
    assert "Foreign Office" in {s.removeprefix("the ") for s in spellings} or office.name == "Foreign Office"
    assert "FO" in spellings
    assert any("pokesperson" in s for s in spellings)


def test_what_the_posts_bear_on() -> None:
    assert relation("p1", "on Monday discussed enhancing cooperation") == "supports"
    assert relation("p1", "constructive discussions with the Belgian minister") in ("supports", "partly")
    assert relation("p2", "also met Senator Allessia Cleas") == "supports"
    assert relation("p2", "people-to-people contacts as enhancing") in ("supports", "partly")


def test_a_post_on_one_meeting_bears_out_no_other() -> None:
    assert relation("p2", "on Monday discussed enhancing cooperation") is None
    assert relation("p2", "constructive discussions with the Belgian minister") is None
    assert relation("p1", "also met Senator Allessia Cleas") is None


@pytest.mark.parametrize("post", ["p1", "p2"])
@pytest.mark.parametrize("words", ["increasing trade and investment", "Khar invited", "embedded in history"])
def test_what_they_do_not_bear_on(post: str, words: str) -> None:
    assert relation(post, words) is None


def test_the_misspelling_is_the_one_finding() -> None:
    [found] = [d for d in report().discrepancies if d.level != "note"]
    assert found.kind == "name.spelling"
    assert found.claimed.text == "Allessia Cleas"
    assert found.evidence is not None
    assert found.evidence.text == "@allessiaclaes"
    assert found.suggestion == "Allessia Claes"
    assert "ea" in found.message
    assert "ae" in found.message


def test_the_notes_tell_what_is_missing() -> None:
    notes = [d for d in report().discrepancies if d.level == "note"]
    assert any(d.kind == "cover.post-unreported" and "MoU" in d.claimed.text for d in notes)
    unsourced = [d for d in notes if d.kind == "cover.claim-unsourced"]
    assert any("press" in d.message or "release" in d.message for d in unsourced)
    assert any("Khar invited" in d.claimed.text for d in unsourced)
