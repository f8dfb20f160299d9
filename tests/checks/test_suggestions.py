"""Suggestions: put in the place of the words that a finding points at, they make the sentence right and whole."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import reconcile
from reconcile.checks.modality.condition_clauses import as_clause

DAY = date(2024, 3, 6)


def put_right(article: str, release: str) -> tuple[str, str]:
    """The kind of the one error or warning, and the article with its suggestion pasted in."""
    report = reconcile(f"ORME, March 6 - {article}\n", published=DAY, releases=[release])
    found = [d for d in report.discrepancies if d.level != "note"]
    assert len(found) == 1, [(d.kind, d.claimed.text) for d in found]
    span, text = found[0].claimed.span, report.document.text
    pasted = text[: span.start] + (found[0].suggestion or "") + text[span.end :]
    return found[0].kind, pasted.partition(" - ")[2].strip()


@pytest.mark.parametrize(
    ("kind", "article", "release", "right"),
    [
        (
            "scope.quantifier",
            "All schools in the county of Orme have a library, the county said.",
            "The county of Orme, 6 March 2024\n\nMost schools in the county of Orme have a library.",
            "Most schools in the county of Orme have a library, the county said.",
        ),
        (
            "modality.certainty",
            "The Tarn brewery will move its bottling hall to Lisk next year.",
            "Tarn Brewery, 5 March 2024\n\nThe Tarn brewery may move its bottling hall to Lisk next year.",
            "The Tarn brewery may move its bottling hall to Lisk next year.",
        ),
        (
            "modality.status",
            "A Lisk baker was convicted of stealing 14 bicycles from the station, the prosecutor said.",
            "Prosecutor of Lisk, 5 March 2024\n\nA Lisk baker was charged with stealing 14 bicycles from the station.",
            "A Lisk baker was charged with stealing 14 bicycles from the station, the prosecutor said.",
        ),
        (
            "scope.event",
            "Minister Ada Torsvik met the Lisk mayor, Jon Pell, on Tuesday about the ferry pier.",
            "Ministry of Ports, 5 March 2024\n\nMinister Ada Torsvik spoke by telephone with the Lisk mayor, Jon "
            "Pell, today about the ferry pier.",
            "Minister Ada Torsvik spoke by telephone with the Lisk mayor, Jon Pell, on Tuesday about the ferry pier.",
        ),
        (
            "role.tense",
            "The museum's director, Ines Varga, opened the Orme cloth fair on Tuesday.",
            "Orme Museum, 5 March 2024\n\nThe acting director of the Orme museum, Ines Varga, opened the Orme cloth "
            "fair today.",
            None,
        ),
    ],
)
def test_a_suggestion_can_be_pasted(kind, article, release, right):
    found, pasted = put_right(article, release)
    assert found == kind
    if right is None:
        assert "acting director" in pasted
        assert "of the Orme museum" not in pasted
    else:
        assert pasted == right


@pytest.mark.parametrize(
    ("printed", "clause"),
    [
        ("subject to approval by the council", "subject to approval by the council"),
        ("provided the rain stops", "provided the rain stops"),
        ("If the crew agrees", "if the crew agrees"),
        ("the govt still has to agree", "if the government agrees"),
        ("both\ngovts still have to sign", "if both governments sign"),
        ("Parliament has yet to vote", "if Parliament votes"),
    ],
)
def test_a_condition_becomes_a_clause(printed, clause):
    assert as_clause(printed) == clause
