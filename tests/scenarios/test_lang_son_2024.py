"""S3: the propaganda plan of a department of Lạng Sơn, 2024, with the monthly minimum of four."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import MonthState
from cchc_site.column.obligation import State
from cchc_site.column.period import Period
from cchc_site.column.periodic_report import periodic_report
from cchc_site.report.outline import Sentence
from cchc_site.report.periodic_outline import outline

from .rows import proves
from .seeds import seed

S3 = seed("dolisa-lang-son-2024")
UNITS = ("phong-1", "phong-2", "truong-cao-dang-nghe")


@proves("S3-01")
def test_the_two_bases() -> None:
    assert [basis.partition(" của ")[0] for basis in S3.plan.basis] == [
        "Kế hoạch số 37/KH-UBND ngày 06/02/2024",
        "Kế hoạch số 07/KH-SLĐTBXH ngày 11/01/2024",
    ]


@proves("S3-02")
def test_the_years_theme() -> None:
    assert S3.plan.theme == "Siết chặt kỷ cương, tăng cường trách nhiệm, quyết liệt hành động, sáng tạo bứt phá"


@proves("S3-32")
def test_four_a_month_and_not_a_second_less() -> None:
    march = Month(2024, 3)
    assert S3.fulfilment("2024-04-01").month(march).state is MonthState.MET
    assert S3.fulfilment("2024-03-21").month(march).state is MonthState.OPEN
    assert S3.findings("2024-04-01")["chi-tieu/2024-03"].state is State.DONE
    assert S3.findings("2024-05-01")["chi-tieu/2024-04"].is_breach
    assert S3.findings("2024-04-30T23:59:59")["chi-tieu/2024-04"].state is State.OPEN


@proves("S3-06")
def test_regular_work_shows_in_every_month() -> None:
    months = [f"chi-tieu/2024-{number:02d}" for number in range(1, 13)]
    assert [key for key in S3.findings("2024-04-01") if key.startswith("chi-tieu/")] == months


@proves("S3-09", "S3-31", "S3-33", "S3-37")
def test_continuous_duties() -> None:
    found = S3.findings("2024-06-01")
    for key in ("cap-nhat-van-ban", "niem-yet", "cung-cap-bao-chi", "ke-hoach-don-vi"):
        assert found[key].state is State.CONTINUOUS


@proves(*(f"S3-{number}" for number in range(11, 26)))
def test_fifteen_topics() -> None:
    found = S3.findings("2024-04-01")["chu-de"]
    assert (found.done, found.needed) == (10, 15)


@proves("S3-38")
@pytest.mark.parametrize(
    ("period", "last_second", "first_late", "locked"),
    [
        ("2024-Q1", "2024-03-09T23:59:59", "2024-03-10", date(2024, 3, 14)),
        ("2024-H1", "2024-06-09T23:59:59", "2024-06-10", date(2024, 6, 14)),
        ("2024-Q3", "2024-09-09T23:59:59", "2024-09-10", date(2024, 9, 14)),
        ("2024", "2024-12-09T23:59:59", "2024-12-10", date(2024, 12, 14)),
    ],
)
def test_reports_before_the_10th_and_before_the_lock(
    period: str, last_second: str, first_late: str, locked: date
) -> None:
    key = f"bao-cao-tuyen-truyen/{period}"
    sent = [(key, last_second, unit) for unit in UNITS]
    assert S3.with_records(*sent).findings("2024-12-31")[key].state is State.DONE
    assert S3.with_records(*sent[:2], (key, first_late, UNITS[2])).findings("2024-12-31")[key].state is State.DONE_LATE
    found = S3.findings(last_second)[key]
    assert found.state is State.OPEN
    assert any(f"trước khi kỳ số liệu kết thúc ({locked:%d/%m/%Y})" in note for note in found.notes)
    assert S3.findings(first_late)[key].state is State.OVERDUE


def test_the_trap_is_printed_and_nothing_is_extrapolated() -> None:
    assert [problem.code for problem in S3.problems].count("K13") == 4
    fulfilment = S3.fulfilment("2024-03-09T08:00")
    report = periodic_report(S3.column, fulfilment, (), Period.parse("2024-Q1"))
    assert (report.window.first, report.through) == (date(2023, 12, 15), date(2024, 3, 8))
    assert len(report.pieces) == 10, "the pieces of 13 and 22 March are not foreseen"
    text = " ".join(block.text for block in outline(report, S3.column, "/").body if isinstance(block, Sentence))
    assert "số liệu tính đến hết ngày 08/03/2024" in text
    assert "không ước tính phần còn lại" in text
