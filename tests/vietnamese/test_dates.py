from __future__ import annotations

import contextlib
import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.dates import (
    Quarter,
    long_date,
    month_label,
    parse_date,
    parse_quarter,
    quarter_label,
    short_date,
    time_label,
)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
        (dt.date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (dt.date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (dt.date(2024, 10, 9), "ngày 09 tháng 10 năm 2024"),
        (dt.date(2024, 1, 31), "ngày 31 tháng 01 năm 2024"),
        (dt.date(2024, 2, 29), "ngày 29 tháng 02 năm 2024"),
        (dt.date(2023, 12, 10), "ngày 10 tháng 12 năm 2023"),
        (dt.datetime(2023, 11, 1, 16, 0), "ngày 01 tháng 11 năm 2023"),
    ],
)
def test_long_date(day: dt.date, written: str) -> None:
    assert long_date(day) == written


def test_short_date() -> None:
    assert short_date(dt.date(2024, 2, 6)) == "06/02/2024"
    assert short_date(dt.date(2024, 12, 31)) == "31/12/2024"


def test_month_and_quarter_labels() -> None:
    assert month_label(2024, 2) == "tháng 02/2024"
    assert month_label(2024, 11) == "tháng 11/2024"
    assert [quarter_label(2022, number) for number in (1, 2, 3, 4)] == [
        "quý I/2022",
        "quý II/2022",
        "quý III/2022",
        "quý IV/2022",
    ]
    with pytest.raises(ValueError, match="Tháng"):
        month_label(2024, 13)
    with pytest.raises(ValueError, match="Quý"):
        quarter_label(2024, 5)


def test_time_label() -> None:
    assert time_label(dt.time(16, 0)) == "16:00"
    assert time_label(dt.time(16, 0), "plan") == "16h00"
    assert time_label(dt.datetime(2024, 1, 1, 7, 5, 59), "plan") == "07h05"


@pytest.mark.parametrize("text", ["2024-03-07", "7/3/2024", "07/3/2024", "07/03/2024", "7/03/2024", " 2024-03-07 "])
def test_parse_date(text: str) -> None:
    assert parse_date(text) == dt.date(2024, 3, 7)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/02/2024", "tháng 02/2024 có 29 ngày"),
        ("29/02/2023", "tháng 02/2023 có 28 ngày"),
        ("2024-13-01", "không có tháng 13"),
        ("2024-00-10", "không có tháng 0"),
        ("0/3/2024", "có 31 ngày"),
        ("0000-01-01", "không có năm 0"),
        ("7/3/24", "ví dụ 2024-02-05"),
        ("2024-3-7", "ví dụ 2024-02-05"),
        ("07-03-2024", "ví dụ 2024-02-05"),
        ("2024-03-07T10:00", "ví dụ 2024-02-05"),
        ("hôm nay", "ví dụ 2024-02-05"),
        ("", "ví dụ 2024-02-05"),
        ("٢٠٢٤-٠٣-٠٧", "ví dụ 2024-02-05"),
    ],
)
def test_bad_dates_say_why(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Quý I/2022", Quarter(2022, 1)),
        ("Quý 4/2022", Quarter(2022, 4)),
        ("quý IV/2022", Quarter(2022, 4)),
        ("quý iii/2022", Quarter(2022, 3)),
        ("Quí II / 2023", Quarter(2023, 2)),
        ("quý IV năm 2022", Quarter(2022, 4)),
        ("QUÝ III/2024", Quarter(2024, 3)),
        (unicodedata.normalize("NFD", "Quý I/2022"), Quarter(2022, 1)),
    ],
)
def test_parse_quarter(text: str, quarter: Quarter) -> None:
    assert parse_quarter(text) == quarter


@pytest.mark.parametrize("text", ["Quý V/2022", "Quý 5/2022", "Quý IIII/2022", "Quý I", "I/2022", "quý 0/2022", ""])
def test_bad_quarters(text: str) -> None:
    with pytest.raises(ValueError, match="Không đọc được quý"):
        parse_quarter(text)


def test_last_day_of_quarters() -> None:
    assert [Quarter(2022, number).last_day for number in (1, 2, 3, 4)] == [
        dt.date(2022, 3, 31),
        dt.date(2022, 6, 30),
        dt.date(2022, 9, 30),
        dt.date(2022, 12, 31),
    ]


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_dates_round_trip(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(short_date(day)) == day


@given(st.text(alphabet="0123456789/-"))
def test_parse_date_gives_a_date_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_date(text).isoformat()


@given(st.integers(1000, 9999), st.integers(1, 4))
def test_quarters_round_trip(year: int, number: int) -> None:
    assert parse_quarter(quarter_label(year, number)) == Quarter(year, number)
