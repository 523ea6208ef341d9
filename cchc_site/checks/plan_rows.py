"""A plan's rows are sound: no gaps, no impossible dates, one who leads, known topics and units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.due import Due
from cchc_site.column.instant import day_of, in_vietnam
from cchc_site.column.obligations.monthly_quota import ROW as QUOTA_ROW
from cchc_site.column.obligations.topic_coverage import ROW as TOPIC_ROW
from cchc_site.column.plan import Plan
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.shape import nearest
from cchc_site.vietnamese.text import fold


@rule("K10")
def quotas_without_gap(column: Column) -> Iterator[Problem]:
    """Days between two quotas that no quota covers."""
    for plan in column.plans:
        for one, other in pairwise(sorted(plan.quotas, key=lambda quota: quota.first)):
            if one.last is not None and one.last + timedelta(days=1) < other.first:
                first, last = one.last + timedelta(days=1), other.first - timedelta(days=1)
                yield Problem(
                    "K10",
                    Severity.WARNING,
                    other.place,
                    f"Từ {first:%d/%m/%Y} đến {last:%d/%m/%Y} không có chỉ tiêu nào; mục trước ở {one.place}.",
                    "Nối to của mục trước với from của mục sau, nếu khoảng trống không phải là chủ ý.",
                )


def _dated(plan: Plan) -> Iterator[tuple[str, date, Due, Place]]:
    """(what, the day it begins, when it is due, where) of every row with a deadline."""
    for minimum in plan.unit_minimums:
        yield minimum.title, minimum.first, minimum.due, minimum.place
    for report in plan.reports:
        for item in report.rounds:
            begins = min(item.window.first, plan.first)
            yield f"{report.title} {item.period.label}", begins, item.due, item.place
    for task in plan.tasks:
        if isinstance(task.timing, Due):
            yield task.task, task.first or plan.first, task.timing, task.place
    for step in plan.steps:
        yield step.title, step.first or plan.first, step.due, step.place


@rule("K11")
def dates_possible(column: Column) -> Iterator[Problem]:
    """A deadline that has passed before the thing begins can never be kept."""
    for plan in column.plans:
        for title, begins, due, place in _dated(plan):
            if due.deadline.late_from <= in_vietnam(begins):
                yield Problem(
                    "K11",
                    Severity.ERROR,
                    place,
                    f"“{title}” có hạn {due.words} nhưng bắt đầu từ {begins:%d/%m/%Y}.",
                    "Kiểm tra lại năm, tháng của thời hạn hoặc của ngày bắt đầu.",
                )


@rule("K12")
def one_leads(column: Column) -> Iterator[Problem]:
    """The same duty given to two agencies to lead: each may wait for the other."""
    for plan in column.plans:
        for report in plan.reports:
            if len(report.lead) > 1:
                yield _shared(report.title, report.lead[0], report.lead[1], report.place)
        for one, other in combinations(plan.reports, 2):
            periods = {item.period for item in one.rounds} & {item.period for item in other.rounds}
            if periods and _same(one.title, other.title) and _leads_differ(one.lead, other.lead):
                yield _shared(other.title, one.lead[0], other.lead[0], other.place, one.place)
        for first, second in combinations(plan.tasks, 2):
            if _same(first.task, second.task) and _leads_differ(first.lead, second.lead):
                yield _shared(second.task, first.lead[0], second.lead[0], second.place, first.place)


def _same(one: str, other: str) -> bool:
    """Whether two titles say the same, whatever their capitals and spaces."""
    return fold(one).split() == fold(other).split()


def _leads_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one and other) and set(one) != set(other)


def _shared(title: str, one: str, other: str, place: Place, elsewhere: Place | None = None) -> Problem:
    where = f"; mục kia ở {elsewhere}" if elsewhere else ""
    return Problem(
        "K12",
        Severity.WARNING,
        place,
        f"“{title}” giao cho cả {one} và {other} cùng chủ trì{where}.",
        "Hỏi lại cơ quan ban hành: một nơi chủ trì (lead), nơi kia phối hợp; ghi văn bản thống nhất vào basis.",
    )


@rule("K13")
def data_before_deadline(column: Column) -> Iterator[Problem]:
    """The trap: a report due before the days it reports on have ended."""
    for plan in column.plans:
        for report in plan.reports:
            for item in report.rounds:
                if item.trap:
                    fix = f"Lập báo cáo bằng cchc report {item.period}: máy in ngày chốt số liệu, không ngoại suy."
                    yield Problem("K13", Severity.NOTICE, item.place, f"{report.title}: {item.trap}", fix)


def _named_rows(plan: Plan) -> Iterator[tuple[str, Place]]:
    for minimum in plan.unit_minimums:
        yield minimum.id, minimum.place
    for report in plan.reports:
        yield report.id, report.place
    for task in plan.tasks:
        yield task.id, task.place
    for step in plan.steps:
        yield step.id, step.place
    for contest in plan.contests:
        yield contest.id, contest.place


@rule("K15")
def one_id_a_row(column: Column) -> Iterator[Problem]:
    """Rows, rounds and topics are told apart by their ids; calendars and records hold on to them."""
    for plan in column.plans:
        yield from _repeated(_named_rows(plan), {QUOTA_ROW: plan.place, TOPIC_ROW: plan.place})
        yield from _repeated(((topic.id, topic.place) for topic in plan.topics), {})
        for report in plan.reports:
            yield from _repeated(((f"{report.id}/{item.period}", item.place) for item in report.rounds), {})


def _repeated(rows: Iterator[tuple[str, Place]], taken: dict[str, Place]) -> Iterator[Problem]:
    for key, place in rows:
        if key in taken:
            message = f"Mã “{key}” đã dùng ở {taken[key]}."
            yield Problem("K15", Severity.ERROR, place, message, "Đổi mã của một trong hai mục.")
        taken.setdefault(key, place)


@rule("U03")
def units_known(column: Column) -> Iterator[Problem]:
    """Units that a plan waits for stand in the register."""
    for plan in column.plans:
        rows = [(row.units, row.place) for row in plan.unit_minimums]
        rows += [(row.reporters, row.place) for row in plan.reports]
        rows += [(row.units, row.place) for row in plan.contests]
        for units, place in rows:
            for key in units:
                if key not in column.units:
                    message = f"Không có đơn vị mã “{key}”.{nearest(key, list(column.units))}"
                    yield Problem("U03", Severity.ERROR, place, message, f"Các mã đang có: {', '.join(column.units)}.")


@rule("B16")
def topics_known(column: Column) -> Iterator[Problem]:
    """A piece names topics of a plan that runs on its day."""
    for article in column.articles:
        if not article.topics:
            continue
        day = day_of(article.published)
        plans = [plan for plan in column.plans if plan.topics and plan.first <= day <= plan.last]
        known = list(dict.fromkeys(topic.id for plan in plans for topic in plan.topics))
        for key in article.topics:
            if key in known:
                continue
            names = ", ".join(known)
            fix = f"Các chủ đề đang có: {names}." if known else "Xóa trường topics, hoặc thêm chủ đề vào kế hoạch."
            when = "" if known else f" Ngày {day:%d/%m/%Y} không có kế hoạch nào nêu chủ đề."
            message = f"Không có chủ đề mã “{key}”.{nearest(key, known)}{when}"
            yield Problem("B16", Severity.ERROR, article.place_of("topics"), message, fix)
