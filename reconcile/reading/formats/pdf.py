"""PDF files (ISO 32000): the letters and their boxes come from PDFium, through pypdfium2 (BSD and Apache).

PDFium reads what browsers read, protected files that open without a password among them. Where its letters stand
tells the rest: lines (`pdf_lines`), paragraphs and the columns of tables (`pdf_text`). A page without letters is a picture.
"""

from __future__ import annotations

import ctypes
import math
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.errors import InputError
from reconcile.patterns import lazy_regex
from reconcile.reading.formats.contents import Contents
from reconcile.reading.formats.pdf_lines import Glyph, Line, lines_on
from reconcile.reading.formats.pdf_text import text_of

#: A release has fewer pages and letters; more are not read, with a note.
MAX_PAGES, MAX_LETTERS = 100, 500_000
#: What the streams of a file, pictures aside, may unpack to (bytes): PDFium would hold it all, many times over.
MAX_UNPACKED = 100_000_000
_STREAM = lazy_regex(rb"(?<!end)stream\r?\n")
_TWICE = lazy_regex(
    rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\s{0,9}"
    rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b"
)
_DICTIONARY, _CHUNK = 600, 1 << 20
#: Lines at the edge of this share of the pages, figures aside, are running heads or feet.
_RUNNING, _RUNNING_WORDS = 0.6, 5
_DIGITS = lazy_regex(r"\d+")


def read(data: bytes, place: str) -> Contents:
    """The text of a PDF file.

    Raises InputError where it is damaged, asks for a password, holds only pictures, unpacks to too much, or
    pypdfium2 is missing.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError(
            place, "a PDF file needs pypdfium2", "pip install 'press-reconcile[documents]'"
        ) from error
    _look_before(data, place)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                place, "the PDF file is protected by a password", "save it without one"
            ) from error
        raise InputError(place, "the PDF file is damaged", "save it again, or give its text") from error
    try:
        return _contents(document, place)
    except pypdfium2.PdfiumError as error:
        raise InputError(place, "the PDF file is damaged", "save it again, or give its text") from error
    finally:
        document.close()


def _contents(document: Sequence[object], place: str) -> Contents:
    """The pages' text, with what was left out."""
    total, blank, letters = len(document), 0, 0
    pages: list[list[Line]] = []
    for number in range(min(total, MAX_PAGES)):
        lines = lines_on(_glyphs(document[number], MAX_LETTERS - letters))
        letters += sum(len(line.text) for line in lines)
        blank += not lines
        pages.append(lines)
    if not letters:
        raise InputError(
            place,
            "the PDF file holds no text, only pictures of it (a scan?)"
            if total
            else "the PDF file has no pages",
            "run text recognition on it, or give its text",
        )
    notes = [f"{blank} of {total} pages hold no text, only pictures"] if blank else []
    if total > MAX_PAGES:
        notes.append(f"the file has {total} pages; it was read up to page {MAX_PAGES}")
    if letters >= MAX_LETTERS:
        notes.append(f"the file has more than {MAX_LETTERS:,} letters; the rest was not read")
    return Contents(text_of(_without_running(pages)), notes=tuple(notes))


def _glyphs(page: object, left: int) -> Iterator[Glyph]:
    """The letters of a page in the order of the file, with their boxes."""
    from pypdfium2 import raw

    letters = page.get_textpage()  # type: ignore[attr-defined]
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    try:
        for i in range(min(letters.count_chars(), left)):
            code = raw.FPDFText_GetUnicode(letters, i)
            if raw.FPDFText_IsGenerated(letters, i) == 1:
                continue
            if raw.FPDFText_IsHyphen(letters, i) == 1:
                code = 0xAD
            if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                continue
            raw.FPDFText_GetCharOrigin(letters, i, x, y)
            raw.FPDFText_GetMatrix(letters, i, matrix)
            size = raw.FPDFText_GetFontSize(letters, i) * math.hypot(matrix.c, matrix.d)
            left, _, right, _ = letters.get_charbox(i, loose=True)
            yield Glyph(chr(code), left, right, y.value, size)
    finally:
        letters.close()


def _without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages with a line that stands at the edge of most of them kept once: a head first, a foot last."""
    edges = Counter(key for page in pages for key in {_key(line) for line in (*page[:2], *page[-2:])} - {""})
    running = {key for key, count in edges.items() if count >= max(2, _RUNNING * len(pages))}
    seen: set[str] = set()
    kept: list[list[Line]] = []
    feet: list[Line] = []
    for page in pages:
        rows = []
        for n, line in enumerate(page):
            key = _key(line) if n < 2 or n >= len(page) - 2 else ""
            if key not in running:
                rows.append(line)
            elif key not in seen:
                (rows if n < 2 else feet).append(line)
            seen.add(key)
        kept.append(rows)
    return [*kept, feet] if feet else kept


def _key(line: Line) -> str:
    """A line without its figures, to tell it on another page; "" for a sentence, which is no running head."""
    words = line.text.strip()
    if words.endswith((".", "!", "?")) and len(words.split()) > _RUNNING_WORDS:
        return ""
    return _DIGITS.sub("#", words.casefold())


def _look_before(data: bytes, place: str) -> None:
    """Refuse a file whose streams, pictures aside, would fill the memory; each is unpacked piece by piece."""
    left = MAX_UNPACKED
    if _TWICE.search(data):
        raise InputError(place, "the PDF file is packed twice over", "print it to PDF again")
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _DICTIONARY) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        if b"/Image" in head and b"/Form" not in head:
            continue
        left -= _unpacked(data, found.end(), left)
        if left <= 0:
            raise InputError(
                place,
                f"the PDF file unpacks to more than {MAX_UNPACKED // 1_000_000} MB",
                "give the release's text alone",
            )


def _unpacked(data: bytes, start: int, limit: int) -> int:
    """How many bytes the deflated stream at `start` has, counted up to `limit`; none where it is not deflated."""
    engine, size, at = zlib.decompressobj(), 0, start
    rest = b""
    try:
        while size < limit and not engine.eof:
            if not rest:
                rest, at = data[at : at + 65_536], at + 65_536
                if not rest:
                    break
            size += len(engine.decompress(rest, _CHUNK))
            rest = engine.unconsumed_tail
    except zlib.error:
        return size
    return size
