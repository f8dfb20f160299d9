"""Days, hours, lengths and order: the article's against the evidence's; and a weekday against its
own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from reconcile.checks.finding import clashes_in_full, finding, named, shorten
from reconcile.checks.left_over import Sort, left_over
from reconcile.facts import times
from reconcile.model import Discrepancy, Dossier, Span, Statement, Time
from reconcile.patterns import lazy_re

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_WORD = lazy_re(r"[^\W\d_]+")
_DAY = lazy_re(r"(?<![\d.:])\d{1,2}(?=(?:st|nd|rd|th)?\b)")
#: A date without a year may be of the year before or after where that is no further away than this (days).
_OTHER_YEAR = 270
_BORNE_OUT = 0.95
_SORT = Sort(
    read=times.dated,
    one_sort=times.one_grain,
    may_agree=times.may_be_one,
    supported=times.on_own_day,
    retold=times.hour_printed,
    is_slip=times.slip,
    pair_off=times.pair_off,
)


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Times of the prose that the linked evidence contradicts; weekdays that are not those of their dates."""
    borne_out = _borne_out(dossier)
    told: set[Span] = set()
    clashing = chain(clashes_in_full(dossier, "time", "time", times.compare), left_over(dossier, _SORT, told))
    for link, comparison, claimed, evidence in clashing:
        told.add(claimed.span)
        if comparison.clash != "time.order" and (
            claimed.span in borne_out
            or _printed_elsewhere(dossier, claimed.span, link.evidence, evidence.span)
        ):
            continue
        source = named(dossier, link.evidence)
        if comparison.clash == "time.order":
            message = (
                f"The article says {shorten(claimed.text)}; by {source} the order is the other way round"
            )
            message += f": {shorten(evidence.text).rstrip('.')}"
        elif comparison.detail == times.TOLD_BEFORE:
            message = (
                f"The article says {shorten(claimed.text)}; {source}, which tells of it as done, is older"
            )
        else:
            message = f"The article says {shorten(claimed.text)}; {source} says {shorten(evidence.text)}"
            message += _day_meant(dossier, link.evidence, evidence.span)
        yield finding(
            comparison.clash,
            f"{message}.",
            claimed,
            evidence,
            suggestion=comparison.suggestion,
            confidence=comparison.confidence,
        )
    for statement in (*dossier.claims, *dossier.evidence):
        for fact in statement.facts:
            if isinstance(fact, Time) and (found := _wrong_weekday(dossier, statement, fact)):
                yield found


def _borne_out(dossier: Dossier) -> set[Span]:
    """The times of the prose that some post or release agrees with in its own words."""
    return {
        c.claimed_span
        for link in dossier.links
        for c in link.comparisons
        if c.feature == "time" and c.score >= _BORNE_OUT and c.claimed_span and c.evidence_span
    }


def _printed_elsewhere(dossier: Dossier, claimed: Span, source: str, given: Span) -> bool:
    """Whether the prose prints the evidence's day in another sentence: then the two tell of two things.

    "He can appeal until Thursday. The ban ends on 24 November." The day on which the source was written ("today") is
    in many sentences.
    """
    theirs = next(
        (t for s in dossier.evidence if s.source == source for t in _days(s) if t.span == given), None
    )
    return (
        theirs is not None
        and theirs.kind != "relative"
        and any(
            t.kind in ("date", "weekday") and (t.start, t.end) == (theirs.start, theirs.end)
            for claim in dossier.claims
            if not claim.headline and not claim.span.holds(claimed)
            for t in _days(claim)
        )
    )


def _days(statement: Statement) -> Iterator[Time]:
    """The days that a statement names."""
    return (f for f in statement.facts if isinstance(f, Time) and f.start is not None and f.start == f.end)


def _day_meant(dossier: Dossier, source: str, span: Span) -> str:
    """ " (16 October 2024)" where the evidence's words name a day only by what is meant, such as "today"."""
    for statement in dossier.evidence:
        for fact in statement.facts if statement.source == source else ():
            if (
                isinstance(fact, Time)
                and fact.span == span
                and fact.kind in ("relative", "weekday")
                and fact.start
                and fact.start == fact.end
            ):
                return f" ({fact.start.day} {fact.start:%B %Y})"
    return ""


def _wrong_weekday(dossier: Dossier, statement: Statement, time: Time) -> Discrepancy | None:
    """A weekday that is not that of the date beside it."""
    if (
        time.kind != "date"
        or time.weekday is None
        or time.start is None
        or time.start.weekday() == time.weekday
    ):
        return None
    printed = re.search(r"\d{4}|[./]\d\d$", time.text)
    if not printed and (_fits_other_year(time.start, time.weekday, statement.day) or statement.day is None):
        return None
    right = _WEEKDAYS[time.start.weekday()]
    elsewhere, suggestion = _date_elsewhere(dossier, statement, time)
    printed_day = _WEEKDAYS[time.weekday]
    message = f"{shorten(time.text)}: {time.start.day} {time.start:%B %Y} is a {right}, no {printed_day}."
    return finding(
        "time.weekday",
        message,
        dossier.excerpt(statement.source, time.span),
        elsewhere and dossier.excerpt(*elsewhere),
        suggestion=suggestion or _with_weekday(time.text, right),
        confidence=0.95 if printed or elsewhere else 0.85,
    )


def _fits_other_year(day: date, weekday: int, today: date | None) -> bool:
    """Whether the date of a neighbouring year, near enough to be meant, falls on the weekday."""
    if today is None:
        return False
    for year in (day.year - 1, day.year + 1):
        try:
            other = day.replace(year=year)
        except ValueError:
            continue
        if other.weekday() == weekday and abs((other - today).days) <= _OTHER_YEAR:
            return True
    return False


def _date_elsewhere(
    dossier: Dossier, statement: Statement, time: Time
) -> tuple[tuple[str, Span] | None, str | None]:
    """A text that has the same date, or the same weekday with another date of that week, to tell which is
    wrong.
    """
    others = [s for s in (*dossier.evidence, *dossier.claims) if s.source != statement.source]
    near: tuple[tuple[str, Span], str] | None = None
    for other in others:
        for fact in other.facts:
            if (
                not isinstance(fact, Time)
                or fact.kind != "date"
                or fact.start is None
                or fact.start != fact.end
            ):
                continue
            if fact.start == time.start:
                return (other.source, fact.span), None
            if (
                near is None
                and time.start
                and abs((fact.start - time.start).days) <= 3
                and fact.start.weekday() == time.weekday
                and fact.weekday is not None
            ):
                near = ((other.source, fact.span), _DAY.sub(str(fact.start.day), time.text, count=1))
    return near or (None, None)


def _with_weekday(text: str, right: str) -> str:
    """The date with the weekday that it has, as short as it was printed."""
    word = _FIRST_WORD.match(text)
    if word is None:
        return text
    short = word.group() not in _WEEKDAYS
    return (right[:3] if short else right) + text[word.end() :]
