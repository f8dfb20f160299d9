"""The rows on their way to OUTPUT: JSON Lines as they come, set down in the journal, and put in place at the end."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from attrs import evolve

from reconcile.batch.extras import load
from reconcile.batch.journal import Journal, Mark
from reconcile.batch.rows import error_row, line_of, told_by
from reconcile.errors import InputError

#: The end of an output's name -> its form.
FORMS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
#: The journal is written when so many seconds or bytes have passed.
_SECONDS, _BYTES = 1.0, 2**23
_BUFFER = 2**18


def form_of(path: str) -> str:
    """The form of the output at `path`, by its name. Raises InputError where the name tells none."""
    for end, form in FORMS.items():
        if path.lower().endswith(end):
            return form
    raise InputError(path, "its name tells no form", f"let it end in {', '.join(FORMS)}")


class Output:
    """The output at `path` of the run that `run` describes; in a `with` statement, whose end keeps what is done."""

    def __init__(self, path: str, run: dict[str, str], restart: bool = False) -> None:
        """Begin the output, or take it up where an earlier run stopped, unless `restart`.

        Raises InputError where the earlier run was another one, or what it wrote is not there any more.
        """
        self._form, self._path, self._partial = form_of(path), path, f"{path}.partial"
        if self._form == "parquet":
            load("reconcile.batch.parquet")
        try:
            self._journal = Journal(f"{path}.journal", run, restart)
        except OSError as error:
            raise InputError(path, f"cannot be written: {error.strerror}") from error
        try:
            self._rows = self._taken_up(self._journal.mark)
        except BaseException:
            self._journal.close()
            raise
        #: Set in one step once a row is written: what interrupts a write leaves bytes that do not count.
        self._done = self._journal.mark
        #: Hashes of the ids that have a row: eight bytes tell them apart, and need less room.
        self._ids = {hash(name) for name, _ in map(told_by, self._rows) if name is not None}
        self._rows.seek(0, os.SEEK_END)
        self._marked, self._unmarked = time.monotonic(), 0

    def _taken_up(self, mark: Mark) -> BinaryIO:
        """The partial file, as far as the journal vouches for it, to be read and written on."""
        path = Path(self._partial)
        try:
            if mark.complete and not path.exists():
                # The earlier run was stopped at its very end: the output is in its place.
                return Path(os.devnull).open("rb")
            size = path.stat().st_size if mark.size else 0
            if size < mark.size:
                raise InputError(
                    self._partial, "is shorter than its journal says", "begin anew with --restart"
                )
            rows = path.open("r+b" if mark.size else "w+b", buffering=_BUFFER)
            rows.truncate(mark.size)
        except OSError as error:
            problem = f"cannot be taken up: {error.strerror}"
            raise InputError(self._partial, problem, "begin anew with --restart") from error
        return rows

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if not self._rows.closed and not self.complete:
                self._mark()
            self._rows.close()
        except OSError:
            # The disk is full, say: what is not in the journal will be done again.
            if error is None:
                raise
        finally:
            self._journal.close()

    @property
    def articles(self) -> int:
        """How many rows are written, those of earlier runs with them."""
        return self._done.articles

    @property
    def errors(self) -> int:
        """How many of them are error rows."""
        return self._done.errors

    @property
    def complete(self) -> bool:
        """Whether all rows are written, and the earlier run was stopped while it put them in place."""
        return self._journal.mark.complete

    def write(self, place: str, line: bytes) -> None:
        """Add the row of the article that stood at `place`; an id that has a row already makes it an error row."""
        name, fine = told_by(line)
        if name is not None:
            known = hash(name)
            if known in self._ids:
                problem = f"the id {name[:80]!r} has occurred before; the first article that has it is read"
                line, fine = line_of(error_row(name, place, problem)), False
            self._ids.add(known)
        self._rows.write(line)
        done = self._done
        self._done = Mark(done.articles + 1, done.errors + (not fine), done.size + len(line))
        self._unmarked += len(line)
        if self._unmarked > _BYTES or time.monotonic() - self._marked > _SECONDS:
            self._mark()

    def finish(self) -> None:
        """All rows are written: put the output in its place, and remove what was kept for another run."""
        if not self.complete:
            self._mark(complete=True)
        self._rows.close()
        partial = Path(self._partial)
        if partial.exists():
            if self._form == "parquet":
                load("reconcile.batch.parquet").write(self._partial, f"{self._path}.new")
                Path(f"{self._path}.new").replace(self._path)
                partial.unlink()
            else:
                partial.replace(self._path)
        self._journal.remove()

    def _mark(self, complete: bool = False) -> None:
        """Set down in the journal what is written, once it is on the disk."""
        self._rows.flush()
        os.fsync(self._rows.fileno())
        self._journal.add(evolve(self._done, complete=complete))
        self._marked, self._unmarked = time.monotonic(), 0
