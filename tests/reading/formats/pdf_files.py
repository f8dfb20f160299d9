"""PDF files of a few lines, written by hand (ISO 32000-1, 7.5): what the tests need and no more."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

#: A piece of text: its words, how far from the left, how far from the foot, and the size of its type.
Piece = tuple[str, float, float, float]


def pdf_of(*pages: Sequence[Piece]) -> bytes:
    """A file with the pages' pieces of text, in Helvetica."""
    return pdf_of_streams(*(zlib.compress(_stream(page)) for page in pages))


def pdf_of_streams(*streams: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A file whose pages have the packed streams as their contents."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(streams)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, stream in enumerate(streams):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
        objects.append(page % (5 + 2 * i))
        objects.append(b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(stream), filters, stream))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out),
    )  # fmt: skip


def _stream(pieces: Sequence[Piece]) -> bytes:
    lines = []
    for words, left, foot, size in pieces:
        quoted = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        lines.append(f"BT /F1 {size} Tf {left} {foot} Td ({quoted}) Tj ET")
    return "\n".join(lines).encode("cp1252")
