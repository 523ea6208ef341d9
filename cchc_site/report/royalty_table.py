"""The month's payment table: text, CSV and XLSX, with the total in figures and in words. Never for the site."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from xlsxwriter import Workbook

from cchc_site.column.column import Column
from cchc_site.column.instant import VIETNAM
from cchc_site.column.royalty import PaymentTable
from cchc_site.report.fixed_zip import repacked
from cchc_site.vietnamese.numbers import group_thousands
from cchc_site.vietnamese.speech import money_words

HEAD = ("STT", "Tác giả", "Đơn vị", "Tên tin, bài", "Thể loại", "Ngày đăng", "Hệ số", "Đơn giá (đ)", "Thành tiền (đ)",
        "Ghi chú")  # fmt: skip
NUMBERS = frozenset({0, 6, 7, 8})
Cell = str | int | Decimal


def payment_rows(column: Column, payments: PaymentTable) -> Iterator[tuple[Cell, ...]]:
    """The lines below `HEAD`, with exact figures."""
    for number, payment in enumerate(payments.payments, 1):
        article = payment.article
        unit = column.units.get(article.unit)
        yield (
            number,
            article.author,
            unit.name if unit else article.unit,
            article.title,
            article.kind.label,
            f"{article.published.astimezone(VIETNAM):%d/%m/%Y}",
            payment.coefficient,
            payment.unit_value,
            payment.amount,
            payment.reason,
        )


def total_words(payments: PaymentTable) -> str:
    """The total as documents ask for it."""
    return f"{money_words(payments.total, capitalised=True)}."


def subject(payments: PaymentTable) -> str:
    """What the table is about, for its title."""
    more = " (bổ sung)" if payments.supplement else ""
    return f"Tin, bài trên chuyên mục cải cách hành chính, {payments.month.label}{more}"


def _title(payments: PaymentTable) -> str:
    return f"Bảng thanh toán nhuận bút {payments.month.label}{' (bổ sung)' if payments.supplement else ''}"


def shown(cell: Cell) -> str:
    """A cell as people read it: figures grouped, decimals with a comma."""
    if isinstance(cell, str):
        return cell
    return group_thousands(cell.normalize() if isinstance(cell, Decimal) and cell else cell)


def _plain_figures(cell: Cell) -> str:
    text = f"{cell.normalize():f}" if isinstance(cell, Decimal) else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(("=", "+", "-", "@")) else text


def royalty_text(column: Column, payments: PaymentTable) -> str:
    """The table for a terminal."""
    lines = [_title(payments), ""]
    for row in payment_rows(column, payments):
        number, author, _, title, _, day, coefficient, _, amount, note = (shown(cell) for cell in row)
        lines.append(
            f"  {number:>3} {day} {coefficient:>5} {amount:>12}  {author}: {title}" + (f" ({note})" if note else "")
        )
    lines += ["", f"Tổng cộng: {group_thousands(payments.total)} đồng", f"Bằng chữ: {total_words(payments)}"]
    lines += [f"Cần xem lại: {doubt}" for doubt in payments.doubts]
    return "\n".join(lines) + "\n"


def royalty_csv(column: Column, payments: PaymentTable) -> bytes:
    """The table for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows([_plain_figures(cell) for cell in row] for row in payment_rows(column, payments))
    writer.writerow(("", "Tổng cộng", "", "", "", "", "", "", payments.total, total_words(payments)))
    return codecs.BOM_UTF8 + out.getvalue().encode()


def royalty_xlsx(column: Column, payments: PaymentTable) -> bytes:
    """The table as a workbook with real numbers."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, options)
    book.set_properties({"title": _title(payments), "created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    base = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "top", "text_wrap": True}
    head, plain = book.add_format({**base, "bold": True, "align": "center"}), book.add_format(base)
    money, bold = book.add_format({**base, "num_format": "#,##0"}), book.add_format({**base, "bold": True})
    sheet = book.add_worksheet("Nhuận bút")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.merge_range(0, 0, 0, len(HEAD) - 1, _title(payments).upper(), head)
    sheet.write_row(2, 0, HEAD, head)
    line = 3
    for line, row in enumerate(payment_rows(column, payments), 3):
        for index, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, index, cell, plain)
            else:
                sheet.write_number(line, index, float(cell), money if index in (7, 8) else plain)
    sheet.write_string(line + 1, 1, "Tổng cộng", bold)
    sheet.write_number(line + 1, 8, payments.total, money)
    sheet.write_string(line + 2, 1, f"Bằng chữ: {total_words(payments)}", book.add_format({"italic": True}))
    for index, width in enumerate((5, 22, 26, 44, 9, 12, 8, 13, 14, 24)):
        sheet.set_column(index, index, width)
    sheet.freeze_panes(3, 0)
    book.close()
    return repacked(out.getvalue())
