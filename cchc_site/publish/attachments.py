"""What attached documents say: the words of PDF, Word and Excel files, and what they carry that no reader sees.

An office file is a zip of XML (ECMA-376), so its words are read as they stand there, with footnotes, comments, deleted
text and hidden sheets: whoever downloads the file has them too.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from cchc_site.publish.drawn_pdf import PRODUCER, title_of_drawn

OFFICE = (".docx", ".xlsx")
ATTACHMENTS = (".pdf", *OFFICE)
MOST_UNPACKED = 100_000_000
"""Bytes that an office file may unpack to; a hundred times what a long report needs."""
MOST_STEPS = 1_000_000
"""Drawing instructions of a PDF that are followed, of all pages together; a page of text has some hundreds."""
MOST_FORMS = 4000
"""Forms that a page draws. They can draw each other, and pypdf follows 5,000: words could hide behind those."""
_TELLING = {"creator": "tên người soạn", "lastModifiedBy": "tên người sửa sau cùng", "manager": "tên người quản lý"}
_PERSONAL = re.compile(
    "điện thoại|di động|sđt|đtdđ|hotline|zalo|căn cước|cccd|cmnd|cmtnd|chứng minh|tài khoản|stk", re.I
)
"""Heads of a column whose plain numbers are read as somebody's."""
_COLUMN = re.compile("[A-Z]+")


class AttachmentUnreadable(Exception):
    """The file cannot be read, so nobody can vouch for it; the message says why, in Vietnamese."""


class Attachment(Struct, frozen=True):
    """`texts` is everything that can be read in a file; `hidden` names what it carries besides, in Vietnamese."""

    texts: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()


def read_attachment(path: str, data: bytes) -> Attachment:
    """Read a PDF, Word or Excel file by the end of its name. Raises AttachmentUnreadable."""
    if not path.lower().endswith(".pdf"):
        return _office(data)
    title = title_of_drawn(data)
    # For a poster of ours no library need be loaded.
    return _pdf(data) if title is None else Attachment(("", f"{title}\n{PRODUCER}"))


def _office(data: bytes) -> Attachment:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise AttachmentUnreadable("tệp giải nén ra quá lớn")
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
        raise AttachmentUnreadable("tệp hỏng hoặc đặt mật khẩu") from error
    texts: list[str] = []
    hidden: dict[str, None] = {}
    for name, part in sorted(parts.items()):
        if not name.endswith((".xml", ".rels")):
            continue
        root = _xml(part)
        texts += _office_words(name, root)
        hidden |= dict.fromkeys(_office_hidden(name, root))
    texts += _numbers_of_people(parts)
    return Attachment(tuple(texts), tuple(hidden), tuple(part for name, part in parts.items() if "/media/" in name))


def _xml(part: bytes) -> Any:
    from lxml import etree  # most builds look into no document, and it takes long to load

    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise AttachmentUnreadable("tệp hỏng hoặc đặt mật khẩu") from error


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _office_words(name: str, root: Any) -> Iterator[str]:
    if name.endswith(".rels"):
        yield from (element.get("Target", "") for element in root if element.get("TargetMode") == "External")
    elif name.startswith("docProps/"):
        yield "\n".join(root.itertext())
    else:
        # A paragraph of Word, a string of Excel: what is one line to a reader is one line here.
        lines = [element for element in root.iter() if _name(element) in ("p", "si", "is")]
        yield "\n".join("".join(_letters(line)) for line in lines)


def _letters(line: Any) -> Iterator[str]:
    for element in line.iter():
        if _name(element) in ("t", "delText", "instrText"):
            yield element.text or ""
        elif _name(element) in ("tab", "br", "cr"):
            yield "\n"


def _office_hidden(name: str, root: Any) -> Iterator[str]:
    if name in ("docProps/core.xml", "docProps/app.xml"):
        told = (
            _TELLING.get(_name(element).replace("Manager", "manager"))
            for element in root
            if (element.text or "").strip()
        )
        yield from (what for what in told if what)
    elif re.fullmatch(r"(word|xl)/(threadedComments/)?(comments|threadedComment)\w*\.xml", name) and len(root):
        yield "nhận xét (comment)"
    elif name == "xl/workbook.xml":
        if any(_name(sheet) == "sheet" and sheet.get("state", "visible") != "visible" for sheet in root.iter()):
            yield "trang tính ẩn"
    elif name.startswith("word/") and any(_name(element) in ("ins", "del", "moveFrom") for element in root.iter()):
        yield "thay đổi chưa chấp nhận (track changes)"


def _numbers_of_people(parts: dict[str, bytes]) -> Iterator[str]:
    """Telephone and identity numbers that Excel keeps as plain numbers, without their zero in front.

    Only below a head that says so (“Điện thoại”, “CCCD”, “Số tài khoản”): elsewhere nine digits are money.
    """
    strings = _shared_strings(parts.get("xl/sharedStrings.xml"))
    for name, part in sorted(parts.items()):
        if not name.startswith("xl/worksheets/sheet"):
            continue
        heads: dict[str, str] = {}
        for cell in (element for element in _xml(part).iter() if _name(element) == "c"):
            column = _COLUMN.match(cell.get("r", ""))
            value = next((child.text or "" for child in cell if _name(child) == "v"), "")
            if column is None:
                continue
            if cell.get("t") == "s":
                words = strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
                if _PERSONAL.search(words):
                    heads[column[0]] = words
            elif cell.get("t", "n") == "n" and column[0] in heads and re.fullmatch(r"\d{8,13}", value):
                yield f"{heads[column[0]]}: {value}\n{heads[column[0]]}: 0{value}"
                yield f"{heads[column[0]]}: 00{value}"


def _shared_strings(part: bytes | None) -> list[str]:
    return [] if part is None else ["".join(_letters(item)) for item in _xml(part) if _name(item) == "si"]


def _pdf(data: bytes) -> Attachment:
    # Imported where it is needed: few columns attach a PDF, and every command would wait for it.
    from pypdf import PdfReader

    # Its remarks about the file's form would stand in the build's log among ours.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise AttachmentUnreadable("tệp đặt mật khẩu")
        texts = list(_pages(reader))
        notes = [note for page in reader.pages for note in _notes(page)]
        described = {key: str(value) for key, value in (reader.metadata or {}).items()}
        people = [str(name) for name in (reader.xmp_metadata.dc_creator or [])] if reader.xmp_metadata else []
        attached = list(reader.attachments)
    except AttachmentUnreadable:
        raise
    except Exception as error:
        # pypdf raises many kinds of error for files that are no PDF or are cut short.
        raise AttachmentUnreadable("tệp hỏng hoặc đặt mật khẩu") from error
    hidden = ["tên người soạn"] if described.get("/Author", "").strip() or any(name.strip() for name in people) else []
    hidden += ["ghi chú (annotation)"] if any(words for words, is_note in notes if is_note) else []
    hidden += ["tệp đính kèm bên trong"] if attached else []
    return Attachment((*texts, *(words for words, _ in notes), "\n".join(described.values())), tuple(hidden))


def _pages(reader: Any) -> Iterator[str]:
    steps = forms = 0

    def count(instruction: bytes, *_: Any) -> None:
        nonlocal steps, forms
        steps += 1
        forms += instruction == b"Do"
        if steps > MOST_STEPS or forms > MOST_FORMS:
            raise AttachmentUnreadable("tệp quá dài hoặc quá phức tạp")

    for page in reader.pages:
        forms = 0
        count(b"")
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MOST_UNPACKED // 10:
            raise AttachmentUnreadable("tệp quá dài hoặc quá phức tạp")
        yield page.extract_text(visitor_operand_before=count)


def _notes(page: Any) -> Iterator[tuple[str, bool]]:
    """The words and links laid over a page, each with whether it is somebody's note."""
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        action = note.get("/A")
        if action is not None:
            yield str(action.get_object().get("/URI", "")), False
        kind = str(note.get("/Subtype", ""))
        if kind not in ("/Link", "/Widget", "/Popup"):
            yield str(note.get("/Contents", "")), kind != "/FreeText"
