"""Word's files (ECMA-376, Office Open XML): opened by python-docx (MIT), walked here in the order of reading.

python-docx gives a paragraph's own runs; the walk takes in what they leave out: insertions that are tracked, text
boxes, content controls, and headers, footers and notes, where letterheads and contacts stand. What is deleted in a
tracked change is left out, as a reader of the final text sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from struct import error as StructError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, is_zipfile
from zlib import error as ZlibError

from attrs import frozen

from reconcile.errors import InputError
from reconcile.reading.formats.contents import Contents
from reconcile.reading.formats.tables import lines_of
from reconcile.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Pictures aside, a document unpacks to no more (bytes), and has no more parts.
MAX_UNPACKED, MAX_PARTS = 60_000_000, 5_000
#: Tables in tables in tables are taken apart no deeper.
_DEEPEST = 8
#: What reading a damaged archive raises, beside python-docx's and lxml's own.
_DAMAGED = (
    BadZipFile, ZlibError, StructError, EOFError, KeyError, IndexError, ValueError, TypeError, AttributeError, OSError,
    NotImplementedError, RecursionError,
)  # fmt: skip
#: The parts that a reader sees beside the body: what a header holds comes before it, the others behind.
_BEFORE, _BEHIND = ("header",), ("footnotes", "endnotes", "footer")
#: Elements whose contents are not shown, or not in the final text.
_UNSEEN = frozenset(
    {f"{_W}{n}" for n in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr")}
)
_BREAKS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "",
}


def read(data: bytes, place: str) -> Contents:
    """The text of a Word file.

    Raises InputError where it is damaged, is another kind of file, unpacks to too much, or python-docx is missing.
    """
    _look_before(data, place)
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError as error:
        raise InputError(
            place, "a Word file needs python-docx", "pip install 'press-reconcile[documents]'"
        ) from error
    try:
        document = Document(BytesIO(data))
    except (OpcError, LxmlError, *_DAMAGED) as error:
        raise InputError(place, "the Word file is damaged", "save it again, or give its text") from error
    styles = (s for s in document.styles.element if s.find(f"{_W}pPr/{_W}numPr") is not None)
    walk = _Walk(frozenset(style.get(f"{_W}styleId", "") for style in styles))
    lines = [line for name in _BEFORE for line in walk.part_lines(document.part, name)]
    lines += walk.lines(document.element.body)
    lines += [line for name in _BEHIND for line in walk.part_lines(document.part, name)]
    text = clean("\n\n".join(line for line in _once(lines) if line))
    if not text.strip():
        raise InputError(
            place, "the Word file holds no text, only pictures or nothing", "give the release's text"
        )
    headline = (document.core_properties.title or "").strip()
    return Contents(text, headline=headline if headline and headline in text else None)


def _look_before(data: bytes, place: str) -> None:
    """Refuse what is no Word file, or what would fill the memory, before anything is unpacked."""
    if not is_zipfile(BytesIO(data)):
        raise InputError(
            place, "the Word file or archive is damaged", "give a press release as DOCX, PDF, HTML or text"
        )
    try:
        listed = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(
            place, "the Word file or archive is damaged", "give a press release as DOCX, PDF, HTML or text"
        ) from error
    names = {each.filename for each in listed}
    if "word/document.xml" not in names and "[Content_Types].xml" not in names:
        kind = "an OpenDocument file" if "content.xml" in names else "a ZIP archive"
        raise InputError(
            place, f"this is {kind}, not a press release", "give a press release as DOCX, PDF, HTML or text"
        )
    if not any(name.startswith("word/") for name in names):
        raise InputError(
            place,
            "this is a spreadsheet or slides, not a press release",
            "give a press release as DOCX, PDF, HTML or text",
        )
    if any(each.flag_bits & 1 for each in listed):
        raise InputError(place, "the file is protected by a password", "save it without one")
    if len(listed) > MAX_PARTS or sum(each.file_size for each in listed) > MAX_UNPACKED:
        raise InputError(
            place,
            f"the Word file unpacks to more than {MAX_UNPACKED // 1_000_000} MB",
            "give the release's text alone",
        )


def _once(lines: list[str]) -> Iterator[str]:
    """The lines without those of headers and footers that repeat: the first of them stays."""
    before = ""
    for line in lines:
        if line != before:
            yield line
        before = line


@frozen
class _Walk:
    """A walk through the parts of one document."""

    #: Ids of the styles whose paragraphs are entries of a list.
    listed: frozenset[str]

    def part_lines(self, part: object, kind: str) -> Iterator[str]:
        """The lines of the headers, footers or notes that belong to the document."""
        from lxml.etree import LxmlError, XMLParser, fromstring

        for relation in sorted(part.rels.values(), key=lambda r: str(r.rId)):  # type: ignore[attr-defined]
            if relation.is_external or not relation.reltype.endswith(f"/{kind}"):
                continue
            try:
                root = fromstring(
                    relation.target_part.blob, XMLParser(resolve_entities=False, no_network=True)
                )
            except (LxmlError, ValueError):
                continue
            yield from self.lines(root)

    def lines(self, root: _Element, depth: int = 0) -> list[str]:
        """A line a paragraph and a row of a table, below `root`."""
        if depth >= _DEEPEST:
            return [" ".join(" ".join(t.text or "" for t in root.iter(f"{_W}t")).split())]
        lines: list[str] = []
        for child in root:
            if child.tag == f"{_W}p":
                own, boxes = self._paragraph(child, depth)
                lines += [*boxes, *own]
            elif child.tag == f"{_W}tbl":
                lines += lines_of(self._rows(child, depth))
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                lines += self.lines(child, depth + (child.tag != f"{_W}footnote"))
        return lines

    def _paragraph(self, paragraph: _Element, depth: int) -> tuple[list[str], list[str]]:
        """The lines of a paragraph, a bullet before that of a list; and the lines of the boxes anchored in it."""
        parts: list[str] = []
        boxes: list[str] = []
        stack = [iter(paragraph)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag == f"{_W}t":
                parts.append(child.text or "")
            elif child.tag in _BREAKS:
                parts.append(_BREAKS[child.tag])
            elif child.tag == f"{_W}txbxContent":
                boxes += self.lines(child, depth + 1)
            elif child.tag == f"{_MC}AlternateContent":
                stack.append(iter([next(iter(child))] if len(child) else []))
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                stack.append(iter(child))
        own = [" ".join(line.split()) for line in "".join(parts).split("\n")]
        own = [line for line in own if line]
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        listed = own and (
            paragraph.find(f"{_W}pPr/{_W}numPr") is not None
            or (style is not None and style.get(f"{_W}val") in self.listed)
        )
        return (["• " + own[0], *own[1:]] if listed else own), boxes

    def _rows(self, table: _Element, depth: int) -> list[list[str]]:
        """The cells of a table; one that spans several columns leaves the others empty."""
        rows = []
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue
            cells: list[str] = []
            for cell in row.iter(f"{_W}tc"):
                if next(cell.iterancestors(f"{_W}tr")) is not row:
                    continue
                cells.append("\n".join(self.lines(cell, depth + 1)))
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                wide = span.get(f"{_W}val", "1") if span is not None else "1"
                cells += [""] * (min(int(wide), 50) - 1 if wide.isdecimal() else 0)
            rows.append(cells)
        return rows
