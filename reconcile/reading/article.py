"""Which of a page's blocks are the article: where the prose is densest, from its headline on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reconcile.patterns import lazy_re
from reconcile.reading.blocks import Block, Container

#: An element that holds this share of what its parent holds is looked into instead of the parent.
_DOMINANT = 0.8
#: The share for elements that the page itself marks as its article.
_MARKED = 0.5
#: The share for an element that holds the headline.
_WITH_HEADLINE = 0.45
#: What a sentence ends with; a block's text ends without white space.
_SENTENCE_ENDS = tuple(".!?…。！？؟।»\"'”’)]")
_WORD = lazy_re(r"\w+")
#: Text this long counts no more: one huge block is no better than several.
_MAX_WEIGHT = 1000
_POST_WEIGHT = 150
_MIN_PROSE = 25
#: How far above the body a headline may stand, and how far into it, in blocks.
_MAX_HEAD, _MAX_DEEP = 60, 12
_MAX_HEADLINE = 300
_ARTICLES = frozenset({"article", "main"})
#: Elements that are looked at as a whole.
_NO_ARTICLES = frozenset({"td", "tr", "ul", "ol", "figure"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: How like the page's title another heading, or another block, must be to be the headline.
_IS_TITLE, _IS_WHOLE_TITLE = 0.5, 0.7


class Article(NamedTuple):
    """The article's blocks among a page's: the headline, what stands between it and the body, the body."""

    headline: int | None
    #: Blocks between the headline and the body.
    head: range
    body: range
    #: All that stands in the same element: posts there are the article's, other blocks are not.
    region: range


def find_article(blocks: Sequence[Block], containers: Sequence[Container], titles: Sequence[str]) -> Article:
    """The article in a page; `titles` are what the page calls itself, to tell its headline."""
    if not blocks:
        return Article(None, range(0), range(0), range(0))
    wanted = [set(_WORD.findall(title.casefold())) for title in titles]
    heads = [i for i, block in enumerate(blocks) if block.tag == "h1" and len(block.text) <= _MAX_HEADLINE]
    named = max(heads, key=lambda i: (round(_likeness(blocks[i].text, wanted), 1), -i), default=None)
    if named is not None and len(heads) > 1 and _likeness(blocks[named].text, wanted) < _IS_TITLE:
        named = None
    root = _root(containers, [0.0, *accumulate(map(_weight, blocks))], named)
    first, last = root.first, max(root.last, root.first)
    headline = _headline(blocks, first, last, wanted)
    region = _region(containers, root, headline)
    if headline is None:
        return Article(None, range(first, first), range(first, last), region)
    if headline < first:
        return Article(headline, range(headline + 1, first), range(first, last), region)
    return Article(headline, range(headline, headline), range(headline + 1, last), region)


def _weight(block: Block) -> float:
    """How much the block looks like the article's prose."""
    if block.found is not None:
        return _POST_WEIGHT
    own = len(block.text) - block.linked
    if own < _MIN_PROSE or block.part in ("metadata", "about") or block.tag in _HEADINGS:
        return 0.0
    weight = min(own, _MAX_WEIGHT) * (own / len(block.text))
    if block.tag == "p":
        return weight
    return weight * (0.8 if own > 60 and block.text.endswith(_SENTENCE_ENDS) else 0.3)


def _root(containers: Sequence[Container], sums: Sequence[float], named: int | None) -> Container:
    """The smallest element that holds the prose: from the body down, while one child holds most.

    Where none does, the one that holds the headline, the block `named`, will do with less.
    """
    children: dict[int, list[int]] = {}
    for i, container in enumerate(containers):
        children.setdefault(container.parent, []).append(i)
    current = 0
    while below := children.get(current):
        scores = {i: sums[containers[i].last] - sums[containers[i].first] for i in below}
        whole = sums[containers[current].last] - sums[containers[current].first] or 1.0
        best = max(below, key=scores.__getitem__)
        with_headline = (i for i in below if named is not None and containers[i].holds(named))
        headed = next((i for i in with_headline if scores[i] >= _WITH_HEADLINE * whole), None)
        if headed is None:
            chosen = containers[best]
            alone = chosen.marked or sum(containers[i].tag == chosen.tag for i in below) == 1
            wanted = _MARKED if alone and (chosen.marked or chosen.tag in _ARTICLES) else _DOMINANT
            if scores[best] < wanted * whole or chosen.tag in _NO_ARTICLES:
                break
        current = best if headed is None else headed
    return containers[current]


def _region(containers: Sequence[Container], root: Container, headline: int | None) -> range:
    """The blocks of the smallest element that holds body and headline, or is marked as the article."""
    first = root.first if headline is None else min(headline, root.first)
    around = [c for c in containers if c.first <= first and root.last <= c.last and c.last > c.first]
    inner = min(around, key=lambda c: c.last - c.first, default=root)
    marked = [c for c in around if c.marked or c.tag == "article"]
    outer = min(marked, key=lambda c: c.last - c.first, default=inner)
    return range(outer.first, outer.last)


def _headline(blocks: Sequence[Block], first: int, last: int, wanted: Sequence[set[str]]) -> int | None:
    """The headline's block: the h1 most like the page's title, or a lower heading that is the title."""

    def best(candidates: Sequence[int], needed: float) -> int | None:
        scores = [(round(_likeness(blocks[i].text, wanted), 1), i) for i in candidates]
        good = [
            (score, i) for score, i in scores if score >= (needed if i < first + _MAX_DEEP else _IS_TITLE)
        ]
        return max(good, key=lambda pair: (pair[0], pair[1] <= first, pair[1]))[1] if good else None

    near = [i for i in range(max(0, first - _MAX_HEAD), last) if len(blocks[i].text) <= _MAX_HEADLINE]
    main = best([i for i in near if blocks[i].tag == "h1"], 0.0)
    if main is not None and _likeness(blocks[main].text, wanted) >= _IS_TITLE:
        return main
    lower = best([i for i in near if blocks[i].tag in _HEADINGS], _IS_TITLE)
    if lower is not None:
        return lower
    whole = best([i for i in near if i < first + _MAX_DEEP], _IS_WHOLE_TITLE)
    return main if whole is None else whole


def _likeness(text: str, titles: Sequence[set[str]]) -> float:
    """How many of the words of `text` and of the title most like it are the same, 0 to 1."""
    words = set(_WORD.findall(text.casefold()))
    return max((len(words & title) / len(words | title) for title in titles if title and words), default=0.0)
