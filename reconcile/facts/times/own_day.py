"""The day of the post or release itself: a claim of that day, and the day on which something was said."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.times import agreement, wording
from reconcile.facts.times.given import DAY_KINDS, FEATURE, Given, agreed, missing
from reconcile.model import Comparison, Statement, Time


def on_own_day(time: Time, evidence: Sequence[Statement]) -> str:
    """The evidence's own day, where the claim's time is that day, else "": a post tells of its day unless it
    says otherwise.
    """
    day = next((s.day for s in evidence if s.day), None)
    if day is None:
        return ""
    if time.start and time.end:
        return day.isoformat() if time.start <= day <= time.end else ""
    return day.isoformat() if time.weekday == day.weekday() else ""


def compare_saying(
    claim: Statement, time: Time, evidence: Sequence[Statement], given: Sequence[Given]
) -> Comparison:
    """The day of the saying, held against the day of the post or release."""
    own = on_own_day(time, evidence)
    if own:
        return Comparison(FEATURE, 1.0, time.text, own, "the day of the source itself", time.span)
    for g in given:
        if agreement.days_verdict(time, g.time) == "agree":
            return agreed(time, g.time.text, g, 0.8)
    day = next((s.day for s in evidence if s.day), None)
    if day and time.start and time.end and claim.channel in ("post", "release") and evidence:
        post = not evidence[0].source.startswith("r")
        apart = min(abs((time.start - day).days), abs((time.end - day).days))
        if (
            (claim.channel == "post") == post
            and apart > (1 if post else 0)
            and time.kind in ("weekday", "date", "relative")
        ):
            source = Time(evidence[0].span, day.isoformat(), "date", day, day)
            return Comparison(
                FEATURE,
                0.0,
                time.text,
                day.isoformat(),
                "the day of the source itself",
                time.span,
                clash=DAY_KINDS.get(time.kind, "time.date"),
                suggestion=wording.same_day_as(time, source, claim.day),
                confidence=0.75,
            )
    return missing(time)
