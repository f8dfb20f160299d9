"""Files of Microsoft's older container (MS-CFB): none is read; what it is, and what to do, is told."""

from __future__ import annotations

from typing import NoReturn

from reconcile.errors import InputError

#: Names of streams, as the container's directory spells them, and what has them.
_KINDS = (
    ("EncryptedPackage", "the file is protected by a password", "save it without one"),
    ("WordDocument", "this is a Word file of the old kind (.doc)", "save it as DOCX or PDF"),
    ("__properties_version", "this is a mail of Outlook's own kind (.msg)", "save it as EML"),
)


def read(data: bytes, place: str) -> NoReturn:
    """Nothing: raises InputError, which says what the file is."""
    for stream, problem, remedy in _KINDS:
        if stream.encode("utf-16-le") in data:
            raise InputError(place, problem, remedy)
    raise InputError(place, "this is an office document of the old kind", "save it as DOCX, PDF or text")
