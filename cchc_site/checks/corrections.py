"""Corrections: what readers are told, and the days that the office is measured by."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.article import Correction
from cchc_site.column.column import Column
from cchc_site.column.problem import Problem, Severity


@rule("B30")
def correction_complete(column: Column) -> Iterator[Problem]:
    """A published correction says what is right; an unpublished one is somebody's request, with the day it came."""
    for article in column.articles:
        for correction in article.corrections:
            fault = _fault(correction)
            if fault:
                yield Problem("B30", Severity.ERROR, article.place_of("corrections"), *fault)


def _fault(correction: Correction) -> tuple[str, str] | None:
    if correction.at is not None and not correction.right:
        return (
            "Đính chính đã có ngày đăng nhưng chưa ghi viết đúng là gì.",
            "Thêm right, hoặc bỏ date khi còn đang xem xét.",
        )
    if correction.at is None and correction.received is None:
        return (
            "Đính chính chưa có ngày đăng (date) mà cũng không có ngày nhận đề nghị (received).",
            "Ghi date và right khi đăng đính chính; ghi received khi mới nhận đề nghị.",
        )
    if correction.received and correction.answered and correction.answered < correction.received:
        return "Ngày trả lời (answered) sớm hơn ngày nhận đề nghị (received).", "Xem lại hai ngày này."
    return None
