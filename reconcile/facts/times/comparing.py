"""Holding the times of a claim against those of the evidence.

A time clashes only where both speak of the same event's time: the same words round both, the same end of a stretch,
no time of the evidence that bears the claim out. What dates the saying ("it said on Monday") is held against the
source's own day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from reconcile.facts.times import agreement, wording
from reconcile.facts.times.agreement import DAYS, Verdict, boundary, loosened
from reconcile.facts.times.order import compare_order
from reconcile.model import Comparison, Quantity, Statement, Time
from reconcile.words import affinity, other_names, same_deed, shared_near, stems_of

#: From here on two times are taken for those of one event.
_SOLID = 1.5
_AHEAD = 0.4
_FEATURE = "time"
_KINDS = {"weekday": "time.weekday", "relative": "time.relative"}
_AGAIN = re.compile(r"\b(?:again|once more|another)\b", re.I)
_DATELINE = re.compile(
    r"\s*[^\W\d_a-z][^\W\d_a-z .'’-]+,? ?\(?[\w., ]{3,24}?\)? ?(?:\([^)]{1,20}\) ?)?[-–—] "
)


@frozen
class _Given:
    """A time of the evidence, with its statement and how near it stands to the claim's."""

    statement: Statement
    time: Time
    near: float


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A comparison for each time of `claim` with those of the statements of one post or release."""
    yield from compare_order(claim, evidence)
    for time in (f for f in claim.facts if isinstance(f, Time)):
        if _in_dateline(claim, time):
            continue
        if time.kind in DAYS:
            yield _day(claim, time, evidence)
        elif time.kind == "clock":
            yield _other(claim, time, evidence, "clock", "time.clock")
        elif _is_length(claim, time):
            yield _other(claim, time, evidence, "duration", "time.duration")


def _in_dateline(statement: Statement, time: Time) -> bool:
    """Whether a date opens the sentence as a dateline does: "PORT LISK, June 12 - The minister"."""
    match = _DATELINE.match(statement.text)
    return match is not None and time.span.end - statement.span.start <= match.end()


def _given(claim: Statement, time: Time, evidence: Sequence[Statement], kinds: Sequence[str]) -> list[_Given]:
    """The evidence's times of the same sort, nearest first."""
    found = [
        _Given(s, f, affinity(claim, time.span, s, f.span))
        for s in evidence
        for f in s.facts
        if isinstance(f, Time) and f.kind in kinds
    ]
    return sorted(found, key=lambda g: -g.near)


def _day(claim: Statement, time: Time, evidence: Sequence[Statement]) -> Comparison:
    given = _given(claim, time, evidence, DAYS)
    if _dates_the_saying(claim, time):
        return _said(claim, time, evidence, given)
    wider: _Given | None = None
    differing: list[_Given] = []
    for g in given:
        verdict = agreement.days_verdict(time, g.time)
        if verdict == "agree":
            return _agreed(time, g.time.text, g, 1.0)
        if verdict in ("wider", "open"):
            wider = wider or g
        elif _one_end(claim, time, g):
            differing.append(g)
    own_day = _on_own_day(time, evidence)
    if own_day:
        return Comparison(_FEATURE, 0.9, time.text, own_day, "the day of the source itself", time.span)
    if wider:
        return _agreed(time, wider.time.text, wider, 0.6)
    clash = _clashing_day(claim, time, differing)
    return clash or Comparison(_FEATURE, 0.0, time.text, "", "not in the evidence", time.span)


def _clashing_day(claim: Statement, time: Time, differing: Sequence[_Given]) -> Comparison | None:
    """The clash with the nearest day of another date, where it is surely that of the same event."""
    exact = [
        g
        for g in differing
        if _as_fine(time, g.time) and not other_names(claim, g.statement) and not _other_event(claim, time, g)
    ]
    ranges = [g for g in exact if _range(time) and _range(g.time)]
    if len(ranges) == 1 and ranges[0].near >= 0.75:
        exact = [evolve(ranges[0], near=ranges[0].near + 1.0)]
    elif exact and not same_deed(claim, time.span, exact[0].statement, exact[0].time.span):
        return None
    if not exact or exact[0].near < _SOLID + 0.5 * (_vague(time) or _vague(exact[0].time)):
        return None
    best = exact[0]
    rivals = [g for g in exact[1:] if g.near > best.near - _AHEAD and g.time.start != best.time.start]
    taken = [
        f for f in claim.facts if isinstance(f, Time) and f is not time and f.kind in DAYS and not _vague(f)
    ]
    if rivals or any(agreement.days_verdict(f, best.time) == "agree" for f in taken):
        return None
    kind = _KINDS.get(time.kind, "time.date")
    suggestion = wording.same_day_as(time, best.time, claim.day)
    return _clash(time, best, kind, "the days cannot both hold", suggestion, min(0.95, 0.6 + 0.1 * best.near))


def _other_event(claim: Statement, time: Time, g: _Given) -> bool:
    """Whether something else tells two events apart: one still to come and one past, "again", other figures, other days."""
    if (
        time.start
        and claim.day
        and g.time.end
        and g.statement.day
        and time.start > claim.day
        and g.time.end <= g.statement.day
    ):
        return True
    if bool(_AGAIN.search(claim.text)) != bool(_AGAIN.search(g.statement.text)):
        return True
    ours = [f for f in claim.facts if isinstance(f, Quantity) and (f.noun or f.unit)]
    theirs = [f for f in g.statement.facts if isinstance(f, Quantity) and (f.noun or f.unit)]
    pairs = [(a, b) for a in ours for b in theirs if (a.unit, a.noun) == (b.unit, b.noun)]
    if pairs and not any(abs(a.low - b.low) <= max(a.step, b.step) for a, b in pairs):
        return True
    return time.kind not in DAYS and _other_days(claim, g.statement)


def _other_days(claim: Statement, evidence: Statement) -> bool:
    """Whether both sentences name days or months, and no two of them can be the same."""
    ours, theirs = ([f for f in s.facts if isinstance(f, Time) and f.kind in DAYS] for s in (claim, evidence))
    verdicts = [agreement.days_verdict(a, b) for a in ours for b in theirs]
    return bool(verdicts) and all(v == "differ" for v in verdicts)


def _range(time: Time) -> bool:
    """Whether a stretch of days is printed: "June 20 to 22"."""
    return time.kind == "date" and time.start != time.end


def _vague(time: Time) -> bool:
    """Whether a stretch is told by words: "a year ago", "last week", "in 2024"."""
    return time.kind in ("relative", "year") and time.start != time.end


def _as_fine(claim: Time, evidence: Time) -> bool:
    """Whether the evidence's time is fine enough to tell another day from the claim's: no year against a day."""
    if evidence.kind == "year":
        return claim.kind == "year"
    if evidence.kind == "month":
        return claim.kind in ("month", "date")
    return evidence.kind != "relative" or evidence.start == evidence.end or claim.kind == "relative"


def _one_end(claim: Statement, time: Time, g: _Given) -> bool:
    """Whether both are the beginning, the end, or the day itself of what they date."""
    return boundary(claim, time) == boundary(g.statement, g.time)


def _on_own_day(time: Time, evidence: Sequence[Statement]) -> str:
    """The evidence's own day, where the claim's time is that day: a post tells of its day unless it says otherwise."""
    day = next((s.day for s in evidence if s.day), None)
    if day is None:
        return ""
    if time.start and time.end:
        return day.isoformat() if time.start <= day <= time.end else ""
    return day.isoformat() if time.weekday == day.weekday() else ""


def _dates_the_saying(claim: Statement, time: Time) -> bool:
    """Whether the time belongs to the saying verb: "the ministry said on Monday that", "it wrote on Tuesday"."""
    after = claim.text[time.span.end - claim.span.start :]
    if re.match(r"(?: (?:morning|afternoon|evening|night))? that\b", after):
        return True
    if not claim.cue:
        return False
    at = time.span.start - claim.span.start
    end = time.span.end - claim.span.start
    for match in re.finditer(rf"\b{re.escape(claim.cue)}\b", claim.text):
        between = claim.text[match.end() : at] if match.end() <= at else claim.text[end : match.start()]
        if len(between) > 60 or re.search(r"[,;:.!?\"“”]|\b(?:that|which|who|after|before|when)\b", between):
            continue
        if match.end() <= at or len(stems_of(between)) <= 1:
            return True
    return False


def _said(claim: Statement, time: Time, evidence: Sequence[Statement], given: Sequence[_Given]) -> Comparison:
    """The day of the saying, held against the day of the post or release."""
    own = _on_own_day(time, evidence)
    if own:
        return Comparison(_FEATURE, 1.0, time.text, own, "the day of the source itself", time.span)
    for g in given:
        if agreement.days_verdict(time, g.time) == "agree":
            return _agreed(time, g.time.text, g, 0.8)
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
                _FEATURE,
                0.0,
                time.text,
                day.isoformat(),
                "the day of the source itself",
                time.span,
                clash=_KINDS.get(time.kind, "time.date"),
                suggestion=wording.same_day_as(time, source, claim.day),
                confidence=0.75,
            )
    return Comparison(_FEATURE, 0.0, time.text, "", "not in the evidence", time.span)


def _other(claim: Statement, time: Time, evidence: Sequence[Statement], kind: str, clash: str) -> Comparison:
    """An hour or a length, held against those of the evidence."""
    given = [
        g
        for g in _given(claim, time, evidence, (kind,))
        if kind == "clock" or _is_length(g.statement, g.time)
    ]
    differing: list[_Given] = []
    for g in given:
        verdict = _verdict(claim, time, g)
        if verdict == "agree":
            return _agreed(time, g.time.text, g, 1.0)
        if verdict == "differ" and _same_part(claim, time, g):
            differing.append(g)
    missing = Comparison(_FEATURE, 0.0, time.text, "", "not in the evidence", time.span)
    if not differing:
        return missing
    best = differing[0]
    if other_names(claim, best.statement) or _other_event(claim, time, best):
        return missing
    where = (claim, time.span, best.statement, best.time.span)
    if kind == "clock" and not (same_deed(*where) and shared_near(*where) > 1):
        return missing
    if kind == "duration" and _count_elsewhere(time, best):
        return missing
    solid = (
        best.near
        - 0.5 * (kind == "clock")
        + 0.5 * (len(_alike(claim, time)) == 1 and len({_size(g.time) for g in given}) == 1)
    )
    rivals = [g for g in differing[1:] if g.near > best.near - _AHEAD and not _same_moment(g, best)]
    if solid < _SOLID or rivals or (kind == "clock" and loosened(claim, time)):
        return missing
    if kind == "clock":
        best = next((g for g in differing if g.time.zone == time.zone and _same_moment(g, best)), best)
        return _clash(
            time, best, clash, "the hours cannot both hold", wording.clock_like(time, best.time), 0.85
        )
    return _clash(
        time, best, clash, "the lengths cannot both hold", wording.length_like(time, best.time), 0.8
    )


def _count_elsewhere(time: Time, g: _Given) -> bool:
    """Whether the claim's count stands in the evidence without its unit: "for two weeks here and for three there"."""
    count = re.match(r"\w+", time.text)
    rest = g.statement.text.replace(g.time.text, " ", 1)
    return (
        count is not None
        and re.search(rf"\b{re.escape(count.group())}\b(?![.,:]?\d)", rest, re.I) is not None
    )


def _same_part(claim: Statement, time: Time, g: _Given) -> bool:
    """Whether both are the same sort of hour or length: an end of a stretch, a gap, a whole."""
    if time.kind == "clock":
        return boundary(claim, time) == boundary(g.statement, g.time)
    return _role(claim, time) == _role(g.statement, g.time) and agreement.unit_of(time) == agreement.unit_of(
        g.time
    )


def _same_moment(one: _Given, other: _Given) -> bool:
    """Whether two hours of the evidence are one moment in two zones, or two lengths are equal."""
    if one.time.kind == "clock":
        return agreement.clock_verdict(one.time, other.time, False) == "agree"
    return one.time.days == other.time.days


def _size(time: Time) -> float:
    return time.days if time.days is not None else 0.0


def _alike(claim: Statement, time: Time) -> list[Time]:
    return [
        f
        for f in claim.facts
        if isinstance(f, Time) and f.kind == time.kind and (f.kind == "clock" or _is_length(claim, f))
    ]


def _verdict(claim: Statement, time: Time, g: _Given) -> Verdict:
    loose = loosened(claim, time) or loosened(g.statement, g.time)
    if time.kind == "clock":
        return agreement.clock_verdict(time, g.time, loose)
    over = {"more", "over", "less", "under", "than"} & set(
        agreement.words_before(claim, time) + agreement.words_before(g.statement, g.time)
    )
    return agreement.length_verdict(time, g.time, loose, bool(over))


def _role(statement: Statement, time: Time) -> str:
    """What a length is: the gap to another event, a limit, a rate, or how long a thing goes on."""
    before = agreement.words_before(statement, time, 2)
    after = re.match(r"\s*([^\W\d_]+)", statement.text[time.span.end - statement.span.start :])
    following = after[1].lower() if after else ""
    if following in ("after", "before", "later", "earlier", "since", "ahead", "late", "behind") or (
        before and before[-1] == "after"
    ):
        return "gap"
    if before and before[-1] in ("within", "in", "every", "past", "next", "first"):
        return "limit"
    if before and before[-1] == "last" and before[0] in ("the", "in", "past", "over", "this", "these"):
        return "limit"
    return "whole"


def _is_length(statement: Statement, time: Time) -> bool:
    """Whether a duration says how long something is, and is no "a day" of a rate or an order."""
    return time.kind == "duration" and not re.match(r"(?:an?|each|every|per)\b", time.text.lower())


def _agreed(time: Time, evidence: str, g: _Given, score: float) -> Comparison:
    detail = "agrees" if score == 1.0 else "can agree"
    return Comparison(_FEATURE, score, time.text, evidence, detail, time.span, g.time.span)


def _clash(
    time: Time, g: _Given, kind: str, detail: str, suggestion: str | None, confidence: float
) -> Comparison:
    return Comparison(
        _FEATURE,
        0.0,
        time.text,
        g.time.text,
        detail,
        time.span,
        g.time.span,
        clash=kind,
        suggestion=suggestion,
        confidence=confidence,
    )
