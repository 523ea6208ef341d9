"""YAML as a tree of strings with places.

Scalars stay the strings that were written, so `0123`, `10:30`, `no` and `31/02/2024` never turn into something else.
Anchors, aliases and tags are refused: nobody needs them here, and they can hide or multiply what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import Any, NamedTuple

import yaml
from msgspec import Struct

from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import Spot, report_forbidden
from cchc_site.content.yaml_words import CHECK_SYNTAX, explain

MAX_DEPTH = 12

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Scalar(NamedTuple):
    """A single value as written; `quoted` tells "" from nothing."""

    text: str
    quoted: bool
    line: int
    column: int


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """Keys with values, in the order written; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """The document was refused and the reason reported."""


def parse_yaml(text: str, report: Reporter, first_line: int = 1) -> Node | None:
    """The document's tree; `None` for an empty document, or when it was refused with a reported problem.

    `first_line` is the line of the file on which `text` begins.
    """
    return _plain(text, first_line) or _parsed(text, report, first_line)


def _parsed(text: str, report: Reporter, first_line: int) -> Node | None:
    if _has_tab_indentation(text, report, first_line):
        return None
    try:
        return _Builder(yaml.parse(text, Loader=_Loader), report, first_line - 1).document()
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        found = explain(text, error)
        where = Spot(found.line + first_line, found.column + 1) if found else None
        report.error("Y01", where, *((found.message, found.fix) if found else (_WRONG, CHECK_SYNTAX)))
    except yaml.YAMLError:
        report.error("Y01", Spot(first_line, 1), "Phần dữ liệu YAML có ký tự không được phép.", CHECK_SYNTAX)
    return None


_ODD = r"\x00-\x1f\x7f-\xa0\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\ud800-\udfff\ufeff\ufffe\uffff"
"""Besides signs of ASCII, what YAML or `report_forbidden` could have something to say of."""
_QUOTED = rf'"[^{_ODD}"\\]*"'
_WORDS = rf"[^\W_](?:[^{_ODD}:#]|:(?=[0-9]))*(?<! )"
_ITEM = rf"(?:[^\W_][\w ./-]*(?<! )|{_QUOTED})"
_PLAIN_LINE = re.compile(rf"([a-z_]{{1,40}}): (?:({_QUOTED})|({_WORDS})|\[((?:{_ITEM}(?:, {_ITEM})*)?)\])\n")
_PLAIN_ITEM = re.compile(_ITEM)


def _plain(text: str, first_line: int) -> Mapping | None:
    """The tree of a text that has only lines like `name: words`, `name: "words"` and `name: [words, "words"]`.

    Most front matter is no more than that, and the parser takes four times as long for it. `None` for any other text.
    """
    entries: dict[str, tuple[Scalar, Node]] = {}
    line, end = first_line, 0
    while found := _PLAIN_LINE.match(text, end):
        name, quoted, words, items = found.groups()
        column = len(name) + 3
        value: Node
        if quoted is not None:
            value = Scalar(quoted[1:-1], True, line, column)
        elif words is not None:
            value = Scalar(words, False, line, column)
        else:
            value = Sequence(tuple(_items(items, line, column + 1)), line, column)
        if name in entries:
            return None
        entries[name] = (Scalar(intern(name), False, line, 1), value)
        line, end = line + 1, found.end()
    return Mapping(tuple(entries.values()), first_line, 1) if entries and end == len(text) else None


def _items(text: str, line: int, column: int) -> Iterator[Scalar]:
    for item in _PLAIN_ITEM.finditer(text):
        written = item.group()
        is_quoted = written.startswith('"')
        yield Scalar(written[1:-1] if is_quoted else written, is_quoted, line, column + item.start())


_WRONG = "Phần dữ liệu YAML viết chưa đúng."


def _has_tab_indentation(text: str, report: Reporter, first_line: int) -> bool:
    for number, line in enumerate(text.split("\n")):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            where = Spot(number + first_line, indent.index("\t") + 1)
            report.error("Y02", where, "Có ký tự Tab ở đầu dòng.", "Xóa Tab, dùng hai dấu cách để thụt dòng.")
            return True
    return False


class _Builder:
    """Builds the tree from parser events, refusing what we refuse."""

    def __init__(self, events: Iterator[Any], report: Reporter, line_offset: int) -> None:
        self._events = events
        self._report = report
        self._offset = line_offset

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse("Y01", event, "Phần dữ liệu có hơn một tài liệu YAML.", "Xóa dòng “---” thừa.")
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        return None if isinstance(root, Scalar) and not root.text and not root.quoted else root

    def _node(self, event: Any, depth: int) -> Node:
        self._check(event, depth)
        line, column = event.start_mark.line + 1 + self._offset, event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            report_forbidden(event.value, Spot(line, column), self._report)
            return Scalar(event.value, event.style in ("'", '"', "|", ">"), line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(inner, depth + 1))
            return Sequence(tuple(items), line, column)
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            if not isinstance(key, Scalar):
                raise self._refuse("Y01", inner, "Tên trường phải là một từ.", CHECK_SYNTAX)
            value = self._node(next(self._events), depth + 1)
            if key.text in entries:
                first = entries[key.text][0].line
                message = f"Trường “{key.text}” viết hai lần, lần đầu ở dòng {first}."
                self._report.error("Y05", key, message, "Giữ lại một dòng.")
                continue
            entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), line, column)

    def _check(self, event: Any, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._refuse(
                "Y03",
                event,
                "Giá trị bắt đầu bằng “&” hoặc “*”, ký hiệu có nghĩa riêng với máy và không dùng ở đây.",
                "Đặt cả giá trị trong dấu ngoặc kép.",
            )
        if getattr(event, "tag", None):
            raise self._refuse(
                "Y04",
                event,
                f"Giá trị bắt đầu bằng “{event.tag}”, ký hiệu có nghĩa riêng với máy và không dùng ở đây.",
                "Xóa dấu “!”, hoặc đặt cả giá trị trong dấu ngoặc kép.",
            )
        if depth > MAX_DEPTH:
            raise self._refuse("Y07", event, "Dữ liệu lồng vào nhau quá sâu.", "Viết lại đơn giản hơn theo mẫu.")

    def _refuse(self, code: str, event: Any, message: str, fix: str) -> _Refused:
        where = Spot(event.start_mark.line + 1 + self._offset, event.start_mark.column + 1)
        self._report.error(code, where, message, fix)
        return _Refused()
