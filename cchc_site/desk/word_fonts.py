"""Old Vietnamese fonts inside a Word file: their text is turned into Unicode before anything else reads the file.

The encoding is known from the font of each run (its own, its style's, or the document's); where no font says it, from
the letters of the paragraph.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from msgspec import Struct

from cchc_site.vietnamese.legacy import VNI_MARKS, LegacyFont, convert, detect, legacy_font
from cchc_site.vietnamese.text import nfc

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
MOST_BYTES = 60_000_000
"""Of all parts together, unpacked: a small file can unpack to a very large one."""


class WordFileUnreadable(Exception):
    """The bytes are no Word document that can be read; the message says why, in Vietnamese."""


class ModernWord(Struct, frozen=True):
    """A Word file with all its text in Unicode NFC; `converted` counts the pieces of text that were turned."""

    data: bytes
    converted: int
    encodings: tuple[str, ...]


def modernise(data: bytes) -> ModernWord:
    """The same file with old encodings turned into Unicode. Raises WordFileUnreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            if sum(item.file_size for item in source.infolist()) > MOST_BYTES:
                raise WordFileUnreadable("Tệp Word quá lớn khi mở ra; bỏ bớt ảnh rồi lưu lại.")
            parts = {item.filename: source.read(item) for item in source.infolist() if not item.is_dir()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        raise WordFileUnreadable(_not_word(data)) from None
    if "word/document.xml" not in parts:
        raise WordFileUnreadable(_not_word(data))
    fonts = _Fonts(_tree(parts["word/styles.xml"]) if "word/styles.xml" in parts else None)
    work = _Work(fonts)
    for name in [name for name in parts if _PARTS.fullmatch(name)]:
        root = _tree(parts[name])
        for paragraph in root.iter(f"{_W}p"):
            work.paragraph(paragraph)
        parts[name] = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(zipfile.ZipInfo(name), content)
    return ModernWord(out.getvalue(), work.converted, tuple(sorted(work.encodings)))


def _not_word(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "Đây là tệp Word đời cũ (.doc) hoặc có mật khẩu: mở bằng Word, lưu lại thành .docx không mật khẩu."
    if data.startswith(b"{\\rtf"):
        return "Đây là tệp RTF: mở bằng Word, lưu lại thành .docx."
    return "Tệp này không phải là tệp Word .docx, hoặc bị hỏng: mở bằng Word rồi lưu lại thành .docx."


def _tree(data: bytes) -> ElementTree.Element:
    # Word never writes a document type; without one there are no entities to expand.
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise WordFileUnreadable("Tệp Word có khai báo lạ (DOCTYPE) nên không được mở.")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise WordFileUnreadable("Phần chữ của tệp Word bị hỏng: mở bằng Word rồi lưu lại thành .docx.") from None


class _Fonts:
    """Which font a run is drawn in."""

    def __init__(self, styles: ElementTree.Element | None) -> None:
        self._of_style: dict[str, str] = {}
        self._based_on: dict[str, str] = {}
        self._default = ""
        if styles is None:
            return
        self._default = _font(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))
        for style in styles.iter(f"{_W}style"):
            key = style.get(f"{_W}styleId", "")
            self._of_style[key] = _font(style.find(f"{_W}rPr"))
            base = style.find(f"{_W}basedOn")
            self._based_on[key] = base.get(f"{_W}val", "") if base is not None else ""

    def of(self, paragraph: ElementTree.Element, run: ElementTree.Element) -> str:
        """The font's name: the run's own, its style's, the paragraph style's, the document's."""
        own = run.find(f"{_W}rPr")
        styles = [
            own.find(f"{_W}rStyle") if own is not None else None,
            paragraph.find(f"{_W}pPr/{_W}pStyle"),
        ]
        named = [style.get(f"{_W}val", "") for style in styles if style is not None]
        return _font(own) or next(filter(None, map(self._style_font, named)), "") or self._default

    def _style_font(self, key: str) -> str:
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            if self._of_style.get(key):
                return self._of_style[key]
            key = self._based_on.get(key, "")
        return ""


def _font(properties: ElementTree.Element | None) -> str:
    fonts = properties.find(f"{_W}rFonts") if properties is not None else None
    if fonts is None:
        return ""
    return fonts.get(f"{_W}ascii", "") or fonts.get(f"{_W}hAnsi", "") or fonts.get(f"{_W}cs", "")


class _Work:
    """Turns paragraphs, counting."""

    def __init__(self, fonts: _Fonts) -> None:
        self._fonts = fonts
        self.converted = 0
        self.encodings: set[str] = set()

    def paragraph(self, paragraph: ElementTree.Element) -> None:
        """Convert the paragraph's texts in place."""
        pieces = list(self._pieces(paragraph))
        by_letters = None
        if not any(font for _, font in pieces):
            by_letters = detect(" ".join(piece.text or "" for piece, _ in pieces))
        _rejoin(pieces)
        for piece, font in pieces:
            wanted = font or (LegacyFont(by_letters, False) if by_letters else None)
            before = piece.text or ""
            if wanted is not None:
                piece.text = convert(before, wanted.encoding, capitals=wanted.capitals)
                if piece.text != nfc(before):
                    self.converted += 1
                    self.encodings.add(wanted.encoding)
            else:
                piece.text = nfc(before)

    def _pieces(self, paragraph: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, LegacyFont | None]]:
        for run in paragraph.iter(f"{_W}r"):
            font = legacy_font(self._fonts.of(paragraph, run))
            for piece in run:
                if piece.tag == f"{_W}softHyphen" and font is not None and font.encoding == "tcvn3":
                    # TCVN3 keeps "ư" where Latin-1 has the soft hyphen, and Word makes an element of that.
                    piece.tag, piece.text = f"{_W}t", "\u00ad"
                if piece.tag == f"{_W}t":
                    yield piece, font


def _rejoin(pieces: list[tuple[ElementTree.Element, LegacyFont | None]]) -> None:
    """A VNI letter cut in two by a change of format: its mark goes back to its letter."""
    for (before, font), (after, other) in pairwise(pieces):
        text = after.text or ""
        if font is None or other is None or font.encoding != "vni" or not text or not before.text:
            continue
        if text[0].lower() in VNI_MARKS and before.text[-1].lower() in "aeouyôö":
            before.text, after.text = before.text + text[0], text[1:]
