"""Plans are sound: quotas do not overlap, waivers only reduce."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.plan import Quota
from cchc_site.column.problem import Problem, Severity


def _end(quota: Quota) -> date:
    return quota.last or date.max


@rule("K01")
def quotas_apart(column: Column) -> Iterator[Problem]:
    """Two quotas for the same days would be two answers to one question."""
    for one, other in combinations(column.quotas, 2):
        if one.first <= _end(other) and other.first <= _end(one):
            yield Problem(
                "K01",
                Severity.ERROR,
                other.place,
                f"Chỉ tiêu từ {other.first:%d/%m/%Y} chồng lên chỉ tiêu ở {one.place}.",
                "Sửa from, to để mỗi ngày chỉ có một chỉ tiêu; muốn đổi chỉ tiêu, kết thúc mục cũ rồi thêm mục mới.",
            )


@rule("K02")
def waiver_reduces(column: Column) -> Iterator[Problem]:
    """A waiver may only reduce."""
    for waiver in column.waivers:
        least = min((q.minimum for q in column.quotas if q.applies_in(waiver.month.window(q.window_day))), default=None)
        if least is not None and waiver.reduce_to >= least:
            yield Problem(
                "K02",
                Severity.ERROR,
                waiver.place,
                f"Giảm chỉ tiêu {waiver.month.label} “còn {waiver.reduce_to}” trong khi chỉ tiêu là {least}: "
                "quyết định giảm chỉ được giảm.",
                f"Ghi reduce_to nhỏ hơn {least}, hoặc xóa mục này.",
            )


@rule("K03")
def waiver_applies(column: Column) -> Iterator[Problem]:
    """A waiver for a month without a quota is a slip of the pen."""
    for waiver in column.waivers:
        if not any(q.applies_in(waiver.month.window(q.window_day)) for q in column.quotas):
            yield Problem(
                "K03",
                Severity.ERROR,
                waiver.place,
                f"Giảm chỉ tiêu {waiver.month.label} nhưng tháng này không có chỉ tiêu nào.",
                "Kiểm tra lại tháng, hoặc xóa mục này.",
            )


@rule("K04")
def one_waiver_a_month(column: Column) -> Iterator[Problem]:
    """One month, one waiver."""
    for one, other in combinations(column.waivers, 2):
        if one.month == other.month:
            message = f"Có hai quyết định giảm chỉ tiêu cho {one.month.label}; mục kia ở {one.place}."
            yield Problem("K04", Severity.ERROR, other.place, message, "Giữ lại một mục.")


@rule("K08")
def periods_run_forward(column: Column) -> Iterator[Problem]:
    """A period ends after it begins."""
    fix = "Sửa lại from và to."
    for plan in column.plans:
        if plan.last < plan.first:
            yield Problem(
                "K08", Severity.ERROR, plan.place, f"Kế hoạch “{plan.title}” kết thúc trước khi bắt đầu.", fix
            )
        for quota in plan.quotas:
            if quota.last is not None and quota.last < quota.first:
                yield Problem("K08", Severity.ERROR, quota.place, "Chỉ tiêu kết thúc trước khi bắt đầu.", fix)


@rule("K09")
def one_id_a_plan(column: Column) -> Iterator[Problem]:
    """Plans are told apart by their ids."""
    for one, other in combinations(column.plans, 2):
        if one.id == other.id:
            message = f"Mã kế hoạch “{one.id}” đã dùng ở {one.place.path}."
            yield Problem("K09", Severity.ERROR, other.place, message, "Đổi mã của một trong hai kế hoạch.")
