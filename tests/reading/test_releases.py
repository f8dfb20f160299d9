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


AMERICAN = """\
FOR IMMEDIATE RELEASE
May 2, 2024

Contact: Jon Abara
555-0100-200
press@lundaports.example

Lunda Ports opens third crane

LUNDA, May 2, 2024 - The third crane in the east dock began work today, Lunda Ports said.

A longer season
The season now lasts until November, said the harbour master, who had asked for it.

# # #
"""


def test_contacts_above_the_message_do_not_end_it() -> None:
    (release,) = number_releases([AMERICAN])
    assert (release.issuer, release.issued) == ("Lunda Ports", date(2024, 5, 2))
    assert release.headline == "Lunda Ports opens third crane"
    assert release.body is not None
    assert release.body.of(AMERICAN).startswith("Lunda Ports opens")
    assert release.body.of(AMERICAN).endswith("asked for it.")


def test_every_part_has_its_name_and_none_is_lost() -> None:
    for text in (AMERICAN, FULL):
        (release,) = number_releases([text])
        assert "".join(part.span.of(text) for part in release.parts) == text
    (release,) = number_releases([AMERICAN])
    named = [(part.kind, part.span.of(AMERICAN).split("\n")[0]) for part in release.parts]
    assert named == [
        ("label", "FOR IMMEDIATE RELEASE"),
        ("date", "May 2, 2024"),
        ("contact", "Contact: Jon Abara"),
        ("headline", "Lunda Ports opens third crane"),
        ("body", "LUNDA, May 2, 2024 - The third crane in the east dock began work today, Lunda Ports said."),
        ("subhead", "A longer season"),
        ("body", "The season now lasts until November, said the harbour master, who had asked for it."),
        ("end", "# # #"),
    ]
    (release,) = number_releases([FULL])
    assert [part.kind for part in release.parts] == [
        "issuer", "label", "headline", "body", "end", "boilerplate", "contact",
    ]  # fmt: skip


SENTENCE = "The bridge over the Orla is open again after the flood."


@pytest.mark.parametrize(
    "text",
    [
        # somebody else is spoken of, or it is not said whose board, office, government it is
        f"Statement by the supervisory board\n\n{SENTENCE}",
        f"Press release of 2 May 2024\n\n{SENTENCE}",
        f"City Council Approves Budget for Bridge\n\n{SENTENCE}",
        f"{SENTENCE}\n\nAbout us\nWe build roads.",
        f"{SENTENCE}\n\nContact: Jon Abara, 0555 0100",
        f"{SENTENCE}\n\nContact: Jon Abara, Bright Press Group, press@brightpress.example",
        f"Bridge opens\n\n{SENTENCE}\n\nContact: orla.roads@mail.example",
        "Orla Dairies SE has been fined for polluting the Orla.",
        "Orla Dairies SE of Varre is buying the Lunda dairy. The union is against it.",
        "Orla Dairies SE and Varre Ltd will merge on Monday.",
        "Press Office\n\nOpening of the bridge on Monday\n\nThe bridge opens.",
    ],
)
def test_an_issuer_in_doubt_is_none(text: str) -> None:
    assert number_releases([text])[0].issuer is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"Press release of the Ministry of Transport\n\n{SENTENCE}", "Ministry of Transport"),
        (f"Pressemitteilung der Stadt Lunda\n\n{SENTENCE}", "Stadt Lunda"),
        (f"COMMUNIQUÉ DE PRESSE de la Ville de Lunda\n\n{SENTENCE}", "Ville de Lunda"),
        (f"-- Ministry of Transport --\n\nBridge opens\n\n{SENTENCE}", "Ministry of Transport"),
        (f"Town of Lunda | Press Office\n\nBridge opens\n\n{SENTENCE}", "Town of Lunda"),
        (f"Pressestelle der Universität Lunda\n\nBridge opens\n\n{SENTENCE}", "Universität Lunda"),
        ("LUNDA ROADS AUTHORITY\n\nBridge opens\n\nThe Lunda Roads Authority says so.", "Lunda Roads Authority"),
        (f"Bridge opens\n\n{SENTENCE} So Lunda Roads said.\n\nContact: press@lundaroads.example", "Lunda Roads"),
        (f"{SENTENCE} The Lunda Road Board paid.\n\nContact: Jon Abara, Lunda Road Board, 0555 0100", "Lunda Road Board"),
        (f"{SENTENCE}\n\nHerausgeber: Stadtwerke Lunda", "Stadtwerke Lunda"),
        (f"{SENTENCE}\n\nÜber die Stadtwerke Lunda\nWir liefern Wasser.", "Stadtwerke Lunda"),
        (f"{SENTENCE}\n\nAbout the Lunda Roads Authority\nIt builds roads.", "Lunda Roads Authority"),
        ("Lunda, 2 May 2024 - Orla Dairies SE is buying a farm.", "Orla Dairies SE"),
    ],
)  # fmt: skip
def test_who_issues_it_is_told_in_many_ways(text: str, issuer: str) -> None:
    assert number_releases([text])[0].issuer == issuer


def test_the_day_of_an_embargo_is_the_last_resort() -> None:
    (release,) = number_releases(
        [f"EMBARGOED UNTIL 00:01 on 3 May 2024\n2 May 2024\n\nBridge opens\n\n{SENTENCE}"]
    )
    assert (release.issued, release.headline) == (date(2024, 5, 2), "Bridge opens")
    (release,) = number_releases([f"Embargo: 3 May 2024, 10:00 CET\n\nBridge opens\n\n{SENTENCE}"])
    assert (release.issued, release.headline) == (date(2024, 5, 3), "Bridge opens")


def test_lines_broken_at_a_width_are_whole_and_no_place_moves() -> None:
    wrapped = (
        "Bridge opens\n\nThe bridge over the Orla is open again after the flood, which had\n"
        "carried away two of its five piers in March, and will be closed for\n"
        "lorries until the end of the year, as the Lunda Roads Authority said on\n"
        "Thursday in a statement.\n\nLength: 210 m\nWidth: 12 m\n"
    )
    (release,) = number_releases([wrapped])
    assert len(release.text) == len(wrapped)
    assert "closed for lorries until" in release.text
    assert "Length: 210 m\nWidth: 12 m" in release.text


def test_a_text_of_too_many_lines_is_told() -> None:
    (release,) = number_releases(["Port of Lunda\n" * 30_000])
    assert "more than 20,000 lines" in release.notes[0]
    assert release.parts[-1].span.end == len(release.text)


def test_a_long_letterhead_of_capitals_stays_linear() -> None:
    text = "A" * 50_000 + "\n" + "Contact: " * 5_000 + "\n" + ("The Port of " * 3_000) + "\n" + ("\n" * 9_000)
    assert number_releases([text])[0].text == text
