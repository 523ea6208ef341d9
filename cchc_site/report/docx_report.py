"""The periodic report as a Word document in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC
from importlib import resources
from zipfile import BadZipFile

from docx import Document as open_document
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from cchc_site.column.instant import day_of
from cchc_site.column.periodic_report import PeriodicReport
from cchc_site.report import docx_frame as frame
from cchc_site.report import docx_styles as styles
from cchc_site.report.docx_template import FILE, TEXT_WIDTH
from cchc_site.report.fixed_zip import repacked
from cchc_site.report.outline import (
    Align,
    Block,
    Cell,
    Heading,
    Item,
    Link,
    Outline,
    Sentence,
    Table,
    TableColumn,
    ToFill,
    cell_text,
)

WHOLE_TABLE = 10
"""A table of at most so many rows is not broken over two pages."""
_CELL_STYLES = {Align.LEFT: styles.CELL_LEFT, Align.RIGHT: styles.CELL_RIGHT, Align.CENTER: styles.CELL_CENTER}


def shipped_template() -> bytes:
    """The template that comes with the package."""
    return resources.files("cchc_site.report").joinpath("templates", FILE).read_bytes()


def report_docx(report: PeriodicReport, content: Outline, template: bytes | None = None) -> bytes:
    """The document's bytes. ValueError, with a sentence for people, when the template lacks a style."""
    document = _opened(template or shipped_template())
    _clear(document)
    agency = report.agency
    day = day_of(report.as_of)
    head = report.letterhead
    name = agency.name if agency else "…"
    frame.letterhead(document, head, name, agency.place_name if agency else "", day)
    frame.title(document, content.title, content.subject)
    frame.addressees(document, head.addressees)
    _bases(document, content.bases)
    for block in content.body:
        _block(document, block)
    closing = document.add_paragraph(content.closing, style=styles.BODY.name)
    closing.paragraph_format.keep_with_next = True
    frame.signature(document, head)
    _appendix(document, content)
    _properties(document, report, content, name)
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _opened(template: bytes) -> Document:
    try:
        document = open_document(io.BytesIO(template))
    except (BadZipFile, KeyError, SyntaxError, ValueError, PackageNotFoundError):
        raise ValueError("Tệp mẫu không phải là tệp Word (.docx), hoặc đã hỏng.") from None
    _require_styles(document)
    return document


def _require_styles(document: Document) -> None:
    known = {style.name for style in document.styles}
    missing = [name for name in (*(style.name for style in styles.STYLES), styles.TABLE) if name not in known]
    if missing:
        raise ValueError(f"Tệp mẫu thiếu kiểu (style): {', '.join(missing)}. Lấy lại mẫu bằng cchc template.")


def _clear(document: Document) -> None:
    """Only the page's own settings stay of the template's sample lines."""
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)


def _bases(document: Document, bases: tuple[str, ...]) -> None:
    for index, text in enumerate(bases, 1):
        mark = "." if index == len(bases) else ";"
        document.add_paragraph(f"{text.rstrip(';. ')}{mark}", style=styles.BASIS.name)


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_paragraph(block.text, style=(styles.PART if block.level == 1 else styles.SECTION).name)
    elif isinstance(block, Sentence):
        document.add_paragraph(block.text, style=styles.BODY.name)
    elif isinstance(block, Item):
        document.add_paragraph(f"- {block.text}", style=styles.BODY.name)
    elif isinstance(block, ToFill):
        document.add_paragraph(block.words, style=styles.TO_FILL.name)
    else:
        document.add_paragraph(block.caption, style=styles.CAPTION.name)
        _table(document, block)
        document.add_paragraph(style=styles.AFTER_TABLE.name)


def _table(document: Document, table: Table, *, whole: bool = True) -> None:
    """Header row, the row of column numbers, then the rows; the first two come again on every page."""
    columns = [column for column in table.columns if not column.under]
    total = sum(column.share for column in columns)
    widths = [TEXT_WIDTH * column.share // total for column in columns]
    widths[-1] += TEXT_WIDTH - sum(widths)
    drawn = document.add_table(2 + len(table.rows), len(columns), style=styles.TABLE)
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    frame.fix_widths(drawn, tuple(widths))
    rows = list(drawn.rows)
    for row in rows[:2]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for number, (column, head, below) in enumerate(zip(columns, rows[0].cells, rows[1].cells, strict=True), 1):
        _fill(head, [column.heading], styles.CELL_HEAD)
        _fill(below, [f"({number})"], styles.CELL_NUMBER_ROW)
    for drawn_row, values in zip(rows[2:], table.rows, strict=True):
        frame.keep_together(drawn_row)
        for cell, column in zip(drawn_row.cells, columns, strict=True):
            _fill(cell, _printed(table, column, values), _CELL_STYLES[column.align])
    if whole and len(table.rows) <= WHOLE_TABLE:
        _keep_on_one_page(rows)


def _printed(table: Table, column: TableColumn, values: tuple[Cell, ...]) -> list[Cell]:
    """A cell's own value, and below it those of the columns for which paper has no room."""
    pairs = list(zip(table.columns, values, strict=True))
    own = [value for other, value in pairs if other is column]
    below = [value for other, value in pairs if other.under == column.heading]
    return own + [value for value in below if cell_text(value) and value not in own]


def _keep_on_one_page(rows: list[_Row]) -> None:
    for row in rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _fill(cell: _Cell, values: Sequence[Cell], style: styles.Style) -> None:
    for index, value in enumerate(values):
        paragraph = cell.add_paragraph() if index else cell.paragraphs[0]
        paragraph.style = style.name
        if isinstance(value, Link) and value.is_absolute:
            _hyperlink(paragraph, value)
        else:
            paragraph.add_run(cell_text(value))


def _hyperlink(paragraph: Paragraph, link: Link) -> None:
    """A link that can be followed on the screen and is black on paper."""
    key = paragraph.part.relate_to(link.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), key)
    run = paragraph.add_run(link.text)
    paragraph._p.remove(run._r)
    element.append(run._r)
    paragraph._p.append(element)


def _appendix(document: Document, content: Outline) -> None:
    """A section of its own, whose pages are numbered from 1 again."""
    document.add_section()
    # The break stands in a paragraph of its own: an almost flat one cannot spill onto an empty page.
    document.paragraphs[-1].style = styles.RULE.name
    document.add_paragraph("Phụ lục", style=styles.APPENDIX.name)
    document.add_paragraph(content.appendix_title, style=styles.APPENDIX_TITLE.name)
    about = content.subject[:1].lower() + content.subject[1:]
    note = f"(Kèm theo Báo cáo số      /      ngày      tháng      năm      về {about})"
    document.add_paragraph(note, style=styles.APPENDIX_NOTE.name)
    for table in content.appendix:
        _table(document, table, whole=False)


def _properties(document: Document, report: PeriodicReport, content: Outline, agency: str) -> None:
    """The file's own data come from the report, never from the clock or the machine."""
    moment = report.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core = document.core_properties
    core.title, core.author, core.language = f"Báo cáo: {content.subject}", agency, "vi-VN"
    core.created = core.modified = moment
    core.last_modified_by, core.revision = "", 1


open_template, clear_template, write_bases, write_block = _opened, _clear, _bases, _block
"""For other documents of the same form."""
