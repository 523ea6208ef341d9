"""Bounds on the shape of a text, so that no file can keep the build busy for hours.

Python-Markdown tries every way to read brackets that are never closed: 4,000 of them take 4 seconds, 16,000 more than
25; a table of 2,500 columns and 5,000 lines fills the memory. No piece written for people comes near these bounds, so a
text outside them is refused with its place. The bounds are checked in one pass, in time linear in the text, and count
inside code too: what is code is for the converter to decide, and the two must not disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import Spot

MOST_CHARACTERS = 200_000
MOST_LINES = 5_000
LONGEST_LINE = 10_000
DEEPEST_INDENT = 80
WIDEST_GAP = 300
MOST_COLUMNS = 60
MOST_FOOTNOTE_MARKS = 400
MOST_HEADINGS = 400
MOST_TAGS = 6_000
MOST_OPEN_TAGS = 100
MOST_MARKS_A_BLOCK = 1_000
DEEPEST_BRACKETS = 12
MOST_OPEN_BRACKETS = 24
DEEPEST_NESTING = 12

_BRACKETS = re.compile(r"[\[\]()]")
_INDENT = re.compile(r"^[ \t]*")
_GAP = re.compile(rf"[ \t]{{{WIDEST_GAP + 1}}}")
_WIDE = " " * (DEEPEST_INDENT + 1)
"""Without tabs, what every too deep indent and every too wide gap has."""
_NESTED = re.compile(rf"^[ \t]*(?:(?:>|(?:[-*+:]|\d{{1,9}}[.)])[ \t])[ \t]*){{{DEEPEST_NESTING + 1}}}")
_HEADING = re.compile(r"^[ \t]{0,3}#|^[ \t]{0,3}(?:=+|-+)[ \t]*$")


class _Excess(Struct, frozen=True):
    """Something beyond a bound: the line from 0, what there is too much of, and what to do."""

    line: int
    column: int
    what: str
    fix: str


def within_limits(markdown: str, report: Reporter, first_line: int = 1) -> bool:
    """Whether the text is within all bounds; the first excess of each kind is reported as M01 with its place."""
    found: dict[str, _Excess] = {}
    for excess in _excesses(markdown):
        found.setdefault(excess.what, excess)
    for excess in found.values():
        where = Spot(first_line + excess.line, excess.column + 1)
        report.error("M01", where, f"Bài có {excess.what}: máy có thể mất nhiều giờ để dựng.", excess.fix)
    return not found


def _excesses(markdown: str) -> Iterator[_Excess]:
    if len(markdown) > MOST_CHARACTERS:
        size = f"{len(markdown):,}".replace(",", ".")
        yield _Excess(0, 0, f"{size} ký tự, quá dài", "Tách thành nhiều bài; kiểm tra xem có dán nhầm tệp không.")
    lines = markdown.split("\n")
    if len(lines) > MOST_LINES:
        yield _Excess(MOST_LINES, 0, f"hơn {MOST_LINES} dòng", "Tách thành nhiều bài, hoặc đính kèm tệp bảng tính.")
        return
    if _may_have_too_many(markdown, len(lines)):
        yield from _counted(lines)
    if _may_have_odd_lines(markdown, lines):
        for number, line in enumerate(lines):
            yield from _line(number, line)
    if _may_be_too_dense(markdown):
        for start, block in _blocks(lines):
            yield from _block(start, block)


def _may_have_too_many(markdown: str, lines: int) -> bool:
    """Never wrong when it says that `_counted` has nothing to find: few lines cannot have many headings."""
    return lines > MOST_HEADINGS or markdown.count("[^") > MOST_FOOTNOTE_MARKS or markdown.count("<") > MOST_OPEN_TAGS


def _may_have_odd_lines(markdown: str, lines: list[str]) -> bool:
    """Never wrong when it says that `_line` has nothing to find: a line has no more than the whole text, and what is
    nested begins with a mark."""
    return (
        len(markdown) > LONGEST_LINE
        or "\t" in markdown
        or _WIDE in markdown
        or markdown.count("|") > MOST_COLUMNS
        or any(_NESTED.match(line) for line in lines if line and not line[0].isalpha())
    )


def _may_be_too_dense(markdown: str) -> bool:
    """Never wrong when it says that `_block` has nothing to find: a block has no more than the whole text."""
    return (
        sum(map(markdown.count, "*_`~")) > MOST_MARKS_A_BLOCK
        or markdown.count("[") > DEEPEST_BRACKETS
        or markdown.count("(") > MOST_OPEN_BRACKETS
    )


def _counted(lines: list[str]) -> Iterator[_Excess]:
    """What may stand only so many times in a whole text."""
    footnotes = headings = tags = closed = 0
    for number, line in enumerate(lines):
        footnotes += line.count("[^")
        headings += bool(_HEADING.match(line))
        tags += line.count("<")
        closed += line.count(">")
        if footnotes > MOST_FOOTNOTE_MARKS:
            yield _Excess(number, 0, f"hơn {MOST_FOOTNOTE_MARKS} dấu chú thích", "Bớt chú thích, hoặc tách bài.")
            return
        if headings > MOST_HEADINGS:
            yield _Excess(number, 0, f"hơn {MOST_HEADINGS} tiêu đề", "Bớt tiêu đề, hoặc tách bài.")
            return
        if tags > MOST_TAGS or tags - closed > MOST_OPEN_TAGS:
            yield _Excess(
                number, 0, "quá nhiều dấu “<”", "Viết bằng Markdown thay cho HTML, hoặc dán lại dạng chữ thuần."
            )
            return


def _line(number: int, line: str) -> Iterator[_Excess]:
    if len(line) > LONGEST_LINE:
        yield _Excess(
            number,
            0,
            f"một dòng dài hơn {LONGEST_LINE} ký tự",
            "Ngắt đoạn; ảnh phải là tệp đặt cạnh bài, không dán vào chữ.",
        )
        return
    if len(line) > DEEPEST_INDENT:
        indent = _INDENT.match(line)
        if indent and len(indent.group().expandtabs(4)) > DEEPEST_INDENT and line.strip():
            yield _Excess(number, 0, "một dòng thụt vào quá sâu", "Bớt khoảng trắng ở đầu dòng.")
        gap = _GAP.search(line)
        if gap:
            yield _Excess(number, gap.start(), "một khoảng trắng quá dài", "Xóa bớt dấu cách.")
    if line.count("|") > MOST_COLUMNS:
        yield _Excess(number, 0, f"bảng hơn {MOST_COLUMNS} cột", "Đính kèm bảng tính thay cho bảng quá rộng.")
    if _NESTED.match(line) and set(line) - {" ", "\t"} not in ({"-"}, {"*"}):
        yield _Excess(number, 0, "trích dẫn hoặc danh sách lồng nhau quá sâu", "Bớt dấu “>” và dấu đầu dòng.")


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank ones, with the number of their first line."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > start:
                yield start, lines[start:number]
            start = number + 1


def _block(start: int, lines: list[str]) -> Iterator[_Excess]:
    depth = opened = 0
    marks = 0
    for number, line in enumerate(lines, start):
        marks += line.count("*") + line.count("_") + line.count("`") + line.count("~")
        if marks > MOST_MARKS_A_BLOCK:
            yield _Excess(number, 0, "quá nhiều dấu *, _, ` trong một đoạn", "Bớt dấu nhấn mạnh; ngắt đoạn.")
            return
        for bracket in _BRACKETS.finditer(line):
            mark = bracket.group()
            if mark == "[":
                depth += 1
            elif mark == "(":
                opened += 1
            elif mark == "]":
                depth = max(0, depth - 1)
            else:
                opened = max(0, opened - 1)
            if depth > DEEPEST_BRACKETS or opened > MOST_OPEN_BRACKETS:
                yield _Excess(
                    number, bracket.start(), "quá nhiều ngoặc mở mà không đóng", "Đóng ngoặc, hoặc xóa ngoặc thừa."
                )
                return
