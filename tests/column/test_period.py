"""Reporting periods, their names and the days of their data (the presets of letter 581/BNV-CCHC and Decree 09/2019)."""

from __future__ import annotations

import pytest
from support.builders import day

from cchc_site.column.period import Period, WindowRule


@pytest.mark.parametrize(
    ("text", "label", "calendar", "nd09"),
    [
        ("2024-Q1", "quý I năm 2024", ("2024-01-01", "2024-03-31"), ("2023-12-15", "2024-03-14")),
        ("2024-H1", "6 tháng đầu năm 2024", ("2024-01-01", "2024-06-30"), ("2023-12-15", "2024-06-14")),
        ("2024-Q3", "quý III năm 2024", ("2024-07-01", "2024-09-30"), ("2024-06-15", "2024-09-14")),
        ("2024", "năm 2024", ("2024-01-01", "2024-12-31"), ("2023-12-15", "2024-12-14")),
        ("2024-03", "tháng 3 năm 2024", ("2024-03-01", "2024-03-31"), ("2024-02-15", "2024-03-14")),
        ("2024-02", "tháng 02 năm 2024", ("2024-02-01", "2024-02-29"), ("2024-01-15", "2024-02-14")),
        ("2024-H2", "6 tháng cuối năm 2024", ("2024-07-01", "2024-12-31"), ("2024-06-15", "2024-12-14")),
        ("2024-Q4", "quý IV năm 2024", ("2024-10-01", "2024-12-31"), ("2024-09-15", "2024-12-14")),
    ],
)
def test_presets(text: str, label: str, calendar: tuple[str, str], nd09: tuple[str, str]) -> None:
    period = Period.parse(text)
    assert str(period) == text
    assert period.label == label
    for rule, (first, last) in ((WindowRule.CALENDAR, calendar), (WindowRule.ND09, nd09)):
        assert (period.window(rule).first, period.window(rule).last) == (day(first), day(last))


@pytest.mark.parametrize("text", ["2024-Q5", "2024-13", "24", "2024-h1", "", "1800", "2024-Q1 x"])
def test_refuses_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là tháng hoặc kỳ báo cáo"):
        Period.parse(text)


def test_a_custom_window_stands_in_the_plan() -> None:
    with pytest.raises(ValueError, match="plan"):
        Period.parse("2024").window(WindowRule.CUSTOM)
