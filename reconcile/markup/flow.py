"""Inline text as a browser lays it out: white space collapsed, breaks kept, unseen characters dropped."""

from __future__ import annotations

from reconcile.patterns import lazy_re

#: Drawn as nothing: soft hyphen, zero-width space, word joiner, byte-order mark.
_UNSEEN_CHARS = "\u00ad\u200b\u2060\ufeff"
_UNSEEN = lazy_re(f"[{_UNSEEN_CHARS}]+")


def visible(data: str) -> str:
    """What a reader sees of a stretch of text; "" where it is nothing.

    >>> visible(" so\u00adft \u200b hy\\n phen ")
    'soft hy phen'
    """
    words = data.strip()
    # Most texts are words with one blank between them, and no sign that is not printed: asking takes a third of
    # the time of splitting and joining.
    if words.isprintable() and "  " not in words:
        return words
    # Browsers keep no-break spaces and the like; a reader cannot tell them from others.
    seen = " ".join(words.split())
    if not seen.isascii() and any(map(seen.__contains__, _UNSEEN_CHARS)):
        return " ".join(_UNSEEN.sub("", seen).split())
    return seen


class Flow:
    """A text in the making; `length` is where the next visible character will stand, breaks aside."""

    def __init__(self) -> None:
        self.length = 0
        #: White space stands behind what was added.
        self.spaced = False
        self._parts: list[str] = []
        self._breaks = 0

    def add(self, data: str) -> int | None:
        """Add a stretch of text; returns where its first visible character stands, None if it has none."""
        if not (seen := visible(data)):
            self.spaced = self.spaced or data.isspace()
            return None
        start = self.length
        if start:
            if self._breaks:
                self._parts.append("\n" * self._breaks)
                start += self._breaks
            elif self.spaced or data[0].isspace():
                self._parts.append(" ")
                start += 1
        self._parts.append(seen)
        self.length = start + len(seen)
        self.spaced, self._breaks = data[-1].isspace(), 0
        return start

    def line(self) -> None:
        """A line break; two make a blank line, more are not seen."""
        self._breaks = min(2, self._breaks + 1)

    def paragraph(self) -> None:
        """The border of a paragraph: a blank line between what stands before and after it."""
        self._breaks = 2

    def text(self) -> str:
        """What was added, without white space at either end.

        >>> flow = Flow()
        >>> for part in ("  One ", "\\n two", ""): _ = flow.add(part)
        >>> flow.line(); _ = flow.add(" three ")
        >>> flow.text()
        'One two\\nthree'
        """
        return "".join(self._parts)

    def take(self) -> str:
        """The text, and begin anew."""
        text = "".join(self._parts)
        self.length = self._breaks = 0
        self.spaced = False
        self._parts.clear()
        return text

    def ends_with_bracket(self) -> bool:
        """Whether the last visible character closes a bracket."""
        return bool(self._parts) and self._parts[-1][-1] in ")）"
