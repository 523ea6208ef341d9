"""Deadlines and limits as the plans write them ("trước ngày …", "chậm nhất ngày …", "từ … đến …").

Every deadline is one half-open instant: what comes before it is on time, the instant itself is already late. Days begin
and end in Vietnam.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from cchc_site.column.instant import day_of, in_vietnam


class Deadline(Struct, frozen=True, order=True):
    """Due before the instant `late_from`, which is the first that is late."""

    late_from: datetime

    @classmethod
    def before(cls, limit: date | datetime) -> Deadline:
        """“Trước ngày D”, “trước 16h00 ngày D”: strictly before that day begins, or before that instant."""
        return cls(in_vietnam(limit))

    @classmethod
    def by(cls, day: date) -> Deadline:
        """“Chậm nhất ngày D”, “đến hết ngày D”: the whole day D is still on time."""
        if isinstance(day, datetime):
            raise TypeError("“chậm nhất ngày” takes a day without a time")
        return cls(in_vietnam(day + timedelta(days=1)))

    @classmethod
    def quarter(cls, year: int, number: int) -> Deadline:
        """“Quý N/YYYY”: until the end of the quarter's last day. ValueError unless `number` is 1 to 4."""
        if not 1 <= number <= 4:
            raise ValueError(f"quarter {number}")
        after = date(year + 1, 1, 1) if number == 4 else date(year, number * 3 + 1, 1)
        return cls(in_vietnam(after))

    @property
    def last_good_day(self) -> date:
        """The last Vietnamese calendar day that has an instant on time."""
        return day_of(self.late_from - timedelta(microseconds=1))

    def is_on_time(self, moment: date | datetime) -> bool:
        """Whether that instant is on time; a bare day stands for its first moment, a naive time is Vietnam's."""
        return in_vietnam(moment) < self.late_from


class Limits(Struct, frozen=True):
    """“Từ 1000 đến 2000 chữ”, “từ 04 đến 06 phút”: a closed range, in “chữ” or in seconds as the plan's row says."""

    least: int
    most: int

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise ValueError(f"{self.least} > {self.most}")

    def contains(self, measure: int) -> bool:
        """Whether the measure lies in the range, both ends included."""
        return self.least <= measure <= self.most
