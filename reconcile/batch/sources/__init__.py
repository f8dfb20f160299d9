"""Where the articles come from: one file a form, each with `entries(path)`.

A folder is read with all that is in it, a glob by what it matches; a file's name tells its form.
"""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from reconcile.batch.entry import Step, broken_entry
from reconcile.batch.extras import load
from reconcile.batch.sources.folder import entry_of
from reconcile.errors import InputError

#: The end of a file's name -> the form of what is in it. Any other file is one article.
FORMS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".warc.zst": "warc",
}
#: What stands beside an output while its run is not finished.
BESIDE = (".partial", ".journal", ".new")
#: What is taken for an article in a folder; a glob takes what it matches.
ARTICLES = (".html", ".htm", ".xhtml", ".txt")
_TOLD = "a folder of .html and .txt, a glob, .jsonl, .csv, .tsv, .parquet, .warc, .warc.gz or .warc.zst"


@frozen
class Given:
    """The files of an input, in the order in which they are read."""

    files: tuple[str, ...]
    sizes: tuple[int, ...]
    #: The folder that was named; None for a glob or a file.
    folder: str | None
    #: Tells this input from another, and from itself after a change.
    fingerprint: str


def form_of(path: str) -> str | None:
    """The form of a file of many articles, by its name; None for a file that is one article."""
    low = path.lower()
    return next((form for end, form in FORMS.items() if low.endswith(end)), None)


def find(given: str, output: str) -> Given:
    """The files that `given` stands for: a folder's, those that a glob matches but the output's own, or the one file.

    Raises InputError where there is none.
    """
    if Path(given).is_dir():
        return _listed(sorted(_walk(given)), given, f"holds no {', '.join(ARTICLES)}")
    if Path(given).exists():
        if not form_of(given):
            raise InputError(
                given, "is no file of many articles", f"give {_TOLD}; for one, `reconcile check`"
            )
        return _listed([given], None, "")
    if glob.has_magic(given):
        own = {os.path.abspath(output + end) for end in ("", *BESIDE)}  # noqa: PTH100 - links stay links
        found = set(glob.iglob(given, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        matched = (path for path in found if not Path(path).is_dir() and os.path.abspath(path) not in own)  # noqa: PTH100
        return _listed(sorted(matched), None, "matches no file", given)
    raise InputError(given, "there is no such file or folder", f"give {_TOLD}")


def entries(given: Given) -> Iterator[Step]:
    """Every article of the input, in its order. Raises InputError where a file of many cannot be read at all."""
    whole = sum(given.sizes) or 1
    before = 0
    for path, size in zip(given.files, given.sizes, strict=True):
        form = form_of(path)
        if form:
            for share, entry in _many(path, form, alone=len(given.files) == 1):
                yield (before + share * size) / whole, entry
        else:
            yield (before + size) / whole, entry_of(path, given.folder, size)
        before += size


def _many(path: str, form: str, alone: bool) -> Iterator[Step]:
    """The articles in a file of many; a file that cannot be read ends the run only where it is the whole input."""
    source = load(f"reconcile.batch.sources.{form}")
    try:
        yield from source.entries(path)
    except (InputError, OSError) as error:
        problem = (
            InputError(path, f"cannot be read: {error.strerror}") if isinstance(error, OSError) else error
        )
        if alone:
            raise problem from error
        yield 1.0, broken_entry(path, str(problem))


def _state(path: str) -> tuple[int, int]:
    """The size of a file, and when it changed; nought for one that cannot be asked, as a link to nowhere."""
    try:
        state = Path(path).stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns


def _walk(folder: str) -> Iterator[str]:
    """The articles under a folder; hidden files and folders are left alone."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(ARTICLES) and not name.startswith("."):
                yield str(Path(place, name))


def _listed(files: list[str], folder: str | None, problem: str, place: str = "") -> Given:
    if not files:
        raise InputError(folder or place, problem, f"give {_TOLD}")
    mark = hashlib.sha256()
    sizes = []
    for path in files:
        size, changed = _state(path)
        sizes.append(size)
        mark.update(f"{path}\0{size}\0{changed}\0".encode("utf-8", "surrogateescape"))
    return Given(tuple(files), tuple(sizes), folder, mark.hexdigest())
