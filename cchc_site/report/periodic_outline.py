"""The periodic report in the outline that every office uses: parts I to V, ours filled, the others marked."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.column.column import Column
from cchc_site.column.monthly_minimum import MonthState
from cchc_site.column.obligation import Finding, State
from cchc_site.column.periodic_report import PeriodicReport
from cchc_site.column.plan import Plan
from cchc_site.report.index_table import indices_table
from cchc_site.report.outline import Block, Heading, Item, Outline, Sentence, ToFill
from cchc_site.report.periodic_tables import (
    areas_table,
    authors_table,
    findings_table,
    months_table,
    pieces_table,
    split_table,
    tasks_table,
    topics_table,
    units_table,
)
from cchc_site.vietnamese.dates import short_date
from cchc_site.vietnamese.numbers import pad2

AHEAD = 12
"""At most so many tasks of the next period are listed."""


def outline(report: PeriodicReport, column: Column, base_url: str) -> Outline:
    """The report's blocks; `base_url` is the site's absolute address, ending in "/"."""
    what = f"kết quả thông tin, tuyên truyền cải cách hành chính {report.period.label}"
    agency = report.agency.name if report.agency else column.identity.name
    to = report.letterhead.addressees
    closing = f"Trên đây là báo cáo {what} của {agency}" + (f", kính gửi {', '.join(to)} tổng hợp" if to else "")
    return Outline(
        title="BÁO CÁO",
        subject=what[:1].upper() + what[1:],
        bases=tuple(_bases(report)),
        body=(
            *_opening(report, agency),
            *_steering(report, column),
            *_areas(report, column),
            *_assessment(report),
            *_next(report),
            Heading(1, "V. ĐỀ XUẤT, KIẾN NGHỊ"),
            ToFill("đề xuất, kiến nghị với cấp trên, nếu có; nếu không, ghi “Không”"),
        ),
        closing=f"{closing}./.",
        appendix_title="DANH MỤC TIN, BÀI ĐƯỢC TÍNH TRONG KỲ",
        appendix=(pieces_table(report, column, base_url),),
    )


def _bases(report: PeriodicReport) -> Iterator[str]:
    """The plans' own bases, then the plans: an administrative report cites what it carries out."""
    seen: set[str] = set()
    for plan in report.plans:
        for text in plan.basis:
            if text not in seen:
                seen.add(text)
                yield f"Căn cứ {text}" if " " in text else f"Căn cứ văn bản số {text}"
    for plan in report.plans:
        yield f"Thực hiện {_plan_name(plan)}"


def _plan_name(plan: Plan) -> str:
    title = plan.title[:1].upper() + plan.title[1:]
    number = f" số {plan.number}" if plan.number else ""
    day = f" ngày {short_date(plan.issued)}" if plan.issued else ""
    return f"{title} ({number.strip()}{day})" if number else title


def _opening(report: PeriodicReport, agency: str) -> Iterator[Block]:
    yield Sentence(
        f"{agency} báo cáo kết quả thông tin, tuyên truyền cải cách hành chính (CCHC) {report.period.label} như sau:"
    )
    window = report.window
    yield Sentence(
        f"Kỳ số liệu {report.rule.label}: từ ngày {short_date(window.first)} đến ngày {short_date(window.last)}; "
        f"số liệu tính đến hết ngày {short_date(report.through)}."
    )
    if not report.is_complete:
        yield Sentence(
            f"{_why_incomplete(report)} Báo cáo chỉ ghi số liệu đã có, không ước tính phần còn lại; phần chênh lệch "
            "được bổ sung vào báo cáo kỳ sau."
        )


def _why_incomplete(report: PeriodicReport) -> str:
    end = short_date(report.window.last)
    if report.due is not None and report.due.deadline.late_from <= report.window.end:
        return f"Hạn gửi báo cáo ({report.due.words}) đến trước khi có đủ số liệu của kỳ ({end})."
    return f"Khi lập báo cáo này, kỳ số liệu chưa kết thúc ({end})."


def _steering(report: PeriodicReport, column: Column) -> Iterator[Block]:
    yield Heading(1, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    yield Heading(2, "1. Kế hoạch và văn bản chỉ đạo")
    for plan in report.plans:
        theme = f" Chủ đề: “{plan.theme}”." if plan.theme else ""
        days = f"thực hiện từ {short_date(plan.first)} đến {short_date(plan.last)}"
        yield Item(f"{_plan_name(plan)}, {days}.{theme}")
    yield ToFill("văn bản chỉ đạo, kiểm tra, tập huấn, hội nghị trong kỳ")
    yield Heading(2, "2. Công tác thông tin, tuyên truyền")
    yield Sentence(_total(report, column))
    yield months_table(report)
    yield split_table(report)
    yield units_table(report)
    yield authors_table(report)
    if report.topics:
        yield topics_table(report)
    if report.tasks:
        yield tasks_table(report)
    table = findings_table(report)
    if table.rows:
        yield table
    yield ToFill(
        "các hình thức tuyên truyền khác: hội nghị, tập huấn, trực quan, mạng xã hội, phát thanh, kèm tài liệu"
    )


def _total(report: PeriodicReport, column: Column) -> str:
    counts = ", ".join(f"{pad2(count)} {kind.lower()}" for kind, count in report.by_kind)
    inside = f" ({counts})" if counts else ""
    total = len(report.pieces)
    return f"Trong kỳ, chuyên mục “{column.identity.name}” đăng {pad2(total)} tin, bài được tính{inside}."


def _areas(report: PeriodicReport, column: Column) -> Iterator[Block]:
    yield Heading(1, "II. KẾT QUẢ THỰC HIỆN THEO CÁC LĨNH VỰC")
    yield Sentence("Số lượt tin, bài tuyên truyền theo sáu lĩnh vực và công tác chỉ đạo, điều hành:")
    yield areas_table(report)
    yield ToFill(
        "kết quả thực hiện từng lĩnh vực: thể chế, thủ tục hành chính, tổ chức bộ máy, công vụ, tài chính công, số"
    )
    yield Heading(2, "Các chỉ số")
    table = indices_table(report, column)
    if table.rows:
        yield table
    yield ToFill("nhận xét về PAR INDEX, SIPAS, PAPI, PCI, DDCI, DTI và chỉ số còn thiếu, kèm nguồn công bố")


def _assessment(report: PeriodicReport) -> Iterator[Block]:
    yield Heading(1, "III. ĐÁNH GIÁ CHUNG")
    yield Heading(2, "1. Kết quả đạt được")
    closed = [line for line in report.months if line.result.state not in (MonthState.OPEN, MonthState.FUTURE)]
    met = [line for line in closed if line.result.state in (MonthState.MET, MonthState.WAIVED)]
    if closed:
        yield Sentence(f"{pad2(len(met))}/{pad2(len(closed))} tháng đã kết thúc trong kỳ đạt chỉ tiêu tin, bài.")
    done = [f for f in report.findings if f.breach != "N01" and f.state.is_fulfilled]
    if done:
        yield Sentence(f"{pad2(len(done))} việc, báo cáo, mốc thời gian của kế hoạch đã hoàn thành.")
    yield ToFill("đánh giá chung về kết quả")
    yield Heading(2, "2. Tồn tại, hạn chế và nguyên nhân")
    yield from _shortfalls(report)
    yield ToFill("hạn chế khác và nguyên nhân")


def _shortfalls(report: PeriodicReport) -> Iterator[Block]:
    for line in report.months:
        result = line.result
        if result.state in (MonthState.SHORT, MonthState.EXPLAINED):
            why = (
                f" Nguyên nhân: {result.entry.explanation.rstrip('.')}."
                if result.entry and result.entry.explanation
                else ""
            )
            yield Item(f"{result.month.label.capitalize()} đạt {result.count}/{result.required} tin, bài.{why}")
    for finding in report.overdue:
        if finding.breach != "N01":
            yield Item(f"Quá hạn: {finding.title}, {finding.timing} ({finding.progress}).")
    missing = [line.topic.id for line in report.topics if not line.pieces]
    if missing:
        yield Item(f"Chủ đề chưa có tin, bài trong kỳ: {', '.join(missing)}.")


def _next(report: PeriodicReport) -> Iterator[Block]:
    yield Heading(1, "IV. NHIỆM VỤ KỲ TIẾP THEO")
    for finding in report.ahead[:AHEAD]:
        yield Item(f"{finding.title}: {_when(finding)}.")
    yield ToFill("nhiệm vụ trọng tâm khác của kỳ tiếp theo")


def _when(finding: Finding) -> str:
    words = finding.due.sentence if finding.due else finding.timing
    return f"{words}; tiến độ: {finding.progress}" if finding.state is State.OPEN and finding.progress else words
