"""Press releases as text: issuer, date, headline, message."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reconcile.errors import InputError
from reconcile.model import Release
from reconcile.reading.releases import number_releases, read_release

FULL = """\
Lunda Port Authority

PRESS RELEASE - Thursday 2 May 2024
FOR IMMEDIATE RELEASE

Third crane begins work

Lunda, 2 May 2024 - The third crane in the east dock began work today.

"It lifts 40 tonnes," said harbour master Ada Moss.

ENDS

About Lunda Port Authority
The authority runs three docks.

Press contact: Jon Abara, 0555 0100
"""


def test_a_full_release() -> None:
    (release,) = number_releases([FULL])
    assert release.id == "r1"
    assert release.issuer == "Lunda Port Authority"
    assert release.issued == date(2024, 5, 2)
    assert release.headline == "Third crane begins work"
    assert release.body is not None
    message = release.body.of(release.text)
    assert message.startswith("Third crane begins work")
    assert message.endswith("Ada Moss.")
    assert release.text == FULL


@pytest.mark.parametrize("text", ["", "  \n\n", b""])
def test_no_text(text: str | bytes) -> None:
    with pytest.raises(InputError):
        number_releases(["One.", text])


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_release(tmp_path / "none.txt")
    with pytest.raises(InputError, match="directory"):
        read_release(tmp_path)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("The bridge is open.", None),
        ("BRIDGE OPENS\n\nThe bridge is open.", None),
        ("STATEMENT BY THE BOARD\n2 May 2024\n\nThe chairman left.", None),
        ("CHANGE ON THE BOARD\n\nThe chairman left.", None),
        ("Two firms merge\n\nOrla Ltd and Varre AG merge. They met in May.", None),
        ("Ministry of Transport of Lunda\n\nThe bridge is open.", "Ministry of Transport of Lunda"),
        ("The bridge is open.\n\nSource: Lunda Roads", "Lunda Roads"),
        ("The bridge is open.\n\nAbout Lunda Roads: it builds roads.", "Lunda Roads"),
        ("2 May 2024\n\nOrla Dairies SE buys a farm.", "Orla Dairies SE"),
        ("The Lunda Dockers' Union (LDU) calls for talks.", "Lunda Dockers' Union"),
    ],
)
def test_the_issuer_is_told_or_left_out(text: str, issuer: str | None) -> None:
    assert number_releases([text])[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge opened on 2 May 2024.", None),
        ("PRESS KIT\n\nOpening: 2 May 2024. It is long.", None),
        ("MEDIA INFORMATION 03/04/2025\n\nThe bridge is open.", None),
        ("MEDIA INFORMATION 23/04/2025\n\nThe bridge is open.", date(2025, 4, 23)),
        ("AD HOC RELEASE / Lunda, 2 May 2024, 19:15\n\nNo decision.", date(2024, 5, 2)),
        ("2 May 2024 - The bridge is open.", date(2024, 5, 2)),
        ("Lunda, 2 May 2024 - The bridge is open.", date(2024, 5, 2)),
        ("Bridge opens\nLunda, 02.05.2024\n\nIt is open.", date(2024, 5, 2)),
        ("On the works of 3 to 9 April\nThursday, 2 May 2024\n\nWe are sorry.", date(2024, 5, 2)),
    ],
)
def test_the_day_of_issue(text: str, day: date | None) -> None:
    assert number_releases([text])[0].issued == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\n\nTwo.\n\nContact: desk@lunda.example", "One.\n\nTwo."),
        ("One.\n\nTwo.\n\nFor further information call 0555 0100 200.", "One.\n\nTwo."),
        ("One.\n\nNotes to editors\n1. The dock is old.", "One."),
        ("One.\n\n###\nAbout us", "One."),
        # these go on: no boilerplate, no contacts
        ("One.\n\nAbout 40 people came.", "One.\n\nAbout 40 people came."),
        ("One.\n\nBackground: the dock is old.", "One.\n\nBackground: the dock is old."),
        ("One.\n\nContact between them broke off.", "One.\n\nContact between them broke off."),
        (
            "One.\n\nNote to editors: Orla is no part of Varre.",
            "One.\n\nNote to editors: Orla is no part of Varre.",
        ),
    ],
)
def test_the_message_ends_before_boilerplate_and_contacts(text: str, message: str) -> None:
    (release,) = number_releases([text])
    assert release.body is not None
    assert release.body.of(text) == message


def test_html(tmp_path: Path) -> None:
    page = "<!doctype html><html><body><article><h1>Crane begins work</h1><p>2 May 2024</p>"
    page += "<p>The third crane in the east dock began work on Thursday, said the port.</p></article></body>"
    path = tmp_path / "release.html"
    path.write_text(page, "utf-8")
    release = read_release(path)
    assert "The third crane in the east dock" in release.text
    assert "<p>" not in release.text
    assert release.uri == str(path)


def test_what_is_known_stays() -> None:
    given = Release("", "Bridge opens\n\nIt is open.", issuer="Lunda Roads", issued=date(2024, 5, 2))
    (release,) = number_releases([given])
    assert (release.id, release.issuer, release.issued) == ("r1", "Lunda Roads", date(2024, 5, 2))
    assert release.headline == "Bridge opens"
