"""Press releases of any format: the text, who issued it and when, and what each part of it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from reconcile.errors import InputError
from reconcile.model import Release
from reconcile.reading.file_bytes import read_bytes

if TYPE_CHECKING:
    from reconcile.reading.formats.contents import Contents

__all__ = ["number_releases", "read_release"]

#: In further lines, of which no release has a tenth, no part is looked for, with a note.
MAX_LINES = 20_000
_WANTED = "a press release as text, HTML, DOCX, PDF or EML"


def read_release(path: str | Path) -> Release:
    """The release in the file at `path`, with the path as its `uri` and no id yet.

    The file may be plain text, HTML, a Word file (DOCX), a PDF or a mail (EML); its content tells which, whatever
    its name. Word files and PDFs need the extra `documents`.

    Raises InputError where there is no such file, it is a directory, damaged, protected by a password, larger
    than 50 MB, or holds no text; and where a library that its format needs is not installed.
    """
    place = str(path)
    return _read(read_bytes(place), place, uri=place)


#: A body of fewer words is a label, or what is left of one.
_FEWEST = 4


def number_releases(releases: Iterable[str | bytes | Release]) -> tuple[Release, ...]:
    """The releases with ids r1, r2 ..., each read as far as it is not yet.

    Raises InputError where one of them holds no text.
    """
    read = (
        _complete(each, f"release {n}") if isinstance(each, Release) else _read(each, f"release {n}")
        for n, each in enumerate(releases, 1)
    )
    return tuple(evolve(release, id=f"r{n}") for n, release in enumerate(read, 1))


def _read(source: str | bytes, place: str, uri: str | None = None) -> Release:
    """The release in a text or in the bytes of a file."""
    contents = _contents(source, place)
    release = Release("", contents.text, uri=uri, notes=contents.notes)
    return _complete(release, place, contents)


def _contents(source: str | bytes, place: str) -> Contents:
    """What the source holds, by the format that its content shows."""
    from reconcile.reading.formats.contents import Contents
    from reconcile.reading.releases.wrapping import unwrapped

    if isinstance(source, bytes):
        from reconcile.reading.formats import read_file

        found = read_file(source, place)
        if found is not None:
            return evolve(found, text=unwrapped(found.text), cover=unwrapped(found.cover))
    from reconcile.reading import is_html
    from reconcile.reading.decode import decode

    decoded = decode(source, place, _WANTED)
    if is_html(decoded.text):
        from reconcile.reading.formats.webpage import read_markup

        page = read_markup(decoded.text)
        return evolve(page, notes=(*decoded.notes, *page.notes))
    return Contents(unwrapped(decoded.text), notes=decoded.notes)


def _complete(release: Release, place: str, contents: Contents | None = None) -> Release:
    """The release with what its text tells, where it is not told yet; what came with it stands below it."""
    # an article without releases is spared their patterns
    from reconcile.reading.releases.issuer import issuer_of
    from reconcile.reading.releases.lines import lines_of
    from reconcile.reading.releases.outline import body_of, issued_on, outline, parts_of

    lines = lines_of(release.text)
    if not lines:
        raise InputError(place, "the press release holds no text")
    notes = release.notes
    if len(lines) > MAX_LINES:
        notes = (
            *notes,
            f"the text has more than {MAX_LINES:,} lines; what stands below them makes no claims",
        )
    found = outline(lines[:MAX_LINES])
    text, cover = release.text, None
    if contents and contents.cover:
        cover = len(text) + 2
        text = f"{text}\n\n{contents.cover}"
    body = release.body or body_of(release.text, found)
    if body and len(body.of(release.text).split()) < _FEWEST:
        lacking = f"the press release has no text of its own but {body.of(release.text)[:40]!r}"
        notes = notes if lacking in notes else (*notes, lacking)
    return evolve(
        release,
        text=text,
        issuer=release.issuer or issuer_of(release.text, found, contents.issuer if contents else None),
        issued=release.issued or issued_on(found) or (contents.issued if contents else None),
        headline=release.headline or found.title or (contents.headline if contents else None),
        body=body,
        parts=release.parts or parts_of(text, found, cover),
        notes=notes,
    )
