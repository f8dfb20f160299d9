"""How much of a page's prose an element holds, to tell the article from what only bears furniture's name."""

from __future__ import annotations

from turbohtml import Element

#: A share of the page's paragraphs above which an element is no furniture, whatever it is called.
_TOO_MUCH = 0.4


class Paragraphs:
    """The paragraphs of a page, counted only as far as it takes to know: the first few, as a rule."""

    def __init__(self, body: Element) -> None:
        self._left = body.iter_elements("p")
        self._counted = 0

    def too_many_in(self, element: Element) -> bool:
        """Whether too large a share of them, by length, is in `element`."""
        if element.find("p") is None:  # most that is furniture by its name has none
            return False
        held = sum([len(p.text) for p in element.find_all("p")])
        while held > _TOO_MUCH * self._counted:
            if (paragraph := next(self._left, None)) is None:
                return held > 0
            self._counted += len(paragraph.text)
        return False
