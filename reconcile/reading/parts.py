"""What each block of the article is: headline, prose, metadata, post; what is none of them is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.lexicons import load_words
from reconcile.model import SegmentKind
from reconcile.patterns import lazy_regex
from reconcile.reading.article import Article
from reconcile.reading.blocks import Block

Part = tuple[SegmentKind, Block]

#: A block in which nearly all is links is no prose, unless it is a sentence.
_LINKED = 0.85
_SENTENCE = lazy_regex(r"\p{L}[^.!?。！？]{30,}[.!?…。！？؟।][\"'”’»)\]]*\s*\Z")
#: A sentence's end, behind which an agency or initials may stand in brackets.
_ENDED = lazy_regex(r"[.!?…。！？؟।:][\"'”’»)\]]*\s*(?:[(\[/][^()\[\]\n]{1,40}[)\]/])?\s*\Z")
_CLOSERS, _STOPS = " \n\"'”’»)]", tuple(".!?…。！？؟।")
_MIN_WORDS = 6
_EDGES = " \t\n.:!…»›>|·•-–—*"
#: Longer text is never a byline, a share line or a heading.
_MAX_LINE = 120
_MAX_METADATA = 300
_MIN_STANDFIRST = 60
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: How much of the article's text may stand under the heading of a list of other stories.
_MAX_RAIL = 0.3


def parts_of(blocks: Sequence[Block], article: Article) -> list[Part]:
    """The article's blocks with what each is, in order."""
    inside = {*article.head, *article.body} | ({article.headline} if article.headline is not None else set())
    stray = [i for i in article.region if i not in inside and blocks[i].found is not None]
    parts: list[Part] = [("post", blocks[i]) for i in stray if i < min(inside, default=0)]
    if article.headline is not None:
        parts.append(("headline", blocks[article.headline]))
    for block in (blocks[i] for i in article.head):
        kind = _kind(block)
        if kind != "prose" or block.part in ("standfirst", "caption") or len(block.text) >= _MIN_STANDFIRST:
            parts.extend([(kind, block)] if kind else [])
    body = _without_rail(blocks[article.body.start : article.body.stop])
    parts += _without_foot([(kind, block) for block in body if (kind := _kind(block))])
    return parts + [("post", blocks[i]) for i in stray if i >= article.body.stop]


def _kind(block: Block) -> SegmentKind | None:
    """What the block is by itself; None for furniture."""
    if block.found is not None:
        return "post"
    if block.part == "about" or _is_furniture(block):
        return None
    if block.part == "metadata":
        return "metadata" if len(block.text) < _MAX_METADATA else "prose"
    if (
        len(block.text) < _MAX_LINE
        and block.text.casefold().startswith(_bylines())
        and not _ENDED.search(block.text)
    ):
        return "metadata"
    return "prose"


def _is_furniture(block: Block) -> bool:
    """Whether the block is a list of links, or a line of the site's own."""
    if block.linked > _LINKED * len(block.text) and not _is_sentence(block.text):
        return True
    if len(block.text) > _MAX_LINE:
        return False
    line = block.text.casefold().strip(_EDGES)
    return not line or line in load_words("furniture", "lines") or line.startswith(_starts())


def _is_sentence(text: str) -> bool:
    """Whether `text` ends with a sentence of some length; few lists of links have even a stop at the end."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS and _SENTENCE.search(text) is not None


@cache
def _starts() -> tuple[str, ...]:
    return tuple(load_words("furniture", "starts"))


@cache
def _bylines() -> tuple[str, ...]:
    return tuple(load_words("furniture", "bylines"))


def _without_foot(parts: list[Part]) -> list[Part]:
    """`parts` without headings and scraps below the last sentence, list entry or post."""
    last = len(parts)
    while last and parts[last - 1][0] == "prose" and _is_scrap(parts[last - 1][1]):
        last -= 1
    return parts[:last] if last else parts


def _is_scrap(block: Block) -> bool:
    """Whether the block is a heading, or short words that are no sentence."""
    if block.tag in _HEADINGS:
        return True
    if len(block.text) >= _MAX_LINE or block.tag == "li" or _ENDED.search(block.text):
        return False
    return block.tag != "p" or len(block.text.split()) < _MIN_WORDS


def _without_rail(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks` without what stands under a heading such as "Most read", low in the article; posts stay."""
    left = total = sum(len(block.text) for block in blocks) or 1
    cut = False
    for block in blocks:
        if not cut and block.tag in _HEADINGS and left < _MAX_RAIL * total:
            cut = block.text.casefold().strip(_EDGES).startswith(_rail_heads())
        left -= len(block.text)
        if not cut or block.found is not None:
            yield block


@cache
def _rail_heads() -> tuple[str, ...]:
    """How headings of lists of other stories begin."""
    return tuple(load_words("html", "rail_heads"))
