"""The block of a page that is being laid out: its text so far, what of it is in links, where they lead."""

from __future__ import annotations

from reconcile.markup.flow import Flow, visible
from reconcile.reading.blocks import Block, Found, Part
from reconcile.reading.embeds import read_line


class OpenBlock(Flow):
    """The text between the last block border and the next; the blocks that are done go to `blocks`."""

    def __init__(self, blocks: list[Block]) -> None:
        super().__init__()
        self.blocks = blocks
        #: How many links are open.
        self.anchors = 0
        #: Where the text starts in the source, once there is any.
        self.position: tuple[int, int] | None = None
        self._tag = ""
        self._part: Part = ""
        #: How many characters are in links.
        self._linked = 0
        #: Where the links lead, and of those right behind a bracket also where they begin.
        self._hrefs: list[str] = []
        self._dates: list[tuple[int, str]] = []

    def words(self, data: str, tag: str, part: Part) -> None:
        """Add a text of the page that stands in an element of that tag."""
        start = self.add(data)
        if start is None:
            return
        if start == 0:
            self._tag, self._part = tag, part
        if self.anchors:
            self._linked += self.length - start

    def link(self, href: str) -> None:
        """A link begins that leads to `href`."""
        self.anchors += 1
        self._hrefs.append(href)
        if self.ends_with_bracket():
            self._dates.append((self.length, href))

    def close(self, position: tuple[int, int] | None = None) -> None:
        """The border of a block: what was laid out is one, if it is any; the next starts at `position`."""
        if self.length:
            self._done(self.take(), self._tag, self._part, self._linked)
            self._linked = 0
        if self._hrefs:
            self._hrefs.clear()
            self._dates.clear()
        self.position = position

    def whole(self, data: str, tag: str, part: Part) -> None:
        """`data` is all that stands between two borders, as in most paragraphs: it needs no joining."""
        if text := visible(data):
            self._done(text, tag, part, len(text) if self.anchors else 0)
        self.position = None

    def post(self, found: Found, tag: str, position: tuple[int, int] | None) -> None:
        """A post stands here, as a block of its own."""
        self.blocks.append(Block("", tag, "", 0, position, found))

    def _done(self, text: str, tag: str, part: Part, linked: int) -> None:
        posts = read_line(text, self._hrefs) if "/" in text and (" " not in text or text[0] == "<") else []
        for found in posts:
            self.post(found, tag, self.position)
        if not posts:
            dates = tuple(self._dates)
            self.blocks.append(Block(text, tag, part, linked, self.position, None, dates))
