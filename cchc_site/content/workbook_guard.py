"""Whether a workbook is only a table: no macro, no link to elsewhere, no object, no hidden part, no formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from cchc_site.content.reporter import Reporter

MAX_BYTES = 5_000_000
MAX_UNPACKED = 60_000_000
MAX_ROWS = 5_000
_PARTS = (
    ("xl/vbaproject", "macro (VBA)"),
    ("xl/macrosheets/", "trang macro Excel 4"),
    ("xl/dialogsheets/", "trang hộp thoại"),
    ("xl/externallinks/", "liên kết tới tệp khác"),
    ("xl/connections.xml", "kết nối dữ liệu ngoài"),
    ("xl/querytables/", "truy vấn dữ liệu ngoài"),
    ("xl/embeddings/", "tệp nhúng"),
    ("xl/activex/", "điều khiển ActiveX"),
    ("xl/ctrlprops/", "nút điều khiển"),
    ("customui/", "lệnh gắn thêm vào Excel"),
)
_FIX = "Lấy lại phiếu gốc (.xlsx), nhập lại trên phiếu ấy và lưu đúng dạng Excel Workbook (.xlsx)."


def open_clean(data: bytes, name: str, report: Reporter) -> Any:
    """The workbook, with formulas as formulas; None after reporting why it is not taken."""
    from openpyxl import load_workbook

    faults = list(_faults(data, name))
    for message in faults:
        report.error("P01", None, message, _FIX)
    if faults:
        return None
    try:
        book = load_workbook(io.BytesIO(data), data_only=False, keep_links=True)
    except Exception:  # the library raises whatever a broken workbook makes it raise
        report.error("P01", None, "Không mở được bảng tính này.", _FIX)
        return None
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            report.error("P01", None, f"Trang tính “{sheet.title}” bị ẩn.", "Bỏ ẩn hoặc xóa trang ấy.")
            return None
        if sheet.max_row > MAX_ROWS or sheet.max_column > 200:
            report.error("P01", None, f"Trang tính “{sheet.title}” quá lớn.", _FIX)
            return None
    return book


def _faults(data: bytes, name: str) -> Iterator[str]:
    if not name.lower().endswith(".xlsx"):
        yield f"{name} không phải là tệp .xlsx (dạng .xlsm, .xls có thể mang macro)."
        return
    if len(data) > MAX_BYTES:
        yield "Bảng tính quá lớn: tối đa 5 MB."
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > MAX_UNPACKED:
                yield "Bảng tính giải nén ra quá lớn."
                return
            names = [info.filename.lower().lstrip("/") for info in infos]
            types = b"".join(archive.read(info) for info in infos if info.filename.lower() == "[content_types].xml")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        yield "Tệp không phải là bảng tính Excel, hoặc đã hỏng hay đặt mật khẩu."
        return
    for part, what in _PARTS:
        if any(entry.startswith(part) for entry in names):
            yield f"Bảng tính có {what}."
    if b"macroEnabled" in types or b"vbaProject" in types:
        yield "Bảng tính khai báo có macro."


def formula_cells(sheet: Any) -> Iterator[Any]:
    """Every cell that is a formula, whatever it would show."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield cell


def hidden_places(sheet: Any) -> Iterator[str]:
    """Rows and columns with content that nobody sees, by name: “dòng 9”, “cột D”."""
    for number in range(1, sheet.max_row + 1):
        if sheet.row_dimensions[number].hidden or sheet.row_dimensions[number].height == 0:
            yield f"dòng {number}"
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:
            yield f"cột {letter}"
