"""Titles in a text with what belongs to them: status, field of government, party, of what.

"Belgium's former Secretary of State for Migration and Asylum" is one office: secretary of state, former, of
the field migration, of Belgium.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from reconcile.model import Span
from reconcile.names.offices import (
    Status,
    Title,
    fields,
    statuses,
    title_starts,
    titles,
    written_capital,
)
from reconcile.names.tenure import is_over
from reconcile.names.title_places import prefixed
from reconcile.names.title_sides import left_side, right_side
from reconcile.names.title_words import TitleWords
from reconcile.patterns import lazy_regex

_CLOCK = lazy_regex(r"\d ?\Z")
#: Ladders of those who are elected to sit: the word before them is their party's.
_SEATS = frozenset({"parliament", "council", "party"})


@frozen
class Office:
    """A title as it stands in a text."""

    span: Span
    text: str
    #: The title alone, without field, status and "of".
    title_span: Span
    title: Title
    status: Status = ""
    #: Fields of government, canonical.
    fields: frozenset[str] = frozenset()
    #: What the office is of, as printed: "Grauholm", "works council"; "" for none.
    of: str = ""
    party: str = ""
    #: "the", "its", "our", "'s" ... or "".
    article: str = ""
    #: Where its holder is named or has a handle; None where the title stands alone.
    holder: Span | None = None
    #: A pronoun holds it: "She had been president".
    pronoun: bool = False
    #: The sentence tells of a change ("becomes", "was elected"): the status says nothing.
    changing: bool = False


class PhraseReader(TitleWords):
    """Reads the offices of one text."""

    def read(self) -> Iterator[Office]:
        """The titles in order, none bound to a holder yet."""
        starts, keys = title_starts(), self.key
        read = 0  # words before this one are a title's, or none
        for place in self.places:
            i = bisect_left(self.begin, place)
            if i < read or i == len(keys) or self.begin[i] != place:
                continue
            key = keys[i]
            status, first = prefixed(key) if "-" in key else ("", key)
            last = self._last(starts[first], i) if first in starts else None
            if last is None or (last == i and self._describes_next(i)):
                continue  # the field of "Justice Minister", the rank of "deputy chair", or no title
            form = " ".join([first, *keys[i + 1 : last + 1]])
            if self._is_title(i, last, form):
                yield self._office(i, last, titles()[form], status)
            read = last + 1

    def _describes_next(self, i: int) -> bool:
        """Whether word `i` is a field or a status, and the next word a title."""
        described = self.key[i] in fields() or self.key[i] in statuses()
        return described and i + 1 < len(self.key) and self.key[i + 1] in title_starts() and self.touch(i)

    def _last(self, forms: Sequence[tuple[str, ...]], i: int) -> int | None:
        """The last word of the longest title that begins at word `i`."""
        for words in forms:
            n = len(words)
            if tuple(self.key[i + 1 : i + n]) == words[1:] and all(
                self.touch(j) for j in range(i, i + n - 1)
            ):
                return i + n - 1
        return None

    def _is_title(self, first: int, last: int, form: str) -> bool:
        """Whether a title's words are one here: no name ("Ada King"), no clock's "pm", no adjective
        "major".
        """
        start, end = self.begin[first], self.end[last]
        if form in written_capital() and (
            not self.text[start].isupper() or _CLOCK.search(self.text, max(0, start - 3), start)
        ):
            return False
        i = bisect_left(self.ends, end)
        name = self.by_end[self.ends[i]] if i < len(self.ends) else None
        return name is None or name.start > start or name.weak or (name.body and name.start == start)

    def _office(self, first: int, last: int, title: Title, status: Status) -> Office:
        text, title_span = self.text, Span(self.begin[first], self.end[last])
        left, right = (
            left_side(self, first, seat=bool(title.ladders & _SEATS)),
            right_side(self, title_span.end),
        )
        span = Span(left.edge, right.edge)
        own = frozenset({title.field}) if title.field else frozenset()
        over: Status = "former" if is_over(self.text, span) else ""
        return Office(
            span,
            span.of(text),
            title_span,
            title,
            status or right.status or left.status or over,
            left.fields | right.fields | own,
            right.of or left.of,
            left.party or right.party,
            left.article,
        )
