"""Where the body of a post begins, given where it ends: at a paragraph, a line, or inside one.

Every place where it could begin is weighed: what lies between it and the tail, by register; what border
it is: a blank line, a line's end, a sentence's end; and whether so long a post was allowed on the day.
"""

from __future__ import annotations

from datetime import date

import regex
from attrs import frozen

from reconcile.model import Span
from reconcile.reading.language import language_of
from reconcile.reading.register import introduces, post_likeness
from reconcile.reading.tokens import (
    EMOJI,
    hashtag_spans,
    link_spans,
    media_spans,
    mention_spans,
    weighted_length,
)
from reconcile.sentences import split_sentences

#: X's limits by the day on which they came; what an embed shows of a longer post is cut at the second.
_LONGER_POSTS = date(2017, 11, 7)
_LIMITS = {"x": 280, "bluesky": 300, "mastodon": 500, "threads": 500, "truthsocial": 500, "instagram": 2200}
#: No body is looked for further back: lines, characters.
_MOST_UNITS, _MOST_CHARS = 40, 4000

_LINE = regex.compile(r"[^\n]+")
_MARK = regex.compile(r"(?:[>|•*]|-(?=\s)|\d{1,2}[.)](?=\s))[^\S\n]*|[^\S\n]+")
_STOP = regex.compile(r"[.!?…。！？:：][\"”“’'»)\]*]*+\s*\Z")
_TOKENS_ONLY = regex.compile(r"[\s.,;:!?…|/()&+–—-]*")


@frozen
class Body:
    """Where a body stands, and whether its start is beyond doubt."""

    span: Span
    sure: bool


@frozen
class _Unit:
    """A line, or a sentence of a long one."""

    span: Span
    #: Line ends before it: 0 for a sentence inside a line.
    breaks: int


def find_body(
    text: str, floor: int, end: int, platform: str, day: date | None, goes_on: bool, home: str | None
) -> Body:
    """The body that ends at `end`; it does not reach back over `floor`.

    `day` is the post's date; `goes_on` says that prose follows the tail on the same line, so that prose may
    precede the body on it; `home` is the language of the article.
    """
    units = _units(text, floor, end)
    if not units:
        return Body(Span(end, end), sure=False)
    best, second, chosen, total = -99.0, -99.0, len(units) - 1, 0.0
    limit = _limit(platform, day)
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        words = unit.span.of(text)
        total += _weigh(text, units, i, home) if i < len(units) - 1 else 0.0
        score = total + _border(text, units, i, floor, goes_on)
        over = weighted_length(text[unit.span.start : end]) - limit
        if over > 0 and i < len(units) - 1:
            score -= 4 + over / 40
        if score > best:
            best, second, chosen = score, best, i
        elif score > second:
            second = score
        if over > 3 * limit or (words and total < -12):
            break
    start = units[chosen].span.start
    return Body(Span(_after_marks(text, start), end), sure=best - second > 1.0)


def _units(text: str, floor: int, end: int) -> list[_Unit]:
    """The lines between `floor` and `end`, the last one in sentences; only the last few are looked at."""
    start = max(floor, end - _MOST_CHARS)
    if start > floor:  # begin at a line's start
        start = max(floor, text.find("\n", start, end) + 1 or start)
    lines = [m for m in _LINE.finditer(text, start, end) if m.group().strip()][-_MOST_UNITS:]
    units: list[_Unit] = []
    last = start
    for line in lines:
        span = Span(_after_blanks(text, line.start(), line.end()), line.end())
        breaks = text.count("\n", last, span.start)
        if line is lines[-1]:
            sentences = split_sentences(text, span.start, span.end) or [span]
            units += [_Unit(s, breaks if n == 0 else 0) for n, s in enumerate(sentences)]
        else:
            units.append(_Unit(span, breaks))
        last = span.end
    return units


def _weigh(text: str, units: list[_Unit], i: int, home: str | None) -> float:
    """What it says for the body that it holds unit `i`, too."""
    words = units[i].span.of(text)
    following = units[i + 1].breaks
    score = post_likeness(words) - (0.3 if following == 0 else 0.9 if following == 1 else 1.8)
    language = language_of(words, least=3) if home else None
    if language is not None and language != home:
        score += 1.5
    return score


def _border(text: str, units: list[_Unit], i: int, floor: int, goes_on: bool) -> float:
    """What it says for the body that it begins with unit `i`: the border before it, its first sign."""
    unit = units[i]
    words = unit.span.of(text)
    before = units[i - 1].span.of(text) if i else ""
    score = 0.8 if EMOJI.match(words) and not words[0].isascii() else 0.0
    if i == 0:
        return score + 1.0
    if introduces(before):
        score += 2.5
    if unit.breaks == 0:
        return score + (-0.8 if goes_on else -2.2) + score
    stopped = _STOP.search(before) is not None
    if unit.breaks > 1:
        return score + (1.5 if stopped or not words[:1].islower() else 0.0)
    alone = _tokens_only(words)
    if stopped:
        return score + 0.6 - (0.8 if alone else 0.0) - (2.0 if words[0] in ".,;!?)" else 0.0)
    if words[:1].islower() or words[0] in ".,;:!?)’”":
        return score - 3.0
    return score - (1.8 if alone else 1.2)


def _tokens_only(words: str) -> bool:
    """Whether a line holds nothing but mentions, tags, links, a media stub."""
    rest = words
    for span in sorted(
        [*mention_spans(words), *hashtag_spans(words), *link_spans(words), *media_spans(words)],
        key=lambda s: -s.start,
    ):
        rest = rest[: span.start] + rest[span.end :]
    return _TOKENS_ONLY.fullmatch(rest) is not None


def _limit(platform: str, day: date | None) -> int:
    if platform == "x" and day is not None and day < _LONGER_POSTS:
        return 140
    return _LIMITS.get(platform, 1000)


def _after_blanks(text: str, start: int, end: int) -> int:
    return start + (end - start) - len(text[start:end].lstrip())


def _after_marks(text: str, start: int) -> int:
    """`start`, moved behind blanks, list and quotation marks."""
    while (mark := _MARK.match(text, start)) and mark.end() > start:
        start = mark.end()
    return start
