"""What each line of a release is, from its letterhead to its contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.model import ReleasePart, ReleasePartKind, Span
from reconcile.reading.releases.lines import (
    ADDRESS,
    ARTICLE,
    LONGEST_HEADLINE,
    STOP,
    Line,
    about_lead,
    ends_message,
    heads_notes,
    is_about,
    is_contact,
    is_date,
    is_embargo,
    is_label,
    names_body,
    names_place,
    without_label,
)
from reconcile.shown_dates import parse_shown_date

#: The top of a release is no more lines, its contacts above the message aside.
TOP = 8
#: A paragraph of the message has as many words; a contact's line has fewer.
_MESSAGE_WORDS = 8
_SUBHEAD_WORDS = 12


@frozen
class Outline:
    """The lines of a release, numbered: which is the headline, where the message begins and ends."""

    lines: tuple[Line, ...]
    #: Contacts that stand above the message, as American releases have them.
    above: frozenset[int]
    headline: int | None
    #: The headline's words, without a label before them.
    title: str | None
    #: The first line of the message, and the first line that no longer belongs to it.
    first: int
    end: int

    @property
    def top(self) -> list[Line]:
        """The lines in which label, date and issuer are looked for."""
        return [line for i, line in enumerate(self.lines) if i not in self.above][:TOP]


def outline(lines: Sequence[Line]) -> Outline:
    """The outline of a release of at least one line."""
    above = _contacts_above(lines)
    end = _end_of_message(lines, above)
    headline = _headline(lines, above, max(1, end))
    first = (
        headline[0]
        if headline
        else next((i for i, line in enumerate(lines[:end]) if i not in above and not _is_head(line)), 0)
    )
    return Outline(
        tuple(lines),
        above,
        headline and headline[0],
        headline and headline[1],
        min(first, len(lines) - 1),
        end,
    )


def body_of(text: str, found: Outline) -> Span:
    """From the headline, or the first line that is neither label nor date, to the end of the message.

    A dateline right above that names a place belongs to it, as one does that opens the first paragraph.
    """
    placed = found.first and names_place(found.lines[found.first - 1].words)
    first, last = found.lines[found.first - bool(placed)], found.lines[max(found.first, found.end - 1)]
    words = first.span.of(text)
    return Span(
        first.span.start + len(words) - len(words.lstrip()),
        last.span.start + len(last.span.of(text).rstrip()),
    )


def issued_on(found: Outline) -> date | None:
    """The day in the lines above the message, or at the head of its first paragraph; else that of an embargo."""
    top = found.top
    return _day_in([line for line in top if not is_embargo(line)]) or _day_in(
        [line for line in top if is_embargo(line)]
    )


def _day_in(lines: Sequence[Line]) -> date | None:
    for line in lines:
        shown = parse_shown_date(line.words[:120] if line.is_paragraph else line.words)
        if shown is not None and shown.date is not None:
            after = line.words[shown.span.end :].lstrip()
            if not line.is_paragraph or (shown.span.start <= 40 and after[:1] in "-–—:(/|"):
                return shown.date
        if line.is_paragraph:
            return None
    return None


# -- the borders ----------------------------------------------------------------------------------------


def _contacts_above(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of contacts that stand before the first paragraph of a message."""
    message = next(
        (
            i
            for i, line in enumerate(lines)
            if line.is_paragraph and len(line.words.split()) >= _MESSAGE_WORDS and not _is_foot(line)
        ),
        0,
    )
    above: set[int] = set()
    inside = False
    for i, line in enumerate(lines[:message]):
        if line.opens or is_label(line):
            inside = False
        if is_contact(line) or (inside and not is_date(line.words)):
            inside = True
            above.add(i)
        elif above and ADDRESS.search(line.words) and len(line.words) < 80 and not is_date(line.words):
            above.add(i)
    return frozenset(above)


def _end_of_message(lines: Sequence[Line], above: frozenset[int]) -> int:
    """The number of the first line that no longer belongs to the message."""
    for i, line in enumerate(lines[1:], 1):
        if i not in above and (ends_message(line) or _is_foot(line)):
            return i
    return len(lines)


def _is_foot(line: Line) -> bool:
    return heads_notes(line) or is_about(line) or is_contact(line)


def _is_head(line: Line) -> bool:
    """Whether the line is a label or a date and no more."""
    return not without_label(line.words) or is_date(line.words) or is_embargo(line)


def _headline(lines: Sequence[Line], above: frozenset[int], end: int) -> tuple[int, str] | None:
    """The number and the words of the headline: a line that is no sentence; a label before it is cut off."""
    candidates = [i for i in range(end) if i not in above][:TOP]
    for i in candidates:
        line = lines[i]
        words = without_label(line.words)
        if not words or is_date(words) or is_embargo(line) or len(words.split()) < 2:
            continue
        if STOP.search(words) or words.endswith(":") or len(words) > LONGEST_HEADLINE:
            return None
        if i == candidates[0] and words == line.words and end > 2 and _is_letterhead(lines, i):
            continue
        if i + 1 < end:
            return i, words
    return None


def _is_letterhead(lines: Sequence[Line], i: int) -> bool:
    """Whether the first line is the issuer's name: a body's, one that the boilerplate is about, or whatever
    stands alone above a label.
    """
    line, after = lines[i], lines[i + 1]
    about = {
        ARTICLE.sub("", each.words[len(about_lead(each)) :].strip()) for each in lines[i:] if is_about(each)
    }
    labelled = is_label(after) and not is_embargo(after) and not is_date(after.words)
    further = [each for each in lines[i + 2 : i + TOP] if not each.is_paragraph and not _is_head(each)]
    return (
        names_body(line.words)
        or line.words in about
        or (labelled and bool(further) and len(line.words) <= 80)
    )


# -- the parts ------------------------------------------------------------------------------------------


def parts_of(text: str, found: Outline, cover: int | None = None) -> tuple[ReleasePart, ...]:
    """The parts, which tile `text`; from `cover` on it is the letter that the release came with."""
    kinds = _kinds(found)
    borders: list[tuple[ReleasePartKind, int]] = []
    for kind, line in zip(kinds, found.lines, strict=True):
        if not borders or borders[-1][0] != kind:
            borders.append((kind, line.span.start if borders else 0))
    if cover is not None:
        borders.append(("cover", cover))
    ends = [start for _, start in borders[1:]] + [len(text)]
    return tuple(
        ReleasePart(kind, Span(start, end)) for (kind, start), end in zip(borders, ends, strict=True)
    )


def _kinds(found: Outline) -> list[ReleasePartKind]:
    """What each line is."""
    kinds: list[ReleasePartKind] = []
    after_first = range(found.first + 1, len(found.lines))
    opening = next((i for i in after_first if found.lines[i].is_paragraph), len(found.lines))
    for i in range(len(found.lines)):
        if i in found.above:
            kinds.append("contact")
        elif i < found.first:
            kinds.append(_above_message(found.lines[i]))
        elif i < max(found.end, found.first + 1):
            kinds.append(_in_message(found, i, told=i > opening))
        else:
            kinds.append(_below_message(found.lines[i], kinds[-1]))
    return kinds


def _above_message(line: Line) -> ReleasePartKind:
    if is_label(line):
        return "label"
    return "date" if is_date(line.words) else "issuer"


def _in_message(found: Outline, i: int, told: bool) -> ReleasePartKind:
    """A line of the message; `told` where a paragraph of it stands above."""
    line = found.lines[i]
    if i == found.headline:
        return "headline"
    if line.is_paragraph or line.words[:1] in "•-–*" or line.words.endswith(":"):
        return "body"
    if not told and found.headline is not None and _is_head(line):
        return "label" if is_label(line) else "date"
    if _names_issuer(line):
        return "issuer"
    after = found.lines[i + 1] if i + 1 < found.end else None
    short = len(line.words.split()) <= _SUBHEAD_WORDS or not told
    return (
        "subhead" if short and ":" not in line.words and after is not None and after.is_paragraph else "body"
    )


def _below_message(line: Line, before: ReleasePartKind) -> ReleasePartKind:
    """A line of the foot goes on with what the last heading began."""
    if ends_message(line):
        return "end"
    if is_about(line):
        return "boilerplate"
    if heads_notes(line):
        return "notes"
    if is_contact(line):
        return "contact"
    if _names_issuer(line):
        return "issuer"
    return before if before in ("boilerplate", "notes", "contact") else "notes"


def _names_issuer(line: Line) -> bool:
    """ "Source: Lunda Roads"."""
    lead, colon, rest = line.words.partition(":")
    return bool(colon) and lead.strip().casefold() in load_words("releases", "issued_by") and len(rest) <= 100
