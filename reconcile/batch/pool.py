"""Worker processes on this machine: entries in, lines out in the same order, and no entry may stop the others.

The standard pools end, or wait for ever, when a worker is killed. Here each worker has a pipe of its own. It is
given a few entries when it has none left and sends each line when it has it, so the parent always knows on which
entry it is: when a worker dies or is over an entry for too long, that entry alone is lost, the rest of what it was
given goes to the others, and a new worker takes its place.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from attrs import define, field

from reconcile.batch.entry import Entry
from reconcile.batch.worker import READY, serve
from reconcile.errors import ReconcileError

#: What a worker is given at a time: at most so many entries, and no more bytes than this once it has one.
CHUNK, CHUNK_BYTES = 16, 2**18
#: Lines that wait for one before them: with more bytes than this, nothing new is begun.
HELD_BYTES = 2**25
#: How often the clock is looked at, in seconds.
_TICK = 0.5
#: So many workers in a row that end before they have begun, and it is no entry's fault.
_STILLBORN = 3

_Numbered = tuple[int, Entry]


@define(eq=False)
class _Worker:
    """A process, its pipe, and what it was given and has not answered; the first of it is what it is on."""

    process: BaseProcess
    pipe: Connection
    given: deque[_Numbered] = field(factory=deque)
    ready: bool = False
    since: float = 0.0


class Pool:
    """`workers` processes that answer entries by `answer`, a function of a module.

    An entry whose worker died, or was over it for more than `deadline` seconds, is answered by `lost`, in the
    parent, with what happened. `preload` names modules that every worker has from its start. To be used in a
    `with` statement: at its end no worker is left.
    """

    def __init__(
        self,
        workers: int,
        answer: Callable[[Entry], bytes],
        lost: Callable[[Entry, str], bytes],
        deadline: float,
        preload: Sequence[str] = (),
    ) -> None:
        self._count, self._answer, self._lost, self._deadline = workers, answer, lost, deadline
        # A fork of a process with threads may hang; a fork of the server, which has none, starts as fast.
        methods = multiprocessing.get_all_start_methods()
        self._context = (
            multiprocessing.get_context("forkserver")
            if "forkserver" in methods
            else multiprocessing.get_context("spawn")
        )
        self._context.set_forkserver_preload(["reconcile.batch.worker", *preload])
        self._workers: list[_Worker] = []
        self._again: deque[_Numbered] = deque()
        self._lines: dict[int, tuple[str, bytes]] = {}
        self._held = 0
        self._stillborn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    def lines(self, entries: Iterator[Entry]) -> Iterator[tuple[str, bytes]]:
        """The place and the line of each entry, in the order of the entries; no more than is needed is taken of them.

        Raises ReconcileError where no worker can be started.
        """
        numbered = enumerate(entries)
        more, following = True, 0
        seen = time.monotonic()
        while True:
            more = self._hand_out(numbered, more)
            while following in self._lines:
                place, line = self._lines.pop(following)
                self._held -= len(line)
                following += 1
                yield place, line
            if not more and not self._again and not any(worker.given for worker in self._workers):
                return
            self._listen()
            seen = self._judge(seen)

    def _hand_out(self, numbered: Iterator[_Numbered], more: bool) -> bool:
        """Give every worker that has nothing left something to do; whether `numbered` may have more."""
        while len(self._workers) < self._count:
            self._workers.append(self._start())
        for worker in list(self._workers):
            if not worker.ready or worker.given:
                continue
            chunk = _taken(self._returned())
            if not chunk and more and self._held < HELD_BYTES:
                chunk = _taken(numbered)
                more = bool(chunk)
            if chunk:
                self._give(worker, chunk)
        return more

    def _returned(self) -> Iterator[_Numbered]:
        """What lost workers were given and had not begun."""
        while self._again:
            yield self._again.popleft()

    def _give(self, worker: _Worker, chunk: list[_Numbered]) -> None:
        try:
            worker.pipe.send([entry for _, entry in chunk])
        except OSError:
            # It was killed while it had nothing to do: that cost no entry.
            self._again.extendleft(reversed(chunk))
            self._bury(worker)
            return
        worker.given.extend(chunk)
        worker.since = time.monotonic()

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        # Of its own time; the parent's clock, which runs while a worker waits for a processor, is the stricter.
        arguments = (there, self._answer, self._deadline + 1)
        process = self._context.Process(target=serve, args=arguments, daemon=True)
        with _uninterrupted():
            process.start()
        there.close()
        return _Worker(process, here)

    def _listen(self) -> None:
        """Wait a moment for lines, and take all that have come."""
        ready = wait([worker.pipe for worker in self._workers], _TICK)
        for worker in [worker for worker in self._workers if worker.pipe in ready]:
            try:
                while worker.pipe.poll():
                    self._take(worker, worker.pipe.recv_bytes())
            except (EOFError, OSError):
                self._bury(worker)

    def _take(self, worker: _Worker, line: bytes) -> None:
        if not worker.ready:
            worker.ready = line == READY
            self._stillborn = 0
            return
        worker.since = time.monotonic()
        number, entry = worker.given.popleft()
        self._keep(number, entry, line)

    def _keep(self, number: int, entry: Entry, line: bytes) -> None:
        self._lines[number] = entry.place, line
        self._held += len(line)

    def _judge(self, seen: float) -> float:
        """Bury the workers that are over one entry for too long; the time now. `seen`: when it last was looked at."""
        now = time.monotonic()
        away = now - seen - _TICK
        for worker in list(self._workers):
            if away > _TICK:
                # The parent was stopped, or whoever takes the lines was slow: nobody else is to pay for it.
                worker.since += away
            if worker.given and now - worker.since > self._deadline and not worker.pipe.poll():
                self._bury(worker, f"took longer than {self._deadline:g} seconds and was given up")
        return now

    def _bury(self, worker: _Worker, problem: str | None = None) -> None:
        """Remove a worker, dead or stuck; the entry that it was on is lost, the others it had are not."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise ReconcileError(f"worker processes cannot be started: each {_ended(worker.process)}")
        if worker.given:
            number, entry = worker.given.popleft()
            self._again.extendleft(reversed(worker.given))
            problem = problem or f"the process that read it {_ended(worker.process)}"
            self._keep(number, entry, self._lost(entry, problem))


def _taken(numbered: Iterator[_Numbered]) -> list[_Numbered]:
    """As much as a worker is given at a time."""
    chunk: list[_Numbered] = []
    weight = 0
    while len(chunk) < CHUNK and weight < CHUNK_BYTES and (pair := next(numbered, None)):
        chunk.append(pair)
        weight += pair[1].weight
    return chunk


def _ended(process: BaseProcess) -> str:
    """How a process ended, for a person."""
    code = process.exitcode or 0
    if code >= 0:
        return f"ended with status {code}"
    try:
        return f"was killed ({signal.Signals(-code).name})"
    except ValueError:
        return f"was killed (signal {-code})"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal. One that is started in here never sees it, from its birth on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
