"""The files in which press releases come, one file a format: bytes to the words that a reader sees.

Each has `read(data, place)`, which gives `Contents` and raises `InputError`, in one line, where the file is damaged,
protected, has no words, or needs a library that is not installed. What a file is, is told by its first bytes.
"""

from __future__ import annotations

from importlib import import_module

from reconcile.errors import InputError
from reconcile.reading.formats.contents import Contents

#: Larger files are refused: a release of a hundred pages with its photographs has a tenth of it.
MAX_BYTES = 50_000_000
#: How a file begins -> which file of this folder reads it.
_READ = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"\xd0\xcf\x11\xe0", "compound"))
#: A PDF may begin with rubbish; its readers allow so much (ISO 32000-1, Annex H, note 13).
_PDF_HEAD = 1024
#: Headers that open a mail, in small letters (RFC 5322, 3.6, and what servers put above them).
_MAIL = (
    b"return-path:", b"delivered-to:", b"received:", b"from:", b"from ", b"date:", b"subject:", b"to:", b"mime-version:",
    b"message-id:", b"x-", b"reply-to:", b"dkim-signature:", b"arc-", b"authentication-results:", b"sender:",
    b"content-type:", b"thread-", b"list-", b"organization:",
)  # fmt: skip
#: Of these a mail has two at the least within so many bytes.
_TELLING = (b"\nfrom:", b"\ndate:", b"\nsubject:", b"\nmessage-id:", b"\nmime-version:", b"\nreceived:")
_MAIL_HEAD = 16_384


def read_file(data: bytes, place: str) -> Contents | None:
    """The contents of a file that is no plain text and no web page; None where it is one of those.

    Raises InputError where the file is too large, or its format cannot be read.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            place, f"the press release is larger than {MAX_BYTES // 1_000_000} MB", "give its text alone"
        )
    name = _format_of(data)
    if name is None:
        return None
    contents: Contents = import_module(f"{__name__}.{name}").read(data, place)
    return contents


def _format_of(data: bytes) -> str | None:
    """Which file of this folder reads the bytes, or None."""
    for start, name in _READ:
        if data.startswith(start):
            return name
    if b"%PDF-" in data[:_PDF_HEAD] and b"\x00" in data[:_MAIL_HEAD]:
        return "pdf"
    return "eml" if _is_mail(data) else None


def _is_mail(data: bytes) -> bool:
    """Whether the bytes are a mail with its headers: its first line is one, and two that tell are there."""
    head = data[:_MAIL_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if not head.startswith(_MAIL):
        return False
    headers = b"\n" + head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    human, technical = (sum(name in headers for name in names) for names in (_TELLING[:3], _TELLING[3:]))
    return human == 3 or (human > 0 and technical > 0)


__all__ = ["MAX_BYTES", "Contents", "read_file"]
