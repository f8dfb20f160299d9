"""The kernel over a Dask cluster: batches in, rows out in the same order, whatever happens to its workers.

Dask gives a task whose worker died to another one, and gives it up after a few (KilledWorker). Then the articles of
the batch are run one by one, so that the one at fault is lost alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pyarrow as pa
from distributed import Client, Future, KilledWorker

from reconcile.batch.kernel import lost_batch, reconcile_batch

Kernel: TypeAlias = Callable[[pa.RecordBatch], pa.RecordBatch]

#: How many batches a thread of the cluster has before it, so that none waits for work and few wait for a thread.
_AHEAD = 2


def reconcile_batches(
    client: Client,
    batches: Iterable[pa.RecordBatch],
    *,
    deadline: float = 300.0,
    kernel: Kernel = reconcile_batch,
) -> Iterator[pa.RecordBatch]:
    """The rows of each batch, in the order of `batches`, of which no more are taken than the cluster needs.

    An article over which workers die gets an error row, and so does one that takes more than `deadline` seconds.
    A batch should hold some tens of articles: what a worker's death costs is that a batch is run again.
    """
    waiting: deque[tuple[pa.RecordBatch, Future]] = deque()
    for batch in batches:
        waiting.append((batch, _submit(client, kernel, batch)))
        while len(waiting) > _AHEAD * max(1, sum(client.nthreads().values())):
            yield _rows(client, kernel, deadline, *waiting.popleft())
    while waiting:
        yield _rows(client, kernel, deadline, *waiting.popleft())


def _rows(
    client: Client, kernel: Kernel, deadline: float, batch: pa.RecordBatch, future: Future
) -> pa.RecordBatch:
    """The rows of one batch; run article by article where it cannot be run as a whole."""
    try:
        return _unpacked(future.result(timeout=deadline))
    except KilledWorker:
        problem = "the processes that read it died"
    except TimeoutError:
        problem = f"took longer than {deadline:g} seconds and was given up"
        _stop(client, future)
    if batch.num_rows == 1:
        return lost_batch(batch, problem)
    ones = [batch.slice(place, 1) for place in range(batch.num_rows)]
    rows = [_rows(client, kernel, deadline, one, _submit(client, kernel, one)) for one in ones]
    return pa.Table.from_batches(rows).combine_chunks().to_batches()[0]


def _submit(client: Client, kernel: Kernel, batch: pa.RecordBatch) -> Future:
    return client.submit(_run, kernel, _packed(batch), pure=False)


def _stop(client: Client, future: Future) -> None:
    """A thread cannot be stopped: its worker is started anew, and what else it had is run again."""
    workers = [worker for worker, keys in client.processing().items() if future.key in keys]
    future.cancel()
    if workers:
        client.restart_workers(workers)


def _run(kernel: Kernel, packed: bytes) -> bytes:
    """What a worker does."""
    return _packed(kernel(_unpacked(packed)))


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
