"""Groups: lists of values, and named fields. A table of fields is a group of rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from msgspec import Struct

from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Invalid, Shape, nearest


class ListOf(Struct, frozen=True):
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
            fix = f"Viết trong ngoặc vuông: [{inside}]."
            if isinstance(node, yaml_tree.Mapping):
                fix = "Thêm ngoặc vuông ở ngoài: [{…}], hoặc mở đầu mỗi mục bằng “- ” trên dòng riêng."
            report.error("F03", node, "Ở đây cần một danh sách.", fix)
            return INVALID
        if not self.least <= len(node.items) <= self.most:
            message = f"Cần ít nhất {self.least} mục." if len(node.items) < self.least else f"Tối đa {self.most} mục."
            report.error("F06", node, message, "Bổ sung hoặc bớt mục trong danh sách.")
            return INVALID
        values = [self.item.read(item, report) for item in node.items]
        return INVALID if INVALID in values else tuple(values)


class Field(Struct, frozen=True):
    """One row of a table of fields."""

    name: str
    shape: Shape
    meaning: str
    example: str = ""
    required: bool = False
    default: Any = None


class Group(Struct, frozen=True, dict=True):
    """Named fields. `build` receives every field by name (its default when absent) and makes the value."""

    fields: tuple[Field, ...]
    build: Callable[..., Any] = dict
    what: str = "mục này"
    label: str = "nhóm trường"
    with_place: bool = False

    @cached_property
    def _names(self) -> dict[str, Field]:
        return {row.name: row for row in self.fields}

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
            wanted = [row for row in self.fields if row.required] or self.fields[:1]
            inside = ", ".join(f"{row.name}: {_in_quotes(row.example)}" for row in wanted)
            message = f"{self.what.capitalize()} phải gồm các trường: {names}."
            report.error("Y08", node, message, f"Viết trong ngoặc nhọn, ví dụ: {{{inside}}}.")
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
                example = f" {row.name}: {row.example}" if row.example else " trường ấy"
                message = f"Thiếu trường “{row.name}” ({row.meaning}) trong {self.what}."
                report.error("F02", node, message, f"Thêm{example}.")
                valid = False
        return found if valid else INVALID


def _in_quotes(example: str) -> str:
    """The example as it stands safely between braces."""
    return example if example and not re.search(r"[\s,:{}\[\]…]", example) else f'"{example or "…"}"'
