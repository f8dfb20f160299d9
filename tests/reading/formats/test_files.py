"""Releases as files: what cannot be read is told in a line; what can, keeps every word."""

from __future__ import annotations

import sys
import zlib
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from reconcile.errors import InputError
from reconcile.model import Release
from reconcile.reading.releases import number_releases, read_release

from .pdf_files import pdf_of, pdf_of_streams

TITLE = "Third crane begins work in the east dock"
FIRST = "The third crane in the east dock began work today, as the port had planned."


def read(folder: Path, data: bytes, name: str = "release.bin") -> Release:
    path = folder / name
    path.write_bytes(data)
    return read_release(path)


def docx_of(**changes: bool) -> bytes:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Lunda Port Authority"
    document.add_paragraph("PRESS RELEASE, 2 May 2024")
    document.add_heading(TITLE, 1)
    document.add_paragraph(FIRST)
    table = document.add_table(rows=0, cols=3)
    for row in (("", "2023", "2022"), ("Containers", "312,000", "298,000"), ("Ships", "412", "398")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph("No ship waited.", style="List Bullet")
    document.add_paragraph("Press contact: Jon Abara, 0555 0100")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def zip_of(**files: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {
        "From": "Lunda Port Authority <press@port.example>",
        "Date": "Thu, 02 May 2024 09:30:00 +0200",
        "Subject": TITLE,
        "Message-ID": "<1@port.example>",
    }
    for name, value in (given | headers).items():
        message[name] = value
    return message


# -- what cannot be read --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\nrubbish", "PDF file is damaged"),
        (pdf_of([]), "no text, only pictures"),
        (pdf_of_streams(zlib.compress(b" " * 120_000_000)), "unpacks to more than 100 MB"),
        (
            pdf_of_streams(zlib.compress(zlib.compress(b"")), filters=b"[/FlateDecode /FlateDecode]"),
            "packed twice",
        ),
        (b"PK\x03\x04rubbish", "damaged"),
        (zip_of(notes=b"x"), "ZIP archive"),
        (zip_of(**{"[Content_Types].xml": b"<x/>", "xl__workbook.xml": b"<x/>"}), "spreadsheet"),
        (zip_of(**{"content.xml": b"<x/>"}), "OpenDocument"),
        (zip_of(**{"[Content_Types].xml": b"<x", "word__document.xml": b"<x"}), "damaged"),
        (zip_of(**{"word__document.xml": b" " * 61_000_000}), "unpacks to more than 60 MB"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "save it as DOCX"),
        (mail().as_bytes(), "no words"),
        (b"x" * 50_000_001, "larger than 50 MB"),
    ],
)
def test_one_line_says_what_is_wrong(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told) as error:
        read(tmp_path, data)
    assert "\n" not in str(error.value)
    assert "; " in str(error.value)


@pytest.mark.parametrize(("module", "data"), [("pypdfium2", pdf_of([])), ("docx", docx_of())])
def test_a_missing_library_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, data: bytes
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=r"pip install 'press-reconcile\[documents\]'"):
        read(tmp_path, data)


FIXTURES = Path(__file__).parents[3] / "fixtures"


@pytest.mark.parametrize(
    "name", ["clinic-move/release.eml", "harbour-quarter/release.pdf", "reservoir-levels/release.docx"]
)
def test_a_broken_file_is_read_or_told_in_a_line(name: str) -> None:
    whole, chance = (FIXTURES / name).read_bytes(), Random(7)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 5, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = chance.choice((len(data), chance.randrange(len(data))))
        try:
            (release,) = number_releases([bytes(data[:cut])])
        except InputError as error:
            assert "\n" not in str(error)
        else:
            assert release.text.strip()


# -- Word -----------------------------------------------------------------------------------------------


def test_a_word_file_whatever_its_name(tmp_path: Path) -> None:
    release = read(tmp_path, docx_of(), "note.txt")
    assert (release.issuer, release.issued, release.headline) == (
        "Lunda Port Authority",
        date(2024, 5, 2),
        TITLE,
    )
    assert "Containers: 312,000 (2023); Containers: 298,000 (2022)" in release.text
    assert "• No ship waited." in release.text
    assert release.body is not None
    assert "Jon Abara" in release.text and "Jon Abara" not in release.body.of(release.text)


def test_tracked_changes_and_boxes_are_read_as_a_reader_sees_them(tmp_path: Path) -> None:
    with ZipFile(BytesIO(docx_of())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    changed = files["word/document.xml"].decode().replace(
        f"<w:r><w:t>{FIRST}</w:t></w:r>",
        "<w:r><w:t>The crane </w:t></w:r><w:del><w:r><w:delText>did not begin</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>began</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> work.</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    )  # fmt: skip
    files["word/document.xml"] = changed.encode()
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    text = read(tmp_path, out.getvalue()).text
    assert "The crane began work." in text
    assert "In a box." in text
    assert "did not begin" not in text


# -- PDF ------------------------------------------------------------------------------------------------


def test_lines_are_paragraphs_again_and_rows_are_lines(tmp_path: Path) -> None:
    page = [
        ("Lunda Port Authority", 60, 800, 12), ("2 May 2024", 480, 800, 12),
        (TITLE, 60, 760, 20),
        ("The third crane in the east dock began work today, as the port had planned. It is the lar-", 60, 730, 11),
        ("gest of the three, and the only one that is not steered by hand.", 60, 716, 11),
        ("2023", 200, 680, 11), ("2022", 260, 680, 11),
        ("Containers", 60, 664, 11), ("312,000", 190, 664, 11), ("298,000", 250, 664, 11),
        ("Ships", 60, 648, 11), ("412", 210, 648, 11), ("398", 270, 648, 11),
        ("ENDS", 60, 620, 11),
    ]  # fmt: skip
    release = read(tmp_path, pdf_of(page))
    assert release.text.split("\n\n") == [
        "Lunda Port Authority",
        "2 May 2024",
        TITLE,
        "The third crane in the east dock began work today, as the port had planned. It is the largest of the "
        "three, and the only one that is not steered by hand.",
        "Containers: 312,000 (2023); Containers: 298,000 (2022)",
        "Ships: 412 (2023); Ships: 398 (2022)",
        "ENDS",
    ]
    assert (release.issuer, release.issued, release.headline) == (
        "Lunda Port Authority",
        date(2024, 5, 2),
        TITLE,
    )


def test_two_columns_of_text_are_read_one_after_the_other(tmp_path: Path) -> None:
    words = [
        "The third crane in the east dock", "began work today, as it was said", "it would be a long time ago, and",
        "it lifts more than both the older", "ones in the west dock together do", "in a day.", "Nobody was hurt.",
    ]  # fmt: skip
    pages = [(line, left, 700 - 13 * n, 11) for left in (60, 320) for n, line in enumerate(words)]
    text = read(tmp_path, pdf_of(pages)).text
    paragraph = " ".join(words[:6])
    assert text.split("\n\n") == [paragraph, words[6], paragraph, words[6]]


def test_running_heads_are_kept_once_and_pages_without_words_are_told(tmp_path: Path) -> None:
    pages = [
        [("Lunda Ports Ltd", 60, 820, 9), (f"Words of page {n}, and more of them.", 60, 700, 11)]
        for n in "1234"
    ]
    release = read(tmp_path, pdf_of(*pages, []))
    assert release.text.count("Lunda Ports Ltd") == 1
    assert all(f"Words of page {n}" in release.text for n in "1234")
    assert release.notes == ("1 of 5 pages hold no text, only pictures",)


# -- mails ----------------------------------------------------------------------------------------------


def test_a_mail_is_known_by_its_headers_and_text_is_not(tmp_path: Path) -> None:
    assert read(tmp_path, b"From: Lisk, with love\n\nA tale of two quays is on show.").text.startswith(
        "From: Lisk"
    )
    message = mail()
    message.set_content(f"{FIRST}\n\nENDS\n")
    release = read(tmp_path, message.as_bytes())
    assert (release.issuer, release.issued, release.headline) == (
        "Lunda Port Authority",
        date(2024, 5, 2),
        TITLE,
    )
    assert "Message-ID" not in release.text


def test_a_person_who_sends_is_no_issuer(tmp_path: Path) -> None:
    message = mail(From="Jon Abara <jon@port.example>", Subject="Fwd: WG: [Press] Cranes")
    message.set_content(FIRST)
    release = read(tmp_path, message.as_bytes())
    assert release.issuer is None
    assert release.headline == "Cranes"


def test_the_alternative_that_says_more_is_read(tmp_path: Path) -> None:
    message = mail()
    message.set_content("Your program shows no HTML.")
    message.add_alternative(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>It cost 4 &euro;.</p>", subtype="html")
    assert "It cost 4 €." in read(tmp_path, message.as_bytes()).text
    message = mail()
    message.set_content(f"{FIRST}\n\nIt lifts 40 tonnes, and it is the largest of the three in the dock.\n")
    message.add_alternative("<img src='cid:logo'><p>See below.</p>", subtype="html")
    assert "40 tonnes" in read(tmp_path, message.as_bytes()).text


def test_a_release_that_is_attached_is_the_release_and_the_letter_its_cover(tmp_path: Path) -> None:
    message = mail()
    message.set_content("Dear all, please find our news attached.")
    word = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    message.add_attachment(docx_of(), maintype="application", subtype=word, filename="news.docx")
    message.add_attachment(b"\x89PNG", maintype="application", subtype="zip", filename="photos.zip")
    release = read(tmp_path, message.as_bytes())
    assert release.headline == TITLE
    assert [part.span.of(release.text) for part in release.parts if part.kind == "cover"] == [
        "Dear all, please find our news attached.\n"[:-1]
    ]
    assert release.notes == ("the attachment photos.zip was not read; give it as a release of its own",)


@pytest.mark.parametrize("charset", ["no-such-charset", "utf-8", "us-ascii"])
def test_a_wrong_charset_loses_no_word(tmp_path: Path, charset: str) -> None:
    head = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    head += f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    body = "Die Brücke über die Orla ist für Fußgänger wieder geöffnet, sagte die Behörde.".encode("cp1252")
    assert "Brücke über die Orla ist für Fußgänger" in read(tmp_path, head.encode() + body).text


def test_quoted_printable_and_flowed_lines_are_whole(tmp_path: Path) -> None:
    head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n"
    head += 'Content-Type: text/plain; charset="utf-8"; format=flowed\n\n'
    body = "The caf=C3=A9 on the quay =\nis open, and it stays =20\nopen all night.\n"
    assert read(tmp_path, (head + body).encode()).text.startswith(
        "The café on the quay is open, and it stays  open"
    )


# -- web pages ------------------------------------------------------------------------------------------


def test_a_page_keeps_what_a_release_has_and_leaves_the_menu(tmp_path: Path) -> None:
    page = f"""<!doctype html><html><head><title>{TITLE}</title></head><body><nav><a href=/>Home</a></nav><main>
    <p>Lunda Port Authority</p><p>PRESS RELEASE</p><p>2 May 2024</p><h1>{TITLE}</h1><p>{FIRST}</p>
    <p>The crane lifts 40 tonnes, said harbour master Ada Moss, who had waited for it for three years.</p>
    <table><tr><th></th><th>2023</th></tr><tr><td>Containers</td><td>312,000</td></tr><tr><td>Ships</td>
    <td>412</td></tr></table><ul><li>Staff: 230</li></ul><p>ENDS</p><p>About Lunda Port Authority</p>
    <p>It runs three docks.</p></main><footer><a href=/x>Privacy</a></footer></body></html>"""
    release = read(tmp_path, page.encode())
    assert (release.issuer, release.issued, release.headline) == (
        "Lunda Port Authority",
        date(2024, 5, 2),
        TITLE,
    )
    for words in (
        "PRESS RELEASE",
        "Containers: 312,000 (2023)",
        "• Staff: 230",
        "ENDS",
        "It runs three docks.",
    ):
        assert words in release.text
    assert "Privacy" not in release.text
    assert "Home" not in release.text
