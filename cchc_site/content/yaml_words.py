"""The YAML parser's complaints in an editor's words: what is wrong on the line, and how to write it instead."""

from __future__ import annotations

import re

import yaml
from msgspec import Struct

CHECK_SYNTAX = "So với mẫu trong sổ tay: mỗi dòng là “tên: giá trị”, dấu hai chấm có một khoảng trắng theo sau."
_TIGHT = re.compile(r"\s*([A-Za-z_]+)(?::(?=[^\s/])|：)")
_PAIR = re.compile(r"\s*(?:- )?(\w+):[ \t]+(.*)$")
_SPECIAL = ("@", "`", "%", "!", "&", "*", "- ", "? ", "|", ">")


class Explained(Struct, frozen=True):
    """A complaint: line and column from 0 in the text, what happened, and what to do."""

    line: int
    column: int
    message: str
    fix: str


def explain(text: str, error: yaml.MarkedYAMLError) -> Explained | None:
    """What an editor must know; `None` when the parser does not say where it stopped."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and _is_left_open(error):
        # The parser notices at the end of the text; the editor must look where it was opened.
        mark = error.context_mark
    if mark is None:
        return None
    lines = text.split("\n")
    # A line without its space is taken for text, and the parser stumbles over the line below it.
    for number in (mark.line - 1, mark.line):
        if 0 <= number < len(lines) and (found := _TIGHT.match(lines[number])):
            name = found.group(1)
            if "：" in found.group():
                message = f"Dấu hai chấm sau “{name}” là dấu to của bàn phím nước ngoài, máy không nhận."
            else:
                message = f"Sau dấu hai chấm của “{name}” thiếu một khoảng trắng."
            return Explained(number, found.end(), message, f"Gõ lại: “{name}: …”, dấu hai chấm rồi một khoảng trắng.")
    line = lines[mark.line] if mark.line < len(lines) else ""
    message, fix = _of_the_value(line, mark.column, str(error.problem or "")) or _of_the_parser(
        str(error.problem or ""), str(error.context or "")
    )
    return Explained(mark.line, mark.column, message, fix)


def _of_the_value(line: str, column: int, problem: str) -> tuple[str, str] | None:
    """What the line itself shows: a value that begins with a sign that means something to the machine."""
    pair = _PAIR.match(line)
    name, value = (pair.group(1), pair.group(2).strip()) if pair else ("", "")
    quoted = "Đặt cả giá trị trong dấu ngoặc kép."
    # The two parsers of PyYAML, in C and in Python, say the same in different words.
    stuck = "did not find expected key" in problem or "expected <block end>" in problem
    second_line = "mapping values are not allowed" in problem and line.find(":") == column
    if stuck and value[:1] in ('"', "'"):
        example = f", ví dụ: {name}: '{value}'" if value[0] == '"' and "'" not in value and len(value) < 60 else ""
        return (
            "Giá trị mở đầu bằng dấu ngoặc kép, mà sau dấu đóng còn chữ.",
            f"Bọc cả giá trị trong dấu nháy đơn, hoặc dùng dấu ngoặc cong “ ”{example}.",
        )
    if stuck and value[:1] in ("[", "{"):
        kind = "danh sách" if value[0] == "[" else "nhóm trường"
        return f"Giá trị bắt đầu bằng “{value[0]}” nên máy hiểu là một {kind}.", quoted
    if value.startswith(_SPECIAL):
        return f"Giá trị bắt đầu bằng “{value[0]}”, ký hiệu có nghĩa riêng với máy.", quoted
    if line[:1] == " " and (stuck or second_line):
        return (
            "Dòng này thụt vào không khớp với các dòng cùng nhóm.",
            "Trường của bài viết sát lề trái; các dòng trong một nhóm thụt bằng nhau, hai dấu cách.",
        )
    return None


def _of_the_parser(problem: str, context: str) -> tuple[str, str]:
    if "mapping values are not allowed" in problem:
        return (
            "Giá trị ở dòng này có dấu hai chấm nên máy hiểu nhầm thành một trường mới.",
            'Đặt cả giá trị trong dấu ngoặc kép, ví dụ: title: "Nộp hồ sơ: ba bước".',
        )
    if "escape" in problem or "hexdecimal" in problem:
        return (
            "Dấu gạch chéo ngược “\\” trong ngoặc kép có nghĩa đặc biệt với máy.",
            "Viết hai dấu gạch chéo ngược, hoặc dùng dấu nháy đơn thay cho ngoặc kép.",
        )
    if "quoted scalar" in context or "unexpected end of stream" in problem:
        return "Dấu ngoặc kép mở ra mà không đóng lại.", "Thêm dấu ngoặc kép ở cuối giá trị."
    if "expected ',' or" in problem or "flow" in context:
        return (
            "Danh sách trong ngoặc chưa đóng hoặc thiếu dấu phẩy.",
            "Viết như: areas: [procedures, e-government]. Ngoặc là chữ của bài thì đặt cả giá trị trong dấu ngoặc kép.",
        )
    if "could not find expected ':'" in problem:
        return "Gần đây có một dòng không phải “tên: giá trị”.", CHECK_SYNTAX
    return "Phần dữ liệu YAML viết chưa đúng ở gần đây.", CHECK_SYNTAX


def _is_left_open(error: yaml.MarkedYAMLError) -> bool:
    """Whether a quote or a bracket was opened and never closed."""
    problem, context = str(error.problem or ""), str(error.context or "")
    return "unexpected end of stream" in problem or "while parsing a flow" in context
