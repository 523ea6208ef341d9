"""A judge's sheet read back. What is not exactly the sheet that was given out, with points filled in, is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.rubric import Criterion
from cchc_site.column.contest.scoring import Sheet
from cchc_site.column.contest.sheet_layout import (
    CONTEST_CELL,
    FIRST_POINTS,
    HEAD_ROW,
    JUDGE_CELL,
    SHEET,
    cell_name,
    headings,
    in_sheet_order,
)
from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import Spot
from cchc_site.content.workbook_guard import formula_cells, hidden_places, open_clean

_AGAIN = "Lấy lại phiếu gốc rồi nhập điểm; chỉ điền các ô điểm và cột Ghi chú."
_POINTS = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,2})?")


def read_score_sheet(
    data: bytes, name: str, contest: Contest, codes: Sequence[str], judges: Sequence[str], report: Reporter
) -> Sheet | None:
    """The judge's points; None after reporting every fault with its cell."""
    before = len(report.problems)
    book = open_clean(data, name, report)
    if book is None:
        return None
    if book.sheetnames != [SHEET]:
        report.error("P02", None, f"Phiếu phải có đúng một trang tính tên “{SHEET}”.", _AGAIN)
        return None
    sheet = book.worksheets[0]
    _check_clean(sheet, report)
    judge = _check_frame(sheet, contest, judges, report)
    order = in_sheet_order(codes)
    _check_rows(sheet, contest, order, report)
    points = _read_points(sheet, contest, order, report)
    if judge is None or len(report.problems) > before:
        return None
    return Sheet(judge, points, hashlib.sha256(data).hexdigest())


def _check_clean(sheet: Any, report: Reporter) -> None:
    for cell in formula_cells(sheet):
        report.error("P03", Spot(cell.row, cell.column), f"Ô {cell.coordinate} là công thức.", _AGAIN)
    for place in hidden_places(sheet):
        report.error("P01", None, f"Phiếu có {place} bị ẩn.", "Bỏ ẩn (Unhide), kiểm tra lại rồi lưu.")


def _check_frame(sheet: Any, contest: Contest, judges: Sequence[str], report: Reporter) -> str | None:
    written = _text(sheet[CONTEST_CELL].value)
    if written != contest.id:
        report.error(
            "P02", Spot(3, 2), f"Ô {CONTEST_CELL}: phiếu của cuộc thi “{written}”, không phải “{contest.id}”.", _AGAIN
        )
    for column, heading in enumerate(headings(contest), 1):
        cell = cell_name(HEAD_ROW, column)
        found = _text(sheet[cell].value)
        if found != heading:
            report.error("P02", Spot(HEAD_ROW, column), f"Ô {cell}: tiêu đề “{found}”, đúng là “{heading}”.", _AGAIN)
    judge = _text(sheet[JUDGE_CELL].value)
    if judge not in judges:
        known = ", ".join(judges)
        report.error(
            "P02", Spot(4, 2), f"Ô {JUDGE_CELL}: không phát phiếu cho giám khảo “{judge}”.", f"Các giám khảo: {known}."
        )
        return None
    return judge


def _check_rows(sheet: Any, contest: Contest, order: Sequence[str], report: Reporter) -> None:
    first, width = HEAD_ROW + 1, len(headings(contest))
    present = {_text(sheet.cell(row, 2).value) for row in range(first, sheet.max_row + 1)}
    for number, code in enumerate(order):
        row = first + number
        found = _text(sheet.cell(row, 2).value)
        if found == code:
            continue
        cell = cell_name(row, 2)
        if not found:
            report.error("P02", Spot(row, 2), f"Ô {cell}: thiếu dòng của mã “{code}”.", _AGAIN)
        elif found in order:
            where = "bị xóa" if code not in present else "bị chuyển chỗ"
            report.error("P02", Spot(row, 2), f"Ô {cell}: ở đây là “{found}”; dòng của mã “{code}” {where}.", _AGAIN)
        else:
            report.error(
                "P02", Spot(row, 2), f"Ô {cell}: mã “{found}” không có trong danh sách; đúng là “{code}”.", _AGAIN
            )
    for row, column in _strays(sheet, first + len(order), width):
        cell = cell_name(row, column)
        report.error("P02", Spot(row, column), f"Ô {cell}: có nội dung ngoài khung phiếu.", _AGAIN)


def _strays(sheet: Any, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cells with content below or beside the table."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and (cell.row >= end or cell.column > width):
                yield cell.row, cell.column


def _read_points(sheet: Any, contest: Contest, order: Sequence[str], report: Reporter) -> dict[str, dict[str, Decimal]]:
    points: dict[str, dict[str, Decimal]] = {}
    for row, code in enumerate(order, HEAD_ROW + 1):
        for column, criterion in enumerate(contest.rubric, FIRST_POINTS):
            value = _points(sheet.cell(row, column), criterion, report)
            if value is not None:
                points.setdefault(code, {})[criterion.id] = value
    return points


def _points(cell: Any, criterion: Criterion, report: Reporter) -> Decimal | None:
    where, value = Spot(cell.row, cell.column), cell.value
    if cell.data_type == "f":
        return None  # reported with all formulas
    if value is None or value == "":
        report.error("P05", where, f"Ô {cell.coordinate}: chưa chấm “{criterion.title}”.", "Điền điểm, kể cả điểm 0.")
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str) or cell.data_type == "e":
        report.error(
            "P03", where, f"Ô {cell.coordinate}: “{value}” không phải là số.", "Định dạng ô là Number rồi nhập lại."
        )
        return None
    text = (repr(value) if isinstance(value, float) else str(value)).strip().removesuffix(".0")
    number = text.lstrip("-")
    if isinstance(value, str) and not _POINTS.fullmatch(number):
        report.error("P03", where, f"Ô {cell.coordinate}: “{value}” không phải là số.", "Nhập số, ví dụ 8,5.")
        return None
    if not _POINTS.fullmatch(number):
        report.error(
            "P04",
            where,
            f"Ô {cell.coordinate}: {text} có quá hai số lẻ hoặc quá lớn.",
            f"Từ 0 đến {criterion.maximum}.",
        )
        return None
    points = Decimal(text.replace(",", "."))
    if not 0 <= points <= criterion.maximum:
        report.error("P04", where, f"Ô {cell.coordinate}: {text} ngoài thang điểm.", f"Từ 0 đến {criterion.maximum}.")
        return None
    return points


def _text(value: Any) -> str:
    return str(value).strip() if value is not None else ""
