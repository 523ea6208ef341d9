"""What people and programs read in a file of the site: its words without the tags, and the attributes that are read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from cchc_site.vietnamese.private_data import BETWEEN_LINES, worth_a_look

PAGES = (".html",)
FEEDS = (".xml", ".rss", ".atom", ".opml")
DATA = (".json", ".jsonld", ".webmanifest")
_INLINE = re.compile(r"/?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b", re.I)
_INLINE_TAG = re.compile(rf"<{_INLINE.pattern}[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_USUAL_TAG = re.compile(r'/?[a-zA-Z]\w*(?: [\w:-]+(?:="[^"]*")?)* ?/?')
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_QUOTED = re.compile(r"""=\s*["']""")
_MAY_BE_QUOTED = re.compile(r"""=\s*(?:["'\n]|\Z)""")
_NAME = re.compile(r"([\w:-]+)\s*$")
_READ_ALOUD = re.compile(r"alt|title|content|aria-label|placeholder|value|label|href|cite|data-[\w-]+")
"""Attributes that people or programs read; sizes, styles, coordinates and dates of machines are not among them."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_INVISIBLES = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
COMMENT_MARKS = ("<!--", "-->", "<![CDATA[", "]]>")
_DOCTYPE = re.compile(r"!doctype\b", re.I)
_DRAWING_BEGINS = re.compile(r"(svg|style)\b", re.I)
_DRAWING = re.compile(r"<(svg|style)\b.*?</\1\s*>", re.I | re.S)
XML_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&quot;", '"'), ("&amp;", "&"))
"""All that writers of XML use. The ampersand last: what it begins anew is not read again."""
_SCHEMES = re.compile(r"(?:tel|sms|callto|mailto):|zalo\.me/|wa\.me/|viber\.click/", re.I)


def decoded(data: bytes) -> str:
    """Text as programs read it: Excel writes “Unicode text” in UTF-16."""
    return data.decode("utf-16" if is_utf_16(data) else "utf-8", "replace")


def is_utf_16(data: bytes) -> bool:
    """Whether a text says of itself that it is UTF-16."""
    return data[:2] in (b"\xff\xfe", b"\xfe\xff")


def readable(text: str, name: str) -> Iterator[tuple[str, bool]]:
    """The texts that people and programs read in a file, and whether a bare row of nine digits is suspicious there."""
    if name.endswith((*PAGES, ".svg")):
        is_page = name.endswith(PAGES)
        words, values = by_tags(text, is_page) or the_long_way(written(text, is_page))
        yield words, True
        yield from ((value, False) for value in values)
    elif name.endswith(FEEDS):
        inner = carried(text)
        words, values = by_tags(inner) or the_long_way(inner)
        yield words, False
        yield from ((value, False) for value in values)
    elif name.endswith(DATA):
        yield BETWEEN_LINES.join(words_of(value) for value in strings(text)), False
    else:
        yield visible(text), False


def written(text: str, is_page: bool) -> str:
    """What a chart draws with is not text; what it says stands in <text>, which stays when the tags go."""
    return _DRAWING.sub(_chart_words, _uncommented(text)) if is_page else _uncommented(text)


def carried(text: str) -> str:
    """The pages that a feed carries, as if they stood in it themselves."""
    return _unescaped(_uncommented(text))


def visible(text: str) -> str:
    """A text without what nobody sees in it."""
    return _INVISIBLE.sub("", text) if any(sign in text for sign in _INVISIBLES) else text


def _uncommented(text: str) -> str:
    if "<!" in text or "-->" in text or "]]>" in text:
        for mark in COMMENT_MARKS:
            text = text.replace(mark, " ")
    return text


def _chart_words(drawing: re.Match[str]) -> str:
    return _TAG.sub("\n", drawing.group()) if drawing.group(1).lower() == "svg" else ""


def _unescaped(text: str) -> str:
    """`html.unescape(text)`; quick when there is none but the six that writers of XML use."""
    signs = text.count("&")
    if not signs:
        return text
    plain = text
    for entity, char in XML_ENTITIES:
        shorter = plain.replace(entity, char)
        signs -= (len(plain) - len(shorter)) // (len(entity) - 1)
        plain = shorter
    return unescape(text) if signs else plain


def the_long_way(text: str) -> tuple[str, Iterable[str]]:
    """Text as it is read, and the attributes that are read too."""
    return _without_tags(text), _attributes(text)


def words_of(text: str) -> str:
    """Text as it is read, without attributes."""
    if "<" not in text:
        return _read(text)
    quick = by_tags(text)
    return quick[0] if quick else _without_tags(text)


def _without_tags(text: str) -> str:
    """Text as it is read: a number cut in two by bold print is whole again, two table cells stay apart."""
    return _read(_TAG.sub("\n", _INLINE_TAG.sub("", text)))


def by_tags(text: str, is_page: bool = False, *, by_line: bool = False) -> tuple[str, list[str]] | None:
    """The same, quicker: the tags of a page are those of every page, so each is looked at once.

    None when comments, or "<", ">" and quotes that do not go together, need the long way. `is_page` reads as `written`
    does: from a drawing only its words are kept. With `by_line` None as well when a tag or a drawing goes on in the
    next line: what is read in some lines is then the same whatever lines stand before, between and behind them.
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
            if (is_end and inside[1:].rstrip() != drawing) or (by_line and "\n" in (inside if is_end else piece)):
                return None
            words += ("\n", following) if drawing == "svg" else ("", following) if is_end else ()
            drawing = "" if is_end else drawing
            continue
        tag = _tag(inside) if end else None
        if tag is None or (by_line and not tag.is_line):
            return None
        if is_page and tag.drawing:
            if by_line and "\n" in following:
                return None
            drawing = tag.drawing
            words += ("\n", following) if drawing == "svg" else ()
            continue
        words += (tag.gap, following)
        values += tag.values
    plain = "".join(words)
    loose = _MAY_BE_QUOTED if by_line else _QUOTED
    if drawing or ("=" in plain and loose.search(plain)) or "-->" in plain or "]]>" in plain:
        return None
    return _read(plain), values


def _read(plain: str) -> str:
    return visible(_unescaped(plain))


class _Tag(NamedTuple):
    gap: str
    """What stands in its place when a page is read: nothing for bold print, an end of line for others."""
    values: tuple[str, ...]
    drawing: str
    """What it begins: "svg", "style" or nothing."""
    is_line: bool
    """Whether it ends in the line in which it begins."""


@lru_cache(maxsize=2048)
def _tag(inside: str) -> _Tag | None:
    """A tag by what stands between "<" and ">"; None when it is none, or an attribute has no end there."""
    if (inside[:1] == "!" and not _DOCTYPE.match(inside)) or inside[-1:] in ("-", "]"):
        return None
    drawing = _DRAWING_BEGINS.match(inside) if inside[:1] in ("s", "S") else None
    usual = _USUAL_TAG.fullmatch(inside)
    if (not usual and _QUOTED.search(_VALUE.sub("", inside))) or (drawing and drawing[1] not in ("svg", "style")):
        return None
    gap = "" if _INLINE.match(inside) else "\n"
    # What is written without entities can be looked at as a whole: nothing in a tag, nothing in its attributes.
    quiet = usual and "&" not in inside and not worth_a_look(inside)
    values = () if quiet else tuple(_attributes(f"<{inside}>"))
    return _Tag(gap, values, drawing[1] if drawing else "", "\n" not in inside)


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


def strings(text: str) -> Iterator[str]:
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
