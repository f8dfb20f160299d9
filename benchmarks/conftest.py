"""What every benchmark shares: the options, the figures of the run, the articles that are timed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import pages
from benchmarks.figures import Figures

#: Programs to be run by themselves.
collect_ignore = ["articles.py", "engines.py", "many.py"]
_FIGURES = pytest.StashKey[Figures]()
_TOLD = pytest.StashKey[list[str]]()
#: Where the figures go unless `--figures` says; git knows nothing of it.
FIGURES = ".benchmarks/figures.json"


def pytest_addoption(parser) -> None:
    group = parser.getgroup("benchmarks of reconcile")
    group.addoption("--short", action="store_true", help="fewer sizes, pages and rounds: under two minutes")
    group.addoption("--figures", default=FIGURES, metavar="FILE", help=f"write the figures there ({FIGURES})")
    group.addoption(
        "--misses", action="store_true", help="tell each change of test_mutations.py that is not found"
    )


def pytest_configure(config) -> None:
    config.stash[_FIGURES] = Figures()
    config.stash[_TOLD] = []


@pytest.fixture(scope="session")
def figures(request) -> Figures:
    """The figures of this run: what is put in is printed and written at its end."""
    return request.config.stash[_FIGURES]


@pytest.fixture(scope="session")
def tell(request) -> Callable[[str], None]:
    """Keeps a line for the end of the run."""
    return request.config.stash[_TOLD].append


@pytest.fixture(scope="session")
def short(request) -> bool:
    """Whether the short form was asked for."""
    return request.config.getoption("--short")


@pytest.fixture(scope="session")
def flat() -> bytes:
    """A flat article of about 3 KB: the fixtures' flat texts one after the other, cut there."""
    texts = [path.read_text("utf-8") for path in sorted((pages.ROOT / "fixtures").glob("*/article.txt"))]
    english = [text for text in texts if " the " in text]
    return "\n".join(english)[:3000].rpartition("\n")[0].encode()


@pytest.fixture(scope="session", params=["fixtures", "real pages"])
def sample(request, short) -> tuple[str, list[bytes]]:
    """The fixtures' pages; and saved pages, every n-th by name in the short form."""
    found = pages.fixture_pages() if request.param == "fixtures" else pages.real_pages()
    if not found:
        pytest.skip(f"no pages in {pages.FOLDER}")
    step = max(1, len(found) // 12) if short else 1
    return request.param, [path.read_bytes() for path in found[::step]]


def pytest_benchmark_update_json(config, benchmarks, output_json) -> None:
    """The figures stand in the file of `--benchmark-json` beside the timings, too."""
    output_json["reconcile"] = config.stash[_FIGURES].as_json()


def pytest_terminal_summary(terminalreporter, config) -> None:
    figures = config.stash[_FIGURES]
    for line in figures.lines():
        terminalreporter.write_line(line)
    for line in config.stash[_TOLD]:
        terminalreporter.write_line(line)
    if figures:
        path = Path(config.rootpath, config.getoption("--figures"))
        figures.write(path)
        terminalreporter.write_line(f"figures: {path}")
