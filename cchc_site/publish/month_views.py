"""Months and their counts as templates see them."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.column.monthly_report import MonthlyReport
from cchc_site.publish.views import Link


class MonthView(Struct, frozen=True):
    """A month's state in words. `state` is the data word (dat, chua-dat, dang-mo, …) and chooses the colour."""

    label: str
    short_label: str
    address: str
    state: str
    state_label: str
    count: int
    required: int
    missing: int
    deadline: str
    notes: tuple[str, ...]
    applies: bool


class Bar(Struct, frozen=True):
    """One bar of the small chart, in percent of the chart's height; `line` is the requirement's height."""

    label: str
    count: int
    required: int
    height: float
    line: float
    state: str


class AreaRow(Struct, frozen=True):
    """One row of the table areas x months."""

    name: str
    address: str
    counts: tuple[int, ...]
    total: int


class FulfilmentView(Struct, frozen=True):
    """“Tình hình thực hiện”: every month's state, and areas x months. A piece of several areas counts in each."""

    heading: str
    lead: str
    as_of: str
    plans: tuple[str, ...]
    months: tuple[MonthView, ...]
    bars: tuple[Bar, ...]
    area_rows: tuple[AreaRow, ...]
    month_totals: tuple[int, ...]
    total: int


class ReportView(Struct, frozen=True):
    """One month's build report as a page."""

    report: MonthlyReport
    month: MonthView
    as_of: str
    older: Link | None
    newer: Link | None
