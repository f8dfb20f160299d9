"""Bytes to text as a browser decodes them: byte-order mark, declared charset, then detection.

https://encoding.spec.whatwg.org/ and https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.
"""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from reconcile.errors import InputError
from reconcile.text import clean

#: More than this is cut, with a note: a page of text is three orders of magnitude shorter.
MAX_BYTES = 50_000_000
#: What begins files that are no text, and what they are.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: Control characters that no text file holds, by byte value: all but tab, line ends, form feed and escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
#: The first bytes, in which a charset is declared.
_PRESCAN = 4096
#: U+FFFD that stands in the source itself was lost by somebody else.
_REPLACEMENT = "\ufffd".encode()
_DECLARED = re.compile(
    rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]{2,40})"
)


@frozen
class Decoded:
    """The text of a file, and what a reader should know about the reading."""

    text: str
    notes: tuple[str, ...] = ()


def decode(source: str | bytes, place: str) -> Decoded:
    """The text in `source`; `place` names the file in errors.

    Raises InputError where `source` is empty or no text. What cannot be decoded becomes U+FFFD, with a note.
    """
    if isinstance(source, str):
        return _as_given(source, place)
    if not source.strip(b" \t\r\n\x0c\x00"):
        raise InputError(place, "the file is empty", "give an article as HTML or plain text")
    notes: list[str] = []
    if len(source) > MAX_BYTES:
        notes.append(f"the file has {len(source):,} bytes; it was read up to {MAX_BYTES:,}")
        source = source[:MAX_BYTES]
    bom = next(((mark, name) for mark, name in _BOMS if source.startswith(mark)), None)
    if bom is not None:
        text = source[len(bom[0]) :].decode(bom[1], "replace")
    else:
        _refuse_binary(source, place)
        text = _without_bom(source)
    lost = 0 if _REPLACEMENT in source else text.count("\ufffd")
    if lost:
        notes.append(f"{lost:,} characters could not be decoded and are shown as \ufffd")
    return Decoded(text.replace("\x00", "\ufffd") if "\x00" in text else text, tuple(notes))


def _as_given(source: str, place: str) -> Decoded:
    """A text that somebody else decoded."""
    if not source.strip(" \t\r\n\x0c\x00\ufeff"):
        raise InputError(place, "the text is empty", "give an article as HTML or plain text")
    if len(source) <= MAX_BYTES:
        return Decoded(_cleaned(source.removeprefix("\ufeff")))
    note = f"the text has {len(source):,} characters; it was read up to {MAX_BYTES:,}"
    return Decoded(_cleaned(source[:MAX_BYTES]), (note,))


def _cleaned(text: str) -> str:
    """`text` without what no text should hold; the common case costs next to nothing."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return clean(text)
    return clean(text) if "\x00" in text else text


def _refuse_binary(source: bytes, place: str) -> None:
    """Raise InputError where the bytes are no text."""
    kind = next((name for mark, name in _SIGNATURES if source.startswith(mark)), None)
    if kind is not None and (kind != "a program" or b"\x00" in source[:_PRESCAN]):
        raise InputError(place, f"this is {kind}, not text", "give the article as HTML or plain text")
    head = source[:65_536]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) / 100 and not _wide(head):
        raise InputError(place, "this is binary, not text", "give the article as HTML or plain text")


def _wide(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, known by every other byte being zero; or None."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > half * 0.4 and even < half * 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.02 else None


def _without_bom(source: bytes) -> str:
    """UTF-16 by its zeros, UTF-8 where it is valid, else as declared, else as the bytes look."""
    wide = _wide(source[:65_536]) if b"\x00" in source[:_PRESCAN] else None
    if wide is not None:
        return source.decode(wide, "replace")
    try:
        if not _declares_other(source):
            return source.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from turbohtml.detect import detect

    found = detect(source)
    if found.codec is None:
        return source.decode("utf-8", "replace")
    text = source.decode(found.codec, "replace")
    return text if "\ufffd" not in text else _most_likely(source, text)


def _declares_other(source: bytes) -> bool:
    """Whether a charset other than UTF-8 is declared that is not plain ASCII's own superset by mistake.

    A browser follows the declaration. Text that is valid UTF-8 with bytes over 127 is never anything else in
    practice, so a wrong declaration is only followed where the bytes do not settle it.
    """
    match = _DECLARED.search(source[:_PRESCAN])
    label = (match[1] or match[2] or b"").lower() if match else b""
    if label in (b"", b"utf-8", b"utf8", b"unicode-1-1-utf-8", b"x-unicode20utf8"):
        return False
    return label.startswith((b"iso-2022", b"hz-gb", b"utf-7")) or not _is_utf8(source)


def _is_utf8(source: bytes) -> bool:
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _most_likely(source: bytes, text: str) -> str:
    """`text` as declared, or UTF-8 with a few broken bytes where that loses fewer characters."""
    as_utf8 = source.decode("utf-8", "replace")
    return as_utf8 if as_utf8.count("\ufffd") < text.count("\ufffd") else text
