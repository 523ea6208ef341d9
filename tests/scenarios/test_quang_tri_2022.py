"""S4: the plan of a provincial people's committee, 2022, with its appendix of four tasks."""

from __future__ import annotations

import io

from docx import Document

from cchc_site.column.due import Continuous, Due, Recurrence
from cchc_site.column.obligation import State
from cchc_site.column.period import Period
from cchc_site.column.periodic_report import periodic_report
from cchc_site.column.plan_fulfilment import evaluate_plans
from cchc_site.column.problem import Severity
from cchc_site.report.docx_report import report_docx
from cchc_site.report.periodic_outline import outline
from cchc_site.report.periodic_tables import tasks_table

from .rows import proves
from .seeds import seed

S4 = seed("quang-tri-2022")
KEY = "bao-cao-nam/2022"


@proves("S4-01")
def test_the_letterhead() -> None:
    fulfilment = S4.fulfilment("2022-11-29")
    report = periodic_report(S4.column, fulfilment, (), Period.parse("2022"))
    document = Document(io.BytesIO(report_docx(report, outline(report, S4.column, "/"))))
    left, right = document.tables[0].rows[0].cells
    assert left.text.startswith("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ")
    assert right.text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert document.tables[0].rows[1].cells[1].text.startswith("Quảng Trị, ngày ")


@proves("S4-02")
def test_the_two_bases() -> None:
    assert "3647/QĐ-UBND ngày 17/11/2021" in S4.plan.basis[0]
    assert "204/KH-UBND ngày 24/12/2021" in S4.plan.basis[1]


@proves(*(f"S4-{number}" for number in range(10, 16)))
def test_six_topics() -> None:
    found = S4.findings("2022-12-01")["chu-de"]
    assert (found.done, found.needed) == (3, 6)


@proves("S4-23")
def test_the_duplicated_responsibility_is_named() -> None:
    (problem,) = [problem for problem in S4.problems if problem.code == "K12"]
    assert problem.severity is Severity.WARNING
    assert "Sở Thông tin và Truyền thông và Sở Nội vụ" in problem.message
    assert problem.place.path.endswith("tuyen-truyen-2022.yml")
    assert problem.place.line == 12


@proves("S4-41")
def test_one_report_before_the_30th_of_november() -> None:
    sent = [(KEY, "2022-11-29T23:59:59", unit) for unit in ("so-tttt", "van-phong-ubnd")]
    assert S4.with_records(*sent).findings("2022-12-31")[KEY].state is State.DONE
    late = S4.with_records(sent[0], (KEY, "2022-11-30T00:00", "van-phong-ubnd"))
    assert late.findings("2022-12-31")[KEY].state is State.DONE_LATE
    assert S4.findings("2022-11-29T23:59:59")[KEY].state is State.OPEN
    assert S4.findings("2022-11-30")[KEY].state is State.OVERDUE


@proves("S4-43")
def test_the_appendix_has_its_six_columns() -> None:
    fulfilment = S4.fulfilment("2022-04-01")
    found = evaluate_plans(S4.column, fulfilment)
    table = tasks_table(periodic_report(S4.column, fulfilment, found, Period.parse("2022-Q1")))
    assert [column.heading for column in table.columns] == [
        "STT",
        "Nội dung nhiệm vụ",
        "Sản phẩm",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian hoàn thành",
        "Tình trạng",
    ]
    assert [row[5] for row in table.rows] == ["Quý I/2022", "Định kỳ 2 tháng/lần", "Thường xuyên", "Quý IV/2022"]
    assert table.rows[2][3] == "Báo Quảng Trị; Đài PT-TH tỉnh; Sở Nội vụ"
    assert len(table.rows) == 4


@proves("S4-44")
def test_task_1_in_the_first_quarter() -> None:
    assert S4.plan.tasks[0].timing == Due.quarter(2022, 1)
    assert S4.findings("2022-03-31T23:59:59")["huong-dan"].state is State.OPEN
    assert S4.findings("2022-04-01")["huong-dan"].state is State.OVERDUE
    assert S4.with_records(("huong-dan", "2022-03-31")).findings("2022-04-01")["huong-dan"].state is State.DONE


@proves("S4-45")
def test_task_2_every_two_months() -> None:
    assert S4.plan.tasks[1].timing == Recurrence(2)
    found = S4.with_records(("giao-ban-bao-chi/2022-01", "2022-02-25")).findings("2022-05-01")
    states = [item.state for key, item in found.items() if key.startswith("giao-ban-bao-chi/")]
    assert states == [State.DONE, State.OVERDUE, State.OPEN, State.FUTURE, State.FUTURE, State.FUTURE]


@proves("S4-46")
def test_task_3_is_continuous_with_pieces_as_evidence() -> None:
    assert isinstance(S4.plan.tasks[2].timing, Continuous)
    found = S4.findings("2022-06-01")["chuyen-trang"]
    assert (found.state, found.progress, len(found.evidence)) == (State.CONTINUOUS, "3 tin, bài", 3)


@proves("S4-47")
def test_task_4_in_the_fourth_quarter_however_it_is_written() -> None:
    assert S4.plan.tasks[3].timing == Due.quarter(2022, 4)
    assert S4.findings("2022-12-31T23:59:59")["cuoc-thi"].state is State.OPEN
    assert S4.findings("2023-01-01")["cuoc-thi"].is_breach
