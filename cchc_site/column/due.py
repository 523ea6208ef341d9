"""When something is due, in the plan's own words and as an instant; and things that come round again.

The plans write “trước ngày …” (strict), “chậm nhất ngày …” and “đến hết ngày …” (the day included), “Quý N/YYYY”,
“định kỳ 2 tháng/lần” and “thường xuyên”; `Deadline` has the instants.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from cchc_site.column.deadline import Deadline
from cchc_site.column.instant import VIETNAM, day_of
from cchc_site.column.month import Month
from cchc_site.vietnamese.dates import quarter_label


class Due(Struct, frozen=True):
    """One deadline with its words. `timed` when the plan names an hour ("trước 16h00 ngày …")."""

    deadline: Deadline
    words: str
    timed: bool = False

    @classmethod
    def before(cls, limit: date | datetime) -> Due:
        """“Trước ngày D”, or “trước HHhMM ngày D” when a time was written."""
        if isinstance(limit, datetime):
            local = limit.astimezone(VIETNAM)
            return cls(Deadline.before(limit), f"trước {local:%Hh%M} ngày {local:%d/%m/%Y}", True)
        return cls(Deadline.before(limit), f"trước ngày {limit:%d/%m/%Y}")

    @classmethod
    def by(cls, day: date) -> Due:
        """“Chậm nhất ngày D”: the whole day is on time."""
        return cls(Deadline.by(day), f"chậm nhất ngày {day:%d/%m/%Y}")

    @classmethod
    def quarter(cls, year: int, number: int) -> Due:
        """“Quý N/YYYY”: the last day of the quarter. ValueError unless `number` is 1 to 4."""
        return cls(Deadline.quarter(year, number), quarter_label(year, number))

    @property
    def last_good_day(self) -> date:
        """The last day on which it is still on time."""
        return self.deadline.last_good_day

    @property
    def sentence(self) -> str:
        """The words, and the last day on which it is on time where the words do not say it."""
        if self.timed or str(f"{self.last_good_day:%d/%m/%Y}") in self.words:
            return self.words
        return f"{self.words} (chậm nhất hết ngày {self.last_good_day:%d/%m/%Y})"


class Occurrence(Struct, frozen=True):
    """One round of something that comes again: `key` in data ("2022-Q1", "2022-03"), its first day and its end."""

    key: str
    label: str
    first: date
    due: Due


class Recurrence(Struct, frozen=True):
    """Every so many months, counted from the month in which the plan begins; or every quarter of the calendar."""

    months: int
    quarterly: bool = False

    @property
    def words(self) -> str:
        """As the plans write it."""
        return "hằng quý" if self.quarterly else f"định kỳ {self.months} tháng/lần"

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        """The rounds from the day `first` to the day `last`; the last one ends with the plan."""
        month = Month.of(first)
        if self.quarterly:
            month = Month(month.year, (month.number - 1) // 3 * 3 + 1)
        while month.window().first <= last:
            after = month.plus(self.months)
            end = min(after.plus(-1).window().last, last)
            yield self._occurrence(month, after.plus(-1), max(first, month.window().first), end)
            month = after

    def _occurrence(self, month: Month, final: Month, start: date, end: date) -> Occurrence:
        if self.quarterly:
            number = (month.number - 1) // 3 + 1
            return Occurrence(f"{month.year}-Q{number}", quarter_label(month.year, number), start, Due.by(end))
        label = month.label if month == final else f"{month.label} - {final.number:02d}/{final.year}"
        return Occurrence(str(month), label, start, Due.by(end))


class Continuous(Struct, frozen=True):
    """“Thường xuyên”: always, so never due."""

    words: str = "thường xuyên"


Timing = Due | Recurrence | Continuous


def is_past(due: Due, as_of: datetime) -> bool:
    """Whether the deadline has gone by."""
    return as_of >= due.deadline.late_from


def days_left(due: Due, as_of: datetime) -> int:
    """Whole days from today to the last good day; 0 is today, negative is late."""
    return (due.last_good_day - day_of(as_of)).days
