"""CPU time beside that of other readers of pages, in one run on the same pages: medians of the ratios page by page.

    pytest benchmarks/test_peers.py          (`pip install -e '.[peers]'` brings the peers)

They do other work, and less of it: BeautifulSoup builds a tree, trafilatura and newspaper4k find the article's text,
the regular expression only walks over it. They are a measure that moves with the machine.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from statistics import median

import pytest
from bs4 import BeautifulSoup

from benchmarks.clock import at, cpu_in_turn
from reconcile import reconcile
from reconcile.reading import read_document

Call = Callable[[], object]
WORDS = r"re.findall(r'\w+')"


def soup(page: bytes) -> Call:
    return lambda: BeautifulSoup(page, "lxml")


def trafilatura(page: bytes) -> Call:
    return partial(import_module("trafilatura").extract, page.decode("utf-8", "replace"))


def newspaper4k(page: bytes) -> Call:
    newspaper, text = import_module("newspaper"), page.decode("utf-8", "replace")
    domains = import_module("tldextract.tldextract")
    # Its copy of the list of domains will do: a benchmark asks nothing of the network.
    domains.TLD_EXTRACTOR = domains.TLDExtract(suffix_list_urls=(), cache_dir=None)

    def read() -> None:
        article = newspaper.Article("https://news.example/article", fetch_images=False)
        article.download(input_html=text)
        article.parse()

    return read


def words(page: bytes) -> Call:
    """The scan of the text that `reconcile` reads off the page."""
    return partial(re.findall, r"\w+", reading(page)()[0].text)


def reading(page: bytes) -> Call:
    return partial(read_document, page, uri=None, media_type=None, published=None)


def whole(page: bytes) -> Call:
    return partial(reconcile, page)


#: How each is called in the figures; the two of ours first.
READERS: dict[str, Callable[[bytes], Call]] = {
    "reading": reading,
    "all": whole,
    "bs4+lxml": soup,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    WORDS: words,
}
#: What is held against what, and the most that the median over real pages may be. A limit is far off: the baseline
#: holds the rest.
PAIRS = [
    ("reading", "bs4+lxml", 0.6),
    ("all", "bs4+lxml", 2.0),
    ("all", "trafilatura", None),
    ("all", "newspaper4k", None),
    ("all", WORDS, None),
]
GROUP = "peers, median of the pages"


@pytest.fixture(scope="module")
def times(sample, short) -> tuple[str, dict[str, list[float | None]]]:
    """The CPU seconds of each reader on each page; None where it cannot read it."""
    texts, pages = sample
    rows: dict[str, list[float | None]] = {name: [] for name in READERS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the peers find worth a warning
        for page in pages:
            calls = {name: call for name, reader in READERS.items() if (call := ready(reader, page))}
            found = dict(zip(calls, cpu_in_turn(list(calls.values()), 2 if short else 4), strict=True))
            for name, row in rows.items():
                row.append(found.get(name))
    return texts, rows


def ready(reader: Callable[[bytes], Call], page: bytes) -> Call | None:
    """The call, where the reader is installed and gets through the page."""
    try:
        call = reader(page)
        call()
    except Exception:  # newspaper4k wants more packages for some languages
        if reader in (reading, whole):
            raise
        return None
    return call


@pytest.mark.parametrize(("mine", "peer", "limit"), PAIRS)
def test_ratio(mine, peer, limit, times, figures):
    texts, rows = times
    both = [(one, other) for one, other in zip(rows[mine], rows[peer], strict=True) if one and other]
    if not both:
        pytest.skip(f"{peer} is missing or reads none of the pages: pip install -e '.[peers]'")
    ratios = [one / other for one, other in both]
    ours, theirs = zip(*both, strict=True)
    note = f"95 % under {at(0.95, ratios):.2f}; {1000 * median(ours):.2f} ms of {1000 * median(theirs):.2f}"
    failed = len(rows[mine]) - len(both)
    note += f"; {len(both)} pages" + f", {failed} that it cannot read" * bool(failed)
    value, limit = median(ratios), limit if texts == "real pages" else None
    figures.ratio(GROUP, f"{mine} / {peer}, {texts}", value, limit, note)
    if (mine, peer) == ("all", "bs4+lxml"):
        figures.ratio(
            GROUP, f"all / bs4+lxml, 95th percentile of each, {texts}", at(0.95, ours) / at(0.95, theirs)
        )
    assert limit is None or value < limit


def test_flat_text(flat, figures):
    """A flat article of 3 KB against the scan of its words."""
    text = flat.decode()
    ours, scan = cpu_in_turn(
        [partial(reconcile, flat), lambda: [re.findall(r"\w+", text) for _ in range(50)]], 20
    )
    ratio = ours / scan * 50
    figures.ratio("peers, flat text of 3 KB", f"all / {WORDS}", ratio, note=f"{1000 * ours:.2f} ms")
    assert ratio < 500
