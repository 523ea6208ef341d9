"""Word files made for tests: with headings, lists, tables, pictures with metadata, footnotes, and old fonts."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from cchc_site.vietnamese.legacy import _TCVN3, _VNI

FOOTNOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r>
<w:t xml:space="preserve"> Theo lời giải thích của bộ phận một cửa.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
PROSE = (
    "Người dân chỉ cần mang giấy tờ gốc đến bộ phận một cửa. Cán bộ tiếp nhận sẽ kiểm tra, sao chụp và trả lại ngay. "
    "Hồ sơ đủ thì có giấy hẹn. Hồ sơ thiếu thì có phiếu ghi rõ thiếu gì, bổ sung ở đâu, trước ngày nào. "
)


def to_tcvn3(text: str) -> str:
    """Unicode small letters as a TCVN3 font stores them."""
    back = {letter: chr(code) for code, letter in ((c, chr(u)) for c, u in _TCVN3.items())}
    return "".join(back.get(letter, letter) for letter in text)


def to_vni(text: str) -> str:
    """Unicode as a VNI font stores it."""
    back = {letter: pair for pair, letter in reversed(_VNI.items())}
    return "".join(back.get(letter, letter) for letter in text)


def photo(width: int = 640, height: int = 360, kind: str = "JPEG") -> bytes:
    """A picture that tells where and with what it was taken."""
    picture = Image.new("RGB", (width, height), (30, 90, 160))
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    exif[0x8825] = {1: "N", 2: (10.0, 46.0, 30.0)}
    out = io.BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def with_font(run: Any, name: str) -> None:
    """Draw a run in a font, as Word writes it down."""
    run.font.name = name
    run._r.rPr.rFonts.set(qn("w:hAnsi"), name)


def with_footnote(data: bytes) -> bytes:
    """The file with one footnote, referred to at the end of its last plain paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    mark = b'<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    document = parts["word/document.xml"]
    where = document.rindex("Chú thích ở đây.".encode())
    end = document.index(b"</w:p>", where)
    parts["word/document.xml"] = document[:end] + mark + document[end + len(b"</w:p>") :]
    parts["word/footnotes.xml"] = FOOTNOTES.encode()
    types = parts["[Content_Types].xml"]
    entry = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/></Types>'.encode()
    parts["[Content_Types].xml"] = types.replace(b"</Types>", entry)
    relations = parts["word/_rels/document.xml.rels"]
    link = f'<Relationship Id="rId99" Type="{_RELATION}" Target="footnotes.xml"/></Relationships>'.encode()
    parts["word/_rels/document.xml.rels"] = relations.replace(b"</Relationships>", link)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


def full_document() -> bytes:
    """What an office's Word file has in it, part of it typed in 1998."""
    document = Document()
    document.add_heading("Năm giấy tờ cần mang khi đăng ký khai sinh", 0)
    document.add_paragraph("Bài này liệt kê năm giấy tờ cần mang theo để không phải đi lại lần thứ hai.")
    document.add_heading("Trước khi đi", 1)
    document.add_paragraph(PROSE * 5)
    document.add_heading("Giấy tờ", 2)
    for item in ("Tờ khai", "Giấy chứng sinh", "Giấy tờ tùy thân"):
        document.add_paragraph(item, style="List Bullet")
    for item in ("Lấy số", "Nộp hồ sơ"):
        document.add_paragraph(item, style="List Number")
    table = document.add_table(rows=3, cols=3)
    for number, words in enumerate(
        ("Giấy tờ", "Bản gốc", "Bản chụp", "Tờ khai", "có", "", "Chứng sinh | sao", "có", "có")
    ):
        table.rows[number // 3].cells[number % 3].text = words
    document.add_picture(io.BytesIO(photo()))
    document.add_picture(io.BytesIO(photo(2400, 1200, "PNG")))
    old = document.add_paragraph()
    with_font(old.add_run(to_tcvn3("ủy ban nhân dân xã niêm yết công khai mọi thủ tục tại trụ sở. ")), ".VnTime")
    with_font(old.add_run(to_tcvn3("được cấp ngay trong ngày")), ".VnTimeH")
    south = document.add_paragraph()
    with_font(
        south.add_run(to_vni("Đường dây nóng tiếp nhận phản ánh, kiến nghị của công dân về thủ tục ở ")), "VNI-Times"
    )
    bold = south.add_run(to_vni("mọi"))
    with_font(bold, "VNI-Times")
    bold.bold = True
    unknown = document.add_paragraph(
        to_tcvn3("người dân có thể nộp hồ sơ trực tuyến hoặc trực tiếp, kết quả như nhau.")
    )
    assert unknown.text
    document.add_paragraph("Chú thích ở đây.")
    link = OxmlElement("w:p")
    document.element.body.append(link)
    out = io.BytesIO()
    document.save(out)
    return with_footnote(out.getvalue())
