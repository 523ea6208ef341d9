"""Reporting periods and the days whose figures they hold.

A period is written `2024-03`, `2024-Q1` … `2024-Q4`, `2024-H1`, `2024-H2` or `2024`. Its data window is the calendar's,
or that of Decree 09/2019/NĐ-CP art. 12 (`nd09`: from the 15th of the month before the period to the 14th of its last
month), or written out in the plan (`custom`).
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from msgspec import Struct

from cchc_site.column.instant import FIRST_YEAR, LAST_YEAR
from cchc_site.column.month import Month, Window
from cchc_site.vietnamese.roman import to_roman

_WRITTEN = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?")


class WindowRule(Enum):
    """Which days a period's figures come from."""

    CALENDAR = "calendar"
    ND09 = "nd09"
    CUSTOM = "custom"

    @property
    def label(self) -> str:
        """The rule in words."""
        return _RULES[self]


_RULES = {
    WindowRule.CALENDAR: "theo lịch",
    WindowRule.ND09: "theo Nghị định 09/2019/NĐ-CP",
    WindowRule.CUSTOM: "theo kế hoạch",
}


class Period(Struct, frozen=True, order=True):
    """Whole months from `first` to `last`, both included."""

    first: Month
    last: Month

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period; ValueError, with a sentence for people, otherwise."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            raise ValueError(
                f"“{text}” không phải là tháng hoặc kỳ báo cáo; viết như 2024-03, 2024-Q1, 2024-H1 hoặc 2024."
            )
        year, quarter, half, month = int(match[1]), match[2], match[3], match[4]
        if month:
            return cls(Month(year, int(month)), Month(year, int(month)))
        if quarter:
            return cls(Month(year, 3 * int(quarter) - 2), Month(year, 3 * int(quarter)))
        if half:
            return cls(Month(year, 6 * int(half) - 5), Month(year, 6 * int(half)))
        return cls(Month(year, 1), Month(year, 12))

    @property
    def months(self) -> int:
        """How many months it has: 1, 3, 6 or 12."""
        return (self.last.year - self.first.year) * 12 + self.last.number - self.first.number + 1

    @property
    def is_month(self) -> bool:
        """Whether it is a single month."""
        return self.months == 1

    def __str__(self) -> str:
        year = self.first.year
        if self.months == 12:
            return f"{year:04d}"
        if self.months == 1:
            return str(self.first)
        return f"{year:04d}-{'H' if self.months == 6 else 'Q'}{self.last.number // self.months}"

    @property
    def label(self) -> str:
        """As documents name it: “quý I năm 2024”, “6 tháng đầu năm 2024”, “năm 2024”, “tháng 3 năm 2024”."""
        year, number = self.first.year, self.last.number // self.months
        if self.months == 12:
            return f"năm {year}"
        if self.months == 6:
            return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
        if self.months == 3:
            return f"quý {to_roman(number)} năm {year}"
        month = f"{self.first.number:02d}" if self.first.number <= 2 else str(self.first.number)
        return f"tháng {month} năm {year}"

    def window(self, rule: WindowRule = WindowRule.CALENDAR) -> Window:
        """The days of its figures. ValueError for `custom`, whose days stand in the plan."""
        if rule is WindowRule.CUSTOM:
            raise ValueError("a custom window is written out in the plan")
        if rule is WindowRule.CALENDAR:
            return Window(self.first.window().first, self.last.window().after)
        before = self.first.plus(-1)
        return Window(date(before.year, before.number, 15), date(self.last.year, self.last.number, 15))
