"""cover.*: what one side has and the other lacks; what must stay silent first."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.model import Discrepancy
from reconcile.pipeline import reconcile

TAIL = "\n\n— Quarrick Fire Brigade (@quarrickfire) March 5, 2024\n"
DAY = date(2024, 3, 6)


def found(article: str, kind: str, releases: tuple[str, ...] = ()) -> list[Discrepancy]:
    report = reconcile(article, published=DAY, releases=releases)
    return [d for d in report.discrepancies if d.kind == f"cover.{kind}"]


@pytest.mark.parametrize(
    "prose",
    [
        # the figure is there, rounded, spelled out or in other units of writing
        "The fire brigade wrote on X that the barn of 1,200 square metres had burned down.",
        "The fire brigade wrote on X that about 1,200 square metres had burned down.",
        # credited to nobody, or to somebody else
        "The barn burned down, and 14 cows were saved. The fire brigade wrote on X that it was out.",
        "Farmer Hal Osgood said that 14 cows had been saved from the barn.",
        # in the attribution itself
        "The fire brigade, which has 90 members, wrote on X that the barn had burned down.",
        # a day that is the post's own
        "The fire brigade wrote on X on Tuesday that the barn had burned down.",
    ],
)
def test_no_detail_is_added(prose: str) -> None:
    post = "Barn fire in Holm Lane is out. 1,200 sq m burned down. Nobody hurt."
    assert found(f"Barn burns down in Quarrick\n\n{prose}\n\n{post}{TAIL}", "added-detail") == []


def test_a_figure_credited_to_the_post_that_has_none() -> None:
    post = "Barn fire in Holm Lane is out. The barn burned down, all cows were saved. Good night!"
    prose = "The fire brigade wrote on X that the barn had burned down and that 14 cows had been saved."
    told = found(f"Barn burns down in Quarrick\n\n{prose}\n\n{post}{TAIL}", "added-detail")
    assert [d.claimed.text.split()[0] for d in told] == ["14"]
    assert told[0].level == "warning"
    assert "@quarrickfire" in told[0].message


RELEASE = """Quarrick Water
5 March 2024
Pipes: first 40 km renewed

Quarrick Water has renewed 40 of 160 km of its pipes. Director Una Pell thanked the crews. The work goes on in Holm
Lane from April.
"""


@pytest.mark.parametrize(
    "prose",
    [
        # reckoned: 120 are left, a quarter is done
        "Quarrick Water said that 40 km of its pipes had been renewed and that 120 km were left.",
        # a share of them, in other words
        "Of 160 km of its pipes, most of them in Holm Lane, Quarrick Water has renewed 40 km, Quarrick Water said.",
        # where it happened the prose says of itself
        "Quarrick Water said in Tolm that 40 km of its pipes had been renewed.",
        # another one's word
        "Quarrick Water has renewed 40 km of its pipes, and 300 homes were dry for it, the mayor said.",
    ],
)
def test_no_detail_is_added_to_a_release(prose: str) -> None:
    assert found(f"Pipes renewed in Quarrick\n\n{prose}", "added-detail", (RELEASE,)) == []


@pytest.mark.parametrize(
    ("prose", "added"),
    [
        (
            "It has renewed 40 km of its pipes, most of them cracked lead ones, Quarrick Water said.",
            "cracked",
        ),
        (
            "Quarrick Water said that 40 of 160 km of its pipes had been renewed, at 3,000 euros a metre.",
            "3,000",
        ),
        (
            "Quarrick Water said in a notice that 40 of 160 km of its pipes had been renewed since 1987.",
            "1987",
        ),
    ],
)
def test_a_detail_that_the_release_lacks(prose: str, added: str) -> None:
    told = found(f"Pipes renewed in Quarrick\n\n{prose}", "added-detail", (RELEASE,))
    assert len(told) == 1 and added in told[0].claimed.text


ARTICLE = f"""Barn burns down in Quarrick

A barn burned down in Holm Lane in Quarrick on Tuesday evening.

Barn fire in Holm Lane is out. The barn burned down. Deputy chief Una Pell led 60 firefighters. \
Thx for your patience!{TAIL}

Is the lane open again?

The farmer wants to rebuild it with stones from the old quarry, he said in an interview.

The county will pay for new roofs on all farms next year, it said in a press release.
"""


def test_claims_without_evidence_are_noted_with_their_source() -> None:
    told = {d.claimed.text: d for d in found(ARTICLE, "claim-unsourced")}
    assert not any("burned down" in text or text.endswith("?") for text in told)
    interview = next(d for text, d in told.items() if "quarry" in text)
    assert "interview" in interview.message
    release = next(d for text, d in told.items() if "new roofs" in text)
    assert "press release" in release.message
    assert "none was supplied" in release.message
    assert all(d.level == "note" and d.evidence is None for d in told.values())


def test_a_release_at_hand_that_says_nothing_of_it_is_told_apart() -> None:
    release = "PRESS RELEASE\n\n6 March 2024\n\nThe county library closes at noon on Saturday."
    told = found(ARTICLE, "claim-unsourced", (release,))
    message = next(d.message for d in told if "new roofs" in d.claimed.text)
    assert "none of those at hand" in message


def test_parts_of_the_post_that_no_prose_reports() -> None:
    told = [d.claimed.text for d in found(ARTICLE, "post-unreported")]
    assert any("Una Pell" in text for text in told)
    assert not any("Thx" in text or "patience" in text for text in told)
    assert not any("burned down" in text for text in told)


def test_a_post_in_another_language_is_passed_over() -> None:
    german = (
        "Der Brand in der Holm Lane ist gelöscht, die Scheune ist nicht mehr zu retten, 60 Leute sind da."
    )
    article = ARTICLE.replace("Barn fire in Holm Lane is out. The barn burned down.", german)
    article = article.replace(" Deputy chief Una Pell led 60 firefighters. Thx for your patience!", "")
    assert found(article, "post-unreported") == []


def test_without_evidence_only_named_sources_are_noted() -> None:
    credited = "It opens in May, the county said in a press release."
    article = f"Quarrick waits\n\nThe bridge in Quarrick stays closed.\n\n{credited}"
    assert [d.claimed.text for d in found(article, "claim-unsourced")] == [credited]


def test_a_figure_that_contradicts_the_prose_is_not_told_again_as_unreported() -> None:
    prose = "Deputy chief Una Pell led 16 firefighters, the brigade wrote."
    article = ARTICLE.replace("Is the lane open again?", prose)
    numbers = [d for d in reconcile(article, published=DAY).discrepancies if d.kind == "number.value"]
    assert [d.evidence.text[:2] for d in numbers if d.evidence] == ["60"]
    assert not any("60" in d.claimed.text for d in found(article, "post-unreported"))
