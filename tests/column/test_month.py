from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import at, day

from cchc_site.column.instant import VIETNAM, in_vietnam
from cchc_site.column.month import Month, Window, month_containing, months_between

MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)).map(in_vietnam)
FIRST_DAYS = st.integers(1, 28)


@pytest.mark.parametrize(
    "text", ["2024-00", "2024-13", "2024-1", "24-01", "2024/01", "2024-01-01", "", "²024-01", "0000-01"]
)
def test_what_is_not_a_month(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Month.parse(text)


def test_a_month_is_read_as_it_is_written() -> None:
    assert Month.parse("2024-03") == Month(2024, 3)
    assert str(Month(2024, 3)) == "2024-03"
    assert Month(2024, 3).label == "tháng 03/2024"


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [("2024-12", 1, "2025-01"), ("2024-01", -1, "2023-12"), ("2024-03", 0, "2024-03"), ("2024-03", 25, "2026-04")],
)
def test_months_are_added_across_years(start: str, months: int, expected: str) -> None:
    assert Month.parse(start).plus(months) == Month.parse(expected)


@pytest.mark.parametrize(
    ("month", "first_day", "first", "last", "days"),
    [
        ("2024-02", 1, "2024-02-01", "2024-02-29", 29),
        ("2023-02", 1, "2023-02-01", "2023-02-28", 28),
        ("2024-12", 1, "2024-12-01", "2024-12-31", 31),
        ("2024-02", 20, "2024-01-20", "2024-02-19", 31),
        ("2024-01", 20, "2023-12-20", "2024-01-19", 31),
        ("2024-03", 28, "2024-02-28", "2024-03-27", 29),
        ("2024-03", 2, "2024-02-02", "2024-03-01", 29),
    ],
)
def test_window(month: str, first_day: int, first: str, last: str, days: int) -> None:
    window = Month.parse(month).window(first_day)
    assert (window.first, window.last, window.days) == (day(first), day(last), days)


def test_a_window_is_half_open() -> None:
    window = Month(2024, 3).window()
    assert at("2024-03-01T00:00") in window
    assert at("2024-03-31T23:59:59") in window
    assert at("2024-02-29T23:59:59") not in window
    assert at("2024-04-01T00:00") not in window
    assert at("2024-03-31T17:00:00Z") not in window


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-02-15", None, 15),
        ("2024-02-15", "2024-02-15", 1),
        ("2024-01-01", "2024-02-10", 10),
        ("2024-03-01", None, 0),
        ("2023-01-01", "2024-01-31", 0),
        ("2024-02-20", "2024-02-10", 0),
        ("2024-01-01", None, 29),
    ],
)
def test_days_within(first: str, last: str | None, expected: int) -> None:
    assert Month(2024, 2).window().days_within(day(first), day(last) if last else None) == expected


@given(MOMENTS, FIRST_DAYS)
def test_every_instant_lies_in_the_window_of_its_month(moment: datetime, first_day: int) -> None:
    assert moment in month_containing(moment, first_day).window(first_day)


@given(st.integers(1950, 2900), st.integers(1, 12), FIRST_DAYS)
def test_windows_touch_without_gap_or_overlap(year: int, number: int, first_day: int) -> None:
    month = Month(year, number)
    assert month.window(first_day).after == month.plus(1).window(first_day).first


@given(MOMENTS)
def test_the_calendar_month_does_not_depend_on_the_offset(moment: datetime) -> None:
    assert Month.of(moment) == month_containing(moment) == Month.of(moment.astimezone(VIETNAM))


def test_months_between_has_both_ends() -> None:
    assert [str(month) for month in months_between(Month(2023, 11), Month(2024, 2))] == [
        "2023-11",
        "2023-12",
        "2024-01",
        "2024-02",
    ]
    assert list(months_between(Month(2024, 2), Month(2024, 1))) == []


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_the_days_of_a_window_are_counted_once(first: date, length: int) -> None:
    window = Window(first, first + timedelta(days=length))
    assert window.days_within(window.first, window.last) == window.days == length
