"""How finely a time is told: a day, a stretch of days, a year, or words that leave the day open."""

from __future__ import annotations

from reconcile.facts.times import agreement
from reconcile.model import Time
from reconcile.patterns import lazy_re

#: Days of the shortest stretch that counts as a year.
_A_YEAR = 300
_YEAR_PRINTED = lazy_re(r"\d{4}")


def of_other_grain(time: Time, given: Time) -> bool:
    """Whether a time is told in years, and the other is a day outside of them whose year is not printed.

    "Planted four years ago" is no other time than "spawned on 25 June".
    """
    if time.start is None or time.end is None or (time.end - time.start).days < _A_YEAR:
        return False
    printed = _YEAR_PRINTED.search(given.text) or given.kind in ("year", "relative")
    return not printed and agreement.days_verdict(time, given) == "differ"


def is_range(time: Time) -> bool:
    """Whether a stretch of days is printed: "June 20 to 22"."""
    return time.kind == "date" and time.start != time.end


def is_vague(time: Time) -> bool:
    """Whether a stretch is told by words: "a year ago", "last week", "in 2024"."""
    return time.kind in ("relative", "year") and time.start != time.end


def as_fine(claim: Time, evidence: Time) -> bool:
    """Whether the evidence's time is fine enough to tell another day from the claim's: no year against a day."""
    if evidence.kind == "year":
        return claim.kind == "year"
    if claim.kind == "year" and evidence.kind in ("weekday", "relative"):
        return False  # a year is told of what is long past, a weekday of what is not
    if evidence.kind == "month":
        return claim.kind in ("month", "date")
    return evidence.kind != "relative" or evidence.start == evidence.end or claim.kind == "relative"
