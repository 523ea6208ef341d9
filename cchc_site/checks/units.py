"""Units exist, on the days on which they are named."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.shape import nearest


def _unknown(code: str, key: str, column: Column, place: Place) -> Problem:
    guess = nearest(key, list(column.units))
    known = ", ".join(column.units) or "(chưa có đơn vị nào)"
    return Problem(code, Severity.ERROR, place, f"Không có đơn vị mã “{key}”.{guess}", f"Các mã đang có: {known}.")


@rule("B03")
def unit_known(column: Column) -> Iterator[Problem]:
    """A piece's unit stands in the register."""
    for article in column.articles:
        if article.unit not in column.units:
            yield _unknown("B03", article.unit, column, article.place_of("unit"))


@rule("B04")
def unit_valid(column: Column) -> Iterator[Problem]:
    """A piece's unit existed on the day of publication."""
    for article in column.articles:
        unit = column.units.get(article.unit)
        day = day_of(article.published)
        if unit is None or unit.exists_on(day):
            continue
        if unit.valid_to is not None and day > unit.valid_to:
            heirs = column.units.successors_on(unit, day)
            names = ", ".join(f"{heir.id} ({heir.name})" for heir in heirs) or "chưa ghi trong units.yml"
            when, fix = f"chỉ có hiệu lực đến hết ngày {unit.valid_to:%d/%m/%Y}", f"Dùng đơn vị kế thừa: {names}."
        else:
            when = f"chỉ có hiệu lực từ ngày {unit.valid_from:%d/%m/%Y}"
            formers = ", ".join(f"{u.id} ({u.name})" for u in column.units.predecessors(unit) if u.exists_on(day))
            fix = f"Dùng đơn vị lúc đó: {formers}." if formers else "Kiểm tra lại ngày đăng hoặc đơn vị."
        yield Problem(
            "B04",
            Severity.ERROR,
            article.place_of("unit"),
            f"“{unit.name}” {when}, nhưng bài đăng ngày {day:%d/%m/%Y}.",
            fix,
        )


@rule("U01")
def register_sound(column: Column) -> Iterator[Problem]:
    """The register itself: unique ids, periods that run forward, successors and parents that exist."""
    seen: set[str] = set()
    for unit in column.units.all:
        if unit.id in seen:
            message = f"Mã đơn vị “{unit.id}” dùng hai lần."
            yield Problem("U01", Severity.ERROR, unit.place, message, "Đổi mã của một trong hai đơn vị.")
        seen.add(unit.id)
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            message = f"“{unit.name}” kết thúc trước khi bắt đầu."
            yield Problem("U01", Severity.ERROR, unit.place, message, "Sửa lại from và to.")
        if unit.id in unit.successors:
            message = f"“{unit.name}” được ghi là kế thừa của chính nó."
            yield Problem("U01", Severity.ERROR, unit.place, message, "Sửa lại succeeded_by.")
        for key in [*unit.successors, *([unit.parent] if unit.parent else [])]:
            if key not in column.units:
                yield _unknown("U01", key, column, unit.place)


@rule("U02")
def agency_known(column: Column) -> Iterator[Problem]:
    """The column's and each plan's agency stand in the register."""
    path = "content/_data/column.yml"
    if column.identity.agency and column.identity.agency not in column.units:
        yield _unknown("U02", column.identity.agency, column, Place(path, 1, 1))
    for plan in column.plans:
        if plan.agency not in column.units:
            yield _unknown("U02", plan.agency, column, plan.place)
