"""Copies among the column's own pieces."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.counting import find_copies
from cchc_site.column.originality import Copy
from cchc_site.column.problem import Problem, Severity


def _pairs(column: Column) -> Iterator[tuple[Copy, Article, Article]]:
    for copy in find_copies(column).values():
        yield copy, column.by_id[copy.later], column.by_id[copy.earlier]


@rule("B08")
def exact_copy(column: Column) -> Iterator[Problem]:
    """The same text twice."""
    for copy, later, earlier in _pairs(column):
        if copy.exact:
            yield Problem(
                "B08",
                Severity.ERROR,
                later.place,
                f"Nội dung trùng hoàn toàn với {earlier.place.path}; chỉ bài đăng trước được tính.",
                "Xóa một trong hai tệp; nếu muốn nhắc lại, hãy viết tin ngắn dẫn đường liên kết tới bài cũ.",
            )


@rule("B09")
def near_copy(column: Column) -> Iterator[Problem]:
    """Nearly the same text twice."""
    for copy, later, earlier in _pairs(column):
        if not copy.exact:
            score = f"{copy.similarity:.2f}".replace(".", ",")
            yield Problem(
                "B09",
                Severity.WARNING,
                later.place,
                f"Nội dung giống {earlier.place.path} đến {score} (từ 0,90 trở lên là gần trùng) nên không được tính.",
                "Viết lại phần trùng, hoặc sửa bài cũ và ghi vào updates thay vì đăng bài mới.",
            )
