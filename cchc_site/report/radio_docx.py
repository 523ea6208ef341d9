"""A loudspeaker script as a Word document: large, widely spaced, one sentence easy to find again."""

from __future__ import annotations

from cchc_site.column.broadcast import Script
from cchc_site.report.plain_docx import open_plain, paragraph, saved


def script_docx(script: Script) -> bytes:
    """The document's bytes."""
    document = open_plain(script.heading, size=15)
    paragraph(document, script.heading.upper(), bold=True, centred=True)
    paragraph(document, f"({script.words} chữ, {script.length})", italic=True, centred=True)
    paragraph(document, script.opening)
    for piece in script.pieces:
        paragraph(document, piece.title, bold=True)
        paragraph(document, piece.byline, italic=True)
        for text in piece.paragraphs:
            paragraph(document, text)
    paragraph(document, script.closing)
    if script.doubts:
        paragraph(document, f"Người đọc kiểm tra cách đọc: {', '.join(script.doubts)}.", italic=True)
    return saved(document)
