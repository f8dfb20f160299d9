"""Bytes to text as a browser decodes them, and bytes that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import InputError
from reconcile.reading import decode as decoding
from reconcile.reading.decode import decode

NO_TEXT = [
    (b"", "empty"),
    (b" \r\n\t ", "empty"),
    (b"\x00" * 40, "empty"),
    ("", "empty"),
    (" \ufeff\n", "empty"),
    (b"%PDF-1.7\n1 0 obj", "PDF"),
    (b"PK\x03\x04" + bytes(60), "ZIP"),
    (b"\x89PNG\r\n\x1a\n" + bytes(60), "image"),
    (b"\xff\xd8\xff\xe0" + bytes(60), "image"),
    (b"\x1f\x8b\x08" + bytes(60), "gzip"),
    (b"MZ\x90\x00\x03" + bytes(60), "program"),
    (bytes(range(256)) * 20, "binary"),
]


@pytest.mark.parametrize(("source", "problem"), NO_TEXT)
def test_no_text_is_told_in_one_line(source: str | bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(source, "article.html")
    assert problem in str(caught.value)
    assert str(caught.value).startswith("article.html: ")
    assert "\n" not in str(caught.value)


GERMAN = "<p>Die Fähre von Orla nach Lunda fährt wieder, größer und schöner als zuvor.</p>"
RUSSIAN = "<p>Паром между двумя городами снова ходит с понедельника, сообщила в пятницу компания.</p>"
JAPANESE = "<p>フェリーは月曜日から運航を再開すると、会社が金曜日に発表した。</p>"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (GERMAN.encode(), GERMAN),
        (b"\xef\xbb\xbf" + GERMAN.encode(), GERMAN),
        (GERMAN.encode("utf-16"), GERMAN),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), GERMAN),
        (GERMAN.encode("utf-16-le"), GERMAN),
        (GERMAN.encode("utf-16-be"), GERMAN),
        (b'<meta charset="iso-8859-1">' + GERMAN.encode("cp1252"), '<meta charset="iso-8859-1">' + GERMAN),
        (
            b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"),
            '<meta charset="windows-1251">' + RUSSIAN,
        ),
        (b"<meta charset=Shift_JIS>" + JAPANESE.encode("shift_jis"), "<meta charset=Shift_JIS>" + JAPANESE),
        (
            b'<meta charset="iso-2022-jp">' + JAPANESE.encode("iso-2022-jp"),
            '<meta charset="iso-2022-jp">' + JAPANESE,
        ),
        # declared wrongly, but valid UTF-8
        (b'<meta charset="iso-8859-1">' + GERMAN.encode(), '<meta charset="iso-8859-1">' + GERMAN),
        # not declared at all
        ((GERMAN * 5).encode("cp1252"), GERMAN * 5),
        ((RUSSIAN * 5).encode("cp1251"), RUSSIAN * 5),
    ],
)
def test_decoded(source: bytes, text: str) -> None:
    decoded = decode(source, "a")
    assert decoded.text == text
    assert decoded.notes == ()


def test_a_few_broken_bytes_lose_no_other_letter() -> None:
    decoded = decode(GERMAN.encode() + b"\xff\xfa" + GERMAN.encode(), "a")
    assert decoded.text == f"{GERMAN}\ufffd\ufffd{GERMAN}"
    assert decoded.notes == ("2 characters could not be decoded and are shown as \ufffd",)


def test_what_others_lost_is_not_told_again() -> None:
    assert decode("Lunda \ufffd Orla".encode(), "a").notes == ()


def test_long_input_is_cut_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 10)
    assert decode(b"0123456789abc", "a").text == "0123456789"
    assert "read up to 10" in decode(b"0123456789abc", "a").notes[0]
    assert "read up to 10" in decode("0123456789abc", "a").notes[0]


def test_characters_that_no_text_should_hold() -> None:
    assert decode("a\x00b\ud800c", "a").text == "a\ufffdb\ufffdc"


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(source: bytes) -> None:
    try:
        decoded = decode(source, "a")
    except InputError:
        return
    decoded.text.encode()


@given(st.text(min_size=1, max_size=200))
def test_any_text_survives_as_utf_8(text: str) -> None:
    try:
        source = text.encode()
        decoded = decode(source, "a")
    except (UnicodeEncodeError, InputError):
        return
    if not text.startswith("\ufeff") and "\x00" not in text:
        assert decoded.text == text
