"""Days, clock times, lengths, order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import NUMERALS, Claim, Edit, Sort, swaps

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DATE = re.compile(rf"\b(?P<a>\d{{1,2}}) {_MONTH}\b|\b{_MONTH} (?P<b>\d{{1,2}})\b(?!\d|:)")
_MONTH_ALONE = re.compile(rf"\b(?!May\b){_MONTH}\b")
_YEAR = re.compile(r"(?<![\w.,/-])20[012]\d(?![\w/-]|,\d)")
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?P<rest>[:.]\d\d(?!\d)| ?(?:am|pm|a\.m|p\.m))")
_LENGTH = re.compile(
    rf"\b(?P<many>\d{{1,3}}|{'|'.join(NUMERALS[2:])})(?=[\s-](?:minute|hour|day|night|week|month|year)s?\b(?!-old))"
)
_HEDGED = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|under|than|least|most|up to|just|or|to|every)\s*$"
)
#: The day on which something was said may be the day of a talk, and no text here bears that out.
_SAID = re.compile(
    r"\b(?:said|told|wrote|announced|posted|tweeted|added|reported|confirmed|according|statement|release|says)\b[^.;]*$"
)
_RECKONED = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))\b", re.I)


def weekday(claim: Claim) -> Iterator[Edit]:
    """A weekday two days on, where the evidence has a day to hold it against."""
    for found in claim.prose(_WEEKDAY):
        dated = claim.states(found[0]) or _RECKONED.search(claim.evidence) or _DATE.search(claim.evidence)
        new = DAYS[(DAYS.index(found[0]) + 2) % 7]
        if dated and not claim.knows(new) and not _SAID.search(claim.text[: found.start()]):
            yield Edit(found.start(), found.end(), new)


def day(claim: Claim) -> Iterator[Edit]:
    """Another day of the same month."""
    for found in claim.prose(_DATE):
        group = "a" if found["a"] else "b"
        number = int(found[group])
        new = str(number + 2 if number < 27 else number - 2)
        if claim.states(found[group]) and not claim.states(new):
            yield Edit(*found.span(group), new)


def month(claim: Claim) -> Iterator[Edit]:
    """Another month."""
    for found in claim.prose(_MONTH_ALONE):
        new = MONTHS[(MONTHS.index(found[0]) + 2) % 12]
        if claim.states(found[0]) and not claim.states(new):
            yield Edit(found.start(), found.end(), new)


def year(claim: Claim) -> Iterator[Edit]:
    """Two years earlier."""
    for found in claim.prose(_YEAR):
        new = str(int(found[0]) - 2)
        if claim.states(found[0]) and not claim.knows(new):
            yield Edit(found.start(), found.end(), new)


def clock(claim: Claim) -> Iterator[Edit]:
    """Two hours later, or earlier late in the day."""
    for found in claim.prose(_CLOCK):
        hour = int(found["hour"])
        top = 12 if "m" in found["rest"] else 23
        new = str(hour + 2 if hour + 2 <= top else hour - 2)
        same = re.compile(rf"(?<!\d)0?{hour}(?:[:.h]\d\d| ?[ap]\.?m)")
        if hour > 2 and same.search(claim.evidence) and not claim.states(new + found["rest"]):
            yield Edit(*found.span("hour"), new)


def length(claim: Claim) -> Iterator[Edit]:
    """A longer time."""
    for found in claim.prose(_LENGTH):
        if _HEDGED.search(claim.text[: found.start()]) or not claim.states(found["many"]):
            continue
        if found["many"].isdigit():
            new = str(2 * int(found["many"]) + 1)
        else:
            new = NUMERALS[min(NUMERALS.index(found["many"]) + 3, 12)]
        if new != found["many"] and not claim.states(new):
            yield Edit(*found.span("many"), new)


RELATIVE = {
    "yesterday": "today", "tomorrow": "today", "today": "yesterday", "tonight": "tomorrow", "last week": "last month",
    "next week": "next month", "last month": "last year", "next month": "next week", "last year": "this year",
    "next year": "this year", "this year": "last year", "this week": "last week",
}  # fmt: skip
_ORDER = re.compile(
    r"\b(?:before|after)\b(?= (?:the|a|an|his|her|their|its|it|he|she|they|\w+ing)\b"
    r"(?! (?:court|judge|magistrate|senate|committee)))"
)


def order(claim: Claim) -> Iterator[Edit]:
    """Before for after, and the reverse."""
    for found in claim.prose(_ORDER):
        new = "before" if found[0] == "after" else "after"
        if claim.states(found[0]) and not claim.states(new):
            yield Edit(found.start(), found.end(), new)


SORTS = (
    Sort("time: another weekday", ("time.weekday", "time.relative", "time.date"), weekday),
    Sort("time: another day of the month", ("time.date", "time.weekday"), day),
    Sort("time: another month", ("time.date", "time.weekday"), month),
    Sort("time: another year", ("time.date",), year),
    Sort(
        "time: yesterday, today, next week", ("time.relative", "time.date", "time.weekday"), swaps(RELATIVE)
    ),
    Sort("time: another hour", ("time.clock",), clock),
    Sort("time: another length", ("time.duration",), length),
    Sort("time: before, after", ("time.order",), order),
)
