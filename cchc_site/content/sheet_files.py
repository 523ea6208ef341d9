"""Tables as the office has them, CSV or XLSX, cut into rows of cells."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.content.sheet_rows import HEAD_WITHIN, MAX_ROWS, Headings, fields_told, is_head, trees
from cchc_site.content.text_file import decode

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
"""What a workbook may unpack to: far more than any register, far less than a bomb."""


def read_sheet(file: Path, headings: Headings, report: Reporter) -> list[yaml_tree.Mapping]:
    """The rows of the file's first table; problems reported, never raised."""
    try:
        if file.stat().st_size > MAX_BYTES:
            report.error("T02", None, "Bảng quá lớn: tối đa 20 MB.", "Tách bảng thành nhiều tệp.")
            return []
        data = file.read_bytes()
    except OSError as error:
        report.error("T08", None, f"Không mở được tệp: {error.strerror}.", "Kiểm tra quyền đọc và tên tệp.")
        return []
    rows = _xlsx_rows(data, headings, report) if file.suffix.lower() == ".xlsx" else _csv_rows(data, headings, report)
    return trees(rows, headings, report)


def _csv_rows(data: bytes, headings: Headings, report: Reporter) -> list[list[Any]]:
    text = decode(data, report)
    if text is None:
        return []
    start = "\n".join(text.split("\n")[:HEAD_WITHIN])
    mark = max(",;\t", key=lambda mark: fields_told(start, mark, headings))
    try:
        rows: list[list[Any]] = list(csv.reader(io.StringIO(text), delimiter=mark, strict=True))
    except csv.Error:
        message = "Bảng CSV có dấu ngoặc kép mở ra mà không đóng lại."
        report.error("Y01", None, message, "Lưu lại từ Excel dạng CSV UTF-8.")
        return []
    return rows


def _xlsx_rows(data: bytes, headings: Headings, report: Reporter) -> list[list[Any]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
                report.error(
                    "T02", None, "Bảng XLSX giải nén ra quá lớn.", "Xóa các trang tính và hình thừa rồi lưu lại."
                )
                return []
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        first, *others = book.worksheets
        _tell_of_others(others, headings, report)
        return [list(row) for row in first.iter_rows(values_only=True, max_row=MAX_ROWS + 2)]
    except Exception:  # the library raises whatever a broken workbook makes it raise
        report.error("Y01", None, "Không đọc được bảng XLSX này.", "Mở bằng Excel, lưu lại dạng .xlsx hoặc CSV UTF-8.")
        return []


def _tell_of_others(sheets: list[Any], headings: Headings, report: Reporter) -> None:
    """Rows on another sheet would be lost without a word."""
    for sheet in sheets:
        rows = sheet.iter_rows(values_only=True, max_row=HEAD_WITHIN)
        if any(is_head(row, headings) for row in rows):
            message = f"Chỉ đọc trang tính đầu; trang “{sheet.title}” cũng có bảng nhưng bị bỏ qua."
            report.warning("F01", None, message, "Lưu mỗi trang tính thành một tệp riêng.")
