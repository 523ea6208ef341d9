"""The month's payment table as a document to sign: letterhead of Decree 30/2020/NĐ-CP, ruled table, three signers.

Number, day and signatures are left blank for the office. The page lies on its side, as the decree allows for a wide
table that is no appendix.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime

from docx import Document as open_document
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Twips
from msgspec.structs import replace

from cchc_site.column.column import Column
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.royalty import PaymentTable
from cchc_site.report import docx_frame as frame
from cchc_site.report import docx_styles as styles
from cchc_site.report.docx_report import shipped_template
from cchc_site.report.docx_template import PAGE_HEIGHT, PAGE_WIDTH
from cchc_site.report.fixed_zip import repacked
from cchc_site.report.royalty_table import HEAD, NUMBERS, payment_rows, shown, subject, total_words
from cchc_site.vietnamese.numbers import group_thousands

_WIDTHS = (600, 1750, 2000, 3150, 850, 1250, 750, 1150, 1250, 1320)
"""Of the ten columns, in twentieths of a point: the 24.7 cm between the margins of a page on its side."""
_SIGNERS = ("Người lập bảng", "Kế toán")
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def royalty_docx(column: Column, payments: PaymentTable) -> bytes:
    """The document's bytes, the same every time."""
    document = _sideways()
    last = payments.month.window().last
    agency = column.agency_on(last)
    head = column.letterhead_on(last) or Letterhead()
    name = agency.name if agency else column.identity.name
    # A payment table has no symbol of its own in the decree's list: the clerk writes what the office uses.
    place = agency.place_name if agency else ""
    frame.letterhead(document, replace(head, symbol="…"), name, place, last)
    frame.title(document, "Bảng thanh toán nhuận bút", subject(payments))
    for basis in payments.bases:
        document.add_paragraph(f"Căn cứ: {basis.rstrip('. ')}.", style=styles.BASIS.name)
    _table(document, column, payments)
    total = f"Tổng số tiền: {group_thousands(payments.total)} đồng. Bằng chữ: {total_words(payments)}"
    document.add_paragraph(total, style=styles.BODY.name).paragraph_format.keep_with_next = True
    _signatures(document, head)
    core = document.core_properties
    core.title, core.author, core.language = f"Bảng thanh toán nhuận bút {payments.month.label}", name, "vi-VN"
    core.created = core.modified = _MADE
    core.last_modified_by, core.revision = "", 1
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _sideways() -> Document:
    document: Document = open_document(io.BytesIO(shipped_template()))
    for element in list(document.element.body):
        if element.tag != qn("w:sectPr"):
            document.element.body.remove(element)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(PAGE_HEIGHT), Twips(PAGE_WIDTH)
    return document


def _table(document: Document, column: Column, payments: PaymentTable) -> None:
    rows = [tuple(map(shown, row)) for row in payment_rows(column, payments)]
    table = document.add_table(len(rows) + 2, len(HEAD), style=styles.TABLE)
    total = ("", "Tổng cộng", "", "", "", "", "", "", group_thousands(payments.total), "")
    for line, (row, values) in enumerate(zip(table.rows, (HEAD, *rows, total), strict=True)):
        frame.keep_together(row)
        for index, (cell, text) in enumerate(zip(row.cells, values, strict=True)):
            style = styles.CELL_RIGHT if index in NUMBERS else styles.CELL_LEFT
            cell.paragraphs[0].style = (styles.CELL_HEAD if not line else style).name
            cell.paragraphs[0].add_run(text).bold = True if line > len(rows) else None
    frame.fix_widths(table, _WIDTHS)
    table.rows[0]._tr.get_or_add_trPr().append(table.rows[0]._tr.makeelement(qn("w:tblHeader"), {}))
    document.add_paragraph(style=styles.AFTER_TABLE.name)


def _signatures(document: Document, head: Letterhead) -> None:
    """Who made it and the accountant on the left, the head of the agency, as the letterhead says, on the right."""
    table = document.add_table(1, 3)
    frame.fix_widths(table, (4600, 4600, 4870))
    frame.keep_together(table.rows[0])
    *left, right = table.rows[0].cells
    for cell, name in zip(left, _SIGNERS, strict=True):
        cell.paragraphs[0].style = styles.POSITION.name
        cell.paragraphs[0].add_run(name)
    lines = [head.authority.upper()] if head.authority else []
    lines += [(head.position or "Thủ trưởng đơn vị").upper()]
    for index, text in enumerate(lines):
        paragraph = right.add_paragraph() if index else right.paragraphs[0]
        paragraph.style = styles.AUTHORITY.name
        paragraph.add_run(text)
    for _ in range(frame.SIGNATURE_LINES + 1):
        right.add_paragraph(style=styles.SIGNER.name)
