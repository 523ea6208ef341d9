"""Months as citizens and the office see them: the state in words, “Tình hình thực hiện”, and each month's report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_site.column import address
from cchc_site.column.area import AREAS
from cchc_site.column.column import Column
from cchc_site.column.instant import VIETNAM
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, MonthState
from cchc_site.column.monthly_report import monthly_report
from cchc_site.publish.cards import Cards
from cchc_site.publish.listings import HOME
from cchc_site.publish.month_views import AreaRow, Bar, FulfilmentView, MonthView, ReportView
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame

HEADING = "Tình hình thực hiện"
LEAD = (
    "Kế hoạch yêu cầu mỗi tháng có ít nhất một số tin, bài nhất định. Trang này cho biết từng tháng đã đạt chưa. "
    "Chỉ tin và bài đã đăng, có gắn lĩnh vực, đủ dài và không trùng lặp mới được tính; thông báo và văn bản không tính."
)


def as_of_label(fulfilment: Fulfilment) -> str:
    """The instant of judgement in words."""
    local = fulfilment.as_of.astimezone(VIETNAM)
    return f"{local:%H:%M} ngày {local:%d/%m/%Y}"


def month_view(result: MonthResult) -> MonthView:
    """One month in words."""
    month = result.month
    entry = result.entry
    count = entry.latest_count if entry else result.count
    deadline = ""
    if result.state in (MonthState.OPEN, MonthState.FUTURE) and result.quota:
        deadline = f"{result.window.last:%d/%m/%Y}"
    return MonthView(
        label=month.label.capitalize(),
        short_label=f"{month.number:02d}/{month.year}",
        address=address.report(month),
        state=result.state.value,
        state_label=result.label,
        count=count,
        required=result.required,
        missing=max(0, entry.latest_required - count) if entry else result.missing,
        deadline=deadline,
        notes=tuple(_notes(result)),
        applies=result.state is not MonthState.NOT_APPLICABLE,
    )


def _notes(result: MonthResult) -> Iterator[str]:
    waiver, entry = result.waiver, result.entry
    if waiver is not None:
        late = " (hồi tố)" if result.waiver_is_retroactive else ""
        yield (
            f"Giảm chỉ tiêu từ {result.base_required} còn {result.required}: {waiver.reason}. "
            f"{waiver.approver} quyết định ngày {waiver.decided:%d/%m/%Y}{late}, số văn bản: {waiver.document}."
        )
    if entry is None:
        return
    if entry.explanation:
        yield f"Giải trình: {entry.explanation.rstrip('.')}."
    for amendment in entry.amendments:
        yield (
            f"Điều chỉnh ngày {amendment.on:%d/%m/%Y}: {entry.counted} khi chốt, "
            f"{amendment.counted} sau điều chỉnh. {amendment.reason.rstrip('.')}."
        )
    if result.late:
        yield f"Bổ sung muộn {len(result.late)} tin, bài sau ngày chốt {entry.closed_on:%d/%m/%Y}."
    if result.gone:
        yield f"{len(result.gone)} tin, bài đã chốt nay không còn được tính."


def fulfilment_page(column: Column, fulfilment: Fulfilment) -> Page:
    """“Tình hình thực hiện”."""
    applying = [result for result in fulfilment.months if result.state is not MonthState.NOT_APPLICABLE]
    view = FulfilmentView(
        heading=HEADING,
        lead=LEAD,
        as_of=as_of_label(fulfilment),
        plans=tuple(_plan_line(plan.title, plan.number) for plan in column.plans),
        months=tuple(month_view(result) for result in reversed(fulfilment.months)),
        bars=tuple(_bars(applying)),
        area_rows=tuple(_area_rows(fulfilment.months)),
        month_totals=tuple(result.count for result in fulfilment.months),
        total=sum(result.count for result in fulfilment.months),
    )
    frame = PageFrame(HEADING, LEAD, address.FULFILMENT, (HOME, Link(HEADING, "")), section=address.FULFILMENT)
    return Page("pages/fulfilment.html", frame, view)


def _plan_line(title: str, number: str | None) -> str:
    return f"{title}, số {number}" if number else f"{title} (chưa cấp số)"


def _bars(months: Sequence[MonthResult]) -> Iterator[Bar]:
    top = max([1, *(max(result.count, result.required) for result in months)])
    for result in months:
        month = result.month
        yield Bar(
            f"{month.number:02d}/{month.year % 100:02d}",
            result.count,
            result.required,
            round(100 * result.count / top, 2),
            round(100 * result.required / top, 2),
            result.state.value,
        )


def _area_rows(months: Sequence[MonthResult]) -> Iterator[AreaRow]:
    for area in AREAS:
        counts = tuple(sum(area in article.areas for article in result.counted) for result in months)
        yield AreaRow(area.name, address.area(area), counts, sum(counts))


def report_pages(cards: Cards, fulfilment: Fulfilment) -> Iterator[Page]:
    """The directory of reports is the fulfilment page; each month from the plan's start has its own."""
    months = fulfilment.months
    for index, result in enumerate(months):
        title = f"Báo cáo {result.month.label}"
        lead = f"Số tin, bài được tính, chưa được tính và theo lĩnh vực, đơn vị trong {result.month.label}."
        crumbs = (HOME, Link(HEADING, address.FULFILMENT), Link(title, ""))
        frame = PageFrame(title, lead, address.report(result.month), crumbs, (), address.FULFILMENT)
        view = ReportView(
            monthly_report(cards.column, fulfilment, result),
            month_view(result),
            as_of_label(fulfilment),
            _near(months, index - 1),
            _near(months, index + 1),
        )
        yield Page("pages/report.html", frame, view)


def _near(months: Sequence[MonthResult], index: int) -> Link | None:
    if not 0 <= index < len(months):
        return None
    return Link(months[index].month.label.capitalize(), address.report(months[index].month))
