"""Judges' sheets as workbooks: blind codes only, points checked while they are typed, everything else locked."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook

from cchc_site.column.article import Form
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.sheet_layout import (
    CONTEST_CELL,
    FIRST_POINTS,
    HEAD_ROW,
    JUDGE_CELL,
    SHEET,
    TITLE_CELL,
    headings,
    in_sheet_order,
)
from cchc_site.report.fixed_zip import repacked

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HOW = "Chỉ điền các ô trắng. Điểm có thể lẻ hai số, ví dụ 8,25. Không đổi mã, không thêm hay bớt dòng."


def score_sheet_xlsx(contest: Contest, judge: str, entries: Mapping[str, Form]) -> bytes:
    """One judge's empty sheet; `entries` are code → form. Nothing in it is a formula, whatever a title begins with."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": f"Phiếu chấm {contest.title}", "author": "", "created": _MADE})
    formats = _formats(book)
    sheet = book.add_worksheet(SHEET)
    _frame(sheet, contest, judge, formats)
    order = in_sheet_order(tuple(entries))
    for row, code in enumerate(order, HEAD_ROW):
        sheet.write_number(row, 0, row - HEAD_ROW + 1, formats["locked"])
        sheet.write_string(row, 1, code, formats["code"])
        sheet.write_string(row, 2, entries[code].label, formats["locked"])
        for column in range(FIRST_POINTS - 1, FIRST_POINTS - 1 + len(contest.rubric)):
            sheet.write_blank(row, column, None, formats["points"])
        sheet.write_blank(row, FIRST_POINTS - 1 + len(contest.rubric), None, formats["note"])
    _validate(sheet, contest, len(order))
    sheet.freeze_panes(HEAD_ROW, 3)
    sheet.protect("", {"select_locked_cells": True, "format_columns": True, "format_rows": True})
    book.close()
    return repacked(out.getvalue())


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "vcenter"}
    open_cell = {**base, "locked": False}
    return {
        "title": book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True}),
        "plain": book.add_format({"font_name": "Times New Roman", "font_size": 12}),
        "head": book.add_format({**base, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7EBEE"}),
        "locked": book.add_format({**base, "align": "center", "bg_color": "#F5F3EE"}),
        "code": book.add_format({**base, "bold": True, "align": "center", "bg_color": "#F5F3EE"}),
        "points": book.add_format({**open_cell, "align": "right", "num_format": "0.##"}),
        "note": book.add_format({**open_cell, "text_wrap": True}),
    }


def _frame(sheet: Any, contest: Contest, judge: str, formats: dict[str, Any]) -> None:
    sheet.write_string(TITLE_CELL, f"Phiếu chấm: {contest.title}", formats["title"])
    sheet.write_string("A2", _HOW, formats["plain"])
    sheet.write_string("A3", "Cuộc thi", formats["plain"])
    sheet.write_string(CONTEST_CELL, contest.id, formats["plain"])
    sheet.write_string("A4", "Giám khảo", formats["plain"])
    sheet.write_string(JUDGE_CELL, judge, formats["plain"])
    for column, heading in enumerate(headings(contest)):
        sheet.write_string(HEAD_ROW - 1, column, heading, formats["head"])
    sheet.set_row(HEAD_ROW - 1, 48)
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 2, 11)
    sheet.set_column(FIRST_POINTS - 1, FIRST_POINTS - 2 + len(contest.rubric), 15)
    sheet.set_column(len(headings(contest)) - 1, len(headings(contest)) - 1, 40)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW - 1)


def _validate(sheet: Any, contest: Contest, count: int) -> None:
    """Excel itself refuses a number outside the criterion's range; the reader refuses it again."""
    for column, criterion in enumerate(contest.rubric, FIRST_POINTS - 1):
        if count:
            sheet.data_validation(
                HEAD_ROW,
                column,
                HEAD_ROW + count - 1,
                column,
                {
                    "validate": "decimal",
                    "criteria": "between",
                    "minimum": 0,
                    "maximum": criterion.maximum,
                    "error_title": "Điểm ngoài thang",
                    "error_message": f"Nhập số từ 0 đến {criterion.maximum}.",
                },
            )
