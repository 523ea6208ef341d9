"""Bytes to text: encoding, size, Unicode form and forbidden characters, each fault with its place."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from pathlib import Path
from unicodedata import is_normalized

from msgspec import Struct

from cchc_site.content.reporter import Reporter

MAX_BYTES = 1_000_000
"""More than a thousand pages of text: a larger file is not an article, and reading it would stop the build."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Controls, and line separators that YAML breaks a line at while editors show none."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""Marks that turn the direction of writing. Vietnamese never needs them, and they can hide from the person who approves
a text what its readers will see (Boucher and Anderson, "Trojan Source", 2021)."""


class Spot(Struct, frozen=True):
    """A line and a column, from 1."""

    line: int
    column: int


def read_text(file: Path, report: Reporter) -> str | None:
    """The file's text with "\\n" line ends; `None`, with problems reported, when it cannot be trusted."""
    data = read_bytes(file, report)
    return decode(data, report) if data is not None else None


def read_bytes(file: str | Path, report: Reporter) -> bytes | None:
    """The file's bytes; `None`, with a problem reported, when it is too large or cannot be opened."""
    try:
        with open(file, "rb", buffering=0) as opened:
            size = os.fstat(opened.fileno()).st_size
            if size <= MAX_BYTES:
                return opened.readall()
    except OSError as error:
        report.error("T08", None, f"Không mở được tệp: {error.strerror}.", "Kiểm tra quyền đọc và tên tệp.")
        return None
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    report.error(
        "T02",
        None,
        f"Tệp quá lớn: {megabytes} MB, trong khi một tệp chữ chỉ được tối đa 1 MB.",
        "Kiểm tra xem có dán nhầm ảnh hoặc tệp khác vào đây không; tách thành nhiều bài.",
    )
    return None


def decode(data: bytes, report: Reporter) -> str | None:
    """UTF-8 bytes to checked text; see `read_text`."""
    for signature, kind, fix in _OTHER_PROGRAMS:
        if data.startswith(signature):
            report.error("T01", None, f"Đây là tệp {kind}, không phải tệp chữ, dù tên có đuôi của tệp chữ.", fix)
            return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.error("T01", None, "Tệp đang ở bảng mã UTF-16.", _SAVE_AS_UTF8)
        return None
    try:
        text = data.decode("utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8")
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(error.object[: error.start].decode())
        where = spot_at(before, len(before))
        report.error("T01", where, "Tệp không phải UTF-8: có byte không đọc được ở đây.", _SAVE_AS_UTF8)
        return None
    text = _with_plain_line_ends(text)
    return text if _is_clean(text, report) else None


def _with_plain_line_ends(text: str) -> str:
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


_FROM_WORD = "Đưa tệp Word vào bằng `cchc import bai.docx`, đừng đổi đuôi; tệp .doc cũ thì lưu thành .docx trước."
_BESIDE = "Đặt lại đuôi tệp cho đúng, để tệp cạnh bài và dẫn tới nó từ trong bài."
_OTHER_PROGRAMS = (
    (b"PK\x03\x04", "Word, Excel hoặc tệp nén", _FROM_WORD),
    (b"\xd0\xcf\x11\xe0", "Word, Excel kiểu cũ", _FROM_WORD),
    (b"{\\rtf", "RTF của Word", _FROM_WORD),
    (b"%PDF-", "PDF", _BESIDE),
    (b"\x89PNG", "ảnh PNG", _BESIDE),
    (b"\xff\xd8\xff", "ảnh JPEG", _BESIDE),
)
"""What people rename to .md: how such files begin, what they are, and what to do instead."""
_SAVE_AS_UTF8 = "Mở tệp, chọn “Lưu với bảng mã” (Save with Encoding), chọn UTF-8 rồi lưu lại."


def _is_clean(text: str, report: Reporter) -> bool:
    if text.replace("\n", "").isprintable() and is_normalized("NFC", text):
        return True  # no control, mark of direction or separator of lines is printable
    clean = True
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        report_forbidden(text, spot_at(text, forbidden.start()), report, _FORBIDDEN)
        clean = False
    turned = _BIDI.search(text)
    if turned:
        report_forbidden(text, spot_at(text, turned.start()), report, _BIDI)
        clean = False
    if not is_normalized("NFC", text):
        report.error(
            "T03",
            spot_at(text, _first_denormalised(text)),
            "Chữ có dấu đang ở dạng tách rời (NFD): nhìn giống nhau nhưng máy không tìm thấy.",
            "Chuyển về Unicode dựng sẵn (NFC): chạy `cchc check --fix`, hoặc gõ lại đoạn này bằng bộ gõ đặt ở "
            "“Unicode dựng sẵn”.",
        )
        clean = False
    return clean


def report_forbidden(text: str, where: Spot, report: Reporter, wanted: re.Pattern[str] | None = None) -> None:
    """Report the first character of `text` that no text may hold; a quoted YAML value can bring one as an escape.

    `wanted` limits the search to one kind.
    """
    control = _FORBIDDEN.search(text) if wanted in (None, _FORBIDDEN) else None
    turned = _BIDI.search(text) if wanted in (None, _BIDI) else None
    if control:
        report.error(
            "T04",
            where,
            f"Có ký tự điều khiển U+{ord(control.group()):04X} không hiện trên màn hình.",
            "Xóa ký tự này; nếu vừa dán từ Word hoặc PDF, hãy dán lại dạng chữ thuần (Ctrl+Shift+V).",
        )
    if turned:
        report.error(
            "T09",
            where,
            f"Có ký tự đổi chiều chữ U+{ord(turned.group()):04X}, không hiện trên màn hình.",
            "Xóa ký tự này: chạy `cchc check --fix`, hoặc gõ lại đoạn này.",
        )


def _first_denormalised(text: str) -> int:
    """The offset of the first word that changes under NFC."""
    offset = 0
    for line in text.splitlines(keepends=True):
        if not is_normalized("NFC", line):
            for word in re.finditer(r"\S+", line):
                if not is_normalized("NFC", word.group()):
                    return offset + word.start()
            return offset
        offset += len(line)
    return 0


def spot_at(text: str, offset: int) -> Spot:
    """The line and column of an offset."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Spot(text.count("\n", 0, offset) + 1, offset - line_start + 1)
