"""A release as a web page, or as the HTML of a mail: its words in lines, tables of figures as lines.

The article's region of the page is kept whole: letterheads, date lines, marks of the end and contacts are a release's
own, though a reader of news has no use for them. What the page has around it (menus, share lines) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import Element, parse

from reconcile.reading.article import find_article
from reconcile.reading.blocks import Block
from reconcile.reading.dated import published_in_page
from reconcile.reading.formats.contents import Contents
from reconcile.reading.formats.tables import lines_of
from reconcile.reading.parts import parts_of
from reconcile.reading.walk import walk

#: More tables are not taken apart: their cells stay lines.
_MOST_TABLES = 200
_MOST_CELLS = 20_000
#: A block this much of which is links is the site's, unless it is a line with an address.
_LINKED = 0.85


def read_markup(markup: str) -> Contents:
    """The words of the page's release in lines, and the day that the page gives itself.

    Never raises for what the markup is like; a page without words gives an empty text.
    """
    tree = parse(markup)
    body = tree.find("body")
    if body is None:
        return Contents("")
    _lay_out_tables(body)
    walked = walk(body)
    titles = [title.text for title in [tree.find("title")] if title is not None]
    article = find_article(walked.blocks, walked.containers, titles)
    kept = {id(block) for _, block in parts_of(walked.blocks, article)}
    region = article.region
    blocks = [
        block
        for i, block in enumerate(walked.blocks)
        if id(block) in kept or (i in region and block.text and not _is_of_the_site(block))
    ]
    day = published_in_page(tree)
    text = "\n\n".join(_words(block) for block in blocks)
    return Contents(text, issued=day[0] if day else None, notes=tuple(walked.notes))


def _words(block: Block) -> str:
    """What a block says; a post's own words where it is one."""
    words = block.text if block.found is None else block.found.printed.text or block.found.url or ""
    return f"• {words}" if block.tag == "li" and words[:1] not in "•-–" else words


def _is_of_the_site(block: Block) -> bool:
    """Whether the block is a list of links; a line with an address is a contact."""
    return "@" not in block.text and block.linked > _LINKED * len(block.text)


def _lay_out_tables(body: Element) -> None:
    """Put lines in the place of each table that holds no other."""
    left = _MOST_CELLS
    for table in list(body.find_all("table"))[:_MOST_TABLES]:
        if table.find("table") is not None or table.find("p, h1, h2, blockquote, iframe") is not None:
            continue
        rows = [[_cell(cell) for cell in row] for row in _rows(table)]
        left -= sum(map(len, rows))
        lines = lines_of(rows) if left > 0 and len(rows) > 1 else []
        if lines:
            caption = table.find("caption")
            titled = [caption.text.strip()] if caption is not None and caption.text.strip() else []
            table.set_inner_html("")
            table.replace_with(*_paragraphs([*titled, *lines]))


def _rows(table: Element) -> Iterator[list[Element]]:
    for row in table.find_all("tr"):
        yield [cell for cell in row if isinstance(cell, Element) and cell.tag in ("td", "th")]


def _cell(cell: Element) -> str:
    return " ".join(cell.text.split())


def _paragraphs(lines: list[str]) -> list[Element]:
    """Each line as a paragraph of its own."""
    made = []
    for line in lines:
        paragraph = Element("p")
        paragraph.set_text(line)
        made.append(paragraph)
    return made
