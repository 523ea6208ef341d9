"""Splitting an article into its front matter and its body."""

from __future__ import annotations

import re
from itertools import takewhile

from msgspec import Struct

from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import Spot
from cchc_site.content.yaml_tree import Mapping, parse_yaml

FENCE = "---"

_FENCE_LINE = re.compile(r"---[^\S\n]*(?=\n|\Z)")
_LAST_FENCE = re.compile(rf"\n{_FENCE_LINE.pattern}")
_DASHES = re.compile("[-‐-―−]+")


class Document(Struct, frozen=True):
    """The front matter's tree, the Markdown below it, and the line on which that Markdown begins."""

    fields: Mapping
    body: str
    body_line: int


def _why_no_fence(lines: list[str]) -> tuple[Spot, str, str]:
    """Where the first line should have been “---”, what stands there, and what to do."""
    empty = len(list(takewhile(lambda line: not line.strip(), lines)))
    first = lines[empty].strip() if empty < len(lines) else ""
    if first == FENCE:
        message = "Trước dòng “---” đầu tiên còn dòng trống hoặc khoảng trắng."
        return Spot(1, 1), message, "Xóa đi, để “---” là ba ký tự đầu tiên của tệp."
    if _DASHES.fullmatch(first):
        message = f"Dòng đầu của bài là “{first[:20]}”, không phải ba dấu gạch nối “---”."
        fix = "Gõ lại đúng ba dấu gạch nối, trên dòng không có gì khác. Word hay tự đổi chúng thành gạch dài."
        return Spot(empty + 1, 1), message, fix
    return (
        Spot(1, 1),
        "Tệp không bắt đầu bằng dòng “---” nên không có phần thông tin của bài.",
        "Chép phần đầu từ một bài mẫu: dòng “---”, các trường, rồi một dòng “---”.",
    )


def split_document(text: str, report: Reporter) -> Document | None:
    """Split and parse; `None`, with the problem reported, when there is no usable front matter."""
    first = _FENCE_LINE.match(text)
    if first is None:
        report.error("Y06", *_why_no_fence(text.split("\n")))
        return None
    last = _LAST_FENCE.search(text, first.end())
    if last is None:
        report.error(
            "Y06",
            Spot(1, 1),
            "Phần thông tin của bài mở bằng “---” nhưng không có dòng “---” kết thúc.",
            "Thêm một dòng “---” ngay trước nội dung bài.",
        )
        return None
    before = len(report.problems)
    written = text[first.end() + 1 : last.start() + 1]
    tree = parse_yaml(written or "\n", report, first_line=2)
    if tree is None and len(report.problems) > before:
        return None
    if tree is None:
        tree = Mapping((), 1, 1)
    if not isinstance(tree, Mapping):
        report.error(
            "Y08", tree, "Phần thông tin của bài phải gồm các dòng “tên: giá trị”.", "Xem bảng trường trong sổ tay."
        )
        return None
    return Document(tree, text[last.end() + 1 :], written.count("\n") + 3)
