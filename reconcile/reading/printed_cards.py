"""Posts printed as a card in flat text: name, @handle, the words, then the date and the counters.

    Lunda Harbour
    @lundaharbour
    Crane three is up.
    1:25 PM · May 2, 2024
    12 Likes

So come copies of a post's own page and of cards that a newsletter draws; and TikTok's, which begin with the
handle and end with the title of the sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from reconcile.model import Span
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.reading.layout import is_furniture
from reconcile.reading.tokens import weighted_length
from reconcile.shown_dates import ShownDate, match_shown_date

#: A card's words are no longer, on X; its lines no more.
_LONGEST, _MOST_LINES = 700, 30
_LONGEST_NAME = 60

_LINE = lazy_regex(r"[^\n]*\S[^\n]*")
_HANDLE = lazy_regex(r"[@＠](?P<handle>[A-Za-z0-9_.-]{1,40}(?:@[A-Za-z0-9.-]{3,60})?)(?:\s?[·•∙].{0,20})?")
_MAY_BE_HEAD = lazy_re(r"\n\s*[@＠]")
_STOP = lazy_regex(r"[.!?…:;,]\Z")
#: A link preview begins with a bare domain.
_DOMAIN = lazy_regex(r"(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}")
#: Behind a date, the app that it was posted with.
_APP = lazy_regex(r"\s*(?:[·•∙|]\s*.{0,40})?(?:from\s.{0,40})?")
_SOUND = lazy_regex(
    r"(?:original sound|originalton|son original|sonido original|som original|suono originale)"
    r"\s*[-–—]\s*(?P<name>[^\n]{1,60})",
    regex.IGNORECASE,
)
_TIKTOK = lazy_regex(r"^[^\S\n]*@(?P<handle>[\w.]{2,30})(?=\s)", regex.MULTILINE)


class Card(NamedTuple):
    """A post as a card prints it."""

    span: Span
    body: Span
    platform: str
    name: str | None
    handle: str
    shown: ShownDate | None
    #: It quotes the card that follows.
    quotes: bool = False


def find_cards(text: str) -> list[Card]:
    """The cards in `text`, in order, none overlapping another."""
    found: list[Card] = []
    if _MAY_BE_HEAD.search(text):
        found += _cards(text)
    if "♬" in text:
        found += _tiktoks(text)
    found.sort(key=lambda card: card.span.start)
    kept: list[Card] = []
    for card in found:
        if not kept or card.span.start >= kept[-1].span.end:
            kept.append(card)
    return kept


def _cards(text: str) -> Iterator[Card]:
    lines = [
        Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in _LINE.finditer(text)
    ]
    heads = [i for i in range(1, len(lines)) if _is_head(text, lines, i)]
    for n, i in enumerate(heads):
        stop = heads[n + 1] - 1 if n + 1 < len(heads) else len(lines)
        card = _card(text, lines, i, min(stop, i + _MOST_LINES), quotes=n + 1 < len(heads))
        if card is not None:
            yield card


def _is_head(text: str, lines: Sequence[Span], i: int) -> bool:
    """Whether line `i` is "@handle" below a name."""
    if text[lines[i].start] not in "@＠" or _HANDLE.fullmatch(text, lines[i].start, lines[i].end) is None:
        return False
    name = lines[i - 1].of(text)
    return (
        len(name) <= _LONGEST_NAME
        and not _STOP.search(name)
        and name[0] not in "@#"
        and not is_furniture(name)
    )


def _card(text: str, lines: Sequence[Span], head: int, stop: int, quotes: bool) -> Card | None:
    """The card whose handle is line `head`: its words end at a date, or where it quotes the next card."""
    shown, last = None, stop
    for i in range(head + 1, stop):
        shown = _date_line(text, lines[i])
        if shown is not None or weighted_length(text[lines[head].end : lines[i].end]) > _LONGEST:
            last = i
            break
    if last == head + 1 or (shown is None and not (quotes and last == stop and stop - head <= 8)):
        return None
    words = [line for line in lines[head + 1 : last] if line]
    preview = next((n for n, line in enumerate(words) if n and _DOMAIN.fullmatch(line.of(text))), len(words))
    if not any(c.isalpha() for line in words[:preview] for c in line.of(text)):
        return None
    handle = _HANDLE.fullmatch(text, lines[head].start, lines[head].end)
    end = shown.span.end if shown else words[-1].end
    return Card(
        Span(lines[head - 1].start, end),
        Span(words[0].start, words[preview - 1].end),
        _platform(handle["handle"]) if handle else "x",
        lines[head - 1].of(text),
        handle["handle"] if handle else "",
        shown,
        quotes=shown is None,
    )


def _date_line(text: str, line: Span) -> ShownDate | None:
    """The date of a line that holds nothing but a date with a year, and the app behind it."""
    if line.end - line.start > 80 or not any(c.isdigit() for c in line.of(text)):
        return None
    shown = match_shown_date(text, line.start)
    if shown is None or not shown.candidates or shown.span.start != line.start:
        return None
    return shown if _APP.fullmatch(text, shown.span.end, line.end) else None


def _tiktoks(text: str) -> Iterator[Card]:
    heads = list(_TIKTOK.finditer(text))
    floor = 0
    for note in regex.finditer("♬", text):
        near = [h for h in heads[-200:] if floor <= h.start() < note.start() <= h.start() + 2500]
        if not near:
            continue
        head = near[-1]
        end = text.find("\n", note.end())
        end = len(text) if end < 0 else end
        sound = _SOUND.match(text[note.end() : end].strip())
        body = text[head.end() : note.start()]
        start = head.end() + len(body) - len(body.lstrip())
        stop = head.end() + len(body.rstrip())
        floor = end
        if start < stop:
            name = sound["name"].strip() if sound else None
            yield Card(
                Span(head.start("handle") - 1, end), Span(start, stop), "tiktok", name, head["handle"], None
            )


def _platform(handle: str) -> str:
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle else "x"
