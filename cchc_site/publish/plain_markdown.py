"""Plain Markdown, written as HTML straight away: what most of a piece is, without what makes the library slow.

The library reads a text some twenty times, whatever is in it. Paragraphs, headings and flat lists of ordinary words
with a little **bold**, *italics*, `code`, links and pictures need none of that. Such blocks are told by their
characters alone: every character that Markdown or a known extension could react to must be part of one of these marks.
What is not plain goes to the library with the blocks that it could look back at; and when it could concern other blocks
too (HTML, footnotes, definitions, fences, attributes), the whole text does. A test compares both ways.

What is written here needs no sanitising: it has only allowed elements, ids that are made here, addresses of a few
harmless forms, and no character that HTML would write otherwise or that a page must not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from markdown.extensions.toc import unique

_KNOWN: Final = frozenset(
    {"admonition", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"}
)
"""Extensions that leave plain blocks alone; only `toc` adds to them, the ids of headings."""

_OTHER = r"\\<>{}|\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufffe\uffff"
"""Signs of Markdown and HTML, spaces of other kinds, characters that no page may have: in no plain block."""
_SIGN = re.compile(rf"[{_OTHER}&`*_\[\]]")
_AND = r"&(?![A-Za-z0-9#])"
"""As in “Sở GD&ĐT”: the beginning of no entity."""
_LETTER = rf"(?:[^{_OTHER}&\n`*_\[\]]|{_AND})"
_WORDS = rf"{_LETTER}++"
_HOST = r"(?!xn--)[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_REST = r"[A-Za-z0-9./=?%+~,_#-]*"
_ADDRESS = rf"(?:https?://{_HOST}(?:\.{_HOST})+(?:/{_REST})?|(?!//)[A-Za-z0-9./]{_REST})"
"""Relative, or of a site whose name has only ASCII letters: no number, no port, nothing that could be no address."""
_LINK = rf"(?<!!)\[(?! ){_WORDS}(?<! )\]\({_ADDRESS}\)"
_CODE = rf"(?<!`)`(?! )[^{_OTHER}&\n`]++(?<! )`(?!`)"
_INNER = rf"(?! )(?:{_WORDS}|{_LINK}|{_CODE})+(?<! )"
_PICTURE = rf'!\[(?! )(?:(?!"){_LETTER})++(?<! )\]\({_ADDRESS}\)'
_MARK = re.compile(rf"(?<!\*)\*\*{_INNER}\*\*(?!\*)|(?<!\*)\*{_INNER}\*(?!\*)|{_LINK}|{_PICTURE}|{_CODE}|{_AND}")
_TAG = re.compile(r"<[^>]*>")

_BLANK = re.compile(r"\n(?: *\n)+")
_HEADING = re.compile(r"(#{1,6}) *([^# ]|[^# ][^#]*[^# ])")
_FIRST = re.compile(r"[ #=+:~-]|!!!|\d+\. ")
"""How a line begins that is no paragraph's, or perhaps not."""
_LATER = re.compile(rf" \n|\n(?:{_FIRST.pattern})")
_BULLET = re.compile(r"[-*+] {1,3}(?! )")
_NUMBER = re.compile(r"\d+\. {1,3}(?! )")
_FOR_ALL = re.compile(r"[<{\x00-\x09\x0b-\x1f\x7f-\x9f]|&[A-Za-z0-9#]|\[\^|\]:|```|~~~|^ {0,3}:|\[TOC\]", re.MULTILINE)
"""What could concern other blocks than its own."""


def is_known(extensions: Sequence[str | Any], settings: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether plain blocks look with these extensions as they do here; settings of footnotes say nothing of them."""
    return "toc" in extensions and _KNOWN.issuperset(extensions) and not any(settings.keys() - {"footnotes"})


class PlainMarkdown:
    """Converts what is plain, one text after another."""

    def __init__(self, convert: Callable[[str], str], heading_id: Callable[[str], str]) -> None:
        """`convert` gives the library's sanitised HTML of some blocks."""
        self._convert = convert
        self._heading_id = heading_id

    def html(self, text: str) -> str | None:
        """Sanitised HTML; `None` when the library must read the whole text."""
        if text.startswith(" "):
            return None  # the library removes spaces from empty lines, but not from the first line of a text
        parts: list[str] = []
        ids: set[str] = set()
        held: list[tuple[int, int]] = []
        for start, end in _blocks(text):
            block = text[start:end]
            html = self._heading(block, ids) if block[0] == "#" else _paragraph(block)
            if html is None:
                if _FOR_ALL.search(block):
                    return None
                held.append((start, end))
                continue
            if held:
                parts.append(self._held(text, held))
                held = []
            parts.append(html)
        if held:
            parts.append(self._held(text, held))
        return "\n".join(parts) if all(parts) else None

    def _heading(self, line: str, ids: set[str]) -> str | None:
        """Its id is made as the library makes it: unlike those of the headings before it."""
        found = _HEADING.fullmatch(line)
        html = _inline(found[2]) if found else None
        if found is None or html is None:
            return None
        name = " ".join(_TAG.sub("", html).replace("&amp;", "&").split())
        tag = f"h{max(len(found[1]), 2)}"  # the page's only h1 is its title
        return f'<{tag} id="{unique(self._heading_id(name), ids)}">{html}</{tag}>'

    def _held(self, text: str, blocks: Sequence[tuple[int, int]]) -> str:
        """Blocks that stand together; empty when they turn out to concern others."""
        start, end = blocks[0][0], blocks[-1][1]
        if len(blocks) == 1 and (written := _list(text[start:end])):
            return written
        html = self._convert(text[start:end])
        # An id is a heading's, which must differ from others. The other sign stands where the library left one of its
        # own counting marks in the text by mistake.
        return "" if ' id="' in html or "\ufffd" in html else html


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends: what stands between empty lines, and every heading by itself."""
    start = len(text) - len(text.lstrip("\n"))
    ends = [(gap.start(), gap.end()) for gap in _BLANK.finditer(text)]
    for end, after in [*ends, (len(text.rstrip("\n")), len(text))]:
        while text.startswith("#", start) and (line := text.find("\n", start, end)) != -1:
            yield start, line
            start = line + 1
        if end > start:
            yield start, end
        start = after


def _paragraph(block: str) -> str | None:
    if _FIRST.match(block) or block[-1] == " " or ("\n" in block and _LATER.search(block)):
        return None
    html = _inline(block)
    return None if html is None else f"<p>{html}</p>"


def _list(block: str) -> str | None:
    """A flat list with a line an item."""
    kind, mark = ("ol", _NUMBER) if block.startswith("1.") else ("ul", _BULLET)
    items: list[str] = []
    for line in block.split("\n"):
        found = mark.match(line)
        text = line[found.end() :] if found else ""
        html = None if not text or _FIRST.match(text) or text[-1] == " " else _inline(text)
        if html is None:
            return None
        items.append(f"<li>{html}</li>\n")
    return f"<{kind}>\n{''.join(items)}</{kind}>"


def _inline(text: str) -> str | None:
    """The text with its marks as elements; `None` when there is a sign that is no part of a mark."""
    found = _SIGN.search(text)
    if found is None:
        return text
    parts: list[str] = []
    start = 0
    while found is not None:
        first = found.start()
        mark = _MARK.match(text, first - text.startswith("![", max(start, first - 1)))
        if mark is None:
            return None
        parts += text[start : mark.start()], _element(mark.group())
        start = mark.end()
        found = _SIGN.search(text, start)
    return "".join(parts) + text[start:]


def _element(mark: str) -> str:
    if mark == "&":
        return "&amp;"
    if mark.startswith("!"):
        words, _, address = mark[2:-1].partition("](")
        return f'<img alt="{_with_entities(words)}" src="{address}">'
    if mark.startswith("["):
        words, _, address = mark[1:-1].partition("](")
        return f'<a href="{address}">{_with_entities(words)}</a>'
    if mark.startswith("`"):
        return f"<code>{mark[1:-1]}</code>"
    width = 2 if mark.startswith("**") else 1
    name = "strong" if width == 2 else "em"
    return f"<{name}>{_inline(mark[width:-width])}</{name}>"


def _with_entities(words: str) -> str:
    return words.replace("&", "&amp;")
