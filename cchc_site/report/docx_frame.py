"""What stands around the text of an administrative document: letterhead, addressees, signature and recipients.

Number, day, signature and seal are left blank for the clerk; nothing here ever makes up a number.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from cchc_site.column.letterhead import Letterhead
from cchc_site.report.docx_styles import (
    ADDRESSEE,
    AGENCY,
    AUTHORITY,
    MOTTO,
    NATION,
    NUMBER,
    PLACE_DATE,
    POSITION,
    RECIPIENT,
    RECIPIENTS,
    RULE,
    SIGNER,
    SUBJECT,
    SUPERIOR,
    TYPE_NAME,
    Style,
)
from cchc_site.report.docx_template import TEXT_WIDTH
from cchc_site.report.text_width import twips

HEAD_COLUMNS = (3500, 5571)
SIGN_COLUMNS = (4400, 4671)
"""Widths in twentieths of a point; each pair fills the 16 cm between the margins."""
NATION_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc"
SIGNATURE_LINES = 4
_PLACE = re.compile(" (?=(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ(?! HỘI)|PHƯỜNG|ĐẶC KHU) )")
_SHORT_RULE = 0.4
"""Of the line above: the decree asks for a third to a half."""


def letterhead(document: Document, head: Letterhead, agency: str, place: str, day: date) -> None:
    """The borderless 2 x 2 table: agency and nation above, number and place-date below."""
    table = _plain_table(document, 2, HEAD_COLUMNS)
    left, right = table.rows[0].cells
    if head.superior:
        _line(left, broken(head.superior.upper(), SUPERIOR), SUPERIOR)
    name = broken(agency.upper(), AGENCY)
    _line(left, name, AGENCY)
    longest = max(twips(line, AGENCY.size / 2) for line in name.split("\n"))
    _rule(left, HEAD_COLUMNS[0], min(longest, HEAD_COLUMNS[0]) * _SHORT_RULE)
    _line(right, NATION_TEXT, NATION)
    _line(right, MOTTO_TEXT, MOTTO)
    _rule(right, HEAD_COLUMNS[1], twips(MOTTO_TEXT, MOTTO.size / 2))
    below_left, below_right = table.rows[1].cells
    _line(below_left, f"Số:          /{head.symbol or 'BC-…'}", NUMBER)
    _line(below_right, f"{place or '…'}, ngày      tháng      năm {day.year}", PLACE_DATE)


def broken(name: str, style: Style) -> str:
    """A name too long for its column goes to a new line before its place: “ỦY BAN NHÂN DÂN / TỈNH AN BÌNH”."""
    if twips(name, style.size / 2) <= HEAD_COLUMNS[0]:
        return name
    *_, last = [0, *(match.start() for match in _PLACE.finditer(name))]
    return f"{name[:last]}\n{name[last + 1 :]}" if last else name


def title(document: Document, name: str, subject: str) -> None:
    """The type of document, its subject, and the rule below."""
    document.add_paragraph(name, style=TYPE_NAME.name)
    document.add_paragraph(subject, style=SUBJECT.name)
    width = min(twips(subject, SUBJECT.size / 2), TEXT_WIDTH) * _SHORT_RULE
    _draw(document.add_paragraph(style=RULE.name), TEXT_WIDTH, width)
    document.add_paragraph(style=RULE.name).paragraph_format.space_after = Twips(160)


def addressees(document: Document, names: tuple[str, ...]) -> None:
    """“Kính gửi”: one on the same line; several, each on its own with a hyphen, “;” and at last “.”."""
    if len(names) == 1:
        document.add_paragraph(f"Kính gửi: {names[0]}", style=ADDRESSEE.name)
    elif names:
        document.add_paragraph("Kính gửi:", style=ADDRESSEE.name)
        for index, name in enumerate(names, 1):
            document.add_paragraph(f"- {name}{'.' if index == len(names) else ';'}", style=ADDRESSEE.name)
    if names:
        document.add_paragraph(style=RULE.name).paragraph_format.space_after = Twips(120)


def signature(document: Document, head: Letterhead) -> None:
    """The borderless table at the end: recipients on the left, the signatory's right and position on the right."""
    table = _plain_table(document, 1, SIGN_COLUMNS)
    left, right = table.rows[0].cells
    _line(left, "Nơi nhận:", RECIPIENTS)
    for name in head.recipients:
        _line(left, f"- {name.rstrip(';. ')};", RECIPIENT)
    _line(left, f"- Lưu: VT{', ' + head.archive if head.archive else ''}.", RECIPIENT)
    if head.authority:
        _line(right, head.authority.upper(), AUTHORITY)
    _line(right, (head.position or "…").upper(), POSITION)
    for _ in range(SIGNATURE_LINES + 1):
        _line(right, "", SIGNER)


def _plain_table(document: Document, rows: int, widths: tuple[int, ...]) -> Table:
    table: Table = document.add_table(rows, len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fix_widths(table, widths)
    for row in table.rows:
        keep_together(row)
    return table


def fix_widths(table: Table, widths: tuple[int, ...]) -> None:
    """Columns of exactly these widths, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
        for cell in column.cells:
            cell.width = Twips(width)


def keep_together(row: Any) -> None:
    """A row is not broken over two pages."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _line(cell: _Cell, text: str, style: Style) -> Paragraph:
    """The next line of a cell; its first is there already."""
    first = cell.paragraphs[0]
    unused = len(cell.paragraphs) == 1 and not first.text and first.style is not None and first.style.name == "Normal"
    paragraph: Paragraph = first if unused else cell.add_paragraph()
    if text:
        paragraph.add_run(text)
    paragraph.style = style.name
    return paragraph


def _rule(cell: _Cell, available: int, width: float) -> None:
    _draw(_line(cell, "", RULE), available, width)


def _draw(paragraph: Paragraph, available: int, width: float) -> None:
    """A solid line of that width, centred: the top border of an empty, almost flat paragraph."""
    side = max(0, round((available - width) / 2))
    paragraph.paragraph_format.left_indent = Twips(side)
    paragraph.paragraph_format.right_indent = Twips(side)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(parse_xml(border), "w:spacing", "w:ind", "w:jc")
