"""A Word file becomes a piece: its text as Markdown, its pictures beside it, its missing fields marked."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import mammoth
from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.article import Kind
from cchc_site.content.markdown_text import own_words
from cchc_site.desk.draft import Draft, suggested_slug
from cchc_site.desk.markdown_writer import Element, read_html, to_markdown
from cchc_site.desk.pictures import PictureUnreadable, clean_picture
from cchc_site.desk.word_fonts import WordFileUnreadable, modernise
from cchc_site.vietnamese.lookalikes import plain_forms
from cchc_site.vietnamese.text import nfc

ARTICLE_WORDS = 300
"""From this many “chữ” on a text is a “bài”, below it a “tin”."""
SUMMARY_CHARACTERS = 300
_STYLES = """\
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
_ENCODINGS = {"tcvn3": "TCVN3 (phông .VnTime)", "vni": "VNI"}
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


class Imported(Struct, frozen=True):
    """The piece, its pictures by file name, and what a person should know about the conversion."""

    draft: Draft
    pictures: dict[str, bytes]
    notes: tuple[str, ...]


def import_word(data: bytes, known: Draft) -> Imported:
    """Read a .docx; what `known` leaves empty is proposed from the text. Raises WordFileUnreadable."""
    modern = modernise(data)
    notes: list[str] = []
    if modern.converted:
        names = ", ".join(_ENCODINGS[name] for name in modern.encodings)
        notes.append(f"Đã chuyển {modern.converted} đoạn chữ từ {names} sang Unicode; đọc lại xem có chỗ nào sai dấu.")
    pictures = _Pictures()
    root = _read(modern.data, pictures)
    title = known.title or _take_title(root)
    draft = replace(known, title=title)
    stem = suggested_slug(title)
    _place_pictures(root, pictures, stem)
    _settle_headings(root)
    body = _clean(to_markdown(root))
    kind = known.kind or (Kind.ARTICLE.value if own_words(body) >= ARTICLE_WORDS else Kind.NEWS.value)
    draft = replace(draft, kind=kind, summary=known.summary or _summary(root), body=body)
    notes += pictures.notes
    if not body.strip():
        notes.append("Tệp Word không có chữ nào; có thể là bản quét. Gõ lại nội dung vào bài.")
    files = {f"{stem}-{number}{suffix}": content for number, (suffix, content) in pictures.kept.items()}
    return Imported(draft, files, tuple(notes))


class _Pictures:
    """The pictures met on the way, by number."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[str, bytes]] = {}
        self.notes: list[str] = []
        self._count = 0

    def take(self, image: Any) -> dict[str, str]:
        """What stands in the HTML for a picture: its number, or that it could not be kept."""
        self._count += 1
        try:
            with image.open() as source:
                picture = clean_picture(source.read())
        except PictureUnreadable as error:
            self.notes.append(f"Bỏ ảnh thứ {self._count}: {error}.")
            return {"src": "dropped"}
        except (OSError, KeyError, ValueError):
            self.notes.append(f"Bỏ ảnh thứ {self._count}: tệp Word chỉ dẫn tới ảnh ở nơi khác; chèn thẳng ảnh vào bài.")
            return {"src": "dropped"}
        number = len(self.kept) + 1
        self.kept[number] = (picture.suffix, picture.data)
        return {"src": f"picture-{number}", "width": str(picture.width), "height": str(picture.height)}


def _read(data: bytes, pictures: _Pictures) -> Element:
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(pictures.take)
        )
    except Exception:
        # mammoth raises whatever its XML reading meets.
        raise WordFileUnreadable("Tệp Word bị hỏng: mở bằng Word rồi lưu lại thành .docx.") from None
    return read_html(result.value)


def _take_title(root: Element) -> str:
    """The document's title, its first heading, or its first paragraph; taken out of the text."""
    blocks = [child for child in root.children if isinstance(child, Element) and child.text.strip()]
    for block in blocks[:6]:
        if block.tag in ("h1", "h2") or (block.tag == "p" and _is_all_bold(block)):
            root.children.remove(block)
            return _sentence_case(_clean(" ".join(block.text.split())))
    if blocks and blocks[0].tag == "p" and len(blocks[0].text.split()) <= 25:
        root.children.remove(blocks[0])
        return _sentence_case(_clean(" ".join(blocks[0].text.split())))
    return ""


def _is_all_bold(block: Element) -> bool:
    bold = "".join(
        element.text for element in block.children if isinstance(element, Element) and element.tag == "strong"
    )
    return bool(bold.strip()) and bold.strip() == block.text.strip()


def _sentence_case(title: str) -> str:
    """A title shouted in capitals is written as a sentence; names in it have to be looked at by a person."""
    if title.upper() != title or len(title.split()) < 3:
        return title[:200]
    return (title[0] + title[1:].lower())[:200]


def _place_pictures(root: Element, pictures: _Pictures, stem: str) -> None:
    for image in root.all("img"):
        number = image.attributes.get("src", "").removeprefix("picture-")
        if number.isdigit() and int(number) in pictures.kept:
            image.attributes["src"] = f"{stem}-{number}{pictures.kept[int(number)][0]}"
        else:
            image.tag, image.attributes = "span", {}


def _settle_headings(root: Element) -> None:
    """Headings begin at “##” and go down one level at a time."""
    headings = root.all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = sorted({int(heading.tag[1]) for heading in headings})
    settled = {level: min(6, 2 + index) for index, level in enumerate(levels)}
    last = 1
    for heading in headings:
        level = min(settled[int(heading.tag[1])], last + 1)
        heading.tag, last = f"h{level}", level


def _summary(root: Element) -> str:
    """The first paragraph, cut after a sentence."""
    first = next(
        (p for p in root.children if isinstance(p, Element) and p.tag == "p" and len(p.text.split()) >= 8), None
    )
    if first is None:
        return ""
    text = re.sub(r"\[\d+\]", "", _clean(" ".join(first.text.split())))
    if len(text) <= SUMMARY_CHARACTERS:
        return text
    cut = text[:SUMMARY_CHARACTERS]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ", "… "))
    return cut[: end + 1] if end > 40 else cut[: cut.rfind(" ")] + "…"


def _clean(text: str) -> str:
    return nfc(plain_forms(_CONTROLS.sub("", text)))


def blank(day: date) -> Draft:
    """A draft about which nothing is known but the day."""
    return Draft("", day, kind="", body="")
