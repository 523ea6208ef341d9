"""PDF, Word and Excel files made for tests, with what people leave in them without knowing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter
from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def word(
    *paragraphs: str, author: str = "", parts: Mapping[str, str] | None = None, picture: bytes | None = None
) -> bytes:
    """A Word file with those paragraphs; `parts` are further files of the zip."""
    document: Any = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if picture is not None:
        document.add_picture(io.BytesIO(picture))
    document.core_properties.author = author
    document.core_properties.comments = ""
    out = io.BytesIO()
    document.save(out)
    return with_parts(out.getvalue(), parts or {})


def with_parts(data: bytes, parts: Mapping[str, str]) -> bytes:
    """The zip with those files in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, text in parts.items():
            target.writestr(name, text)
    return out.getvalue()


def excel(rows: Sequence[Sequence[str | int]], author: str = "", hidden: bool = False) -> bytes:
    """An Excel file with those rows on its first sheet, and an empty second one, which may be hidden."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.set_properties({"author": author})
    sheet = book.add_worksheet("Bảng")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    second = book.add_worksheet("Nháp")
    if hidden:
        second.hide()
    book.close()
    return out.getvalue()


def pdf(words: str = "", author: str = "", note: str = "", link: str = "", password: str = "") -> bytes:
    """A PDF of one page with those words (ASCII)."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    _draw(writer, page, f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode("ascii"))
    annotations: list[dict[str, Any]] = []
    if note:
        annotations.append({"/Subtype": NameObject("/Text"), "/Contents": note})
    if link:
        annotations.append({"/Subtype": NameObject("/Link"), "/A": {"/S": NameObject("/URI"), "/URI": link}})
    for annotation in annotations:
        writer.add_annotation(0, {"/Type": NameObject("/Annot"), "/Rect": [0, 0, 9, 9], **annotation})
    if author:
        writer.add_metadata({"/Author": author})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _draw(writer: PdfWriter, page: Any, instructions: bytes) -> None:
    content = DecodedStreamObject()
    content.set_data(instructions)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(content)


def pdf_bomb() -> bytes:
    """A PDF whose page draws a form that draws ten forms that draw ten forms, nine deep."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    inner: Any = None
    for _ in range(9):
        form = DecodedStreamObject()
        form.set_data(b"/X Do " * 10 if inner is not None else b"BT ET")
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        resources = DictionaryObject()
        if inner is not None:
            resources[NameObject("/XObject")] = DictionaryObject({NameObject("/X"): inner})
        form[NameObject("/Resources")] = resources
        inner = writer._add_object(form)
    content = DecodedStreamObject()
    content.set_data(b"/X Do " * 10)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/X"): inner})}
    )
    page[NameObject("/Contents")] = writer._add_object(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
