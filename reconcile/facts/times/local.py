"""The zone of "local time", where a text prints one moment in it and in a zone that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from reconcile.facts.times.clock import offset
from reconcile.model import Statement, Time
from reconcile.patterns import lazy_re

#: What stands between one moment and the same in another zone: "00:40 UTC (03:40 local time)".
_SAME = lazy_re(r"\s*(?:\(|/|,|=|,? or|, that is,?|\(?i\.e\.)\s*", re.I)
#: Zones lie from twelve hours behind to fourteen before UTC, by quarters of an hour.
_WEST, _EAST, _STEP = -720, 840, 15


def local_zone(evidence: Sequence[Statement]) -> str:
    """The local zone as "UTC+03:00", where a sentence prints a moment in it and in a known one; "" for none."""
    for statement in evidence:
        clocks = [f for f in statement.facts if isinstance(f, Time) and f.minutes is not None]
        for one, other in pairwise(clocks):
            offset_ = statement.span.start
            if not _SAME.fullmatch(statement.text[one.span.end - offset_ : other.span.start - offset_]):
                continue
            known, local = (other, one) if one.zone in ("", "local") else (one, other)
            if local.zone in ("", "local") and (east := offset(known.zone)) is not None:
                return _named(known, local, east)
    return ""


def _named(known: Time, local: Time, east: int) -> str:
    assert known.minutes is not None
    assert local.minutes is not None
    minutes = local.minutes - known.minutes + east
    minutes = minutes - 1440 if minutes > _EAST else minutes + 1440 if minutes < _WEST else minutes
    if minutes % _STEP:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def in_zone(time: Time, zone: str) -> Time:
    """`time` with `zone`, where it is told as local time."""
    return evolve(time, zone=zone) if time.zone == "local" else time
