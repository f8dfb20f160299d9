"""What a file of any format holds, once it is read: its words in lines, and what it says of itself."""

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen
class Contents:
    """The words of a release's file, and what the file itself tells beside them."""

    #: A line a paragraph or a row of a table, in the order of reading.
    text: str
    issuer: str | None = None
    issued: date | None = None
    headline: str | None = None
    #: Words around the release that are no part of it: the letter that an attachment came with.
    cover: str = ""
    #: What a person should know about the reading.
    notes: tuple[str, ...] = ()
