"""The nouns of a page in the reading: blocks of text in document order, and the elements that hold them."""

from __future__ import annotations

from typing import Literal

from attrs import Factory, define, frozen

from reconcile.markup.embedded import Embedded

#: What a block is before the article is found: "" is any text, "about" a box about the writer.
Part = Literal["", "metadata", "about", "standfirst", "caption"]


@frozen
class Found:
    """A post as it stands in the page: what the embed prints, and what its link says."""

    platform: str
    printed: Embedded
    #: The link to the post as the page gives it, or None.
    url: str | None
    status_id: str | None
    #: The account's handle as the link spells it.
    link_handle: str | None
    #: The kind of markup: "blockquote", "iframe", "card", "attribute", "json", "link" ...
    form: str


@define
class Block:
    """A run of text between two block borders, or a post."""

    text: str
    #: Innermost block element, in lower case.
    tag: str
    part: Part
    #: How many characters of the text are in links.
    linked: int
    #: Where the text starts in the source: line from 1, column from 0; None where the parser does not know.
    position: tuple[int, int] | None
    found: Found | None = None
    #: Links right behind a bracket, as the date of a post is: where they begin, and where they lead.
    dates: tuple[tuple[int, str], ...] = ()


@define
class Container:
    """An element that holds blocks `first` up to, not including, `last`."""

    tag: str
    parent: int
    first: int
    #: -1 while the element is being walked.
    last: int = -1
    #: Marked as the article's body by microdata or a role.
    marked: bool = False

    def holds(self, block: int) -> bool:
        """Whether the block of that number is in the element."""
        return self.first <= block < self.last


@define
class Walk:
    """What a walk over the page finds, in document order."""

    blocks: list[Block] = Factory(list)
    containers: list[Container] = Factory(list)
    notes: list[str] = Factory(list)
