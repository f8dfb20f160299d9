"""The most memory that a process held: one large page, a thousand articles in a row, an index of 100,000 claims.

    pytest benchmarks/test_memory.py

Each is a process of its own that tells its peak resident set at two points, so that what was held before does not count.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.clock import python
from benchmarks.pages import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the peak is asked of getrusage")
GROUP = "memory: megabytes"
_PEAK = """
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from benchmarks import made
from reconcile import ClaimIndex, reconcile

def told():
    status = Path("/proc/self/status")
    if status.exists():  # on Linux getrusage counts what the process was forked from, too
        print(next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM")) / 1024)
    else:
        print(getrusage(RUSAGE_SELF).ru_maxrss / 1024 / 1024)
"""
_PAGE = """
page = made.page({posts}, {claims}).encode()
reconcile(made.page(1, 2).encode())
told()
reconcile(page)
told()
"""
_ROW = """
articles = [made.flat(2 + n % 5, 5 + n % 23) for n in range({articles})]
for article in articles[:{warm}]:
    reconcile(article.encode())
told()
for article in articles[{warm}:]:
    reconcile(article.encode())
told()
"""
_INDEX = """
claims = [made.Event(n).told() for n in range({claims} // 2)]
claims = [sentence for two in claims for sentence in two.split(". ")]
told()
index = ClaimIndex(claims)
index.search(made.Event(7).posted(), limit=5)
told()
"""


def peaks(script: str) -> tuple[float, float]:
    """The peak in megabytes at the first and at the second point."""
    done = subprocess.run(python("-c", _PEAK + script), capture_output=True, text=True, cwd=ROOT, timeout=600)
    assert done.returncode == 0, done.stderr[-500:]
    first, second = map(float, done.stdout.split())
    return first, second


def test_a_large_page(figures, short):
    posts, claims = (40, 400) if short else (100, 4000)
    before, after = peaks(_PAGE.format(posts=posts, claims=claims))
    figures.ratio(GROUP, f"a page of {claims} paragraphs", after - before, None, f"{after:.0f} in all")
    assert after < 1500


def test_articles_in_a_row(figures, short):
    """Flat: what a few dozen hold is what a thousand hold."""
    articles, warm = (150, 75) if short else (1000, 200)
    before, after = peaks(_ROW.format(articles=articles, warm=warm))
    name = f"growth from {warm} to {articles} articles in a row"
    figures.ratio(GROUP, name, after - before, 25, f"{after:.0f} in all")
    assert after - before < 25


def test_index(figures, short):
    claims = 10_000 if short else 100_000
    before, after = peaks(_INDEX.format(claims=claims))
    figures.ratio(GROUP, f"an index of {claims:,} claims", after - before, 600, f"{after:.0f} in all")
    assert after - before < 600
