"""Whether two times can be the same: containment, unprinted years, weekdays, zones, rounded lengths."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import Literal

from reconcile.facts.times.clock import offsets
from reconcile.facts.times.vocabulary import time_words
from reconcile.lexicons import lazy_words_re
from reconcile.model import Statement, Time
from reconcile.patterns import lazy_re

Verdict = Literal["agree", "wider", "open", "differ"]

#: Kinds that name a day or a stretch of days.
DAYS = ("date", "weekday", "relative", "month", "year")
_YEAR = lazy_re(r"\d{4}|[./]\d\d$")
#: "The deadline is 31 May" ends a stretch as "until 31 May" does.
_DEADLINE = lazy_words_re("times", r"\b\L<deadline>\b", re.I)
_HALF_DAY = 720
_ROUND_HOURS = frozenset({"noon", "midday", "midnight"})
#: "Shortly after eight" may be this many minutes off; "about three weeks" this part.
_MINUTES = 20
_ABOUT = 0.12


def days_verdict(claim: Time, evidence: Time) -> Verdict:
    """Whether the evidence's day lies in the claim's ("agree"), holds it ("wider"), or is another
    ("differ").
    """
    if claim.start is None or claim.end is None:
        return _by_weekday(claim, evidence)
    if evidence.start is None or evidence.end is None:
        return _by_weekday(evidence, claim)
    first, last = claim.start, claim.end
    if claim.kind == evidence.kind == "date" and first != last and evidence.start != evidence.end:
        ends = (evidence.start.timetuple()[1:3], evidence.end.timetuple()[1:3])
        return "agree" if ends == (first.timetuple()[1:3], last.timetuple()[1:3]) else "differ"
    for shift in (0, 1, -1) if yearless(claim) or yearless(evidence) else (0,):
        a, b = _shifted(first, shift), _shifted(last, shift)
        if a <= evidence.start and evidence.end <= b:
            return "agree"
        if evidence.start <= a and b <= evidence.end:
            return "wider"
        if a <= evidence.end and evidence.start <= b:
            return "open"
    if (
        claim.kind == "weekday"
        and evidence.start == evidence.end
        and evidence.start.weekday() == claim.weekday
    ):
        return "open"
    if evidence.kind == "weekday" and claim.start == claim.end and claim.start.weekday() == evidence.weekday:
        return "open"
    return "differ"


def yearless(time: Time) -> bool:
    """Whether a date or a month is printed without its year, which is then reckoned and may be off."""
    return time.kind in ("date", "month") and not _YEAR.search(time.text)


def _shifted(day: date, years: int) -> date:
    if not years:
        return day
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _by_weekday(unresolved: Time, other: Time) -> Verdict:
    """A weekday of which the week is not known, against another weekday or a day."""
    if unresolved.weekday is None:
        return "open"
    weekday = other.weekday
    if weekday is None and other.start and other.start == other.end:
        weekday = other.start.weekday()
    if weekday is None:
        return "open"
    return "agree" if weekday == unresolved.weekday else "differ"


def clock_verdict(claim: Time, evidence: Time, loose: bool) -> Verdict:
    """Whether two hours agree: in one zone where both are known, on either half of the day where that is not
    told.
    """
    assert claim.minutes is not None
    assert evidence.minutes is not None
    ours, theirs = offsets(claim.zone), offsets(evidence.zone)
    slack = _MINUTES if loose else 0
    gap = claim.minutes - evidence.minutes
    if ours and theirs:
        # Two zones that both keep their name are in summer or winter together.
        shifts = zip(ours, theirs, strict=True) if len(ours) == len(theirs) else product(ours, theirs)
        gaps = [gap - one + other for one, other in shifts]
        halfless = _halfless(claim) or _halfless(evidence)
        return "agree" if any(_apart(g, halfless) <= slack for g in gaps) else "differ"
    if _apart(gap, _halfless(claim) or _halfless(evidence)) <= slack:
        return "agree"
    one_known = bool(ours) != bool(theirs)
    return "open" if one_known and gap % 30 == 0 else "differ"


def _apart(gap: int, halfless: bool) -> int:
    """Minutes between two hours, round the clock, or round its half."""
    around = _HALF_DAY if halfless else 2 * _HALF_DAY
    return min(gap % around, -gap % around)


def _halfless(time: Time) -> bool:
    """Whether neither a.m. nor p.m. nor a twenty-four-hour clock tells which half of the day is meant."""
    text = time.text.lower()
    if (
        time.minutes is None
        or time.minutes >= 13 * 60
        or re.search(r"[ap]\.? ?m\b|^0\d|noon|midnight|uhr|h\b", text)
    ):
        return False
    return not time.zone or time.zone == "local"


#: "4.1 nights": a claim of "four nights" is as sharp as its own unit.
_DECIMAL = lazy_re(r"\d[.,]\d")


def length_verdict(claim: Time, evidence: Time, loose: bool, over: bool) -> Verdict:
    """Whether two lengths agree, the finer one rounded to the unit of the coarser."""
    assert claim.days is not None
    assert evidence.days is not None
    gap = abs(claim.days - evidence.days)
    ours, theirs = unit_of(claim), unit_of(evidence)
    finer = ours == theirs and bool(_DECIMAL.search(evidence.text)) and not _DECIMAL.search(claim.text)
    slack = max(ours, theirs) / 2 if ours != theirs or finer else 0.0
    if loose or over:
        slack = max(slack, _ABOUT * claim.days)
    if {ours, theirs} == {1.0, 7.0} or min(ours, theirs) < 1 <= max(ours, theirs) <= 7:
        slack = max(0.05 * claim.days, slack if loose else 0.0)
    if gap > slack + 0.001 * claim.days:
        return "differ"
    # A claim may be vaguer than what bears it out, and never sharper.
    sharper = ours < theirs and gap > max(_ABOUT * claim.days * (loose or over), 0.05 * claim.days)
    return "open" if sharper else "agree"


def unit_of(time: Time) -> float:
    """The length in days of the unit that a length of time is printed in: the smallest named."""
    sizes = time_words().lengths
    found = [sizes[w] for w in re.findall(r"[^\W\d_]+", time.text.lower()) if w in sizes]
    if not found:
        return 1 / 86400 if time.text.count(":") == 2 else 1 / 1440
    return min(found)


def words_before(statement: Statement, time: Time, count: int = 3) -> tuple[str, ...]:
    """The last words before a time in its clause, nearest last."""
    text = statement.text[: time.span.start - statement.span.start]
    return tuple(re.findall(r"[^\W\d_]+(?=[^.;:!?,\n]*$)", text.lower()))[-count:]


def loosened(statement: Statement, time: Time) -> bool:
    """Whether the time is shaded: "about", "shortly after", "nearly"; noon in words is no minute either."""
    if time.text.lower() in _ROUND_HOURS:
        return True
    return any(word in time_words().loose for word in words_before(statement, time))


def boundary(statement: Statement, time: Time) -> str:
    """Whether the time begins or ends a stretch: "from 1 May", "until Friday"; "" for neither."""
    before = words_before(statement, time, 1)
    if time.kind in DAYS and before and before[0] in ("is", "was", "on") and _DEADLINE.search(statement.text):
        return "closing"
    if words_before(statement, time, 2) == ("as", "of"):
        return "beginning"
    if time.kind == "date" and time.start != time.end:
        return ""
    lists = time_words()
    if before and before[0] in lists.beginning:
        return "beginning"
    return "closing" if before and before[0] in lists.closing else ""
