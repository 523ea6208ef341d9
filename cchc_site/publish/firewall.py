"""The private-data firewall: what leaves the house is read once more, as bytes, before anybody else can read it.

A pure function of a file's bytes: whatever way a telephone number took onto a page, it is found there. Hits are printed
with their middle hidden, so that the log of a failed build does not publish what the build did not.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from PIL import Image

from cchc_site.publish.attachments import ATTACHMENTS, AttachmentUnreadable, read_attachment
from cchc_site.vietnamese.private_data import NOBODY, Allowed, PrivateKind, find_private, worth_a_look

TEXT_FILES = (
    ".html", ".xml", ".rss", ".atom", ".opml", ".json", ".jsonld", ".webmanifest", ".txt", ".csv", ".ics", ".md",
    ".vtt", ".srt", ".svg",
)  # fmt: skip
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff")
FILMS = (".mp4", ".m4a")
LOOKED_AT = (*TEXT_FILES, *PICTURES, *ATTACHMENTS, *FILMS)
"""Kinds of file that `scan` can judge."""
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
    "L06": "thông tin ẩn trong tệp",
    "L07": "tệp không đọc được",
}
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.I
)
_TAG = re.compile(r"<[^<>]*>")
_COMMENT_MARKS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"([\w:-]+)\s*$")
_READ_ALOUD = re.compile(r"alt|title|content|aria-label|placeholder|value|label|href|cite|data-[\w-]+")
"""Attributes that people or programs read; sizes, styles, coordinates and dates of machines are not among them."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DRAWING = re.compile(r"<(svg|style)\b.*?</\1\s*>", re.I | re.S)
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
    elif name.endswith(FILMS):
        if film_place(data):
            found["L05", _PLACE] = Leak("L05", path, _PLACE, _PLACE)
    elif name.endswith(ATTACHMENTS):
        for leak in _in_attachment(path, data, allowed):
            found.setdefault((leak.code, leak.key), leak)
    elif name.endswith(TEXT_FILES):
        for text, strict in _readable(_decoded(data), name):
            for leak in _in_text(path, text, allowed, strict=strict):
                found.setdefault((leak.code, leak.key), leak)
    return tuple(found.values())


def _in_text(path: str, text: str, allowed: Allowed, *, strict: bool = False) -> Iterator[Leak]:
    for datum in find_private(text, allowed, strict=strict):
        yield Leak(_CODES[datum.kind], path, datum.shown, datum.key)


def _in_attachment(path: str, data: bytes, allowed: Allowed) -> Iterator[Leak]:
    try:
        attachment = read_attachment(path, data)
    except AttachmentUnreadable as error:
        yield Leak("L07", path, str(error), path)
        return
    for text in attachment.texts:
        yield from _in_text(path, _INVISIBLE.sub("", text), allowed)
    told = {what for picture in attachment.pictures for what in picture_metadata(picture)}
    for what in (*attachment.hidden, *(f"{what} của ảnh bên trong" for what in sorted(told))):
        yield Leak("L06", path, what, f"{path} {what}")


def _decoded(data: bytes) -> str:
    """Text as programs read it: Excel writes “Unicode text” in UTF-16."""
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def _readable(text: str, name: str) -> Iterator[tuple[str, bool]]:
    """The texts that people and programs read in a file, and whether a bare row of nine digits is suspicious there."""
    if name.endswith((".html", ".svg")):
        # What a chart draws with is not text; what it says stands in <text>, which stays when the tags go.
        text = _COMMENT_MARKS.sub(" ", text)
        visible = text if name.endswith(".svg") else _DRAWING.sub(_chart_words, text)
        yield _without_tags(visible), True
        yield from ((value, False) for value in _attributes(visible))
    elif name.endswith((".xml", ".rss", ".atom", ".opml")):
        inner = unescape(_COMMENT_MARKS.sub(" ", text))
        yield _without_tags(inner), False
        yield from ((value, False) for value in _attributes(inner))
    elif name.endswith((".json", ".jsonld", ".webmanifest")):
        yield "\n".join(_without_tags(value) for value in _strings(text)), False
    else:
        yield _INVISIBLE.sub("", text), False


def _chart_words(drawing: re.Match[str]) -> str:
    return _TAG.sub("\n", drawing.group()) if drawing.group(1).lower() == "svg" else ""


def _without_tags(text: str) -> str:
    """Text as it is read: a number cut in two by bold print is whole again, two table cells stay apart."""
    plain = _TAG.sub("\n", _INLINE.sub("", text)) if "<" in text else text
    return _INVISIBLE.sub("", unescape(plain))


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
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "TIFF")) as picture:
            exif = picture.getexif()
            told = [_PLACE] if exif.get_ifd(0x8825) else []
            if any(tag in exif for tag in _TELLING) or exif.get_ifd(0x8769).keys() & _TELLING_INSIDE:
                told.append("máy chụp, giờ chụp hoặc người chụp (EXIF)")
            if any(str(key).lower() in _TEXTS for key in picture.info) or b"<x:xmpmeta" in data[:200_000]:
                told.append("ghi chú của phần mềm (XMP, chú thích)")
            return tuple(told)
    except Exception:
        # Pillow raises many kinds of error for what is no picture; then there is no metadata either.
        return ()


_PLACE = "nơi chụp (GPS)"


def film_place(data: bytes) -> bool:
    """Whether a film of a telephone says where it was taken (ISO 14496-12; Apple's and Android's fields for it)."""
    place = 0
    while place + 8 <= len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16], "big")
        if kind == b"moov":
            box = data[place : place + size] if size >= 8 else data[place:]
            return any(mark in box for mark in (b"\xa9xyz", b"loci\0", b"location.ISO6709"))
        if size < 8:
            return False
        place += size
    return False


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
