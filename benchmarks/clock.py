"""CPU time of calls, and of processes. What else runs on the machine moves wall time, so nothing here is judged by it."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time


def cpu(function: Callable[[], object], rounds: int = 3) -> float:
    """The least CPU seconds of a few calls, after one that warms up: what stands above it is other people's work."""
    return cpu_in_turn([function], rounds)[0]


def cpu_in_turn(functions: Sequence[Callable[[], object]], rounds: int = 3) -> list[float]:
    """The least CPU seconds of each, called in turn, so that what slows the machine slows all of them."""
    for function in functions:
        function()
    gc.collect()
    gc.freeze()  # the test runner's own objects are not for the collector to look through at our cost
    try:
        rows = [[_once(function) for function in functions] for _ in range(rounds)]
    finally:
        gc.unfreeze()
    return [min(column) for column in zip(*rows, strict=True)]


def _once(function: Callable[[], object]) -> float:
    start = process_time()
    function()
    return process_time() - start


def process_cpu(command: Sequence[str], rounds: int) -> float:
    """The median CPU seconds of a process, user and system, after one run that fills the caches.

    Byte code is cached whatever the environment says, as it is where the package is installed.
    """
    times = []
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache
        for _ in range(rounds + 1):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, env=environment, capture_output=True, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times[1:])


def python(*arguments: str) -> list[str]:
    """A command of this interpreter."""
    return [sys.executable, *arguments]


def at(share: float, values: Sequence[float]) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
