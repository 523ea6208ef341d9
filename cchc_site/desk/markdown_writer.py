"""HTML from a word processor to clean Markdown: headings, lists, tables, pictures, links and footnotes are kept."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from msgspec import Struct, field

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "pre"}
_VOID = {"br", "img", "hr", "col", "meta", "link", "input"}
_FOOTNOTE = re.compile(r"(?:^|-)(?:foot|end)note-(\d+)$")
_BACK = re.compile(r"(?:^|-)(?:foot|end)note-ref-\d+$")
_ESCAPED = re.compile(r"([\\`*_\[\]|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(#{1,6}(?=\s)|[-+](?=\s)|>|\d{1,9}(?=[.)]\s)|~~~|={3,}|-{3,})")


class Element(Struct):
    """A node of the tree; `children` are elements and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text below."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *tags: str) -> list[Element]:
        """Every element of those names below, in order."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if child.tag in tags else []
                found += child.all(*tags)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("body")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read_html(html: str) -> Element:
    """The tree of a fragment."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def to_markdown(root: Element) -> str:
    """The blocks below `root`, an empty line between them, footnotes at the end."""
    notes = {
        item.attributes.get("id", ""): item
        for item in root.all("li")
        if _FOOTNOTE.search(item.attributes.get("id", ""))
    }
    blocks = [block for child in root.children for block in _block(child, 0, set(notes))]
    for key, item in notes.items():
        number = _FOOTNOTE.search(key)
        words = " ".join(_inline(child) for child in item.children).strip()
        if number:
            blocks.append(f"[^{number.group(1)}]: {words}")
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _block(node: Element | str, depth: int, notes: set[str]) -> list[str]:
    if isinstance(node, str):
        return [_safe_start(_escape(node).strip())] if node.strip() else []
    if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        words = _inline_all(node).replace("**", "").strip()
        return [f"{'#' * int(node.tag[1])} {words}"] if words else []
    if node.tag in ("ul", "ol"):
        return [_list(node, depth, notes)]
    if node.tag == "table":
        return [_table(node)]
    if node.tag == "blockquote":
        inner = "\n\n".join(block for child in node.children for block in _block(child, depth, notes))
        return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))]
    if node.tag == "pre":
        return ["```\n" + node.text.strip("\n") + "\n```"]
    if node.tag == "hr":
        return ["---"]
    if any(isinstance(child, Element) and child.tag in _BLOCKS for child in node.children):
        return [block for child in node.children for block in _block(child, depth, notes)]
    words = _inline_all(node).strip()
    return [_safe_start(words)] if words else []


def _list(node: Element, depth: int, notes: set[str]) -> str:
    lines: list[str] = []
    number = 0
    for item in node.children:
        if not isinstance(item, Element) or item.attributes.get("id", "") in notes:
            continue
        number += 1
        mark = f"{number}." if node.tag == "ol" else "-"
        own: list[str] = []
        inner: list[str] = []
        for child in item.children:
            if isinstance(child, Element) and child.tag in ("ul", "ol"):
                inner.append(_list(child, depth + 1, notes))
            elif isinstance(child, Element) and child.tag in _BLOCKS:
                own += _block(child, depth, notes)
            else:
                own.append(_inline(child))
        words = " ".join(part.strip() for part in own if part.strip())
        lines.append(f"{'    ' * depth}{mark} {words}".rstrip())
        lines += inner
    return "\n".join(lines)


def _table(node: Element) -> str:
    rows = [[_cells(cell) for cell in row.children if isinstance(cell, Element)] for row in node.all("tr")]
    grid = _spread(rows)
    if not grid:
        return ""
    width = max(len(row) for row in grid)
    grid = [row + [""] * (width - len(row)) for row in grid]
    lines = [f"| {' | '.join(row)} |" for row in grid]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _cells(cell: Element) -> tuple[str, int, int]:
    parts = [block for child in cell.children for block in _cell_blocks(child)]
    words = " ".join("<br>".join(part for part in parts if part).split())
    return words, _span(cell, "colspan"), _span(cell, "rowspan")


def _cell_blocks(node: Element | str) -> list[str]:
    if isinstance(node, Element) and node.tag in ("ul", "ol"):
        return [f"• {' '.join(_inline_all(item).split())}" for item in node.all("li")]
    if isinstance(node, Element) and node.tag == "table":
        return [" ".join(node.text.split())]
    return [_inline(node).strip()]


def _span(cell: Element, name: str) -> int:
    text = cell.attributes.get(name, "1")
    return min(int(text), 60) if text.isdigit() and int(text) else 1


def _spread(rows: list[list[tuple[str, int, int]]]) -> list[list[str]]:
    """Merged cells written out: their words in the first place, nothing in the others."""
    grid: list[list[str]] = []
    waiting: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        for words, across, down in row:
            while waiting.get(len(line), 0):
                waiting[len(line)] -= 1
                line.append("")
            for index in range(across):
                if down > 1:
                    waiting[len(line)] = down - 1
                line.append(words if index == 0 else "")
        while waiting.get(len(line), 0):
            waiting[len(line)] -= 1
            line.append("")
        grid.append(line)
    return grid


def _inline_all(node: Element) -> str:
    return "".join(_inline(child) for child in node.children)


def _inline(node: Element | str) -> str:
    if isinstance(node, str):
        return _escape(re.sub(r"\s+", " ", node))
    words = _inline_all(node)
    if node.tag in ("strong", "b"):
        return _wrapped(words, "**")
    if node.tag in ("em", "i"):
        return _wrapped(words, "*")
    if node.tag == "br":
        return " "
    if node.tag == "img":
        size = " ".join(f"{name}={node.attributes[name]}" for name in ("width", "height") if node.attributes.get(name))
        alt = " ".join(_escape(node.attributes.get("alt", "")).split())
        return f"![{alt}]({node.attributes.get('src', '')})" + (f"{{ {size} }}" if size else "")
    if node.tag == "a":
        return _link(node, words)
    return words


def _link(node: Element, words: str) -> str:
    href = node.attributes.get("href", "")
    note = _FOOTNOTE.search(href.lstrip("#")) if href.startswith("#") else None
    if href.startswith("#") and _BACK.search(href.lstrip("#")):
        return ""
    if note:
        return f"[^{note.group(1)}]"
    if not href or href.startswith("#") or not words.strip():
        return words
    safe = href.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    return f"[{words.strip()}]({safe})"


def _wrapped(words: str, mark: str) -> str:
    """Emphasis stands on the words, not on the spaces around them."""
    inner = words.strip()
    if not inner or mark in inner:
        return words
    before = words[: len(words) - len(words.lstrip())]
    return f"{before}{mark}{inner}{mark}{words[len(words.rstrip()) :]}"


def _escape(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", _ENTITY.sub("&amp;", text).replace("<", "&lt;"))


def _safe_start(words: str) -> str:
    """A paragraph that begins like a list or a heading stays a paragraph."""
    return _AT_START.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], words)
