"""When an article was published, as flat text tells: a date stamp, else a dateline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import NamedTuple

import regex
from attrs import evolve

from reconcile.lexicons import load_words
from reconcile.lexicons.calendar import date_words
from reconcile.model import Span
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.shown_dates import ShownDate, match_shown_date, parse_shown_date

_WORD = lazy_regex(r"\p{L}[\p{L}\p{M}'’]*+")
#: A stamp stands above the first paragraphs or below the last; longer lines are prose.
_HEAD, _FOOT, _LONGEST = 1500, 400, 120
_LINE = lazy_regex(r"[^\n]+")
_LABEL = lazy_regex(r"\s*(?P<word>\p{L}[\p{L}\p{M}]{1,20}+)\s?:?\s")
_DIGIT = lazy_re(r"\d")
_PARTS = lazy_regex(r"[/,-]")
#: "LUNDA, March 14 -", "LUNDA (AP) -", "Lunda, March 14 (Reuters) -", "LUNDA:".
_DATELINE = lazy_regex(
    r"""\s*
    (?P<place> (?P<caps>\p{Lu}[\p{Lu}'’.]++(?:[\s/-]\p{Lu}[\p{Lu}'’.]*+){0,3}+)
        (?:,\s(?:\p{Lu}\p{L}{0,4}\.(?:\s?\p{Lu}\.){0,2}(?!\s?\d)|\p{Lu}{2}\b|\p{Lu}\p{Ll}++(?=\s?[(—–-])))?
      | \p{Lu}[\p{Ll}\p{M}]++(?:[\s-]\p{Lu}[\p{Ll}\p{M}]++){0,2}+ )
    (?:,?\s(?P<date>(?:\d|\p{L}{3,12}+\.?\s\d)[^()\n:;]{0,24}?))?
    (?P<agency>\s?[(/][\p{L}\p{N}\x20.,/-]{1,40}[)/])?
    \s?(?P<mark>[—–]|-{1,2}(?=\s)|:(?=\s))
    """,
    regex.VERBOSE,
)


class Dateline(NamedTuple):
    """A dateline: where it stands, and its date."""

    span: Span
    shown: ShownDate | None


def published_in_text(text: str, others: Iterable[date] = ()) -> tuple[date, str] | None:
    """The day on which `text` says that it was published, and what says so: "stamp" or "dateline".

    `others` are dates known from elsewhere, such as those of posts: a dateline without a year takes the year
    that brings it nearest to one of them, and none without any. Posts should be blanked out of `text`: in
    flattened pages the date of a post can stand on a line of its own.

    >>> published_in_text("LUNDA, March 14 - The bridge is open.") is None
    True
    >>> published_in_text("LUNDA, March 14 - The bridge is open.", [date(2024, 3, 13)])
    (datetime.date(2024, 3, 14), 'dateline')
    """
    stamps = [(stamp, words) for stamp, words in _stamps(text) if stamp.date is not None]
    if stamps:
        first = next((s for s, words in stamps if words.isdisjoint(_updates())), stamps[0][0])
        return (first.date, "stamp") if first.date else None
    for line in islice(_lines(text, 0, _HEAD), 12):
        dateline = dateline_at(text, line.start, line.end)
        if dateline is not None and dateline.shown is not None:
            day = dateline.shown.date or _nearest(dateline.shown, others)
            if day is not None:
                return day, "dateline"
    return None


def stamp_at(text: str, start: int, end: int) -> ShownDate | None:
    """The date of the line from `start` to `end`, if it is a date stamp: a date with nothing else beside it
    but "Published", a weekday, a clock time, a name.

    >>> stamp_at("Published: Wednesday, 22 May 2024, 9:15", 0, 39).date
    datetime.date(2024, 5, 22)
    >>> stamp_at("On 22 May 2024 the bridge fell", 0, 30) is None
    True
    """
    found = _stamp(text[start:end]) if end - start <= _LONGEST else None
    return _moved(found[0], start) if found else None


def leading_stamp(text: str, start: int = 0) -> ShownDate | None:
    """The date of a stamp that stands before prose on one line: "date 2023-06-12 LUNDA: The minister ..."."""
    label = _LABEL.match(text, start)
    if label is None or label["word"].lower() not in _stamp_labels():
        return None
    shown = match_shown_date(text, label.end())
    return shown if shown is not None and shown.date is not None else None


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the line from `start` to `end` begins with: a place in capitals, or a place with a
    date or an agency, up to its dash or colon.

    >>> text = "LUNDA, March 14 (AP) - The bridge is open."
    >>> dateline_at(text, 0, len(text)).span.of(text)
    'LUNDA, March 14 (AP) -'
    """
    match = _DATELINE.match(text, start, min(end, start + 120))
    if match is None or match.end() >= end:
        return None
    shown = match_shown_date(text[: match.end()], match.start("date")) if match["date"] else None
    if match["date"] and (shown is None or shown.span.end < match.end("date") - 1):
        return None
    if match["caps"] is None and shown is None and not _is_agency(match["agency"]):
        return None
    place, label = match["place"], match["place"] in load_words("datelines", "labels")
    if match["mark"] == ":" and (label or len(place) < 4 or match["caps"] is None):
        return None
    return Dateline(Span(match.start(), match.start("mark") + len(match["mark"])), shown)


def _stamps(text: str) -> Iterator[tuple[ShownDate, frozenset[str]]]:
    """The date stamps of a text, above its first paragraphs or below its last, with the words beside them."""
    lead = leading_stamp(text, len(text) - len(text.lstrip()))
    if lead is not None:
        yield lead, frozenset(word.lower() for word in _WORD.findall(text[: lead.span.start]))
    foot = max(_HEAD, len(text) - _FOOT)
    for line in (*_lines(text, 0, _HEAD), *_lines(text, foot, len(text))):
        found = _stamp(line.of(text)) if line.end - line.start <= _LONGEST else None
        if found:
            yield found


def _stamp(line: str) -> tuple[ShownDate, frozenset[str]] | None:
    if _DIGIT.search(line) is None or line.rstrip().endswith((".", "!", "?")):
        return None
    shown = parse_shown_date(line)
    if shown is None or (shown.date is None and not shown.candidates):
        return None
    words = _WORD.findall(line[: shown.span.start] + " " + line[shown.span.end :])
    lower = frozenset(word.lower() for word in words)
    other = [word for word in words if word.lower() not in _stamp_words()]
    if len(other) > 5 or any(not word[0].isupper() for word in other):
        return None
    return shown, lower


def _nearest(shown: ShownDate, others: Iterable[date]) -> date | None:
    """The day that `shown`, printed without a year, is nearest to one of `others`."""
    days = [
        (abs((day - other).days), day)
        for other in others
        for year in (other.year - 1, other.year, other.year + 1)
        if (day := shown.in_year(year))
    ]
    return min(days)[1] if days else None


def _moved(shown: ShownDate, by: int) -> ShownDate:
    return evolve(shown, span=Span(shown.span.start + by, shown.span.end + by))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(m.start(), m.end()) for m in _LINE.finditer(text, start, end))


def _is_agency(printed: str | None) -> bool:
    names = {name.casefold() for name in load_words("datelines", "agencies")}
    return printed is not None and any(
        part.strip(" ()").casefold() in names for part in _PARTS.split(printed)
    )


@cache
def _stamp_labels() -> frozenset[str]:
    return load_words("furniture", "stamps") - {"at", "on", "am", "um", "le", "el", "by", "time"}


@cache
def _stamp_words() -> frozenset[str]:
    phrases = load_words("furniture", "stamps") | load_words("furniture", "bylines")
    words = frozenset(word.strip(":") for phrase in phrases for word in phrase.split())
    dates = frozenset(word for word, senses in date_words().items() if senses)
    return words | dates | {"pt", "et", "min", "read", "uhr", "ist"}


@cache
def _updates() -> frozenset[str]:
    return load_words("furniture", "updates")
