"""When a post was posted: the printed date first, then the moment in the markup, then the time in its id."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal, NamedTuple

from reconcile.markup.embedded import Embedded
from reconcile.patterns import lazy_regex
from reconcile.platforms import id_time
from reconcile.shown_dates import PRESS_YEARS, ShownDate, parse_shown_date


class Posted(NamedTuple):
    """A day, the moment where a clock time is known, and what told so."""

    day: date | None = None
    moment: datetime | None = None
    source: Literal["shown", "id", "data"] | None = None


def posted(platform: str, status_id: str | None, printed: Embedded, language: str | None) -> Posted:
    """When the post in `printed` was posted."""
    in_id = id_time(platform, status_id) if status_id else None
    in_markup = _moment(printed.moment) if printed.moment else None
    shown = parse_shown_date(printed.shown_date, language) if printed.shown_date else None
    if shown is not None:
        day = shown.date or _nearest(shown, in_markup or in_id)
        if day is not None:
            clock = shown.moment if shown.moment and shown.moment.date() == day else None
            return Posted(day, in_markup or clock, "shown")
    if in_markup is not None:
        return Posted(in_markup.date(), in_markup, "data")
    if in_id is not None:
        return Posted(in_id.date(), in_id, "id")
    return Posted()


def _nearest(shown: ShownDate, other: datetime | None) -> date | None:
    """The day that an incomplete or ambiguous date means, where the post's other time settles it."""
    if other is None:
        return None
    days = list(shown.candidates) or [
        day for year in (other.year - 1, other.year, other.year + 1) if (day := shown.in_year(year))
    ]
    close = [day for day in days if abs((day - other.date()).days) <= 1]
    return close[0] if len(close) == 1 else None


#: "Sun Jun 12 19:20:16 +0000 2022", as X's first API printed times.
_API = lazy_regex(r"(?P<day>\w{3} \w{3} \d\d) (?P<clock>\d\d:\d\d:\d\d) (?P<zone>[+-]\d{4}) (?P<year>\d{4})")
_SECONDS = lazy_regex(r"\d{9,10}(?:\d{3})?")


def _moment(text: str) -> datetime | None:
    """A moment as markup carries it, where it is one that a post can have."""
    moment = _any_moment(text.strip())
    return moment if moment and moment.year in PRESS_YEARS else None


def _any_moment(text: str) -> datetime | None:
    """The moment of ISO 8601, X's API form, RFC 2822, or seconds since 1970."""
    try:
        if _SECONDS.fullmatch(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        if match := _API.fullmatch(text):
            return datetime.strptime(
                f"{match['day']} {match['year']} {match['clock']} {match['zone']}", "%a %b %d %Y %H:%M:%S %z"
            )
        if text[:4].isdigit():
            return datetime.fromisoformat(text)
        return parsedate_to_datetime(text)
    except (ValueError, OverflowError, TypeError):
        return None
