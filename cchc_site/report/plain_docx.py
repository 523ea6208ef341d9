"""Plain Word documents: A4, Times New Roman, black, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from docx import Document as new_document
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from cchc_site.report.fixed_zip import repacked

FONT = "Times New Roman"
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def open_plain(title: str, *, size: float = 14) -> Document:
    """An empty document with the margins of administrative documents (20, 20, 30, 20 mm)."""
    document = new_document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), FONT)
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(key), None)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "", "vi-VN"
    properties.created = properties.modified = _MADE
    properties.comments = ""
    return document


def paragraph(
    document: Document, text: str, *, bold: bool = False, italic: bool = False, centred: bool = False, line: float = 1.5
) -> None:
    """One paragraph, justified unless centred."""
    added = document.add_paragraph()
    run = added.add_run(text)
    run.bold, run.italic = bold, italic
    added.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    added.paragraph_format.line_spacing = line
    added.paragraph_format.space_after = Pt(6)


def saved(document: Document) -> bytes:
    """The document's bytes without the moment of saving."""
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def table(document: Document, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A ruled table; its first column, the number of the row, is centred."""
    grid = document.add_table(rows=1, cols=len(header))
    grid.style = "Table Grid"
    for cell, text in zip(grid.rows[0].cells, header, strict=True):
        _fill(cell, text, WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    for row in rows:
        for index, (cell, text) in enumerate(zip(grid.add_row().cells, row, strict=True)):
            _fill(cell, text, WD_ALIGN_PARAGRAPH.LEFT if index else WD_ALIGN_PARAGRAPH.CENTER)


def _fill(cell: _Cell, text: str, alignment: WD_ALIGN_PARAGRAPH, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.bold, run.font.size = bold, Pt(12)
    cell.paragraphs[0].alignment = alignment
