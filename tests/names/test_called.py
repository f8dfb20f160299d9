"""How the prose would call the right speaker: in the form in which it calls the wrong one."""

from __future__ import annotations

import pytest

from reconcile.pipeline import reconcile

RELEASE = """Rennick Hospital
12 March 2024
Two clinics in Tolm merge

"Patients will hardly notice anything but shorter lists," says Dr Max Holt, director of Rennick Hospital.
"Our teams have known each other for years," adds Dr Ada Moss, director of Ostra Clinic.
"We will watch the ambulances," says Ida Vend, councillor for health.
"""

MERGED = "Rennick and Ostra, the two hospitals of Tolm, will merge.\n\n"


@pytest.mark.parametrize(
    ("sentence", "claimed", "suggestion"),
    [
        (
            '"Patients will hardly notice anything but shorter lists," said Ostra\'s director, Dr Ada Moss.',
            "Ostra's director, Dr Ada Moss",
            "Rennick's director, Dr Max Holt",
        ),
        (
            '"We will watch the ambulances," said Director Ada Moss.',
            "Director Ada Moss",
            "Health Councillor Ida Vend",
        ),
        (
            '"We will watch the ambulances," said Ada Moss.',
            "Ada Moss",
            "Ida Vend",
        ),
        (
            'Max Holt was glad, and so was Ada Moss. "Patients will hardly notice anything but shorter lists," said Moss.',
            "Moss",
            "Holt",
        ),
    ],
)
def test_called_as_the_prose_calls(sentence: str, claimed: str, suggestion: str) -> None:
    report = reconcile(MERGED + sentence, media_type="text/plain", releases=[RELEASE])
    found = [d for d in report.discrepancies if d.kind == "attribution.speaker"]
    assert [(d.claimed.text, d.suggestion) for d in found] == [(claimed, suggestion)]
