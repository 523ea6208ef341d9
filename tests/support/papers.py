"""One office's papers for tests: a column of 2024 with a letterhead, a quota, topics, a task and a report."""

from __future__ import annotations

from msgspec.structs import replace

from cchc_site.column.column import Column
from cchc_site.column.due import Due
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.obligations.report_deadline import ReportDuty, Round
from cchc_site.column.obligations.task import Task
from cchc_site.column.obligations.topic_coverage import Topic
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.periodic_report import PeriodicReport, periodic_report
from cchc_site.column.plan_fulfilment import evaluate_plans
from cchc_site.column.unit import Unit, UnitKind, Units
from cchc_site.report.outline import Outline
from cchc_site.report.periodic_outline import outline
from support.builders import areas, at, day, fulfilment, good, piece, quota
from support.plans import planned, sent

BASE = "https://cchc.example/"
AGENCY = "Sở Nội vụ tỉnh An Bình"
FORMER = "Sở Lao động - Thương binh và Xã hội tỉnh An Bình"
Q1 = Period.parse("2024-Q1")
HEAD = Letterhead(
    superior="Ủy ban nhân dân tỉnh An Bình",
    symbol="BC-SNV",
    authority="KT. GIÁM ĐỐC",
    position="PHÓ GIÁM ĐỐC",
    addressees=("Ủy ban nhân dân tỉnh An Bình", "Sở Tư pháp"),
    recipients=("Như trên", "Lãnh đạo Sở"),
    archive="VP",
)


def office() -> Column:
    """Nine pieces in the first quarter of 2024; one begins like a formula."""
    attack = piece("2024-03-12", "2024/03/cong-thuc", title='=HYPERLINK("https://xau.example";"bấm")', author="@ai")
    item = planned(
        [*good("2024-01", 4), *good("2024-02", 3), piece("2024-03-01", topics=("a",), areas=areas("steering")), attack],
        quotas=(quota("2024-01-01", "2024-12-31"),),
        basis=("Kế hoạch số 37/KH-UBND ngày 06/02/2024 của Ủy ban nhân dân tỉnh",),
        theme="Siết chặt kỷ cương",
        topics=(Topic("a", "Vai trò của người đứng đầu"), Topic("b", "Mục tiêu")),
        tasks=(Task("viec", "1", "Hướng dẫn", "Công văn", ("Văn phòng Sở",), Due.quarter(2024, 1), ("Các phòng",)),),
        reports=(
            ReportDuty(
                "bao-cao",
                "Báo cáo",
                (Round(Q1, Due.before(day("2024-03-10")), Q1.window(WindowRule.ND09)),),
                rule=WindowRule.ND09,
            ),
        ),
        submissions=[sent("viec", "2024-02-01", number="12/SNV-VP", note="Công văn hướng dẫn")],
    )
    units = Units.of(
        [
            Unit("so", AGENCY, "Sở Nội vụ", UnitKind.AGENCY, day("2024-03-01"), place_name="An Bình"),
            Unit("so-cu", FORMER, "Sở LĐTBXH", UnitKind.AGENCY, None, day("2024-02-29"), ("so",), place_name="Bình An"),
            *item.units.all,
        ]
    )
    identity = replace(item.identity, agency="so")
    return replace(item, units=units, identity=identity, letterheads=(HEAD,))


def papers(
    as_of: str = "2024-04-02", period: Period = Q1, rule: WindowRule | None = None
) -> tuple[PeriodicReport, Outline]:
    """The report of a period and its outline."""
    column = office()
    state = fulfilment(column, as_of)
    report = periodic_report(column, state, evaluate_plans(column, state), period, rule)
    assert at(as_of) == report.as_of
    return report, outline(report, column, BASE)
