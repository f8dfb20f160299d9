"""The order of two events: "signed after the vote", "a day before the board received the report".

The claim names two events and their order. The evidence contradicts it where it names the same two with the
opposite word, or dates both and the dates run the other way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reconcile.facts.times.agreement import DAYS
from reconcile.facts.times.wording import opposite
from reconcile.model import Comparison, Span, Statement, Time
from reconcile.patterns import lazy_re
from reconcile.words import stems_beside, stems_of, stems_round, words_of

_LINK = lazy_re(
    r"(?P<gap>(?:(?:\d+|a few|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many"
    r"|shortly|just|soon|only|right|immediately|the)\s+)?(?:(?:minutes?|hours?|days?|weeks?|months?|years?|moments?)\s+)?)"
    r"\b(?P<word>after|before|following|ahead of|prior to)\b",
    re.I,
)
_END = lazy_re(r"[,;:.!?](?!\d)|[\"“”()\U0001f300-\U0001faff]|\s[-–—]\s|\b(?:but|while|although)\b")
_BRACKETS = lazy_re(r"\([^()]{0,80}\)")
_DAY = 1440
#: The same moment tells no order; hours so far apart may be of two days, the other way round.
_UNSURE = frozenset((0, *range(720, 1440)))
#: A side of the order is recognised by so many shared words, and by more than the other side shares.
_SHARED = 2
#: Few sentences hold one of these, and only they are searched: the pattern begins with what may be empty.
_GATE = ("fter", "efore", "ollowing", "head of", "rior to")
_EARLIER = {"before": 1, "ahead of": 1, "prior to": 1, "after": -1, "following": -1}


class _Order(NamedTuple):
    """Two stretches of a sentence and the word of order between them; `sign` is 1 where the first
    is earlier.
    """

    first: frozenset[str]
    second: frozenset[str]
    sign: int
    span: Span
    #: The stems of who or what acts in each: alone they do not tell an event.
    actors: frozenset[str] = frozenset()

    def objects(self, event: frozenset[str]) -> frozenset[str]:
        """The stems of an event without who acts in it."""
        return event - self.actors


def compare_order(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """The clash of an order in `claim` with the evidence's words of order or dates, where it is sure."""
    for order in _orders(claim):
        found = _by_words(order, evidence) or _by_dates(order, evidence)
        if found:
            text = claim.text[order.span.start - claim.span.start : order.span.end - claim.span.start]
            yield Comparison(
                "time",
                0.0,
                text,
                found.text,
                "the order of the two events is the other way round",
                order.span,
                found.span,
                clash="time.order",
                suggestion=opposite(text),
                confidence=0.8,
            )


class _Found(NamedTuple):
    text: str
    span: Span


def _orders(statement: Statement) -> Iterator[_Order]:
    """The orders of two events that a sentence states."""
    text = statement.text
    if "(" in text:  # what stands in brackets does not part an event
        text = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    if not any(word in text for word in _GATE):
        return
    for match in _LINK.finditer(text):
        before, after = text[: match.start()].rstrip(" ,"), text[match.end() :]
        starts = [m.end() for m in _END.finditer(before)]
        close = _END.search(after)
        head = before[starts[-1] if starts else 0 :]
        tail = after[: close.start() if close else len(after)]
        if not match.start() or not head.strip():
            parts = after[close.end() :] if close else ""
            more = _END.search(parts)
            head = parts[: more.start() if more else len(parts)]
        first, second = stems_of(head), stems_of(tail)
        if not first or not second:
            continue
        start = match.start("gap") if match["gap"].strip() else match.start("word")
        span = Span(statement.span.start + start, statement.span.start + match.end("word"))
        yield _Order(first, second, _EARLIER[match["word"].lower()], span, _actors(head) | _actors(tail))


def _actors(text: str) -> frozenset[str]:
    """The stem of the first content word of a stretch."""
    return next((found for w in words_of(text).lower if (found := stems_of(w))), frozenset())


def _by_words(order: _Order, evidence: Sequence[Statement]) -> _Found | None:
    """The evidence's own word of order between the same two events, where it runs the other way."""
    for statement in evidence:
        for other in _orders(statement):
            straight = _same(order.first, other.first) and _same(order.second, other.second)
            crossed = _same(order.first, other.second) and _same(order.second, other.first)
            if straight == crossed:
                continue
            sign = other.sign if straight else -other.sign
            if sign != order.sign:
                at = other.span.start - statement.span.start
                return _Found(statement.text[at : other.span.end - statement.span.start], other.span)
            return None
    return None


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two stretches name one event: at least half of the shorter one's words are shared."""
    shared = len(one & other)
    return shared >= 1 and shared >= 0.5 * min(len(one), len(other))


def _by_dates(order: _Order, evidence: Sequence[Statement]) -> _Found | None:
    """The day or hour of each of the two events in the evidence, where the later one is said to be the
    earlier.
    """
    for moment in (_day, _hour):
        first = _dated(order.first, order.second, evidence, moment)
        second = _dated(order.second, order.first, evidence, moment)
        if first and not second:
            second = _dated(order.objects(order.second), order.first, evidence, moment, alone=True)
        elif second and not first:
            first = _dated(order.objects(order.first), order.second, evidence, moment, alone=True)
        if first is None or second is None or abs(first.at - second.at) in _UNSURE:
            continue
        return second.found if (second.at > first.at) != (order.sign > 0) else None
    return None


class _Moment(NamedTuple):
    """When an event was, as a number that grows with time, and where that stands."""

    at: int
    found: _Found
    shared: int


def _day(time: Time) -> int | None:
    single = time.kind in DAYS and time.start and time.start == time.end
    return time.start.toordinal() * _DAY if single and time.start else None


def _hour(time: Time) -> int | None:
    return time.minutes if time.kind == "clock" else None


def _dated(
    event: frozenset[str],
    other: frozenset[str],
    evidence: Sequence[Statement],
    moment: Callable[[Time], int | None],
    *,
    alone: bool = False,
) -> _Moment | None:
    """When the evidence says that an event was, where one clause is clearly about it and not the other.

    `alone`: the other event is found, and one word that it does not have is enough.
    """
    best: _Moment | None = None
    event, other = event - other, other - event
    for statement in evidence:
        for fact in statement.facts:
            at = moment(fact) if isinstance(fact, Time) else None
            if at is None:
                continue
            words = stems_beside(statement, fact.span) or stems_round(statement, fact.span)
            shared, astray = len(words & event), len(words & other)
            if (
                not shared
                or astray >= shared
                or (alone and astray)
                or (not alone and shared < min(_SHARED, len(event)))
            ):
                continue
            if best is None or shared > best.shared:
                best = _Moment(at, _Found(statement.text, statement.span), shared)
    return best
