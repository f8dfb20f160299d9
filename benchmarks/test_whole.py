"""Whole articles, beside `BeautifulSoup(page, "lxml")` on the same page."""

from __future__ import annotations

from statistics import median
from time import process_time

import pytest
from bs4 import BeautifulSoup

from reconcile.pipeline import reconcile
from reconcile.reading import read_document

#: The most that reading a real page may cost, in runs of BeautifulSoup with lxml on that page.
CEILING = 0.6


def parse(page: bytes) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml")


def cpu(function, *arguments, rounds: int = 3) -> float:
    """The median CPU seconds of a few calls, after one that warms up."""
    function(*arguments)
    times = []
    for _ in range(rounds):
        start = process_time()
        function(*arguments)
        times.append(process_time() - start)
    return median(times)


@pytest.mark.benchmark(group="whole: flat article of 3 KB")
def test_flat(benchmark, flat):
    benchmark(reconcile, flat)


@pytest.mark.benchmark(group="whole: fixture page")
def test_page(benchmark, page):
    benchmark(reconcile, page)


@pytest.mark.benchmark(group="whole: fixture page")
def test_page_bs4_lxml(benchmark, page):
    benchmark(parse, page)


@pytest.mark.benchmark(group="whole: real pages")
def test_real_pages(benchmark, pages):
    benchmark(lambda: [reconcile(page) for page in pages])


@pytest.mark.benchmark(group="whole: real pages")
def test_real_pages_bs4_lxml(benchmark, pages):
    benchmark(lambda: [parse(page) for page in pages])


@pytest.mark.benchmark(group="whole: ratio (the time is that of measuring it)")
@pytest.mark.parametrize("stage", [read_document, reconcile], ids=["reading", "all"])
def test_ratio(benchmark, stage, pages, tell):
    """The median over the real pages of our CPU time over that of BeautifulSoup with lxml."""

    def measure() -> list[float]:
        return sorted(cpu(stage, page) / cpu(parse, page) for page in pages)

    ratios = benchmark.pedantic(measure, rounds=1)
    spread = f"from {ratios[0]:.2f} to {ratios[-1]:.2f}"
    tell(f"{stage.__name__} / bs4+lxml, CPU: median {median(ratios):.2f}, {spread}")
    assert stage is reconcile or median(ratios) < CEILING
