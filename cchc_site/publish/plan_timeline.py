"""Where deadlines stand on a plan's timeline, in per cent of its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from cchc_site.column.instant import day_of
from cchc_site.column.month import Month, months_between
from cchc_site.column.obligation import Finding
from cchc_site.column.plan import Plan
from cchc_site.column.plan_fulfilment import by_due
from cchc_site.publish.plan_views import Mark, Tick

_APART = 2.4
"""Marks nearer than this many per cent stand above each other."""
_ROWS = 8


def timeline(
    plan: Plan, findings: Sequence[Finding], as_of: datetime
) -> tuple[tuple[Tick, ...], tuple[Mark, ...], float | None, int]:
    """(month ticks, marks, today's place or None outside the plan's time, number of rows)."""
    dated = [finding for finding in by_due(findings) if finding.due is not None]
    days = [finding.due.last_good_day for finding in dated if finding.due is not None]
    first, last = min([plan.first, *days]), max([plan.last, *days])
    months = list(months_between(Month.of(first), Month.of(last)))
    step = -(-len(months) // 12)
    ticks = tuple(
        Tick(_x(max(first, month.window().first), first, last), f"{month.number:02d}/{month.year % 100:02d}")
        for month in months[::step]
    )
    ends: list[float] = []
    marks = []
    for finding, day in zip(dated, days, strict=True):
        x = _x(day, first, last)
        row = next((row for row, end in enumerate(ends) if x - end >= _APART), len(ends))
        row = min(row, _ROWS - 1)
        ends[row : row + 1] = [x]
        marks.append(Mark(x, row, finding.state.value))
    today = day_of(as_of)
    return ticks, tuple(marks), _x(today, first, last) if first <= today <= last else None, max(1, len(ends))


def _x(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / max(1, (last - first).days), 2)
