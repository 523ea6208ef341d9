"""The private-data firewall: what leaves the house is read once more, as bytes, before anybody else can read it.

A pure function of a file's bytes: whatever way a telephone number took onto a page, it is found there. Hits are printed
with their middle hidden, so that the log of a failed build does not publish what the build did not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from cchc_site.publish.attachments import ATTACHMENTS, AttachmentUnreadable, read_attachment
from cchc_site.publish.metadata import FILMS, PICTURES, PLACE, film_place, picture_metadata
from cchc_site.vietnamese.private_data import NOBODY, Allowed, PrivateKind, find_private, worth_a_look

TEXT_FILES = (
    ".html", ".xml", ".rss", ".atom", ".opml", ".json", ".jsonld", ".webmanifest", ".txt", ".csv", ".ics", ".md",
    ".vtt", ".srt", ".svg",
)  # fmt: skip
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
            found["L05", PLACE] = Leak("L05", path, PLACE, PLACE)
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
