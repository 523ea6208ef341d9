"""The private-data firewall: what leaves the house is read once more, as bytes, before anybody else can read it.

A pure function of a file's bytes: whatever way a telephone number took onto a page, it is found there. Hits are printed
with their middle hidden, so that the log of a failed build does not publish what the build did not.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from PIL import Image

from cchc_site.vietnamese.private_data import NOBODY, Allowed, PrivateKind, find_private, worth_a_look

TEXT_FILES = (
    ".html", ".xml", ".rss", ".atom", ".opml", ".json", ".jsonld", ".webmanifest", ".txt", ".csv", ".ics", ".md",
    ".vtt", ".srt", ".svg",
)  # fmt: skip
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff")
_CODES = {
    PrivateKind.PHONE: "L01",
    PrivateKind.IDENTITY: "L02",
    PrivateKind.ACCOUNT: "L03",
    PrivateKind.MAILBOX: "L04",
}
_WORDS = {
    "L01": "số điện thoại",
    "L02": "số giấy tờ tùy thân",
    "L03": "số tài khoản",
    "L04": "hộp thư cá nhân",
    "L05": "thông tin ẩn trong ảnh",
}
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.I
)
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_QUOTED = re.compile(r"""=\s*["']""")
_NAME = re.compile(r"([\w:-]+)\s*$")
_READ_ALOUD = re.compile(r"alt|title|content|aria-label|placeholder|value|label|href|cite|data-[\w-]+")
"""Attributes that people or programs read; sizes, styles, coordinates and dates of machines are not among them."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_COMMENT_MARKS = ("<!--", "-->", "<![CDATA[", "]]>")
_DOCTYPE = re.compile(r"!doctype\b", re.I)
_DRAWING_BEGINS = re.compile(r"(svg|style)\b", re.I)
_DRAWING = re.compile(r"<(svg|style)\b.*?</\1\s*>", re.I | re.S)
_ENTITY = re.compile(r"&[#\w]{0,5};?")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&quot;": '"', "&amp;": "&"}
_PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
"""The parts of a PNG that hold the picture and nothing else."""
_SCHEMES = re.compile(r"(?:tel|sms|callto|mailto):|zalo\.me/|wa\.me/|viber\.click/", re.I)


@dataclass(frozen=True)
class Leak:
    """Something personal in a file of the site: its code, the file, what it is, and as much of it as may be shown."""

    code: str
    path: str
    shown: str
    key: str

    @property
    def what(self) -> str:
        """What it is, in words."""
        return _WORDS[self.code]


def scan(path: str, data: bytes, allowed: Allowed = NOBODY) -> tuple[Leak, ...]:
    """The leaks of one file of the site, each key once."""
    name = path.lower()
    found: dict[tuple[str, str], Leak] = {}
    if name.endswith(PICTURES):
        for what in picture_metadata(data):
            found.setdefault(("L05", what), Leak("L05", path, what, what))
    elif name.endswith(TEXT_FILES):
        for text, strict in _readable(data.decode("utf-8", "replace"), name):
            for datum in find_private(text, allowed, strict=strict):
                code = _CODES[datum.kind]
                found.setdefault((code, datum.key), Leak(code, path, datum.shown, datum.key))
    return tuple(found.values())


def _readable(text: str, name: str) -> Iterator[tuple[str, bool]]:
    """The texts that people and programs read in a file, and whether a bare row of nine digits is suspicious there."""
    if name.endswith((".html", ".svg")):
        is_page = name.endswith(".html")
        words, values = _by_tags(text, is_page) or _the_long_way(_written(text, is_page))
        yield words, True
        yield from ((value, False) for value in values)
    elif name.endswith((".xml", ".rss", ".atom", ".opml")):
        inner = _unescaped(_uncommented(text))
        words, values = _by_tags(inner) or _the_long_way(inner)
        yield words, False
        yield from ((value, False) for value in values)
    elif name.endswith((".json", ".jsonld", ".webmanifest")):
        yield "\n".join(_without_tags(value) for value in _strings(text)), False
    else:
        yield _INVISIBLE.sub("", text), False


def _written(text: str, is_page: bool) -> str:
    """What a chart draws with is not text; what it says stands in <text>, which stays when the tags go."""
    return _DRAWING.sub(_chart_words, _uncommented(text)) if is_page else _uncommented(text)


def _uncommented(text: str) -> str:
    for mark in _COMMENT_MARKS:
        text = text.replace(mark, " ")
    return text


def _chart_words(drawing: re.Match[str]) -> str:
    return _TAG.sub("\n", drawing.group()) if drawing.group(1).lower() == "svg" else ""


def _unescaped(text: str) -> str:
    """`html.unescape(text)`; quick when there is none but the five that XML writers use."""
    found = set(_ENTITY.findall(text))
    if not found <= _ENTITIES.keys():
        return unescape(text)
    for entity in sorted(found, key="&amp;".__eq__):  # The ampersand last: what it begins anew is not read again.
        text = text.replace(entity, _ENTITIES[entity])
    return text


def _the_long_way(text: str) -> tuple[str, Iterable[str]]:
    """Text as it is read, and the attributes that are read too."""
    return _without_tags(text), _attributes(text)


def _without_tags(text: str) -> str:
    """Text as it is read: a number cut in two by bold print is whole again, two table cells stay apart."""
    return _read(_TAG.sub("\n", _INLINE.sub("", text)) if "<" in text else text)


def _by_tags(text: str, is_page: bool = False) -> tuple[str, Iterable[str]] | None:
    """The same, quicker: the tags of a page are those of every page, so each is looked at once.

    None when comments, or "<", ">" and quotes that do not go together, need the long way. `is_page` reads as `_written`
    does: from a drawing only its words are kept.
    """
    first, *pieces = text.split("<")
    words, values = [first], list[str]()
    drawing = ""
    for piece in pieces:
        inside, end, following = piece.partition(">")
        if drawing:
            if not end or inside[:1] == "!" or inside[-1:] in "-]":
                return None
            is_end = inside[:1] == "/" and _DRAWING_BEGINS.match(inside, 1) is not None
            if is_end and inside[1:].rstrip() != drawing:
                return None
            words += ("\n", following) if drawing == "svg" else ("", following) if is_end else ()
            drawing = "" if is_end else drawing
            continue
        tag = _tag(inside) if end else None
        if tag is None:
            return None
        if is_page and tag.drawing:
            drawing = tag.drawing
            words += ("\n", following) if drawing == "svg" else ()
            continue
        words += (tag.gap, following)
        values += tag.values
    plain = "".join(words)
    if drawing or _QUOTED.search(plain) or any(mark in plain for mark in _COMMENT_MARKS):
        return None
    return _read(plain), values


def _read(plain: str) -> str:
    return _INVISIBLE.sub("", _unescaped(plain))


@dataclass(frozen=True, slots=True)
class _Tag:
    gap: str
    """What stands in its place when a page is read: nothing for bold print, an end of line for others."""
    values: tuple[str, ...]
    drawing: str
    """What it begins: "svg", "style" or nothing."""


@lru_cache(maxsize=8192)
def _tag(inside: str) -> _Tag | None:
    """A tag by what stands between "<" and ">"; None when it is none, or an attribute has no end there."""
    drawing = _DRAWING_BEGINS.match(inside)
    if (inside[:1] == "!" and not _DOCTYPE.match(inside)) or inside[-1:] in ("-", "]"):
        return None
    if _QUOTED.search(_VALUE.sub("", inside)) or (drawing and drawing[1] not in ("svg", "style")):
        return None
    gap = "" if _INLINE.fullmatch(f"<{inside}>") else "\n"
    return _Tag(gap, tuple(_attributes(f"<{inside}>")), drawing[1] if drawing else "")


def _attributes(text: str) -> Iterator[str]:
    for match in _VALUE.finditer(text):
        value = unescape(match.group(1) or match.group(2) or "")
        if not worth_a_look(value):
            continue
        name = _NAME.search(text, max(0, match.start() - 40), match.start())
        if name is None or not _READ_ALOUD.fullmatch(name.group(1).lower()):
            continue
        # The numbers of an ordinary address are nobody's; those of a telephone link are.
        if name.group(1).lower() not in ("href", "cite") or _SCHEMES.search(value):
            yield value


def _strings(text: str) -> Iterator[str]:
    """Every string of a JSON text; the text itself when it is not JSON."""
    try:
        queue = [json.loads(text)]
    except (ValueError, RecursionError):
        yield text
        return
    while queue:
        value = queue.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            queue += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            queue += value


def picture_metadata(data: bytes) -> tuple[str, ...]:
    """What a picture tells besides the picture: where and when it was taken, with what, by whom."""
    if _is_bare_png(data):
        return ()
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "TIFF")) as picture:
            exif = picture.getexif()
            told = ["nơi chụp (GPS)"] if exif.get_ifd(0x8825) else []
            if any(tag in exif for tag in _TELLING) or exif.get_ifd(0x8769).keys() & _TELLING_INSIDE:
                told.append("máy chụp, giờ chụp hoặc người chụp (EXIF)")
            if any(str(key).lower() in _TEXTS for key in picture.info) or b"<x:xmpmeta" in data[:200_000]:
                told.append("ghi chú của phần mềm (XMP, chú thích)")
            return tuple(told)
    except Exception:
        # Pillow raises many kinds of error for what is no picture; then there is no metadata either.
        return ()


def _is_bare_png(data: bytes) -> bool:
    """Whether there is nothing in a PNG but the picture, told from the names of its parts."""
    if data[:8] != b"\x89PNG\r\n\x1a\n" or b"<x:xmpmeta" in data[:200_000]:
        return False
    at = 8
    while data[at + 4 : at + 8] in _PLAIN_CHUNKS:
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return at == len(data)


_TELLING = {0x010E, 0x010F, 0x0110, 0x0132, 0x013B, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0xA430, 0x927C}
"""Description, maker, model, time, artist, copyright, the author and comment fields of Windows, owner, maker's note."""
_TELLING_INSIDE = {0x9003, 0x9004, 0x927C, 0x9286, 0xA430, 0xA431, 0xA433, 0xA434, 0xA435}
_TEXTS = {
    "comment",
    "author",
    "description",
    "xml:com.adobe.xmp",
    "creation time",
    "source",
    "xmp",
    "photoshop",
    "artist",
    "copyright",
}
