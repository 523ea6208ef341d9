"""Shapes: what a value must look like. One row of a table makes the parser, the errors and the handbook.

A shape reads a node of the YAML tree into a typed value, or reports what is wrong and returns `INVALID`. Here are the
shapes of single values; `time_shapes` has days and instants, `group` lists and named fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Protocol
from urllib.parse import urlsplit

from msgspec import Struct

from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.vietnamese.text import fold


class Invalid:
    """The one value of this type stands for "reported, no value"."""


INVALID = Invalid()


class Shape(Protocol):
    """A kind of value."""

    @property
    def label(self) -> str:
        """What the handbook calls it."""

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The value, or `INVALID` after reporting why."""


def scalar(node: yaml_tree.Node, report: Reporter, wanted: str) -> str | Invalid:
    """The text of a value that must be written on one line and not be empty; `wanted` names it in the problem."""
    if isinstance(node, yaml_tree.Scalar):
        if node.text.strip():
            return node.text.strip()
        fix = (
            f"Điền {wanted}; trường không bắt buộc thì xóa cả dòng. Giá trị bắt đầu bằng “#” phải đặt trong ngoặc kép."
        )
        report.error("F06", node, "Trường này đang để trống.", fix)
        return INVALID
    found = "một danh sách" if isinstance(node, yaml_tree.Sequence) else "một nhóm trường"
    report.error("F03", node, f"Ở đây cần {wanted}, nhưng đang là {found}.", "Viết giá trị trên cùng một dòng.")
    return INVALID


def nearest(word: str, known: list[str]) -> str:
    """“ Có phải ý bạn là …?” for the closest known word, or nothing."""
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f" Có phải ý bạn là “{close[0]}”?" if close else ""


class Text(Struct, frozen=True):
    """A line or paragraph of text."""

    label: str = "chữ"
    most: int = 2000

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The text without spaces around it."""
        text = scalar(node, report, "chữ")
        if isinstance(text, str) and len(text) > self.most:
            report.error("F03", node, f"Giá trị dài {len(text)} ký tự, tối đa {self.most}.", "Rút gọn lại.")
            return INVALID
        return text


class Word(Struct, frozen=True):
    """An identifier: letters without diacritics, digits and a few marks."""

    label: str = "mã"
    pattern: str = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    hint: str = "chữ thường không dấu, số và dấu gạch ngang, ví dụ van-phong"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The identifier."""
        text = scalar(node, report, "một mã")
        if isinstance(text, str) and not re.fullmatch(self.pattern, text):
            plain = re.sub("[^a-z0-9./_-]+", "-", fold(text)).strip("-")
            guess = f" Có phải ý bạn là “{plain}”?" if re.fullmatch(self.pattern, plain) else ""
            report.error("F03", node, f"“{text}” không phải là {self.label} hợp lệ.{guess}", f"Chỉ dùng {self.hint}.")
            return INVALID
        return text


class Choice(Struct, frozen=True):
    """One word of a closed list; `values` maps the word to what it means in the model."""

    values: Mapping[str, Any]
    code: str = "F05"
    what: str = "giá trị"

    @property
    def label(self) -> str:
        """The list itself."""
        return " | ".join(self.values)

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The meaning of the word."""
        text = scalar(node, report, f"một trong: {', '.join(self.values)}")
        if isinstance(text, Invalid):
            return INVALID
        if text not in self.values:
            message = f"Không có {self.what} “{text}”.{self._guess(text)}"
            named = [f"{word} ({name})" if name else word for word, name in self._names().items()]
            report.error(self.code, node, message, f"Dùng một trong: {', '.join(named)}.")
            return INVALID
        return self.values[text]

    def _names(self) -> dict[str, str]:
        """Each word with its Vietnamese name, where its meaning has one that says more than the word."""
        found = {}
        for word, value in self.values.items():
            name = str(getattr(value, "short_name", getattr(value, "label", "")))
            found[word] = "" if fold(name).replace(" ", "-") == word else name
        return found

    def _guess(self, text: str) -> str:
        """“ Có phải ý bạn là …?”, also for somebody who wrote the Vietnamese name instead of the word."""
        by_name = {fold(name): word for word, name in self._names().items() if name}
        wanted = fold(text)
        close = [word for name, word in by_name.items() if wanted == name or (len(wanted) > 5 and wanted in name)]
        return f" Có phải ý bạn là “{close[0]}”?" if len(close) == 1 else nearest(text, list(self.values))


class Flag(Struct, frozen=True):
    """Yes or no, written `true` or `false`."""

    label: str = "true | false"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """True or False."""
        return Choice({"true": True, "false": False}).read(node, report)


class Number(Struct, frozen=True):
    """A whole number from `least` to `most`."""

    least: int = 0
    most: int = 1_000_000
    label: str = "số nguyên"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The number."""
        text = scalar(node, report, "một số nguyên")
        if isinstance(text, Invalid):
            return INVALID
        if not re.fullmatch(r"-?[0-9]{1,9}", text) or not self.least <= int(text) <= self.most:
            fix = f"Viết một số nguyên từ {self.least} đến {self.most}, không có dấu chấm hay chữ."
            report.error("F03", node, f"“{text}” không phải là số hợp lệ ở đây.", fix)
            return INVALID
        return int(text)


class WebAddress(Struct, frozen=True):
    """An http or https address."""

    label: str = "địa chỉ trang, ví dụ https://…"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The address as written."""
        text = scalar(node, report, "một địa chỉ bắt đầu bằng https://")
        if isinstance(text, Invalid):
            return INVALID
        try:
            parts = urlsplit(text)
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)
        except ValueError:
            good = False
        if not good:
            report.error("F03", node, f"“{text}” không phải là địa chỉ trang.", "Chép cả địa chỉ, có https:// ở đầu.")
            return INVALID
        return text
