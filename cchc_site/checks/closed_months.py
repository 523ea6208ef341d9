"""The closed-month record is a record: one entry a month, written after the month ended."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.problem import Problem, Severity


@rule("K05")
def closed_after_end(column: Column) -> Iterator[Problem]:
    """A month that is still running cannot be closed."""
    for entry in column.closed_months.entries:
        for quota in column.quotas:
            window = entry.month.window(quota.window_day)
            if quota.applies_in(window) and entry.closed_on < window.after:
                yield Problem(
                    "K05",
                    Severity.ERROR,
                    entry.place,
                    f"Sổ chốt {entry.month.label} ngày {entry.closed_on:%d/%m/%Y}, khi tháng chưa kết thúc.",
                    f"Chốt lại từ ngày {window.after:%d/%m/%Y}.",
                )


@rule("K06")
def one_entry_a_month(column: Column) -> Iterator[Problem]:
    """One month, one entry."""
    for one, other in pairwise(column.closed_months.entries):
        if one.month == other.month:
            message = f"Sổ chốt có hai mục cho {one.month.label}; mục kia ở {one.place}."
            yield Problem("K06", Severity.ERROR, other.place, message, "Giữ mục đầu, chỗ sửa ghi vào amendments.")


@rule("K07")
def amendments_in_order(column: Column) -> Iterator[Problem]:
    """Amendments come after the closing, each after the one before."""
    for entry in column.closed_months.entries:
        days = [entry.closed_on, *(amendment.on for amendment in entry.amendments)]
        if any(later < earlier for earlier, later in pairwise(days)):
            message = f"Các dòng điều chỉnh của {entry.month.label} không theo thứ tự thời gian."
            yield Problem("K07", Severity.ERROR, entry.place, message, "Dòng mới ghi xuống cuối, ngày sau ngày chốt.")
