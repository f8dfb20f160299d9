"""The text of a page's article, laid out block by block, with the segments and posts in it."""

from __future__ import annotations

from reconcile.markup.embedded import Embedded
from reconcile.model import Anchor, Post, Segment, SegmentKind, Span
from reconcile.platforms import parse_link
from reconcile.reading.blocks import Block, Found
from reconcile.reading.posted import posted
from reconcile.reading.tokens import hashtags_of, links_of, media_of, mentions_of

_GAP = "\n\n"


class PageText:
    """A document's text in the making."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._parts: list[str] = []
        self._length = 0
        #: Of each segment its kind and its start: it ends where the next begins.
        self._starts: list[tuple[SegmentKind, int]] = []
        self._anchors: list[Anchor] = []
        self._posts: list[Post] = []
        #: Links right behind a bracket: where they begin in the text, and where they lead.
        self.dates: list[tuple[int, str]] = []

    def text(self) -> str:
        """What was laid out."""
        return "".join(self._parts)

    def prose(self) -> str:
        """The text with all but headline and prose blanked to line ends, and without the headline's words."""
        text = self.text()
        return "".join(
            segment.span.of(text)
            if segment.kind == "prose"
            else "\n" * (segment.span.end - segment.span.start)
            for segment in self.segments()
        )

    def segments(self) -> tuple[Segment, ...]:
        """The tiles of the text, in order."""
        ends = [start for _, start in self._starts[1:]] + [self._length]
        starts = zip(self._starts, ends, strict=False)  # without a segment, one end is left over
        return tuple(Segment(kind, Span(start, end)) for (kind, start), end in starts)

    def posts(self) -> tuple[Post, ...]:
        """The posts, in order."""
        return tuple(self._posts)

    def anchors(self) -> tuple[Anchor, ...]:
        """Where the blocks stand in the source."""
        return tuple(self._anchors)

    def add(self, kind: SegmentKind, block: Block) -> None:
        """Lay out one block more."""
        if block.found is not None:
            self._add_post(block.found, block.position)
        elif block.text:
            self._begin(kind, block.position)
            self.dates += [(self._length + offset, url) for offset, url in block.dates]
            self._write(block.text)

    def _begin(self, kind: SegmentKind, position: tuple[int, int] | None) -> None:
        """Start a segment of `kind`, or go on with the last one; posts keep to themselves."""
        if self._length:
            self._write(_GAP)
        if not self._starts or self._starts[-1][0] != kind or kind == "post":
            self._starts.append((kind, self._length))
        if position is not None:
            self._anchors.append(Anchor(self._length, position[0], position[1] + 1))

    def _write(self, text: str) -> None:
        """Add to the text; the last segment grows with it."""
        self._parts.append(text)
        self._length += len(text)

    # -- posts -----------------------------------------------------------------------------------------

    def _add_post(self, found: Found, position: tuple[int, int] | None) -> None:
        """Lay out a post and those that it quotes."""
        self._begin("post", position)
        self._post(found, None)

    def _post(self, found: Found, parent: str | None) -> None:
        printed = found.printed
        start = self._length
        name = f"p{len(self._posts) + 1}"
        index = len(self._posts)
        self._posts.append(_BLANK)
        body = date = None
        if printed.text:
            self._write(printed.text)
            body = Span(start, self._length)
            if printed.quoted is not None:
                self._write("\n")
                self._post(_quoted(found, printed.quoted), name)
            tail, shown = _tail(printed)
            if tail:
                self._write("\n")
                if shown is not None:
                    date = Span(self._length + shown.start, self._length + shown.end)
                self._write(tail)
        elif found.url:
            self._write(found.url)
        self._posts[index] = self._made(found, name, Span(start, self._length), body, date, parent)

    def _made(
        self, found: Found, name: str, span: Span, body: Span | None, date: Span | None, parent: str | None
    ) -> Post:
        """The noun of a post that stands at `span`."""
        printed, text = found.printed, found.printed.text
        when = posted(found.platform, found.status_id, printed, self._language)
        return Post(
            id=name,
            origin="reproduced",
            platform=found.platform,
            text=text,
            span=span,
            body=body,
            author_name=printed.name,
            handle=printed.handle or found.link_handle,
            posted=when.day,
            posted_at=when.moment,
            posted_from=when.source,
            shown_date=printed.shown_date,
            shown_date_span=date,
            url=found.url,
            status_id=found.status_id,
            mentions=mentions_of(text or ""),
            hashtags=hashtags_of(text or ""),
            links=links_of(text or ""),
            media=media_of(text or ""),
            parent=parent,
            form=found.form,
        )


_BLANK = Post("", "reproduced", "", None)


def _quoted(found: Found, printed: Embedded) -> Found:
    """A quoted post as a find of its own; what its link is, the page does not always say."""
    link = parse_link(printed.href) if printed.href else None
    status = link.status_id if link and link.platform == found.platform else None
    return Found(found.platform, printed, printed.href, status, link.handle if link else None, "quoted")


def _tail(printed: Embedded) -> tuple[str, Span | None]:
    """The line under a post's body, and where the printed date stands in it."""
    tail = printed.tail
    if not tail:
        handle = f"(@{printed.handle})" if printed.handle else ""
        parts = [part for part in (printed.name, handle, printed.shown_date) if part]
        tail = f"— {' '.join(parts)}" if parts else ""
    at = tail.rfind(printed.shown_date) if printed.shown_date else -1
    return tail, Span(at, at + len(printed.shown_date or "")) if at >= 0 else None
