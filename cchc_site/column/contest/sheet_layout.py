"""Where everything stands on a judge's sheet: who writes the sheet and who reads it back share this."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_site.column.contest.contest import Contest

SHEET = "Phiếu chấm"
TITLE_CELL, CONTEST_CELL, JUDGE_CELL = "A1", "B3", "B4"
HEAD_ROW = 6
"""The row of headings, from 1; the entries follow."""
FIRST_POINTS = 4
"""The column of the first criterion, from 1: before it stand number, code and form."""


def headings(contest: Contest) -> tuple[str, ...]:
    """The headings from the first column on."""
    criteria = (f"{criterion.title} (tối đa {criterion.maximum})" for criterion in contest.rubric)
    return ("STT", "Mã bài", "Hình thức", *criteria, "Ghi chú")


def column_letter(number: int) -> str:
    """A column's letters, from 1: A … Z, AA …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """“D7”."""
    return f"{column_letter(column)}{row}"


def in_sheet_order(codes: Sequence[str]) -> tuple[str, ...]:
    """The order of entries on every sheet: by code, which tells nothing of who came when."""
    return tuple(sorted(codes))
