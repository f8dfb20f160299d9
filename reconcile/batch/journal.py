"""What of an output is surely written, so that an interrupted run is taken up where it stopped.

Beside OUTPUT stand, while a run is not finished, `OUTPUT.partial` with the rows and `OUTPUT.journal`. The journal's
first line tells which run it is of; each further one how many articles stand in how many bytes of the partial file.
A line is added only when these bytes are on the disk. What lies behind them in the partial file was being written
when the run stopped: it is cut off, and its articles are read again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from reconcile.errors import InputError

_FORMAT = "reconcile-batch/1"


#: How many there are in a line: those of Mark.
_FIELDS = 4


@frozen
class Mark:
    """How far a run has come: articles, those of them with an error row, and bytes of the partial file."""

    articles: int = 0
    errors: int = 0
    size: int = 0
    #: No article is left; what may be left is to put the output in its place.
    complete: bool = False


class Journal:
    """The journal at `path`, of the run that `run` describes; held by this process alone until it is closed."""

    def __init__(self, path: str, run: dict[str, str], restart: bool = False) -> None:
        """Open or begin the journal; `restart` forgets what it has.

        Raises InputError where another process writes it, or it is of another run.
        """
        self.path = path
        self._file: BinaryIO = Path(path).open("a+b")  # noqa: SIM115 - it stays locked until the run ends
        try:
            self._lock()
            if restart:
                self._file.truncate(0)
            self.mark = self._read(run)
        except BaseException:
            self._file.close()
            raise

    def add(self, mark: Mark) -> None:
        """Set down that the run has come as far as `mark`."""
        self._append([mark.articles, mark.errors, mark.size, mark.complete])
        self.mark = mark

    def close(self) -> None:
        """Let go of the journal."""
        self._file.close()

    def remove(self) -> None:
        """The run is finished."""
        # Closed first: Windows removes no open file.
        self.close()
        Path(self.path).unlink(missing_ok=True)

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # not on Windows
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise InputError(self.path, "another run writes this output", "wait for its end") from error

    def _read(self, run: dict[str, str]) -> Mark:
        head = {"format": _FORMAT, **run}
        self._file.seek(0)
        lines = self._file.read().split(b"\n")
        # What stands behind the last line's end is a line that was being written.
        whole = lines[:-1]
        if not whole:
            self._file.truncate(0)
            self._append(head)
            return Mark()
        self._file.truncate(sum(len(line) + 1 for line in whole))
        self._compare(_parsed(whole[0]), head)
        # After a power cut the last lines may be no lines of ours: the last that is one counts.
        marks = (_parsed(line) for line in reversed(whole[1:]))
        return next(
            (Mark(*mark) for mark in marks if isinstance(mark, list) and len(mark) == _FIELDS), Mark()
        )

    def _compare(self, found: object, wanted: dict[str, str]) -> None:
        if not isinstance(found, dict) or found.get("format") != _FORMAT:
            raise InputError(self.path, "is no journal of this program", "begin anew with --restart")
        other = [name for name, value in wanted.items() if found.get(name) != value]
        if other:
            raise InputError(
                self.path,
                f"an unfinished run is of another {', '.join(other)}",
                "finish that one as it was begun, or begin anew with --restart",
            )

    def _append(self, value: object) -> None:
        self._file.write(json.dumps(value).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def _parsed(line: bytes) -> object:
    """What a line of the journal holds; None where it is no JSON."""
    try:
        found: object = json.loads(line)
    except ValueError:
        return None
    return found
