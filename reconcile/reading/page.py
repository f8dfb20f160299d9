"""An HTML page to a document: its text, what each part of it is, and the posts in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex
from turbohtml import Document as Tree
from turbohtml import parse

from reconcile.model import Document, Post, SegmentKind
from reconcile.reading.article import Article, find_article
from reconcile.reading.blocks import Block
from reconcile.reading.dated import published_in_page
from reconcile.reading.duplicates import once
from reconcile.reading.layout import Layout
from reconcile.reading.walk import walk

#: A block in which nearly all is links is no prose, unless it is a sentence.
_LINKED = 0.85
_SENTENCE = regex.compile(r"\p{L}[^.!?。！？]{30,}[.!?…。！？؟।][\"'”’»)]?\s*\Z")
_MIN_STANDFIRST = 60


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
        return Document("", (), "text/html", sha256, uri, notes=tuple(notes)), ()
    walked = walk(body)
    article = find_article(walked.blocks, walked.containers, _titles(tree))
    day, told_by = (published, "argument") if published else published_in_page(tree, walked.blocks, article)
    layout = Layout(_language(tree))
    for kind, block in once(_parts(walked.blocks, article)):
        layout.add(kind, block)
    posts = layout.posts()
    document = Document(
        text=layout.text(),
        segments=layout.segments(),
        media_type="text/html",
        sha256=sha256,
        uri=uri,
        language=_language(tree),
        published=day,
        published_from=told_by,
        anchors=layout.anchors(),
        notes=(*notes, *walked.notes),
    )
    return document, posts


def _parts(blocks: Sequence[Block], article: Article) -> list[tuple[SegmentKind, Block]]:
    """The article's blocks with what each is, furniture left out."""
    parts: list[tuple[SegmentKind, Block]] = []
    if article.headline is not None:
        parts.append(("headline", blocks[article.headline]))
    for block in (blocks[i] for i in article.head):
        if block.found is not None:
            parts.append(("post", block))
        elif block.part == "metadata" and len(block.text) < 300:
            parts.append(("metadata", block))
        elif _is_prose(block) and (
            block.part in ("standfirst", "caption") or len(block.text) >= _MIN_STANDFIRST
        ):
            parts.append(("prose", block))
    for block in (blocks[i] for i in article.body):
        if block.found is not None:
            parts.append(("post", block))
        elif block.part == "metadata" and len(block.text) < 300:
            parts.append(("metadata", block))
        elif block.part != "about" and _is_prose(block):
            parts.append(("prose", block))
    return parts


def _is_prose(block: Block) -> bool:
    """Whether the block is words of the article rather than a list of links."""
    return block.linked <= _LINKED * len(block.text) or bool(_SENTENCE.search(block.text))


def _titles(tree: Tree) -> list[str]:
    """What the page calls itself."""
    found = [tree.find("title")]
    titles = [element.text for element in found if element is not None]
    titles += [
        meta.attr("content") or ""
        for meta in tree.find_all("meta")
        if (meta.attr("property") or meta.attr("name")) in ("og:title", "twitter:title")
    ]
    return [title for title in titles if title.strip()]


def _language(tree: Tree) -> str | None:
    """The primary tag of the page's language, as the page declares it."""
    root = tree.root
    declared = (root.attr("lang") or root.attr("xml:lang") or "") if root is not None else ""
    tag = regex.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", declared)
    return tag[1].lower() if tag else None
