"""Months: the reporting unit of the minimum, and their half-open windows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache

from msgspec import Struct

from cchc_site.column.instant import in_vietnam


class Month(Struct, frozen=True, order=True):
    """A month of a year; written `2026-07` in data and addresses."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `YYYY-MM`; ValueError otherwise."""
        if len(text) != 7 or text[4] != "-" or not (text[:4].isdigit() and text[5:].isdigit()):
            raise ValueError(text)
        return cls(date(int(text[:4]), int(text[5:]), 1).year, int(text[5:]))

    @classmethod
    def of(cls, moment: date | datetime) -> Month:
        """The calendar month of an instant, in Vietnam."""
        local = in_vietnam(moment)
        return _month(local.year, local.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def label(self) -> str:
        """As people write it: `tháng 07/2026`."""
        return f"tháng {self.number:02d}/{self.year:04d}"

    def plus(self, months: int) -> Month:
        """The month that many months later (or earlier)."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def window(self, first_day: int = 1) -> Window:
        """The span of this month.

        `first_day` 1 is the calendar month. Any other day N is the office month that runs from day N of the
        month before up to, but not including, day N of this one ("tháng 02" = 20/01-19/02 for N = 20).
        """
        start = self if first_day == 1 else self.plus(-1)
        end = start.plus(1)
        return Window(date(start.year, start.number, first_day), date(end.year, end.number, first_day))


@cache
def _month(year: int, number: int) -> Month:
    """Asked for each piece again and again."""
    return Month(year, number)


class Window(Struct, frozen=True):
    """Whole days, half-open: the day `first` belongs to it, the day `after` no longer does."""

    first: date
    after: date

    @property
    def start(self) -> datetime:
        """The first instant of the window."""
        return in_vietnam(self.first)

    @property
    def end(self) -> datetime:
        """The first instant that no longer belongs to the window."""
        return in_vietnam(self.after)

    @property
    def last(self) -> date:
        """The last day of the window."""
        return self.after - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.after - self.first).days

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def days_within(self, first: date, last: date | None) -> int:
        """How many of its days lie from `first` to `last`, both included (`None` = without end)."""
        begin = max(self.first, first)
        after = self.after if last is None else min(self.after, last + timedelta(days=1))
        return max(0, (after - begin).days)


def month_containing(moment: datetime, first_day: int = 1) -> Month:
    """The month whose window holds the instant."""
    month = Month.of(moment)
    return month.plus(1) if first_day > 1 and in_vietnam(moment).day >= first_day else month


def months_between(first: Month, last: Month) -> Iterator[Month]:
    """Every month from `first` to `last`, both included."""
    month = first
    while month <= last:
        yield month
        month = month.plus(1)
