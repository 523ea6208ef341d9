"""What a proposed change makes worse: the judgement for the review of a change."""

from __future__ import annotations

from cchc_site.column.closed_month import ClosedMonth
from cchc_site.column.column import Column
from cchc_site.column.enforcement import CLOSED_MONTHS_FILE, SEVERITIES, Occasion, Situation, judge, judged
from cchc_site.column.instant import day_of
from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, MonthState
from cchc_site.column.problem import Place, Problem, Severity


def judge_change(
    before: Column, before_fulfilment: Fulfilment, after: Column, after_fulfilment: Fulfilment
) -> list[Problem]:
    """What a change makes worse: closed months lowered, entries removed or rewritten, past rules weakened.

    Months that were already short or wrong before the change are not held against it.
    """
    as_of = after_fulfilment.as_of
    old = {(p.code, p.message) for p in judge(before_fulfilment, Occasion.CHANGE)}
    problems = [
        problem
        for month, problem in judged(after_fulfilment, Occasion.CHANGE)
        if problem.severity is not Severity.BREACH
        or not ((problem.code, problem.message) in old or _only_restores(problem, month, before_fulfilment))
    ]
    for entry in before.closed_months.entries:
        problems += _changed_entry(entry, after, after_fulfilment)
    for month in before_fulfilment.months:
        if month.closes <= as_of:
            problems += _lowered_count(month, after_fulfilment)
            problems += _weakened_rule(month, after_fulfilment, after)
    return problems


def _only_restores(problem: Problem, month: MonthResult, before: Fulfilment) -> bool:
    """Whether a closed month lacks fewer of its pieces than before the change, and none that it had then."""
    return problem.code == Situation.COUNT_LOWER.value and set(month.gone) <= set(before.month(month.month).gone)


def _lowered_count(before: MonthResult, fulfilment: Fulfilment) -> list[Problem]:
    """A month that nobody has closed yet is not in the record, but a change may not make it short either."""
    now = fulfilment.month(before.month)
    if now.entry is not None or now.state is not MonthState.SHORT or now.count >= before.count:
        return []
    kept = {article.id for article in now.counted}
    lost = ", ".join(article.id for article in before.counted if article.id not in kept)
    return [
        Problem(
            Situation.COUNT_LOWER.value,
            SEVERITIES[Situation.COUNT_LOWER][Occasion.CHANGE],
            now.quota.place if now.quota else Place(CLOSED_MONTHS_FILE),
            f"Thay đổi này hạ {before.month.label}, tháng đã kết thúc, từ {before.count} xuống {now.count} tin, bài: "
            f"{lost} không còn được tính.",
            f'Khôi phục bài, hoặc chốt tháng kèm lý do: `cchc close {before.month} --explanation "lý do"`.',
        )
    ]


def _changed_entry(entry: ClosedMonth, after: Column, fulfilment: Fulfilment) -> list[Problem]:
    now = after.closed_months.entry(entry.month)
    severity = SEVERITIES[Situation.ENTRY_CHANGED][Occasion.CHANGE]
    code = Situation.ENTRY_CHANGED.value
    if now is None:
        place = Place(CLOSED_MONTHS_FILE)
        message = f"Thay đổi này xóa mục {entry.month} khỏi sổ chốt tháng."
        return [Problem(code, severity, place, message, "Khôi phục mục đó; cần sửa thì thêm amendments.")]
    kept = now.amendments[: len(entry.amendments)] == entry.amendments
    figures = (entry.required, entry.counted, entry.pieces, entry.state, entry.closed_on)
    figures_now = (now.required, now.counted, now.pieces, now.state, now.closed_on)
    if kept and figures == figures_now:
        return []
    month = fulfilment.month(entry.month)
    today = day_of(fulfilment.as_of)
    # A closing day moved into the future would hide the entry, and with it every piece that then goes missing.
    agrees = not month.gone and not month.late and (month.entry is not None or entry.closed_on > today)
    says_why = kept and len(now.amendments) > len(entry.amendments)
    message = f"Thay đổi này sửa mục {entry.month} đã chốt ({entry.counted} thành {now.counted} tin, bài)."
    if agrees or says_why:
        return [Problem(code, Severity.NOTICE, now.place, message, "Người duyệt xem lại chỗ sửa.")]
    ids = ", ".join([*month.gone, *(article.id for article in month.late)]) or "ngày chốt bị đổi"
    return [
        Problem(
            code,
            severity,
            now.place,
            f"{message} Mục mới không khớp: {ids}.",
            "Giữ nguyên số đã chốt và thêm một dòng vào amendments nói rõ lý do.",
        )
    ]


def _weakened_rule(before: MonthResult, fulfilment: Fulfilment, after: Column) -> list[Problem]:
    now = fulfilment.month(before.month)
    lowered = now.base_required < before.base_required or (
        now.quota is not None and before.quota is not None and now.window != before.window
    )
    if not lowered or before.quota is None or _is_amended_for(now, before.month, after):
        return []
    place = now.quota.place if now.quota else before.quota.place
    return [
        Problem(
            Situation.RULE_CHANGED.value,
            SEVERITIES[Situation.RULE_CHANGED][Occasion.CHANGE],
            place,
            f"Thay đổi này hạ chỉ tiêu của {before.month.label}, tháng đã kết thúc, "
            f"từ {before.base_required} xuống {now.base_required} hoặc đổi kỳ tính tháng.",
            "Trả lại chỉ tiêu cũ, hoặc thêm vào amendments một dòng có required và basis (số văn bản căn cứ).",
        )
    ]


def _is_amended_for(now: MonthResult, month: Month, after: Column) -> bool:
    entry = after.closed_months.entry(month)
    if entry is None or not entry.amendments:
        return False
    last = entry.amendments[-1]
    return last.required == now.base_required and bool(last.basis)
