"""A table as CSV that Excel opens by itself: UTF-8 with a byte order mark, lines ended as RFC 4180 has them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from datetime import date

from cchc_site.report.outline import Cell, Link, Table

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text cell that begins so could run as a formula in a spreadsheet (CSV injection, as OWASP describes it)."""


def table_csv(table: Table) -> bytes:
    """The table with its header row."""
    return rows_csv((column.heading for column in table.columns), table.rows)


def rows_csv(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Any rows; dates are written year-month-day, which every program reads as a date."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([plain(text) for text in header])
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def plain(cell: Cell) -> str | int:
    """A cell that no spreadsheet will run: text that looks like a formula is given a leading apostrophe."""
    if isinstance(cell, int):
        return cell
    if isinstance(cell, date):
        return cell.isoformat()
    text = " ".join((cell.address if isinstance(cell, Link) else cell).split(" "))
    return f"'{text}" if text.startswith(_DANGEROUS) else text
