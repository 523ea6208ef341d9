"""Indices, activities and slogans: figures that can be, rows that name things that exist."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.problem import Problem, Severity
from cchc_site.content.shape import nearest


@rule("X01")
def score_once(column: Column) -> Iterator[Problem]:
    """One place has one result of an index in a year."""
    seen: dict[tuple[str, int, str], str] = {}
    for score in column.indices:
        key = (score.index.id, score.year, score.subject)
        if key in seen:
            message = f"{score.index.short} năm {score.year} của “{score.subject}” ghi hai lần, lần đầu ở {seen[key]}."
            yield Problem("X01", Severity.ERROR, score.place, message, "Giữ lại một mục.")
        seen.setdefault(key, str(score.place))


@rule("X02")
def score_possible(column: Column) -> Iterator[Problem]:
    """A rank lies within the number ranked, a value within the scale; one of the two is given."""
    for score in column.indices:
        name = f"{score.index.short} năm {score.year}"
        values = [value for value in (score.value, score.region, score.country) if value is not None]
        if score.rank and score.of and score.rank > score.of:
            message = f"{name}: xếp thứ {score.rank} trong {score.of} nơi."
            yield Problem("X02", Severity.ERROR, score.place, message, "Sửa lại rank hoặc of.")
        if score.out_of is not None and any(value > score.out_of for value in values):
            message = f"{name}: có điểm lớn hơn thang điểm {score.out_of}."
            yield Problem("X02", Severity.ERROR, score.place, message, "Sửa lại value, region, country hoặc out_of.")
        if score.value is None and score.rank is None:
            message = f"{name}: không có điểm cũng không có thứ hạng."
            yield Problem("X02", Severity.ERROR, score.place, message, "Ghi value hoặc rank.")


@rule("O01")
def rows_refer_to_something(column: Column) -> Iterator[Problem]:
    """An activity's unit and piece exist; a slogan's id is its own."""
    for activity in column.activities:
        unit = column.units.get(activity.unit)
        if unit is None:
            message = f"Không có đơn vị “{activity.unit}”.{nearest(activity.unit, list(column.units))}"
            yield Problem("O01", Severity.ERROR, activity.place, message, "Dùng mã trong units.yml.")
        elif not unit.exists_on(activity.date):
            message = f"“{unit.name}” không tồn tại ngày {activity.date:%d/%m/%Y}."
            yield Problem("O01", Severity.ERROR, activity.place, message, "Dùng đơn vị có thật vào ngày ấy.")
        if activity.piece and activity.piece not in column.by_id:
            message = f"Không có bài mã “{activity.piece}”."
            yield Problem("O01", Severity.ERROR, activity.place, message, "Ghi đúng mã bài, ví dụ 2026/07/ba-buoc.")
    seen: set[str] = set()
    for slogan in column.slogans:
        if slogan.id in seen:
            message = f"Mã khẩu hiệu “{slogan.id}” dùng hai lần."
            yield Problem("O01", Severity.ERROR, slogan.place, message, "Đổi mã của một trong hai khẩu hiệu.")
        seen.add(slogan.id)


@rule("O02")
def activities_have_evidence(column: Column) -> Iterator[Problem]:
    """Scoring asks for evidence of every activity."""
    for activity in column.activities:
        if not activity.evidence and not activity.url:
            message = f"Hoạt động “{activity.title}” ngày {activity.date:%d/%m/%Y} chưa có tài liệu kiểm chứng."
            yield Problem("O02", Severity.WARNING, activity.place, message, "Ghi evidence (để ở đâu) hoặc url.")
