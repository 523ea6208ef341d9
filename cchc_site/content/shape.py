"""Shapes: what a value must look like. One row of a table makes the parser, the errors and the handbook.

A shape reads a node of the YAML tree into a typed value, or reports what is wrong and returns `INVALID`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Protocol
from urllib.parse import urlsplit

from cchc_site.column.instant import FIRST_YEAR, LAST_YEAR, in_vietnam
from cchc_site.column.month import Month
from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter


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


def _scalar(node: yaml_tree.Node, report: Reporter, wanted: str) -> str | Invalid:
    if isinstance(node, yaml_tree.Scalar):
        if node.text.strip():
            return node.text.strip()
        report.error("F06", node, "Trường này đang để trống.", f"Điền {wanted}, hoặc xóa cả dòng.")
        return INVALID
    found = "một danh sách" if isinstance(node, yaml_tree.Sequence) else "một nhóm trường"
    report.error("F03", node, f"Ở đây cần {wanted}, nhưng đang là {found}.", "Viết giá trị trên cùng một dòng.")
    return INVALID


def nearest(word: str, known: list[str]) -> str:
    """“ Có phải ý bạn là …?” for the closest known word, or nothing."""
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f" Có phải ý bạn là “{close[0]}”?" if close else ""


@dataclass(frozen=True)
class Text:
    """A line or paragraph of text."""

    label: str = "chữ"
    most: int = 2000

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The text without spaces around it."""
        text = _scalar(node, report, "chữ")
        if isinstance(text, str) and len(text) > self.most:
            report.error("F03", node, f"Giá trị dài {len(text)} ký tự, tối đa {self.most}.", "Rút gọn lại.")
            return INVALID
        return text


@dataclass(frozen=True)
class Word:
    """An identifier: letters without diacritics, digits and a few marks."""

    label: str = "mã"
    pattern: str = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    hint: str = "chữ thường không dấu, số và dấu gạch ngang, ví dụ van-phong"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The identifier."""
        text = _scalar(node, report, "một mã")
        if isinstance(text, str) and not re.fullmatch(self.pattern, text):
            report.error("F03", node, f"“{text}” không phải là mã hợp lệ.", f"Chỉ dùng {self.hint}.")
            return INVALID
        return text


@dataclass(frozen=True)
class Choice:
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
        text = _scalar(node, report, f"một trong: {', '.join(self.values)}")
        if isinstance(text, Invalid):
            return INVALID
        if text not in self.values:
            guess = nearest(text, list(self.values))
            message = f"Không có {self.what} “{text}”.{guess}"
            report.error(self.code, node, message, f"Dùng một trong: {', '.join(self.values)}.")
            return INVALID
        return self.values[text]


@dataclass(frozen=True)
class Flag:
    """Yes or no, written `true` or `false`."""

    label: str = "true | false"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """True or False."""
        return Choice({"true": True, "false": False}).read(node, report)


@dataclass(frozen=True)
class Number:
    """A whole number from `least` to `most`."""

    least: int = 0
    most: int = 1_000_000
    label: str = "số nguyên"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The number."""
        text = _scalar(node, report, "một số nguyên")
        if isinstance(text, Invalid):
            return INVALID
        if not re.fullmatch(r"-?[0-9]{1,9}", text) or not self.least <= int(text) <= self.most:
            fix = f"Viết một số nguyên từ {self.least} đến {self.most}, không có dấu chấm hay chữ."
            report.error("F03", node, f"“{text}” không phải là số hợp lệ ở đây.", fix)
            return INVALID
        return int(text)


@dataclass(frozen=True)
class Moment:
    """An instant with whether only its date was written."""

    at: datetime
    date_only: bool


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
_LOCAL_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def _date(text: str, node: yaml_tree.Node, report: Reporter) -> date | Invalid:
    local = _LOCAL_DATE.fullmatch(text)
    if local:
        day, month, year = (int(part) for part in local.groups())
        text_iso = f"{year:04d}-{month:02d}-{day:02d}"
    else:
        text_iso = text
    if not _ISO_DATE.fullmatch(text_iso):
        report.error("F04", node, f"“{text}” không phải là ngày.", "Viết năm-tháng-ngày, ví dụ 2026-07-03.")
        return INVALID
    try:
        value = date.fromisoformat(text_iso)
    except ValueError:
        report.error("F04", node, f"Không có ngày “{text}” trong lịch.", "Kiểm tra lại ngày và tháng.")
        return INVALID
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        report.error("F04", node, f"Năm {value.year} nằm ngoài khoảng cho phép.", "Kiểm tra lại năm.")
        return INVALID
    if local:
        report.error("F04", node, f"Ngày “{text}” viết theo kiểu văn bản.", f"Trong tệp dữ liệu hãy viết {text_iso}.")
        return INVALID
    return value


@dataclass(frozen=True)
class Day:
    """A calendar day, `YYYY-MM-DD`."""

    label: str = "ngày, ví dụ 2026-07-03"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The date."""
        text = _scalar(node, report, "một ngày như 2026-07-03")
        return text if isinstance(text, Invalid) else _date(text, node, report)


@dataclass(frozen=True)
class Instant:
    """A day or a day with a time; without an offset the time is Vietnam's."""

    label: str = "ngày, có thể kèm giờ"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """A `Moment`."""
        text = _scalar(node, report, "một ngày như 2026-07-03")
        if isinstance(text, Invalid):
            return INVALID
        if not _ISO_INSTANT.fullmatch(text):
            day = _date(text, node, report)
            return day if isinstance(day, Invalid) else Moment(in_vietnam(day), True)
        day = _date(text[:10], node, report)
        if isinstance(day, Invalid):
            return INVALID
        try:
            return Moment(in_vietnam(datetime.fromisoformat(text)), False)
        except (ValueError, OverflowError):
            report.error("F04", node, f"Không có giờ “{text[11:]}”.", "Viết như 2026-07-03T09:30.")
            return INVALID


@dataclass(frozen=True)
class MonthOfYear:
    """A month, `YYYY-MM`."""

    label: str = "tháng, ví dụ 2026-07"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The `Month`."""
        text = _scalar(node, report, "một tháng như 2026-07")
        if isinstance(text, Invalid):
            return INVALID
        try:
            month = Month.parse(text)
        except ValueError:
            report.error("F04", node, f"“{text}” không phải là tháng.", "Viết năm-tháng, ví dụ 2026-07.")
            return INVALID
        if not FIRST_YEAR <= month.year <= LAST_YEAR:
            report.error("F04", node, f"Năm {month.year} nằm ngoài khoảng cho phép.", "Kiểm tra lại năm.")
            return INVALID
        return month


@dataclass(frozen=True)
class WebAddress:
    """An http or https address."""

    label: str = "địa chỉ trang, ví dụ https://…"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The address as written."""
        text = _scalar(node, report, "một địa chỉ bắt đầu bằng https://")
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


@dataclass(frozen=True)
class ListOf:
    """A list of values of one shape."""

    item: Shape
    least: int = 0
    most: int = 500

    @property
    def label(self) -> str:
        """The list and what is in it."""
        return f"danh sách: {self.item.label}"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """A tuple of the items; one bad item makes the list invalid, after all items were looked at."""
        if not isinstance(node, yaml_tree.Sequence):
            inside = node.text if isinstance(node, yaml_tree.Scalar) and node.text else "một, hai"
            report.error("F03", node, "Ở đây cần một danh sách.", f"Viết trong ngoặc vuông: [{inside}].")
            return INVALID
        if not self.least <= len(node.items) <= self.most:
            message = f"Cần ít nhất {self.least} mục." if len(node.items) < self.least else f"Tối đa {self.most} mục."
            report.error("F06", node, message, "Bổ sung hoặc bớt mục trong danh sách.")
            return INVALID
        values = [self.item.read(item, report) for item in node.items]
        return INVALID if INVALID in values else tuple(values)


@dataclass(frozen=True)
class Field:
    """One row of a table of fields."""

    name: str
    shape: Shape
    meaning: str
    example: str = ""
    required: bool = False
    default: Any = None


@dataclass(frozen=True)
class Group:
    """Named fields. `build` receives every field by name (its default when absent) and makes the value."""

    fields: tuple[Field, ...]
    build: Callable[..., Any] = dict
    what: str = "mục này"
    label: str = "nhóm trường"
    with_place: bool = False
    _names: dict[str, Field] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._names.update({row.name: row for row in self.fields})

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """What `build` makes of the values; `INVALID` when a field is unknown, missing or invalid."""
        values = self.values(node, report)
        if isinstance(values, Invalid):
            return INVALID
        if self.with_place:
            values["place"] = report.at(node)
        return self.build(**values)

    def values(self, node: yaml_tree.Node, report: Reporter) -> dict[str, Any] | Invalid:
        """The values by field name, all problems reported together."""
        if not isinstance(node, yaml_tree.Mapping):
            names = ", ".join(row.name for row in self.fields)
            report.error("Y08", node, f"{self.what.capitalize()} phải gồm các trường: {names}.", "Viết “tên: giá trị”.")
            return INVALID
        found: dict[str, Any] = {row.name: row.default for row in self.fields}
        valid = True
        for key, value in node.entries:
            row = self._names.get(key.text)
            if row is None:
                guess = nearest(key.text, list(self._names))
                fix = f"Các trường có thể dùng: {', '.join(self._names)}."
                report.error("F01", key, f"Không có trường “{key.text}”.{guess}", fix)
                valid = False
                continue
            found[key.text] = row.shape.read(value, report)
            valid = valid and found[key.text] is not INVALID
        written = {key.text for key, _ in node.entries}
        for row in self.fields:
            if row.required and row.name not in written:
                example = f": {row.name}: {row.example}" if row.example else ""
                message = f"Thiếu trường “{row.name}” ({row.meaning}) trong {self.what}."
                report.error("F02", node, message, f"Thêm một dòng{example}.")
                valid = False
        return found if valid else INVALID
