"""Bytes to text as a browser decodes them: byte-order mark, declared charset, then detection.

https://encoding.spec.whatwg.org/ and https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reconcile.errors import InputError
from reconcile.patterns import lazy_re
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
_BLANK = b" \t\r\n\x0c\x00"
#: A file of a byte-order mark alone is empty.
_MARKS = tuple(mark for mark, _ in _BOMS)
#: Control characters that no text file holds, by byte value: all but tab, line ends, form feed and escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
#: The first bytes, in which a charset is declared.
_PRESCAN = 4096
#: The first bytes, from which it is judged whether they are text.
_SAMPLE = 16_384
#: U+FFFD that stands in the source itself was lost by somebody else.
_REPLACEMENT = "\ufffd".encode()
#: Charsets that look like ASCII until they are decoded.
_ESCAPING = (b"iso-2022", b"hz-gb", b"utf-7")
_DECLARED_ESCAPES = lazy_re(rb"charset\s*=\s*[\"']?\s*(?:%s)" % b"|".join(_ESCAPING))
#: How many characters of UTF-8 must be whole for one that is broken.
_MOSTLY = 4


class Decoded(NamedTuple):
    """The text of a file, and what a reader should know about the reading."""

    text: str
    notes: tuple[str, ...] = ()


#: What a caller wanted, where it does not say.
_WANTED = "an article as HTML or plain text"


def decode(source: str | bytes, place: str, wanted: str = _WANTED) -> Decoded:
    """The text in `source`; `place` names the file in errors, and `wanted` what should be in it.

    Raises InputError where `source` is empty or no text. What cannot be decoded becomes U+FFFD, with a note.
    """
    if isinstance(source, str):
        return _as_given(source, place, wanted)
    refuse_empty(source, place, wanted)
    notes: list[str] = []
    if len(source) > MAX_BYTES:
        notes.append(f"the file has {len(source):,} bytes; it was read up to {MAX_BYTES:,}")
        source = source[:MAX_BYTES]
    bom = next(((mark, name) for mark, name in _BOMS if source.startswith(mark)), None)
    if bom is not None:
        text, whole = source[len(bom[0]) :].decode(bom[1], "replace"), False
    else:
        refuse_binary(source, place, wanted)
        text, whole = _without_bom(source)
    # Most files are whole, and need no search for what was lost: it costs as much as decoding them.
    lost = 0 if whole or _REPLACEMENT in source else text.count("\ufffd")
    if lost:
        notes.append(f"{lost:,} characters could not be decoded and are shown as \ufffd")
    return Decoded(text.replace("\x00", "\ufffd") if b"\x00" in source else text, tuple(notes))


def _as_given(source: str, place: str, wanted: str) -> Decoded:
    """A text that somebody else decoded."""
    if not source.strip(" \t\r\n\x0c\x00\ufeff"):
        raise InputError(place, "the text is empty", f"give {wanted}")
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


def refuse_empty(source: bytes, place: str, wanted: str) -> None:
    """Raise InputError where the bytes hold nothing."""
    if not source.strip(b" \t\r\n\x0c\x00") or source in _MARKS:
        raise InputError(place, "the file is empty", f"give {wanted}")


def refuse_binary(source: bytes, place: str, wanted: str) -> None:
    """Raise InputError where the bytes are no text."""
    kind = next((name for mark, name in _SIGNATURES if source.startswith(mark)), None)
    if kind is not None and (kind != "a program" or b"\x00" in source[:_PRESCAN]):
        raise InputError(place, f"this is {kind}, not text", f"give {wanted}")
    head = source[:_SAMPLE]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) / 100 and not _wide(head):
        raise InputError(place, "this is binary, not text", f"give {wanted}")


def _wide(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, known by every other byte being zero; or None."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > half * 0.4 and even < half * 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.02 else None


def _without_bom(source: bytes) -> tuple[str, bool]:
    """The text, and whether it is beyond doubt whole.

    UTF-16 by its zeros, UTF-8 where most of it is valid, else as declared, else as the bytes look.
    """
    wide = _wide(source[:_SAMPLE]) if b"\x00" in source[:_PRESCAN] else None
    if wide is not None:
        return source.decode(wide, "replace"), False
    head = source[:_PRESCAN].lower()
    escapes = any(name in head for name in _ESCAPING) and _DECLARED_ESCAPES.search(head)
    if not escapes:
        # A browser follows a wrong declaration; but what is valid UTF-8 beyond ASCII is never anything else.
        try:
            return source.decode("utf-8"), True
        except UnicodeDecodeError:
            text = source.decode("utf-8", "replace")
        if _is_mostly_whole(text):
            return text, False
    from turbohtml.detect import detect

    found = detect(source)
    return source.decode(found.codec or "utf-8", "replace"), False


def _is_mostly_whole(text: str) -> bool:
    """Whether bytes that decoded to `text` were UTF-8 before a few of them broke."""
    broken = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - broken
    return valid > _MOSTLY * broken
