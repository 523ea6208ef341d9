"""Every plan's obligations at one instant, and what a breach of them means on each occasion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cchc_site.column.column import Column
from cchc_site.column.due import days_left
from cchc_site.column.enforcement import Occasion
from cchc_site.column.monthly_minimum import Fulfilment
from cchc_site.column.obligation import BREACH, Finding, Standpoint, State
from cchc_site.column.obligations.monthly_quota import MonthlyQuotas
from cchc_site.column.plan import Plan
from cchc_site.column.problem import Problem, Severity

REMINDER = "N13"
SOON = "N14"
SOON_DAYS = 7
SUBMISSIONS_FILE = "content/_data/submissions.yml"

_SEVERITY = {
    Occasion.SERVE: Severity.WARNING,
    Occasion.BUILD: Severity.BREACH,
    Occasion.CHANGE: Severity.NOTICE,
    Occasion.COMPLIANCE: Severity.BREACH,
}


def evaluate_plan(column: Column, plan: Plan, fulfilment: Fulfilment) -> tuple[Finding, ...]:
    """All findings of one plan, in the order of its rows."""
    view = Standpoint(column, fulfilment, plan)
    return tuple(finding for row in (MonthlyQuotas(), *plan.obligations) for finding in row.findings(view))


def evaluate_plans(column: Column, fulfilment: Fulfilment) -> tuple[Finding, ...]:
    """All findings of all plans."""
    return tuple(finding for plan in column.plans for finding in evaluate_plan(column, plan, fulfilment))


def by_due(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In order of their deadlines; what is never due comes last."""
    return tuple(sorted(findings, key=lambda f: (f.due is None, f.due.deadline if f.due else None, f.plan, f.id)))


def judge_findings(findings: Sequence[Finding], fulfilment: Fulfilment, occasion: Occasion) -> Iterator[Problem]:
    """What the findings mean on this occasion. Months of the minimum are judged with their record, not here."""
    for finding in findings:
        if finding.breach != BREACH:
            continue
        if finding.state is State.OVERDUE:
            yield _overdue(finding, _SEVERITY[occasion] if finding.enforced else Severity.NOTICE)
        elif finding.falls_due(fulfilment.as_of, SOON_DAYS) and finding.due is not None:
            left = days_left(finding.due, fulfilment.as_of)
            when = "hôm nay" if left == 0 else f"còn {left} ngày"
            message = f"Sắp đến hạn: {finding.title}, {finding.due.words} ({when})."
            yield Problem(SOON, Severity.NOTICE, finding.place, message, _fix(finding))


def judge_findings_change(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Problem]:
    """Obligations that a change broke: they stood well without it and are overdue with it."""
    stood = {(f.plan, f.id) for f in before if not f.is_breach}
    for finding in after:
        if finding.breach == BREACH and finding.is_breach and (finding.plan, finding.id) in stood:
            yield _overdue(finding, Severity.BREACH)


def _overdue(finding: Finding, severity: Severity) -> Problem:
    code = BREACH if finding.enforced else REMINDER
    progress = f" ({finding.progress})" if finding.progress else ""
    message = f"Quá hạn: {finding.title}, {finding.timing}{progress}."
    return Problem(code, severity, finding.place, message, _fix(finding))


def _fix(finding: Finding) -> str:
    return (
        f"Khi đã làm, ghi một mục vào {SUBMISSIONS_FILE}: plan: {finding.plan}, item: {finding.id}, "
        "ngày và số văn bản; nếu không làm được, ghi explanation."
    )
