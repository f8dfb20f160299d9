"""The words round the titles of a text, with its names and handles: what the readers of offices look at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from reconcile.model import Span
from reconcile.names.capitals import read_capitals
from reconcile.names.mentions import Name, read_names
from reconcile.names.offices import fields
from reconcile.names.title_places import stretches_at, title_places
from reconcile.patterns import lazy_re, lazy_regex

#: Letters, with digits and accents behind the first; `re` takes half the time that `regex` does. Plain small
#: letters, tried first, are told faster than any letter is.
_WORD = lazy_re(r"([^\W\d_](?:[a-z]++|[^\W_]|[\u0300-\u036f])*+(?:['’.&-][^\W\d_]++)*+['’]?)")
_AND = lazy_regex(r"(?:,| and| &) ")


class TitleWords:
    """One text: its names and handles are found once, and the words of the lines that have a title."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: Where a word stands with which a title may begin.
        self.places = title_places(text)
        #: Where each word begins and ends, and the word in small letters.
        self.begin: list[int] = []
        self.end: list[int] = []
        self.key: list[str] = []
        for stretch in stretches_at(text, self.places):
            self._split(stretch)
        names = read_names(text) if self.places else ()
        self.by_start: dict[int, Name] = {n.start: n for n in names}
        self.by_end: dict[int, Name] = {n.end: n for n in names}
        self.handles: dict[int, Span] = {span.start: span for span, _ in read_capitals(text).handles}
        #: Where names and handles begin, and where names end, in order.
        self.starts: Sequence[int] = sorted([*self.by_start, *self.handles])
        self.ends: Sequence[int] = sorted(self.by_end)

    def _split(self, stretch: tuple[int, int]) -> None:
        """Keep the words of a stretch round a title."""
        # Splitting and adding up lengths makes no match objects: it takes a third of the time.
        parts = _WORD.split(self.text[slice(*stretch)])
        edges = list(accumulate(map(len, parts), initial=stretch[0]))
        self.begin += edges[1:-1:2]
        self.end += edges[2::2]
        self.key += [word.lower().replace("’", "'") for word in parts[1::2]]

    def touch(self, i: int) -> bool:
        """Whether one space alone parts word `i` from the next."""
        return self.text[self.end[i] : self.begin[i + 1]] in (" ", "\u00a0", ". ")

    def field_before(self, i: int) -> tuple[int, str]:
        """How many words up to word `i` name a field of government, and which."""
        for width in (3, 2, 1):
            field = fields().get(" ".join(self.key[i + 1 - width : i + 1])) if i + 1 >= width else None
            if field:
                return width, field
        return 0, ""

    def fields_at(self, at: int) -> tuple[frozenset[str], int]:
        """The fields of government named from offset `at` on, and where they end."""
        found: set[str] = set()
        i, end = bisect_left(self.begin, at), at
        while i < len(self.begin) and self.begin[i] == at:
            width = next((w for w in (3, 2, 1) if " ".join(self.key[i : i + w]) in fields()), 0)
            if not width:
                break
            found.add(fields()[" ".join(self.key[i : i + width])])
            end = self.end[min(i + width, len(self.end)) - 1]
            joint = _AND.match(self.text, end)
            at = joint.end() if joint else -1
            i = bisect_left(self.begin, at) if joint else len(self.begin)
        return frozenset(found), end
