"""The kernel over a Dask cluster: batches in, rows out in the same order, whatever happens to its workers.

Dask gives a task whose worker died to another one, and gives it up after a few (KilledWorker). Then the articles of
the batch are run one by one, so that the one at fault is lost alone. A worker that is over a batch for too long ends
itself, which comes to the same.
"""

from __future__ import annotations

import faulthandler
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pyarrow as pa
from distributed import Client, Future, KilledWorker

from reconcile.batch.kernel import lost_batch, reconcile_batch

Kernel: TypeAlias = Callable[[pa.RecordBatch], pa.RecordBatch]

#: How many batches a thread of the cluster has before it, so that none waits for work while one batch is retried.
_AHEAD = 4


def reconcile_batches(
    client: Client,
    batches: Iterable[pa.RecordBatch],
    *,
    deadline: float = 60.0,
    kernel: Kernel = reconcile_batch,
) -> Iterator[pa.RecordBatch]:
    """The rows of each batch, in the order of `batches`, of which no more are taken than the cluster needs.

    An article over which workers die gets an error row; so does one over which they are more than `deadline`
    seconds. A batch should hold some tens of articles: it has no longer than one, and is run again when a worker
    dies. Workers should have one thread, as only one batch a process is timed, and a nanny, which starts them anew.
    """
    waiting: deque[tuple[pa.RecordBatch, Future]] = deque()
    for batch in batches:
        waiting.append((batch, _submit(client, batch, kernel, deadline)))
        while len(waiting) > _AHEAD * max(1, sum(client.nthreads().values())):
            yield _rows(client, *waiting.popleft(), kernel, deadline)
    while waiting:
        yield _rows(client, *waiting.popleft(), kernel, deadline)


def _rows(
    client: Client, batch: pa.RecordBatch, future: Future, kernel: Kernel, deadline: float
) -> pa.RecordBatch:
    """The rows of one batch; run article by article where it cannot be run as a whole."""
    try:
        return _unpacked(future.result())
    except KilledWorker:
        if batch.num_rows == 1:
            return lost_batch(
                batch, f"the processes that read it died, or it took longer than {deadline:g} seconds"
            )
    # One after the other: none is there when another one takes its worker along.
    ones = [batch.slice(place, 1) for place in range(batch.num_rows)]
    rows = [_rows(client, one, _submit(client, one, kernel, deadline), kernel, deadline) for one in ones]
    return pa.Table.from_batches(rows).combine_chunks().to_batches()[0]


def _submit(client: Client, batch: pa.RecordBatch, kernel: Kernel, deadline: float) -> Future:
    return client.submit(_run, kernel, _packed(batch), deadline, pure=False)


def _run(kernel: Kernel, packed: bytes, deadline: float) -> bytes:
    """What a worker does."""
    # Before the time begins to count: a new worker has everything to load.
    import reconcile.batch.warm  # noqa: F401

    # Not a thread of Python: one that is stuck in C, as in a search, would let no other run.
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        faulthandler.dump_traceback_later(deadline, exit=True, file=nowhere)
        try:
            return _packed(kernel(_unpacked(packed)))
        finally:
            faulthandler.cancel_dump_traceback_later()


def _packed(batch: pa.RecordBatch) -> bytes:
    # A slice pickles with all that it is a slice of; as an Arrow stream it is as large as it looks.
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, batch.schema) as writer:
        writer.write_batch(batch)
    packed: bytes = out.getvalue().to_pybytes()
    return packed


def _unpacked(packed: bytes) -> pa.RecordBatch:
    with pa.ipc.open_stream(packed) as reader:
        return reader.read_next_batch()
