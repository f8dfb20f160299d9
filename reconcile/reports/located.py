"""Where words stand: line and column in the file that was given, for every format that points at a place."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen

from reconcile.model import Document, Excerpt, Post, Report, Span
from reconcile.text import Lines


@frozen
class Position:
    """A line and a column, both from 1, in the article as it was given."""

    line: int
    column: int
    #: It is the words' own; in HTML it is that of the element they stand in.
    exact: bool = True


class Positions:
    """Finds, in the article's file, the words that a report speaks of.

    In flat text they are exact. In HTML they are those of the nearest element before the words of which the
    reader noted the place.
    """

    def __init__(self, report: Report) -> None:
        self._document: Document = report.document
        self._posts: dict[str, Post] = {post.id: post for post in report.posts}
        self._lines: Lines | None = None
        self._offsets = [anchor.offset for anchor in report.document.anchors]

    def at(self, offset: int) -> Position | None:
        """The position of `offset` in the document's text; None in HTML whose reader noted no positions."""
        if self._document.media_type == "text/plain":
            if self._lines is None:
                self._lines = Lines(self._document.text)
            return Position(*self._lines.at(offset))
        before = bisect_right(self._offsets, offset)
        if not before:
            return None
        anchor = self._document.anchors[before - 1]
        return Position(anchor.line, anchor.column, exact=False)

    def of(self, excerpt: Excerpt) -> Position | None:
        """The position of words of the article, or of a post that it reproduces letter for letter."""
        span = self.span(excerpt)
        return self.at(span.start) if span else None

    def end_of(self, excerpt: Excerpt) -> Position | None:
        """The position right behind those words; None where only their element is known."""
        span = self.span(excerpt)
        end = self.at(span.end) if span else None
        return end if end and end.exact else None

    def span(self, excerpt: Excerpt) -> Span | None:
        """Where the words stand in the article's text; None for those of a release or a post beside it."""
        if excerpt.source == "document":
            return excerpt.span
        post = self._posts.get(excerpt.source)
        if post is None or post.body is None:
            return None
        return Span(post.body.start + excerpt.span.start, post.body.start + excerpt.span.end)
