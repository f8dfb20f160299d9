"""An HTML page to a document: its text, what each part of it is, and the posts in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from turbohtml import Document as Tree
from turbohtml import parse

from reconcile.model import Document, Post
from reconcile.patterns import lazy_re
from reconcile.reading.article import Article, find_article
from reconcile.reading.blocks import Block
from reconcile.reading.dated import published_in_page
from reconcile.reading.duplicates import once
from reconcile.reading.language import language_of
from reconcile.reading.page_text import PageText
from reconcile.reading.parts import parts_of
from reconcile.reading.published import published_in_text, stamp_at
from reconcile.reading.unmarked import find_unmarked, may_hold_tail, numbered, split_segments
from reconcile.reading.walk import walk

#: Told where a page is all code and links.
NO_TEXT = "no article was found in the page"
#: How far above the headline a date stamp may stand, in blocks.
_ABOVE = 4
#: The primary part of a language tag.
_TAG = lazy_re(r"\s*([A-Za-z]{2,3})(?![A-Za-z])")
_TITLES = ("og:title", "twitter:title")


def read_page(
    markup: str, *, uri: str | None, published: date | None, sha256: str, notes: Sequence[str] = ()
) -> tuple[Document, tuple[Post, ...]]:
    """The document in `markup`, and its posts in order.

    `published` overrules what the page says of its date. Never raises for what the markup is like;
    `Document.notes` tells where input was cut.
    """
    tree = parse(markup)
    body = tree.find("body")
    if body is None:
        return Document("", (), "text/html", sha256, uri, notes=(*notes, NO_TEXT)), ()
    walked = walk(body)
    article = find_article(walked.blocks, walked.containers, _titles(tree))
    language = _language(tree)
    laid_out = PageText(language)
    for kind, block in once(parts_of(walked.blocks, article)):
        laid_out.add(kind, block)
    text = laid_out.text()
    unmarked = find_unmarked(laid_out.prose(), language, laid_out.dates) if may_hold_tail(text) else []
    posts = numbered(laid_out.posts(), unmarked)
    segments = laid_out.segments()
    if unmarked:
        segments = split_segments(segments, [post.span for post in unmarked if post.span])
    day, told_by = (
        (published, "argument") if published else _published(tree, laid_out, walked.blocks, article)
    )
    document = Document(
        text=text,
        segments=segments,
        media_type="text/html",
        sha256=sha256,
        uri=uri,
        language=language or language_of(text),
        published=day,
        published_from=told_by,
        anchors=laid_out.anchors(),
        notes=(*notes, *walked.notes, *(() if segments else (NO_TEXT,))),
    )
    return document, posts


def _published(
    tree: Tree, laid_out: PageText, blocks: Sequence[Block], article: Article
) -> tuple[date | None, str | None]:
    """The day of publication and what says so: the page's metadata, else a stamp or dateline in the text."""
    if (told := published_in_page(tree)) is not None:
        return told
    text = laid_out.text()
    for segment in laid_out.segments():
        if segment.kind == "post":
            blank = "\n" * (segment.span.end - segment.span.start)
            text = text[: segment.span.start] + blank + text[segment.span.end :]
    others = [post.posted for post in laid_out.posts() if post.posted is not None]
    if (told := published_in_text(text, others)) is not None:
        return told
    above = blocks[max(0, (article.headline or 0) - _ABOVE) : article.headline or 0]
    stamps = (stamp_at(block.text, 0, len(block.text)) for block in above)
    day = next((stamp.date for stamp in stamps if stamp is not None and stamp.date is not None), None)
    return (day, "stamp") if day else (None, None)


def _titles(tree: Tree) -> list[str]:
    """What the page calls itself."""
    title = tree.find("title")
    titles = [title.text] if title is not None else []
    titles += [
        meta.attr("content") or ""
        for meta in tree.find_all("meta")
        if (meta.attr("property") or meta.attr("name")) in _TITLES
    ]
    return [title for title in titles if title.strip()]


def _language(tree: Tree) -> str | None:
    """The primary tag of the page's language, as the page declares it."""
    root = tree.root
    declared = (root.attr("lang") or root.attr("xml:lang") or "") if root is not None else ""
    tag = _TAG.match(declared)
    return tag[1].lower() if tag else None
