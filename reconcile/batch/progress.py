"""How far a run has come, for a person at a terminal: a bar with the rate and the time left (tqdm)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, Self

from reconcile.batch.entry import Entry, Step

if TYPE_CHECKING:
    from tqdm import tqdm

_FORMAT = "{percentage:3.0f}%|{bar}| {n_fmt} articles [{elapsed}<{remaining}, {rate_fmt}]{postfix}"
_WIDTH, _HEIGHT = 80, 24


class Progress:
    """The bar, on standard error where that is a terminal; elsewhere nothing is printed."""

    def __init__(self, before: int) -> None:
        """`before` articles were done by an earlier run: they count, but not for the rate."""
        self._read, self._share, self._before = before, 0.0, before
        self._bar: tqdm[NoReturn] | None = None
        if sys.stderr.isatty():
            from tqdm import tqdm

            # Without its second thread: here the bar is moved often enough.
            tqdm.monitor_interval = 0
            # Some terminals, as those of build servers, say that they have no width at all.
            wide = os.get_terminal_size(sys.stderr.fileno()).columns > 0
            self._bar = tqdm(
                initial=before,
                total=None,
                unit=" articles",
                bar_format=_FORMAT,
                dynamic_ncols=wide,
                ncols=None if wide else _WIDTH,
                nrows=None if wide else _HEIGHT,
                smoothing=0.05,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def entries(self, steps: Iterable[Step]) -> Iterator[Entry]:
        """The entries of `steps`, watched: by how much of the input is read it is told how many will come."""
        for share, entry in steps:
            self._read += 1
            self._share = share
            yield entry
        # Behind the last article there may be blank lines, or pictures.
        self._share = 1.0

    def moved(self, errors: int) -> None:
        """One article more is done; `errors` so far."""
        if self._bar is None:
            return
        if self._share > 0:
            self._bar.total = max(round(self._read / self._share), self._read)
        if errors:
            self._bar.set_postfix_str(f"{errors} errors", refresh=False)
        self._bar.update()
