"""Two engines for the kernel, tried on this machine: how soon they start, what they take, what a killed worker does.

pip install 'press-reconcile[dask]'; python benchmarks/engines.py dask
pip install 'ray[data]';             python benchmarks/engines.py ray
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

import pyarrow as pa

ARTICLES, BATCH, WORKERS = 20_000, 64, 2
#: Seconds after which a run that is to end counts as one that does not.
_PATIENCE = 40


def trivial(articles: pa.Table) -> pa.Table:
    """Stands in the place of the kernel."""
    if "die" in articles.column("text").to_pylist():
        os.kill(os.getpid(), signal.SIGKILL)
    return articles.select(["id"])


def _batch(size: int, *texts: str) -> pa.Table:
    texts = (*texts, *["The ferry left Lisk at noon. " * 100] * (size - len(texts)))
    return pa.table({"id": [str(number) for number in range(size)], "text": texts})


def _dask() -> Callable[[list[pa.Table]], int]:
    from distributed import Client, LocalCluster, as_completed

    client = Client(LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None))
    client.wait_for_workers(WORKERS)

    def run(batches: list[pa.Table]) -> int:
        futures = client.map(trivial, batches, pure=False)
        return sum(rows.num_rows for _, rows in as_completed(futures, with_results=True))

    return run


def _ray() -> Callable[[list[pa.Table]], int]:
    import ray
    import ray.data

    ray.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False)

    def run(batches: list[pa.Table]) -> int:
        articles = ray.data.from_arrow(batches)
        return articles.map_batches(trivial, batch_format="pyarrow", batch_size=BATCH).materialize().count()

    return run


def _stop(signal_number: int, frame: object) -> None:
    raise TimeoutError(f"no end after {_PATIENCE} seconds")


def main() -> None:
    """Try the engine that is named."""
    began = time.monotonic()
    run = {"dask": _dask, "ray": _ray}[sys.argv[1]]()
    print(f"started after {time.monotonic() - began:.1f} s")
    batches = [_batch(BATCH) for _ in range(ARTICLES // BATCH)]
    for _ in range(2):
        began = time.monotonic()
        count = run(batches)
        print(f"{count} articles, {(time.monotonic() - began) / count * 1e6:.0f} us each")
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(_PATIENCE)
    began = time.monotonic()
    try:
        print(run([_batch(20, *(["die"] if number == 5 else [])) for number in range(10)]))
    except Exception as error:
        print(
            f"a killed worker: {type(error).__name__} after {time.monotonic() - began:.1f} s: {str(error)[:200]}"
        )
    os._exit(0)


if __name__ == "__main__":
    main()
