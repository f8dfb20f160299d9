"""A whole run: the articles of an input through the pool into an output."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from attrs import frozen

from reconcile import __version__
from reconcile.batch.entry import Entry
from reconcile.batch.output import Output
from reconcile.batch.pool import Pool
from reconcile.batch.progress import Progress
from reconcile.batch.rows import line_for, lost_line
from reconcile.batch.sources import Given, entries, find
from reconcile.errors import InputError, ReconcileError

#: Seconds that one article may take. A long one takes tenths of a second: what takes this long does not end.
DEADLINE = 60.0


@frozen
class Summary:
    """What a run has done: articles, those of them with an error row, those done by an earlier run; seconds."""

    articles: int
    errors: int
    before: int
    seconds: float

    @property
    def text(self) -> str:
        """For a person."""
        earlier = f", {self.before:,} of them by an earlier run" if self.before else ""
        return f"{_count(self.articles, 'article')}{earlier}, {_count(self.errors, 'error')}, {self.seconds:.1f} s"


class Interrupted(ReconcileError):
    """Ctrl-C: what is done stays, and another run goes on from there."""


def run_batch(
    given: str,
    output: str,
    *,
    workers: int | None = None,
    deadline: float = DEADLINE,
    restart: bool = False,
    answer: Callable[[Entry], bytes] = line_for,
) -> Summary:
    """Reconcile every article of the input `given`, a row each, into the file `output`.

    `given` is a folder, a glob, or a file of many articles; `output` ends in .jsonl or .parquet. `workers`
    processes do the work (default: one a processor), `answer` in each; an article that takes more than
    `deadline` seconds gets an error row, as one that cannot be read. A run that was interrupted is taken up
    where it stopped, unless `restart`. Rows stand in the order of the input, whatever the number of workers.

    Raises InputError where the input or the output cannot be used, Interrupted at Ctrl-C.
    """
    began = time.monotonic()
    found = find(given, output)
    if _same(given, output):
        raise InputError(output, "is the input", "write the rows elsewhere")
    with Output(output, _run_of(found), restart) as rows:
        before = rows.articles
        try:
            if not rows.complete:
                with (
                    Progress(before) as progress,
                    Pool(workers or _processors(), answer, lost_line, deadline, _preload(answer)) as pool,
                ):
                    steps = islice(entries(found), before, None)
                    for place, line in pool.lines(progress.entries(steps)):
                        rows.write(place, line)
                        progress.moved(rows.errors)
            rows.finish()
        except KeyboardInterrupt:
            told = (
                f"interrupted after {_count(rows.articles, 'article')}; the same command goes on from there"
            )
            raise Interrupted(told) from None
        return Summary(rows.articles, rows.errors, before, time.monotonic() - began)


def _run_of(found: Given) -> dict[str, str]:
    """What makes a run another one, so that it cannot go on where this one stopped."""
    return {"input": found.fingerprint, "version of reconcile": __version__}


def _preload(answer: Callable[[Entry], bytes]) -> list[str]:
    """What every worker has from its start."""
    return ["reconcile.batch.warm"] if answer is line_for else []


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _same(path: str, other: str) -> bool:
    try:
        return Path(path).samefile(other)
    except OSError:
        return False


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
