"""A printed date, and the days that it can mean."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias

from attrs import frozen

from reconcile.model import Span

_Date: TypeAlias = date

#: Years that a post or an article can be of.
PRESS_YEARS = range(1900, 2100)


@frozen
class ShownDate:
    """A printed date: where it stands, and what day and moment it means."""

    span: Span
    #: The day; None where the year is missing or the order of day and month cannot be told.
    date: _Date | None = None
    #: The moment where a clock time is printed with the day: zoned where the zone is printed, else naive.
    moment: datetime | None = None
    #: Every day that it can mean: one for "June 12, 2023", two for "06/05/2023", none without a year.
    candidates: tuple[_Date, ...] = ()
    #: Month and day where they are certain, for a date whose year is told elsewhere.
    month: int | None = None
    day: int | None = None
    #: Weekday as printed, Monday 0.
    weekday: int | None = None

    def in_year(self, year: int) -> _Date | None:
        """The day in `year`, for a date that is printed without one; None where there is no such day."""
        return day_of(year, self.month or 0, self.day or 0)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none or no article or post can be of that year."""
    if year not in PRESS_YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
