"""S1: the communication plan of a department of Bình Định, 2023."""

from __future__ import annotations

import pytest

from cchc_site.column.obligation import State

from .rows import proves
from .seeds import seed

S1 = seed("dolisa-binh-dinh-2023")
UNITS = ("phong-1", "don-vi-1", "cong-doan", "doan-thanh-nien")


@proves("S1-01")
def test_the_basis() -> None:
    assert "828/QĐ-UBND ngày 19/3/2022" in S1.plan.basis[0]


@proves(*(f"S1-{number:02d}" for number in range(9, 19)))
def test_topics_by_the_plans_own_letters() -> None:
    assert [topic.id for topic in S1.plan.topics] == ["a", "b", "c", "d", "e", "g", "h", "k", "l", "m"]
    found = S1.findings("2023-12-01")["chu-de"]
    assert {part.name[0] for part in found.parts if part.state is State.DONE} == {"a", "g", "h", "l"}


@proves("S1-20", "S1-21")
def test_the_column_itself_is_counted() -> None:
    found = S1.findings("2023-03-12")["chuyen-muc"]
    assert (found.state, found.progress) == (State.CONTINUOUS, "4 tin, bài")


@proves("S1-26")
def test_evaluated_every_year() -> None:
    assert S1.findings("2023-12-31T23:59:59")["danh-gia-nam"].state is State.OPEN
    assert S1.findings("2024-01-01")["danh-gia-nam"].state is State.OVERDUE


@proves("S1-30")
def test_documents_are_reviewed_all_the_time() -> None:
    assert S1.findings("2023-06-01")["ra-soat-van-ban"].due is None


@proves("S1-33")
@pytest.mark.parametrize(
    ("period", "last_second", "first_late"),
    [
        ("2023-Q1", "2023-03-14T23:59:59", "2023-03-15T00:00:00"),
        ("2023-Q2", "2023-06-14T23:59:59", "2023-06-15T00:00:00"),
        ("2023-Q3", "2023-09-14T23:59:59", "2023-09-15T00:00:00"),
        ("2023-Q4", "2023-12-14T23:59:59", "2023-12-15T00:00:00"),
    ],
)
def test_quarterly_reports_before_the_15th(period: str, last_second: str, first_late: str) -> None:
    key = f"bao-cao-truyen-thong/{period}"
    sent = [(key, last_second, unit) for unit in UNITS]
    assert S1.with_records(*sent).findings("2023-12-31")[key].state is State.DONE
    late = S1.with_records(*sent[:3], (key, first_late, UNITS[3])).findings("2023-12-31")[key]
    assert late.state is State.DONE_LATE
    assert S1.findings(last_second)[key].state is State.OPEN
    assert S1.findings(first_late)[key].state is State.OVERDUE


@proves("S1-32")
def test_the_unions_hand_in_too() -> None:
    key = "bao-cao-truyen-thong/2023-Q1"
    found = S1.with_records((key, "2023-03-10", "cong-doan")).findings("2023-03-15")[key]
    assert {part.name: part.state for part in found.parts} == {
        "Phòng chuyên môn số 1": State.OVERDUE,
        "Đơn vị trực thuộc số 1": State.OVERDUE,
        "Công đoàn cơ sở": State.DONE,
        "Đoàn Thanh niên Sở": State.OVERDUE,
    }
    assert found.progress == "1/4 đơn vị đã gửi"
    assert "Nơi nhận lần lượt: Văn phòng Sở → Sở → UBND tỉnh." in found.notes
