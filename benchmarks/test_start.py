"""What starting costs, in runs of `python -c pass`: CPU time of whole processes.

pytest benchmarks/test_start.py
"""

from __future__ import annotations

import subprocess

import pytest

from benchmarks.clock import process_cpu, python
from benchmarks.pages import ROOT

GROUP = "start: CPU time of the process over `python -c pass`"
FIXTURES = ROOT / "fixtures"
#: Command -> its arguments, the ratio to reach, and the ratio from which on the test fails: a third above what it
#: takes today. What is left of a flat article's 33 is a third the modules themselves (300 of them, attrs and regex
#: take 4 alone), a quarter word lists, a sixth patterns, and a tenth the reading.
COMMANDS = {
    "reconcile --help": (["--help"], 5, 5),
    "a flat article": (["check", str(FIXTURES / "brussels-visit" / "article.txt")], 8, 48),
    "an HTML article": (["check", str(FIXTURES / "ferry-refit" / "article.html")], 16, 52),
}
#: Nothing of these is needed before there is something to read.
HEAVY = [
    "attrs",
    "bs4",
    "dateparser",
    "lxml",
    "pyarrow",
    "rapidfuzz",
    "regex",
    "snowballstemmer",
    "turbohtml",
]


@pytest.fixture(scope="module")
def bare(short) -> float:
    """The cost of a Python that does nothing."""
    return process_cpu(python("-c", "pass"), 7 if short else 21)


@pytest.mark.parametrize("what", COMMANDS)
def test_start(what, bare, figures, short):
    arguments, target, most = COMMANDS[what]
    taken = process_cpu(python("-m", "reconcile", *arguments), 5 if short else 15)
    note = f"{1000 * taken:.0f} ms of {1000 * bare:.0f}; to reach: {target}"
    figures.ratio(GROUP, what, taken / bare, most, note)
    assert taken / bare < most


def test_import_loads_nothing():
    code = (
        "import sys; before = set(sys.modules); import reconcile; print(*sorted(set(sys.modules) - before))"
    )
    told = subprocess.run(python("-c", code), capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(told.stdout.split()) == {"__future__", "reconcile"}


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from reconcile.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\nprint('LOADED', *sys.modules)"
    )
    told = subprocess.run(python("-c", code), capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.partition(".")[0] for name in told.stdout.rpartition("LOADED")[2].split()}
    assert loaded & set(HEAVY) == set()
