"""Whether two times that are left over, one on each side, are that of one thing told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from reconcile.belonging import Pairing
from reconcile.facts.times import agreement, wording
from reconcile.facts.times.agreement import DAYS, boundary, clock_verdict, days_verdict, length_verdict
from reconcile.facts.times.clock import offsets
from reconcile.facts.times.events import (
    AGAIN,
    dates_the_saying,
    given_up,
    headed,
    in_comparison,
    in_dateline,
    is_length,
    of_person,
    role_of,
)
from reconcile.facts.times.given import Given, clashing, far_apart, other_figures, slip
from reconcile.grammar.moods import other_mood
from reconcile.grammar.words import read_words
from reconcile.model import Comparison, Statement, Time
from reconcile.surroundings import opposed, other_deed, other_names, same_deed, shared_near, shared_senses
from reconcile.words import clauses_of

#: From here on two times that are left over are taken for one.
_ENOUGH = 1.25
_LONG = timedelta(days=730)
_SINGLE_DAYS = frozenset({"date", "weekday", "relative"})
_KINDS = {
    "weekday": "time.weekday",
    "relative": "time.relative",
    "clock": "time.clock",
    "duration": "time.duration",
}


def dated(statement: Statement) -> Iterator[Time]:
    """The times of a statement that tell when, or how long, something was that it tells of."""
    for fact in statement.facts:
        if not isinstance(fact, Time) or in_dateline(statement, fact) or given_up(statement, fact):
            continue
        if fact.kind in DAYS:
            tells = fact.start is not None and not dates_the_saying(statement, fact)
        else:
            tells = fact.kind == "clock" or is_length(statement, fact)
        if tells:
            yield fact


def one_grain(one: Time, other: Time) -> bool:
    """Whether two times are both days, both months, both hours in one zone, or both lengths."""
    if one.kind == "clock" == other.kind:
        return offsets(one.zone) == offsets(other.zone)
    if one.kind == "duration" == other.kind:
        return agreement.unit_of(one) == agreement.unit_of(other)
    if one.kind in _SINGLE_DAYS and other.kind in _SINGLE_DAYS:
        return (one.start == one.end) == (other.start == other.end)
    return one.kind == other.kind


def may_be_one(one: Time, other: Time) -> bool:
    """Whether two times may both hold of one thing, however loosely they are told."""
    if one.kind in DAYS and other.kind in DAYS:
        return days_verdict(one, other) != "differ"
    if one.kind == "clock" == other.kind:
        return one.minutes is None or other.minutes is None or clock_verdict(one, other, True) != "differ"
    if one.kind == "duration" == other.kind:
        return one.days is None or other.days is None or length_verdict(one, other, True, True) != "differ"
    return False


def on_own_day(time: Time, statements: Sequence[Statement]) -> bool:
    """Whether a time is the day on which one of the texts was written."""
    start, end = time.start, time.end
    if time.kind == "month" and any(time.text in s.text for s in statements):
        return True
    return start is not None and end is not None and any(s.day and start <= s.day <= end for s in statements)


def hour_printed(time: Time, statements: Sequence[Statement]) -> bool:
    """Whether a text prints the figure of an hour as a mere number: "and at 11 in Orme"."""
    if time.kind != "clock" or time.minutes is None:
        return False
    hour = time.minutes // 60
    keys = {f"#{hour}", f"#{hour % 12}", f"#{hour % 12 + 12}"}
    return any(not keys.isdisjoint(_bare_numbers(s)) for s in statements)


def _bare_numbers(statement: Statement) -> Iterator[str]:
    """The numbers of a statement that belong to no time."""
    times = [f.span for f in statement.facts if isinstance(f, Time)]
    words = read_words(statement.text)
    for key, start in zip(words.keys, words.starts, strict=True):
        at = start + statement.span.start
        if key[:1] == "#" and not any(span.start <= at < span.end for span in times):
            yield key


def pair_off(pair: Pairing[Time]) -> Comparison | None:
    """The clash of two times that are left over; None where they may be of two things."""
    ours, theirs = pair.ours, pair.theirs
    given = Given(pair.statement, theirs, 0.0)
    if (
        _years_apart(ours, theirs)
        or _by_name_alone(pair)
        or (ours.kind == "duration" and far_apart(ours, theirs))
    ):
        return None
    if _apart(pair) or _of_the_day(pair) or (ours.kind == "duration" and not _one_role(pair)):
        return None
    if _worth(pair) < _ENOUGH:
        return None
    kind = _KINDS.get(ours.kind, "time.date")
    return clashing(ours, given, kind, "no other time is left", _suggestion(pair), 0.7)


def _of_the_day(pair: Pairing[Time]) -> bool:
    """Whether the claim's day is that of the article itself: then it tells what is newer than the evidence."""
    ours, today = pair.ours, pair.claim.day
    return bool(ours.start and ours.end and today and ours.start == ours.end == today)


def _years_apart(ours: Time, theirs: Time) -> bool:
    """Whether a day is so far from another that it is of another time altogether, and no slip: 1911 and 2024."""
    if ours.kind == "year" or ours.start is None or theirs.start is None or slip(ours, theirs):
        return False
    return abs(ours.start - theirs.start) > _LONG


def _by_name_alone(pair: Pairing[Time]) -> bool:
    """Whether two stretches of time share no deed: "two years ago the Aurelia", "the Aurelia last year"."""
    ours, theirs = pair.ours, pair.theirs
    stretch = ours.kind == "relative" and ours.start != ours.end
    return stretch and not same_deed(pair.claim, ours.span, pair.statement, theirs.span)


def _apart(pair: Pairing[Time]) -> bool:
    """Whether the sentences tell of two things: they name others, one compares, one is of another time round."""
    claim, statement = pair.claim, pair.statement
    if other_names(claim, statement) or other_figures(claim, statement):
        return True
    if of_person(claim, pair.ours) and not set(claim.entities) & set(statement.entities):
        return True
    compared = [
        in_comparison(s, t) or _bracketed(s, t) for s, t in ((claim, pair.ours), (statement, pair.theirs))
    ]
    if compared[0] != compared[1]:
        return True
    if opposed(claim, pair.ours.span, statement, pair.theirs.span):
        return True
    return AGAIN.search(claim.text) is None and AGAIN.search(statement.text) is not None


def _bracketed(statement: Statement, time: Time) -> bool:
    """Whether a year stands in brackets with the figure that another is compared with: "509 (2022: 480)"."""
    begin, end = time.span.start - statement.span.start, time.span.end - statement.span.start
    return statement.text[begin - 1 : begin] == "(" and statement.text[end : end + 1] == ":"


def _one_role(pair: Pairing[Time]) -> bool:
    """Whether two lengths are both how long a thing lasts, the gap to another, or a limit."""
    ours, theirs = pair.ours, pair.theirs
    if headed(ours) and headed(ours) in clauses_of(pair.statement.text).all:
        return True
    after = [
        agreement.words_before(s, t, 1) == ("after",)
        for s, t in ((pair.claim, ours), (pair.statement, theirs))
    ]
    return all(after) or role_of(pair.claim, ours) == role_of(pair.statement, theirs)


def _worth(pair: Pairing[Time]) -> float:
    """What speaks for one thing: the words shared round both, the same end of a stretch, a slip of the pen."""
    ours, theirs = pair.ours, pair.theirs
    spans = (pair.claim, ours.span, pair.statement, theirs.span)
    shared = shared_near(*spans) + 0.5 * shared_senses(*spans)
    one_end = boundary(pair.claim, ours) == boundary(pair.statement, theirs)
    return (
        0.5 * min(shared, 3)
        + 0.5 * pair.sole
        + (0.25 if one_end else -0.5)
        + 0.5 * (slip(ours, theirs) or _one_end_moved(ours, theirs))
        - 0.75 * other_deed(*spans)
        + 2 * (min(pair.linked, 0.95) - 0.75)
        - 1.0 * other_mood(*spans)
    )


def _one_end_moved(ours: Time, theirs: Time) -> bool:
    """Whether two stretches of days share their first or their last day of the month: 8 to 17 July, 6 to 17 July."""
    if None in (ours.start, ours.end, theirs.start, theirs.end) or {ours.kind, theirs.kind} != {"date"}:
        return False
    one, other = (ours.start, ours.end), (theirs.start, theirs.end)
    stretches = one[0] != one[1] and other[0] != other[1]
    return stretches and any(a and b and a.day == b.day for a, b in zip(one, other, strict=True))


def _suggestion(pair: Pairing[Time]) -> str | None:
    if pair.ours.kind == "clock":
        return wording.clock_like(pair.ours, pair.theirs)
    if pair.ours.kind == "duration":
        return wording.length_like(pair.ours, pair.theirs)
    return wording.same_day_as(pair.ours, pair.theirs, pair.claim.day)
