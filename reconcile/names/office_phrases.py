"""Titles in a text with what belongs to them: status, field of government, party, of what.

"Belgium's former Secretary of State for Migration and Asylum" is one office: secretary of state, former, of
the field migration, of Belgium.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from attrs import frozen

from reconcile.model import Span
from reconcile.names.bodies import breaking, concepts_of, read_common_bodies
from reconcile.names.capitals import read_capitals
from reconcile.names.mentions import Name, read_names
from reconcile.names.offices import (
    Status,
    Title,
    fields,
    parties,
    statuses,
    title_starts,
    titles,
    written_capital,
)
from reconcile.names.tenure import is_over
from reconcile.names.title_places import prefixed, stretches_at, title_places
from reconcile.patterns import lazy_re, lazy_regex

#: Letters, with digits and accents behind the first; `re` takes half the time that `regex` does. Plain small
#: letters, tried first, are told faster than any letter is.
_WORD = lazy_re(r"([^\W\d_](?:[a-z]++|[^\W_]|[\u0300-\u036f])*+(?:['’.&-][^\W\d_]++)*+['’]?)")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your"})
_OF = lazy_regex(r"(?:,? (?P<word>of|for|at|in|from) (?:the )?|, (?P<comma>))")
_AND = lazy_regex(r"(?:,| and| &) ")
_ELECT = lazy_regex(r"(?:-| )(?:elect|designate)\b")
_CLOCK = lazy_regex(r"\d ?\Z")
#: Ladders of those who are elected to sit: the word before them is their party's.
_SEATS = frozenset({"parliament", "council", "party"})
#: Words that a title's description takes in on its left, at most.
_MOST_LEFT = 6


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


class _Side(NamedTuple):
    """What belongs to a title on one side of it, and how far it reaches."""

    edge: int
    status: Status = ""
    fields: frozenset[str] = frozenset()
    of: str = ""
    party: str = ""
    article: str = ""


class PhraseReader:
    """Reads one text; its names and handles are found once, and the words of the lines that have a title."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: Where a word stands with which a title may begin.
        self._places = title_places(text)
        self._begin: list[int] = []
        self._end: list[int] = []
        self._key: list[str] = []
        for stretch in stretches_at(text, self._places):
            self._split(stretch)
        names = read_names(text) if self._places else ()
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
        self._begin += edges[1:-1:2]
        self._end += edges[2::2]
        self._key += [word.lower().replace("’", "'") for word in parts[1::2]]

    def read(self) -> Iterator[Office]:
        """The titles in order, none bound to a holder yet."""
        starts, keys = title_starts(), self._key
        read = 0  # words before this one are a title's, or none
        for place in self._places:
            i = bisect_left(self._begin, place)
            if i < read or i == len(keys) or self._begin[i] != place:
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
        described = self._key[i] in fields() or self._key[i] in statuses()
        return described and i + 1 < len(self._key) and self._key[i + 1] in title_starts() and self._touch(i)

    def _last(self, forms: Sequence[tuple[str, ...]], i: int) -> int | None:
        """The last word of the longest title that begins at word `i`."""
        for words in forms:
            n = len(words)
            if tuple(self._key[i + 1 : i + n]) == words[1:] and all(
                self._touch(j) for j in range(i, i + n - 1)
            ):
                return i + n - 1
        return None

    def _touch(self, i: int) -> bool:
        """Whether one space alone parts word `i` from the next."""
        return self.text[self._end[i] : self._begin[i + 1]] in (" ", "\u00a0", ". ")

    def _is_title(self, first: int, last: int, form: str) -> bool:
        """Whether a title's words are one here: no name ("Ada King"), no clock's "pm", no adjective
        "major".
        """
        start, end = self._begin[first], self._end[last]
        if form in written_capital() and (
            not self.text[start].isupper() or _CLOCK.search(self.text, max(0, start - 3), start)
        ):
            return False
        i = bisect_left(self.ends, end)
        name = self.by_end[self.ends[i]] if i < len(self.ends) else None
        return name is None or name.start > start or name.weak or (name.body and name.start == start)

    def _office(self, first: int, last: int, title: Title, status: Status) -> Office:
        text, title_span = self.text, Span(self._begin[first], self._end[last])
        left, right = self._left(first, seat=bool(title.ladders & _SEATS)), self._right(title_span.end)
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

    def _left(self, first: int, *, seat: bool) -> _Side:
        """What stands before a title and belongs to it, read from right to left.

        Before a `seat` "Labour" is a party's name, elsewhere a field of government.
        """
        status: Status = ""
        of, party, plain = "", "", 0
        held: frozenset[str] = frozenset()
        edge, i = self._begin[first], first - 1
        while (
            i >= 0
            and first - i <= _MOST_LEFT
            and self.text[self._end[i] : self._begin[i + 1]] in (" ", "\u00a0", "-")
        ):
            key = self._key[i]
            width, field = self._field_before(i)
            if key in _ARTICLES:
                return _Side(edge, status, held, of, party, key)
            if key in statuses():
                status, i = status or statuses()[key], i - 1
            elif width and not (seat and key in parties()):
                held, i = held | {field}, i - width
            elif key in parties() and not party:
                party, i = parties()[key], i - 1
            elif self.text[self._begin[i]].isupper() or key.endswith("'s"):
                return self._owner(i, edge, _Side(edge, status, held, of, party))
            elif breaking(key) or plain == 3:
                break
            else:
                of, plain, i = f"{self.text[self._begin[i] : self._end[i]]} {of}".strip(), plain + 1, i - 1
                continue
            edge = self._begin[i + 1] if not plain else edge
        if of and not concepts_of(of):
            of = ""
        return _Side(edge, status, held, of, party)

    def _owner(self, i: int, edge: int, side: _Side) -> _Side:
        """A title's description that ends on its left with a capital: "UN", "Belgium's", "Halstow
        Hospital".
        """
        end, possessive = self._end[i], self._key[i].endswith("'s")
        name = self.by_end.get(end - 2 if possessive else end)
        if possessive:
            of = name.text if name else side.of
            return _Side(name.start if name else edge, side.status, side.fields, of, side.party, "'s")
        if side.of and not concepts_of(side.of):
            return _Side(edge, side.status, side.fields, "", side.party)
        if name and (name.body or name.acronym or len(name.words) == 1):
            before = bisect_left(self._begin, name.start) - 1
            status = statuses().get(self._key[before], "") if before >= 0 and self._touch(before) else ""
            edge = self._begin[before] if status else name.start
            return _Side(edge, side.status or status, side.fields, side.of or name.text, side.party)
        return side

    def _field_before(self, i: int) -> tuple[int, str]:
        """How many words up to word `i` name a field of government, and which."""
        for width in (3, 2, 1):
            field = fields().get(" ".join(self._key[i + 1 - width : i + 1])) if i + 1 >= width else None
            if field:
                return width, field
        return 0, ""

    def _right(self, end: int) -> _Side:
        """What stands behind a title and belongs to it: "-elect", "for migration and asylum", "of
        Grauholm".
        """
        elect = _ELECT.match(self.text, end)
        status: Status = "elect" if elect else ""
        end = elect.end() if elect else end
        name = self.by_start.get(end + 1)
        if (
            name
            and self.text[end] == " "
            and (name.body or concepts_of(name.words[-1]))
            and len(name.words) > 1
        ):
            return _Side(name.end, status, of=name.text)
        held: frozenset[str] = frozenset()
        match = _OF.match(self.text, end)
        if match and match["comma"] is None:
            found, field_end = self._fields_at(match.end())
            name = self.by_start.get(match.end())
            if found and not (name and name.body and name.end > field_end):
                held, end = found, field_end
                match = _OF.match(self.text, end)
        if match is None:
            return _Side(end, status, held)
        if match["comma"] is not None:
            party, end = self._party_at(match.end(), end)
            return _Side(end, status, held, party=party)
        of, end = self._of_at(match.end(), end, match["word"])
        return _Side(end, status, held, of)

    def _of_at(self, at: int, end: int, word: str) -> tuple[str, int]:
        """The name or the body at `at` that the office is of, and where it ends."""
        body = self._common_body_at(at)
        if body:
            name = self.by_start.get(body.end + 1)
            return (
                (name.text, name.end)
                if name and self.text[body.end] == " "
                else (body.of(self.text), body.end)
            )
        name = self.by_start.get(at)
        if name:
            return name.text, name.end
        if word != "of":
            return "", end
        phrase = self._phrase_at(at)
        return (phrase, at + len(phrase)) if phrase else ("", end)

    def _common_body_at(self, at: int) -> Span | None:
        return next((b.span for b in read_common_bodies(self.text) if b.span.start == at), None)

    def _party_at(self, at: int, end: int) -> tuple[str, int]:
        """The party that a comma brings, "MP, Greens", and where it ends."""
        i = bisect_left(self._begin, at)
        if i < len(self._begin) and self._begin[i] == at and self._key[i] in parties():
            return parties()[self._key[i]], self._end[i]
        return "", end

    def _fields_at(self, at: int) -> tuple[frozenset[str], int]:
        """The fields of government named from offset `at` on, and where they end."""
        found: set[str] = set()
        i, end = bisect_left(self._begin, at), at
        while i < len(self._begin) and self._begin[i] == at:
            width = next((w for w in (3, 2, 1) if " ".join(self._key[i : i + w]) in fields()), 0)
            if not width:
                break
            found.add(fields()[" ".join(self._key[i : i + width])])
            end = self._end[min(i + width, len(self._end)) - 1]
            joint = _AND.match(self.text, end)
            at = joint.end() if joint else -1
            i = bisect_left(self._begin, at) if joint else len(self._begin)
        return frozenset(found), end

    def _phrase_at(self, at: int) -> str:
        """The lower-case words from `at` on that name a body: "supervisory board"."""
        end, first = at, bisect_left(self._begin, at)
        for i in range(first, min(first + 3, len(self._begin))):
            if self._begin[i] - end > 1 or self.text[self._begin[i]].isupper() or breaking(self._key[i]):
                break
            end = self._end[i]
        return self.text[at:end]
