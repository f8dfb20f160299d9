"""A whole run: the articles of an input through the pool into an output."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

from attrs import frozen

from reconcile import __version__
from reconcile.batch.entry import Entry
from reconcile.batch.output import Output
from reconcile.batch.pool import Pool
from reconcile.batch.progress import Progress
from reconcile.batch.rows import PLAIN, Manner, line_for, lost_line
from reconcile.batch.sources import Given, entries, find
from reconcile.errors import InputError, ReconcileError

#: Seconds that one article may take. A long one takes tenths of a second: what takes this long does not end.
DEADLINE = 60.0
#: What every worker has from its start.
_PRELOAD = ["reconcile.batch.warm"]


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
    manner: Manner = PLAIN,
    answer: Callable[[Entry], bytes] | None = None,
) -> Summary:
    """Reconcile every article of the input `given`, a row each, into the file `output`.

    `given` is a folder, a glob, or a file of many articles; `output` ends in .jsonl or .parquet. `workers`
    processes do the work (default: one a processor), in the `manner` given, or `answer` in each; an article
    that takes more than `deadline` seconds gets an error row, as one that cannot be read. A run that was
    interrupted is taken up where it stopped, unless `restart`. Rows stand in the order of the input, whatever
    the number of workers.

    Raises InputError where the input or the output cannot be used, Interrupted at Ctrl-C.
    """
    began = time.monotonic()
    found = find(given, output)
    if _same(given, output):
        raise InputError(output, "is the input", "write the rows elsewhere")
    work, preload = answer or partial(line_for, manner=manner), _PRELOAD if answer is None else []
    with Output(output, _run_of(found, manner), restart) as rows:
        before = rows.articles
        try:
            if not rows.complete:
                with (
                    Progress(before) as progress,
                    Pool(workers or _processors(), work, lost_line, deadline, preload) as pool,
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


def _run_of(found: Given, manner: Manner = PLAIN) -> dict[str, str]:
    """What makes a run another one, so that it cannot go on where this one stopped."""
    run = {"input": found.fingerprint, "version of reconcile": __version__}
    settings = manner.settings
    if (settings, manner.roster) == (PLAIN.settings, PLAIN.roster):
        return run
    # Not the day itself: a run may go on tomorrow, unless what is let stand has expired since.
    judged = (
        settings.select,
        settings.ignored,
        settings.levels,
        settings.spellings,
        settings.expired(manner.today),
    )
    told = repr((*map(_in_order, judged), manner.roster))
    return {**run, "settings or roster": sha256(told.encode()).hexdigest()}


def _in_order(value: object) -> object:
    """Sets and tables in an order that does not change from run to run."""
    if isinstance(value, Mapping):
        return sorted(value.items(), key=repr)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [(sorted(each.kinds), each.reason, each.words, each.article, each.until) for each in value]
    return value


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
