"""What belongs to a title on its left and on its right: "former Belgian | minister | for migration"."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reconcile.model import Span
from reconcile.names.bodies import concepts_of
from reconcile.names.common_bodies import breaking, read_common_bodies
from reconcile.names.offices import Status, parties, statuses
from reconcile.names.title_words import TitleWords
from reconcile.patterns import lazy_regex

_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your"})
_OF = lazy_regex(r"(?:,? (?P<word>of|for|at|in|from) (?:the )?|, (?P<comma>))")
_ELECT = lazy_regex(r"(?:-| )(?:elect|designate)\b")
#: Words that a title's description takes in on its left, at most.
_MOST_LEFT = 6


class Side(NamedTuple):
    """What belongs to a title on one side of it, and how far it reaches."""

    edge: int
    status: Status = ""
    fields: frozenset[str] = frozenset()
    of: str = ""
    party: str = ""
    article: str = ""


def left_side(words: TitleWords, first: int, *, seat: bool) -> Side:
    """What stands before a title and belongs to it, read from right to left.

    Before a `seat` "Labour" is a party's name, elsewhere a field of government.
    """
    status: Status = ""
    of, party, plain = "", "", 0
    held: frozenset[str] = frozenset()
    edge, i = words.begin[first], first - 1
    while (
        i >= 0
        and first - i <= _MOST_LEFT
        and words.text[words.end[i] : words.begin[i + 1]] in (" ", "\u00a0", "-")
    ):
        key = words.key[i]
        width, field = words.field_before(i)
        if key in _ARTICLES:
            return Side(edge, status, held, of, party, key)
        if key in statuses():
            status, i = status or statuses()[key], i - 1
        elif width and not (seat and key in parties()):
            held, i = held | {field}, i - width
        elif key in parties() and not party:
            party, i = parties()[key], i - 1
        elif words.text[words.begin[i]].isupper() or key.endswith("'s"):
            return _owner(words, i, edge, Side(edge, status, held, of, party))
        elif breaking(key) or plain == 3:
            break
        else:
            of, plain, i = f"{words.text[words.begin[i] : words.end[i]]} {of}".strip(), plain + 1, i - 1
            continue
        edge = words.begin[i + 1] if not plain else edge
    if of and not concepts_of(of):
        of = ""
    return Side(edge, status, held, of, party)


def _owner(words: TitleWords, i: int, edge: int, side: Side) -> Side:
    """A title's description that ends on its left with a capital: "UN", "Belgium's", "Halstow
    Hospital".
    """
    end, possessive = words.end[i], words.key[i].endswith("'s")
    name = words.by_end.get(end - 2 if possessive else end)
    if possessive:
        of = name.text if name else side.of
        return Side(name.start if name else edge, side.status, side.fields, of, side.party, "'s")
    if side.of and not concepts_of(side.of):
        return Side(edge, side.status, side.fields, "", side.party)
    if name and (name.body or name.acronym or len(name.words) == 1):
        before = bisect_left(words.begin, name.start) - 1
        status = statuses().get(words.key[before], "") if before >= 0 and words.touch(before) else ""
        edge = words.begin[before] if status else name.start
        return Side(edge, side.status or status, side.fields, side.of or name.text, side.party)
    return side


def right_side(words: TitleWords, end: int) -> Side:
    """What stands behind a title and belongs to it: "-elect", "for migration and asylum", "of
    Grauholm".
    """
    elect = _ELECT.match(words.text, end)
    status: Status = "elect" if elect else ""
    end = elect.end() if elect else end
    name = words.by_start.get(end + 1)
    if name and words.text[end] == " " and (name.body or concepts_of(name.words[-1])) and len(name.words) > 1:
        return Side(name.end, status, of=name.text)
    held: frozenset[str] = frozenset()
    match = _OF.match(words.text, end)
    if match and match["comma"] is None:
        found, field_end = words.fields_at(match.end())
        name = words.by_start.get(match.end())
        if found and not (name and name.body and name.end > field_end):
            held, end = found, field_end
            match = _OF.match(words.text, end)
    if match is None:
        return Side(end, status, held)
    if match["comma"] is not None:
        party, end = _party_at(words, match.end(), end)
        return Side(end, status, held, party=party)
    of, end = _of_at(words, match.end(), end, match["word"])
    return Side(end, status, held, of)


def _of_at(words: TitleWords, at: int, end: int, word: str) -> tuple[str, int]:
    """The name or the body at `at` that the office is of, and where it ends."""
    body = _common_body_at(words, at)
    if body:
        name = words.by_start.get(body.end + 1)
        return (
            (name.text, name.end) if name and words.text[body.end] == " " else (body.of(words.text), body.end)
        )
    name = words.by_start.get(at)
    if name:
        return name.text, name.end
    if word != "of":
        return "", end
    phrase = _phrase_at(words, at)
    return (phrase, at + len(phrase)) if phrase else ("", end)


def _common_body_at(words: TitleWords, at: int) -> Span | None:
    return next((b.span for b in read_common_bodies(words.text) if b.span.start == at), None)


def _party_at(words: TitleWords, at: int, end: int) -> tuple[str, int]:
    """The party that a comma brings, "MP, Greens", and where it ends."""
    i = bisect_left(words.begin, at)
    if i < len(words.begin) and words.begin[i] == at and words.key[i] in parties():
        return parties()[words.key[i]], words.end[i]
    return "", end


def _phrase_at(words: TitleWords, at: int) -> str:
    """The lower-case words from `at` on that name a body: "supervisory board"."""
    end, first = at, bisect_left(words.begin, at)
    for i in range(first, min(first + 3, len(words.begin))):
        if words.begin[i] - end > 1 or words.text[words.begin[i]].isupper() or breaking(words.key[i]):
            break
        end = words.end[i]
    return words.text[at:end]
