"""The report's tables as a workbook: real dates, numbers and links, and not one formula."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import Any

from xlsxwriter import Workbook

from cchc_site.column.periodic_report import PeriodicReport
from cchc_site.report.outline import Align, Cell, Link, Outline, Table, cell_text
from cchc_site.vietnamese.dates import short_date

SUMMARY = "Tổng hợp"
_NARROWEST, _WIDEST = 6, 60
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}
_URL_MOST = 2000
"""Excel takes no longer address."""


def report_xlsx(report: PeriodicReport, content: Outline) -> bytes:
    """One sheet a table, after a sheet that says what the figures are; every header is frozen and filtered."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    moment = report.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": content.subject, "author": _agency(report), "created": moment})
    formats = _formats(book)
    _summary(book, formats, report, content)
    for table in content.tables:
        _sheet(book, formats, table)
    book.close()
    return out.getvalue()


def _agency(report: PeriodicReport) -> str:
    return report.agency.name if report.agency else ""


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True, "border": 1}
    return {
        "title": book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True}),
        "head": book.add_format({**base, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7EBEE"}),
        Align.LEFT.value: book.add_format({**base, "align": "left"}),
        Align.RIGHT.value: book.add_format({**base, "align": "right", "num_format": "#,##0"}),
        Align.CENTER.value: book.add_format({**base, "align": "center"}),
        "date": book.add_format({**base, "align": "center", "num_format": "dd/mm/yyyy"}),
        "link": book.add_format({**base, "font_color": "#0B5563", "underline": 1}),
    }


def _summary(book: Any, formats: dict[str, Any], report: PeriodicReport, content: Outline) -> None:
    sheet = book.add_worksheet(SUMMARY)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 70)
    sheet.write_string(0, 0, content.subject, formats["title"])
    window = report.window
    rows: tuple[tuple[str, Cell], ...] = (
        ("Cơ quan", _agency(report)),
        ("Kỳ báo cáo", report.period.label),
        ("Kỳ số liệu", f"{short_date(window.first)} - {short_date(window.last)} ({report.rule.label})"),
        ("Số liệu tính đến hết ngày", report.through),
        ("Đủ số liệu của kỳ", "có" if report.is_complete else "chưa, kỳ số liệu chưa kết thúc"),
        ("Tin, bài được tính trong kỳ", len(report.pieces)),
    )
    for index, (name, value) in enumerate(rows, 2):
        sheet.write_string(index, 0, name, formats["head"])
        _write(sheet, formats, index, 1, value, Align.LEFT)


def _sheet(book: Any, formats: dict[str, Any], table: Table) -> None:
    sheet = book.add_worksheet((table.sheet or table.caption)[:31])
    for index, column in enumerate(table.columns):
        longest = max([len(column.heading), *(len(cell_text(row[index])) for row in table.rows)])
        sheet.set_column(index, index, min(_WIDEST, max(_NARROWEST, longest + 2)))
        sheet.write_string(0, index, column.heading, formats["head"])
    for number, row in enumerate(table.rows, 1):
        for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, formats, number, index, value, column.align)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, formats: dict[str, Any], row: int, index: int, value: Cell, align: Align) -> None:
    """A cell of the value's own type; text is always written as text, whatever it begins with."""
    if isinstance(value, Link) and value.is_absolute and len(value.address) <= _URL_MOST:
        sheet.write_url(row, index, value.address, formats["link"], value.text)
    elif isinstance(value, date):
        sheet.write_datetime(row, index, datetime.combine(value, time()), formats["date"])
    elif isinstance(value, int):
        sheet.write_number(row, index, value, formats[align.value])
    else:
        sheet.write_string(row, index, cell_text(value), formats[align.value])
