"""Tables as the office has them, CSV or XLSX, turned into the same trees that YAML gives.

A row becomes a group of fields with its own place, so that one table of fields reads all three kinds of file and names
the row and the column of every fault. Headings and words may be the office's own Vietnamese ones.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import Spot, decode
from cchc_site.vietnamese.text import fold, nfc

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
"""What a workbook may unpack to: far more than any register, far less than a bomb."""
MAX_ROWS = 100_000
_HEAD_WITHIN = 20
"""Lines in which the heading row of a table is looked for; an office's title may stand above it."""
_LOCAL_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


@dataclass(frozen=True)
class Headings:
    """How a table's own words are understood: heading → field, and word → the field's word."""

    fields: Mapping[str, Sequence[str]]
    """Field → headings besides its own name."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    days: frozenset[str] = frozenset()
    instants: frozenset[str] = frozenset()
    """Fields that are a day with a time: “15:59:59 14/11/2023”, “16h00 ngày 14/11/2023”."""
    lists: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """Fields whose cells must be text: a spreadsheet that made a number of "1.010" has lost the zero."""

    def field_of(self, heading: str) -> str | None:
        """The field that a heading means."""
        wanted = _plain(heading)
        for name, others in self.fields.items():
            if wanted == _plain(name) or any(wanted == _plain(other) for other in others):
                return name
        return None


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


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
    rows = _xlsx_rows(data, report) if file.suffix.lower() == ".xlsx" else _csv_rows(data, headings, report)
    return _trees(rows, headings, report)


def _csv_rows(data: bytes, headings: Headings, report: Reporter) -> list[list[Any]]:
    text = decode(data, report)
    if text is None:
        return []
    start = "\n".join(text.split("\n")[:_HEAD_WITHIN])
    mark = max(",;\t", key=lambda mark: _fields_told(start, mark, headings))
    try:
        rows: list[list[Any]] = list(csv.reader(io.StringIO(text), delimiter=mark, strict=True))
    except csv.Error:
        message = "Bảng CSV có dấu ngoặc kép mở ra mà không đóng lại."
        report.error("Y01", None, message, "Lưu lại từ Excel dạng CSV UTF-8.")
        return []
    return rows


def _fields_told(start: str, mark: str, headings: Headings) -> int:
    """How many fields the best heading row names when the cells are cut at `mark`."""
    rows = csv.reader(io.StringIO(start), delimiter=mark)
    return max((sum(1 for cell in row if headings.field_of(cell)) for row in rows), default=0)


def _xlsx_rows(data: bytes, report: Reporter) -> list[list[Any]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
                report.error(
                    "T02", None, "Bảng XLSX giải nén ra quá lớn.", "Xóa các trang tính và hình thừa rồi lưu lại."
                )
                return []
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [list(row) for row in sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 2)]
    except Exception:  # the library raises whatever a broken workbook makes it raise
        report.error("Y01", None, "Không đọc được bảng XLSX này.", "Mở bằng Excel, lưu lại dạng .xlsx hoặc CSV UTF-8.")
        return []


def _trees(rows: list[list[Any]], headings: Headings, report: Reporter) -> list[yaml_tree.Mapping]:
    start = next((number for number, row in enumerate(rows[:_HEAD_WITHIN]) if _is_head(row, headings)), None)
    if start is None:
        if rows:
            known = ", ".join(headings.fields)
            report.error("Y08", Spot(1, 1), "Không thấy dòng tiêu đề của bảng.", f"Ghi tên cột ở dòng đầu: {known}.")
        return []
    if len(rows) > MAX_ROWS:
        report.error("T02", None, f"Bảng có hơn {MAX_ROWS} dòng.", "Tách bảng thành nhiều tệp.")
        return []
    names = [headings.field_of(str(cell)) if cell is not None else None for cell in rows[start]]
    for column, cell in enumerate(rows[start], 1):
        if cell not in (None, "") and names[column - 1] is None and _plain(str(cell)) not in ("stt", "tt", "so tt"):
            message = f"Cột “{cell}” không có trong bảng trường nên bị bỏ qua."
            report.warning("F01", Spot(start + 1, column), message, f"Tên cột dùng được: {', '.join(headings.fields)}.")
    return [
        _tree(row, names, headings, number, report)
        for number, row in enumerate(rows[start + 1 :], start + 2)
        if any(cell not in (None, "") and str(cell).strip() for cell in row)
    ]


def _is_head(row: Iterable[Any], headings: Headings) -> bool:
    """Two cells that name fields: an office's table often has its title above."""
    return sum(1 for cell in row if isinstance(cell, str) and headings.field_of(cell)) >= 2


def _tree(
    row: list[Any], names: list[str | None], headings: Headings, line: int, report: Reporter
) -> yaml_tree.Mapping:
    entries: dict[str, tuple[yaml_tree.Scalar, yaml_tree.Node]] = {}
    for column, (name, cell) in enumerate(zip(names, row, strict=False), 1):
        if name is None or cell is None or not str(cell).strip():
            continue
        if name in headings.texts and isinstance(cell, int | float):
            message = f"Ô này là số ({cell}), Excel có thể đã bỏ mất chữ số của mã."
            report.error("F03", Spot(line, column), message, "Định dạng cột là Text rồi nhập lại mã.")
        text = _text(name, cell, headings)
        key = yaml_tree.Scalar(name, False, line, column)
        node: yaml_tree.Node = yaml_tree.Scalar(text, True, line, column)
        if name in headings.lists:
            parts = [part.strip() for part in text.split(";") if part.strip()]
            node = yaml_tree.Sequence(tuple(yaml_tree.Scalar(p, True, line, column) for p in parts), line, column)
        entries[name] = (key, node)
    return yaml_tree.Mapping(tuple(entries.values()), line, 1)


def _text(name: str, cell: Any, headings: Headings) -> str:
    if isinstance(cell, datetime):
        # A spreadsheet's time is a fraction of a day, some microseconds beside the second that was meant.
        moment = (cell + timedelta(milliseconds=500)).replace(microsecond=0)
        return moment.isoformat() if name in headings.instants else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(nfc(str(cell)).split())
    local = _LOCAL_DAY.fullmatch(text) if name in headings.days else None
    if local:
        return f"{int(local[3]):04d}-{int(local[2]):02d}-{int(local[1]):02d}"
    if name in headings.instants:
        return _instant(text)
    words = headings.words.get(name)
    return words.get(_plain(text), text) if words else text


_TIME = r"([0-9]{1,2})(?:[:hg]|\s*giờ\s*)([0-9]{2})?(?:[:pm]?([0-9]{2})|\s*phút)?"
_TIME_FIRST = re.compile(rf"{_TIME},?\s+(?:ngày\s+)?{_LOCAL_DAY.pattern}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"{_LOCAL_DAY.pattern},?\s+(?:lúc\s+)?{_TIME}", re.IGNORECASE)


def _instant(text: str) -> str:
    """An instant as offices write it, in ISO form; what is none of their forms stays for the reader to refuse."""
    first, then = _TIME_FIRST.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if first:
        hour, minute, second, day, month, year = first.groups()
    elif then:
        day, month, year, hour, minute, second = then.groups()
    else:
        local = _LOCAL_DAY.fullmatch(text)
        return f"{int(local[3]):04d}-{int(local[2]):02d}-{int(local[1]):02d}" if local else text
    clock = f"{int(hour):02d}:{int(minute or 0):02d}:{int(second or 0):02d}"
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}T{clock}"
