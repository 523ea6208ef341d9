"""Table 6.4 of the domain: deadlines as the plans write them, both sides of each boundary."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from support.builders import at, day

from cchc_site.column.deadline import Deadline, Limits
from cchc_site.column.instant import VIETNAM

DEADLINES = [
    (
        "trước ngày 10 tháng 3 (2024)",
        Deadline.before(day("2024-03-10")),
        "2024-03-10T00:00",
        ["2024-03-09T23:59", "2024-03-09T23:59:59"],
        ["2024-03-10T00:00", "2024-03-10T00:00:01", "2024-03-11"],
    ),
    (
        "trước 16h00 ngày 14/11/2023",
        Deadline.before(at("2023-11-14T16:00")),
        "2023-11-14T16:00",
        ["2023-11-14T15:59:59", "2023-11-14T00:00"],
        ["2023-11-14T16:00:00", "2023-11-14T16:00:01"],
    ),
    (
        "chậm nhất vào ngày 15/9/2020",
        Deadline.by(day("2020-09-15")),
        "2020-09-16T00:00",
        ["2020-09-15T23:59", "2020-09-15T23:59:59", "2020-09-15"],
        ["2020-09-16T00:00", "2020-09-16T00:00:01"],
    ),
    (
        "đến hết ngày 20/11/2023",
        Deadline.by(day("2023-11-20")),
        "2023-11-21T00:00",
        ["2023-11-20T23:59", "2023-11-20T23:59:59"],
        ["2023-11-21", "2023-11-21T00:00:01"],
    ),
    (
        "Quý I/2022",
        Deadline.quarter(2022, 1),
        "2022-04-01T00:00",
        ["2022-03-31", "2022-03-31T23:59:59"],
        ["2022-04-01", "2022-04-01T00:00:01"],
    ),
]


@pytest.mark.parametrize(
    ("deadline", "late_from", "on_time", "late"), [row[1:] for row in DEADLINES], ids=[row[0] for row in DEADLINES]
)
def test_deadline(deadline: Deadline, late_from: str, on_time: list[str], late: list[str]) -> None:
    assert deadline.late_from == at(late_from)
    assert [moment for moment in on_time if not deadline.is_on_time(at(moment))] == []
    assert [moment for moment in late if deadline.is_on_time(at(moment))] == []


@pytest.mark.parametrize(
    ("text", "limits", "inside", "outside"),
    [
        ("từ 1000 đến 2000 chữ", Limits(1000, 2000), [1000, 2000], [999, 2001]),
        ("từ 04 đến 06 phút", Limits(240, 360), [240, 360], [239, 361]),
    ],
)
def test_limits(text: str, limits: Limits, inside: list[int], outside: list[int]) -> None:
    assert [measure for measure in inside if not limits.contains(measure)] == [], text
    assert [measure for measure in outside if limits.contains(measure)] == [], text


@pytest.mark.parametrize(
    ("deadline", "last_good_day"),
    [
        (Deadline.before(day("2024-03-10")), "2024-03-09"),
        (Deadline.before(day("2024-03-01")), "2024-02-29"),
        (Deadline.before(at("2023-11-14T16:00")), "2023-11-14"),
        (Deadline.before(at("2023-11-14T00:00")), "2023-11-13"),
        (Deadline.by(day("2020-09-15")), "2020-09-15"),
        (Deadline.by(day("2023-12-31")), "2023-12-31"),
        (Deadline.quarter(2022, 1), "2022-03-31"),
        (Deadline.quarter(2022, 2), "2022-06-30"),
        (Deadline.quarter(2022, 3), "2022-09-30"),
        (Deadline.quarter(2022, 4), "2022-12-31"),
    ],
)
def test_last_good_day(deadline: Deadline, last_good_day: str) -> None:
    assert deadline.last_good_day == day(last_good_day)


def test_an_instant_of_another_offset_is_judged_in_vietnam() -> None:
    deadline = Deadline.before(day("2024-03-10"))
    assert deadline.is_on_time(datetime.fromisoformat("2024-03-09T16:59:59+00:00"))
    assert not deadline.is_on_time(datetime.fromisoformat("2024-03-09T17:00:00+00:00"))


def test_a_naive_time_is_vietnams() -> None:
    assert Deadline.before(datetime(2023, 11, 14, 16)).late_from == datetime(2023, 11, 14, 16, tzinfo=VIETNAM)


def test_a_bare_day_is_its_first_moment() -> None:
    assert Deadline.by(date(2020, 9, 15)).is_on_time(date(2020, 9, 15))
    assert not Deadline.before(date(2020, 9, 15)).is_on_time(date(2020, 9, 15))


def test_deadlines_stand_in_the_order_of_time() -> None:
    before, by = Deadline.before(day("2024-03-10")), Deadline.by(day("2024-03-10"))
    assert sorted([by, before]) == [before, by]


@pytest.mark.parametrize("number", [0, 5, -1])
def test_there_are_four_quarters(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        Deadline.quarter(2022, number)


def test_by_takes_no_time_of_day() -> None:
    with pytest.raises(TypeError):
        Deadline.by(datetime(2023, 11, 20, 16))


def test_limits_run_upwards() -> None:
    with pytest.raises(ValueError, match="2000 > 1000"):
        Limits(2000, 1000)
