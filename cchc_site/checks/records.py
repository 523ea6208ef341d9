"""The office's records: every line belongs to something that a plan asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.due import Recurrence
from cchc_site.column.obligations.topic_coverage import ROW as TOPIC_ROW
from cchc_site.column.plan import Plan
from cchc_site.column.problem import Problem, Severity
from cchc_site.column.submission import Submission
from cchc_site.content.shape import nearest


def _items(plan: Plan) -> list[str]:
    """Every id that a record of this plan may name."""
    items = [row.id for row in plan.unit_minimums]
    items += [f"{report.id}/{item.period}" for report in plan.reports for item in report.rounds]
    for task in plan.tasks:
        if isinstance(task.timing, Recurrence):
            rounds = task.timing.occurrences(task.first or plan.first, plan.last)
            items += [f"{task.id}/{item.key}" for item in rounds]
        else:
            items.append(task.id)
    items += [step.id for step in plan.steps]
    items += [contest.id for contest in plan.contests if contest.minimum]
    return [*items, TOPIC_ROW] if plan.topics else items


@rule("K14")
def records_belong(column: Column) -> Iterator[Problem]:
    """A record names a plan, one of its items, and a unit that has to hand in."""
    plans = {plan.id: plan for plan in column.plans}
    for record in column.submissions:
        plan = plans.get(record.plan)
        if plan is None:
            message = f"Không có kế hoạch mã “{record.plan}”.{nearest(record.plan, list(plans))}"
            yield Problem("K14", Severity.ERROR, record.place, message, f"Các kế hoạch: {', '.join(plans)}.")
            continue
        items = _items(plan)
        if record.item not in items:
            message = f"Kế hoạch “{plan.id}” không có việc mã “{record.item}”.{nearest(record.item, items)}"
            yield Problem("K14", Severity.ERROR, record.place, message, f"Các mã: {', '.join(items)}.")
        elif record.unit or _wants_unit(record, plan):
            yield from _unit(record, plan)


def _reporters(record: Submission, plan: Plan) -> tuple[str, ...]:
    row = record.item.partition("/")[0]
    return next((report.reporters for report in plan.reports if report.id == row), ())


def _wants_unit(record: Submission, plan: Plan) -> bool:
    return record.is_delivery and bool(_reporters(record, plan))


def _unit(record: Submission, plan: Plan) -> Iterator[Problem]:
    reporters = _reporters(record, plan)
    if reporters and record.unit not in reporters:
        message = f"“{record.unit or '(trống)'}” không phải là đơn vị phải gửi báo cáo này."
        yield Problem("K14", Severity.ERROR, record.place, message, f"Ghi unit là một trong: {', '.join(reporters)}.")


@rule("K16")
def letterheads_apart(column: Column) -> Iterator[Problem]:
    """Two letterheads for one day would be two answers to one question."""
    for one, other in combinations(column.letterheads, 2):
        starts = max(one.first or date.min, other.first or date.min)
        ends = min(one.last or date.max, other.last or date.max)
        if starts <= ends:
            message = f"Cùng có hiệu lực với mục ở {one.place}."
            yield Problem("K16", Severity.ERROR, other.place, message, "Sửa from, to để mỗi ngày chỉ có một mục.")
