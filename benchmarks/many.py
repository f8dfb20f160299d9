"""`reconcile batch` over thousands of articles: seconds, CPU seconds and memory (Linux: it asks /proc).

python benchmarks/many.py 2000 20000
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import articles

_TICK = 0.2
_TICKS_A_SECOND, _PAGE = 100, 4096


def _family(root: int) -> dict[int, tuple[float, int]]:
    """The process `root` and those under it: CPU seconds and bytes in memory of each."""
    children: dict[int, list[int]] = {}
    state: dict[int, tuple[float, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        number = int(path.parent.name)
        children.setdefault(int(fields[1]), []).append(number)
        state[number] = (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND, int(fields[21]) * _PAGE
    found, todo = {}, [root]
    while todo:
        number = todo.pop()
        todo += children.get(number, [])
        if number in state:
            found[number] = state[number]
    return found


def _measured(count: int, workers: int, folder: Path) -> str:
    """One run, in a sentence."""
    given = folder / f"{count}.jsonl"
    with given.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(count))
    command = [sys.executable, "-m", "reconcile", "batch", str(given), "-o", str(folder / "rows.jsonl")]
    began = time.monotonic()
    spent: dict[int, float] = {}
    largest: list[int] = []
    with subprocess.Popen([*command, "--workers", str(workers)], stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            family = _family(process.pid)
            spent |= {number: cpu for number, (cpu, _) in family.items()}
            largest.append(max((memory for _, memory in family.values()), default=0))
            time.sleep(_TICK)
    seconds, cpu = time.monotonic() - began, sum(spent.values())
    half, whole = (max(largest[: len(largest) // 2]) >> 20, max(largest) >> 20)
    return (
        f"{count} articles, {workers} workers: {seconds:.0f} s, {cpu:.0f} s of CPU, "
        f"{1000 * cpu / count:.1f} ms of CPU each; largest process {half} MB in the first half, {whole} MB at most"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for number in map(int, sys.argv[1:] or ("2000", "20000")):
            print(_measured(number, 2, Path(name)), flush=True)
