"""The articles that are timed: the fixtures, and a sample of real pages where a folder of them is at hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: Saved news pages, NAME.html. They are nobody's to pass on, so they are not in the repository.
PAGES = Path(os.environ.get("RECONCILE_PAGES", ROOT.parent / "shared" / "eval" / "pages"))
SAMPLE = 20
_TOLD = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def flat() -> bytes:
    """A flat article of about 3 KB: the fixtures' flat texts one after the other, cut there."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "fixtures").glob("*/article.txt"))]
    english = [text for text in texts if " the " in text]
    return "\n".join(english)[:3000].rpartition("\n")[0].encode()


@pytest.fixture(scope="session")
def page() -> bytes:
    """The fixture page with two embeds."""
    return (ROOT / "fixtures" / "ferry-refit" / "article.html").read_bytes()


@pytest.fixture(scope="session")
def pages() -> list[bytes]:
    """Every n-th of the real pages, in the order of their names."""
    found = sorted(PAGES.glob("*.html"))
    if not found:
        pytest.skip(f"no pages in {PAGES}")
    return [path.read_bytes() for path in found[:: max(1, len(found) // SAMPLE)][:SAMPLE]]


@pytest.fixture
def tell(request) -> Callable[[str], None]:
    """Keeps a line for the end of the run."""
    return request.config.stash.setdefault(_TOLD, []).append


def pytest_terminal_summary(terminalreporter) -> None:
    for line in terminalreporter.config.stash.get(_TOLD, []):
        terminalreporter.write_line(line)
