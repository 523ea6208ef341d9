"""The contribution tables for the office: text, CSV and XLSX."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

from xlsxwriter import Workbook

from cchc_site.column.contribution import Contribution
from cchc_site.report.fixed_zip import repacked

_HEAD = (
    "Tên", *(f"Tháng {month}" for month in range(1, 13)), "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm", "Tự viết",
    "Gồm bài của",
)  # fmt: skip
Tables = Sequence[tuple[str, Sequence[Contribution]]]


def _row(row: Contribution) -> tuple[str | int, ...]:
    return (_safe(row.name), *row.months, *row.quarters, row.total, row.original, _safe("; ".join(row.merged)))


def _safe(text: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def contributions_text(tables: Tables) -> str:
    """The tables for a terminal: quarters and the year."""
    lines: list[str] = []
    for heading, rows in tables:
        lines += [
            heading,
            f"  {'Quý I':>6} {'Quý II':>7} {'Quý III':>8} {'Quý IV':>7} {'Cả năm':>7} {'Tự viết':>8}  Tên",
        ]
        for row in rows:
            first, second, third, fourth = row.quarters
            note = f" (gồm {', '.join(row.merged)})" if row.merged else ""
            figures = f"{first:>6} {second:>7} {third:>8} {fourth:>7} {row.total:>7} {row.original:>8}"
            lines.append(f"  {figures}  {row.name}{note}")
        lines.append("")
    return "\n".join(lines)


def contributions_csv(tables: Tables) -> bytes:
    """All tables in one, the first column says which."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("Bảng", *_HEAD))
    writer.writerows((heading, *_row(row)) for heading, rows in tables for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def contributions_xlsx(tables: Tables) -> bytes:
    """A sheet a table, header frozen and filtered."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, options)
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    bold = book.add_format({"bold": True, "text_wrap": True, "border": 1})
    plain = book.add_format({"border": 1})
    for heading, rows in tables:
        sheet = book.add_worksheet(heading[:31])
        sheet.write_row(0, 0, _HEAD, bold)
        for index, row in enumerate(rows, 1):
            sheet.write_row(index, 0, _row(row), plain)
        sheet.set_column(0, 0, 44)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(1, len(rows)), len(_HEAD) - 1)
    book.close()
    return repacked(out.getvalue())
