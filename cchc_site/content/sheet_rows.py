"""Rows of an office's table, turned into the same trees that YAML gives.

A row becomes a group of fields with its own place, so that one table of fields reads all three kinds of file and names
the row and the column of every fault. Headings and words may be the office's own Vietnamese ones, and what offices put
between the rows is understood: titles above the table, a row that numbers the columns, a row that names the field of
the rows below it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import nearest
from cchc_site.content.sheet_moments import iso_cell, iso_instant
from cchc_site.content.text_file import Spot
from cchc_site.vietnamese import document_numbers
from cchc_site.vietnamese.numbers import group_thousands
from cchc_site.vietnamese.text import fold, nfc

MAX_ROWS = 100_000
HEAD_WITHIN = 20
"""Lines in which the heading row of a table is looked for; an office's title may stand above it."""
_LOCAL_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_DAY_IN_TEXT = re.compile(r"ngày\s+([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_COLUMN_NUMBER = re.compile(r"\(?[0-9]{1,2}\)?")
_SECTION_NUMBER = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|[0-9]{1,3})[.)/:-]?\s+(?=\S)")
_SECTION_WORD = re.compile(r"^lĩnh vực\s*:?\s*", re.IGNORECASE)
_SECTION_CELLS = 2
"""A row with no more cells than this, and no key, is a title among the rows: its number and its words."""


class Headings(Struct, frozen=True):
    """How a table's own words are understood: heading → field, and word → the field's word."""

    fields: Mapping[str, Sequence[str]]
    """Field → headings besides its own name."""
    key: str
    """The field that every row has."""
    section: str = ""
    """The field that a title among the rows gives to the rows below it, where the table has no column for it."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    titles: bool = True
    """Whether a row of one or two cells is a title among the rows; where it can be an entry, none may be lost."""
    days: frozenset[str] = frozenset()
    instants: frozenset[str] = frozenset()
    """Fields that are a day with a time."""
    lists: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """Fields whose cells must be text: a spreadsheet that made a number of "1.010" has lost the zero."""
    amounts: frozenset[str] = frozenset()
    """Fields in which a bare number is an amount of đồng."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Field with a document's number → field of its day: "Quyết định số 12/QĐ-UBND ngày 20/5/2026" fills both."""
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Fields that name an entry of another register, by its id or its full name → id."""

    def field_of(self, heading: str) -> str | None:
        """The field that a heading means."""
        wanted = plain(heading)
        for name, others in self.fields.items():
            if wanted == plain(name) or any(wanted == plain(other) for other in others):
                return name
        return None


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Text without diacritics, capitals and marks, in which two ways of typing a heading are the same."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def fields_told(start: str, mark: str, headings: Headings) -> int:
    """How many fields the best heading row names when the cells are cut at `mark`."""
    rows = csv.reader(io.StringIO(start), delimiter=mark)
    return max((sum(1 for cell in row if headings.field_of(cell)) for row in rows), default=0)


def is_head(row: Iterable[Any], headings: Headings) -> bool:
    """Two cells that name fields: an office's table often has its title above."""
    return sum(1 for cell in row if isinstance(cell, str) and headings.field_of(cell)) >= 2


def trees(rows: list[list[Any]], headings: Headings, report: Reporter) -> list[yaml_tree.Mapping]:
    """The rows below the heading row; problems reported, never raised."""
    start = next((number for number, row in enumerate(rows[:HEAD_WITHIN]) if is_head(row, headings)), None)
    if start is None:
        if rows:
            known = ", ".join(headings.fields)
            report.error("Y08", Spot(1, 1), "Không thấy dòng tiêu đề của bảng.", f"Ghi tên cột ở dòng đầu: {known}.")
        return []
    if len(rows) > MAX_ROWS:
        report.error("T02", None, f"Bảng có hơn {MAX_ROWS} dòng.", "Tách bảng thành nhiều tệp.")
        return []
    names = _names(rows[start], start + 1, headings, report)
    by_section = headings.section and headings.section not in names
    found, section = [], None
    for number, row in enumerate(rows[start + 1 :], start + 2):
        filled = [(column, cell) for column, cell in enumerate(row, 1) if cell is not None and str(cell).strip()]
        if not filled or (number == start + 2 and _numbers_columns(filled)):
            continue
        if _is_section(filled, names, headings):
            section = _section(filled, number) or section
            continue
        entries = _entries(filled, names, headings, number, report)
        if by_section and section is not None:
            entries[headings.section] = (yaml_tree.Scalar(headings.section, False, section.line, 1), section)
        found.append(yaml_tree.Mapping(tuple(entries.values()), number, 1))
    return found


def _names(row: list[Any], line: int, headings: Headings, report: Reporter) -> list[str | None]:
    names = [headings.field_of(str(cell)) if cell is not None else None for cell in row]
    for column, cell in enumerate(row, 1):
        if cell not in (None, "") and names[column - 1] is None and plain(str(cell)) not in ("stt", "tt", "so tt"):
            message = f"Cột “{' '.join(str(cell).split())}” không có trong bảng trường nên bị bỏ qua."
            report.warning("F01", Spot(line, column), message, f"Tên cột dùng được: {', '.join(headings.fields)}.")
    return names


def _numbers_columns(filled: list[tuple[int, Any]]) -> bool:
    """Whether it is the row "(1) (2) (3) …" below the headings."""
    return len(filled) > _SECTION_CELLS and all(_COLUMN_NUMBER.fullmatch(str(cell).strip()) for _, cell in filled)


def _is_section(filled: list[tuple[int, Any]], names: list[str | None], headings: Headings) -> bool:
    if not headings.titles or len(filled) > _SECTION_CELLS or len(names) <= _SECTION_CELLS:
        return False
    keys = (str(cell).strip() for column, cell in filled if column <= len(names) and names[column - 1] == headings.key)
    # A title may stand in the key's column; unlike a code it has several words, unlike a number it is none.
    return all(" " in key and not any(document_numbers.find_all(key)) for key in keys)


def _section(filled: list[tuple[int, Any]], line: int) -> yaml_tree.Scalar | None:
    """The words of a title among the rows: "II. LĨNH VỰC VIỆC LÀM (12 thủ tục)" → "Việc làm"."""
    column, cell = max(filled, key=lambda pair: len(str(pair[1])))
    text = re.sub(r"\s*\([^)]*\)$", "", _SECTION_NUMBER.sub("", " ".join(nfc(str(cell)).split())))
    text = _SECTION_WORD.sub("", text)
    if text.isupper():
        text = text.capitalize()
    return yaml_tree.Scalar(text[:1].upper() + text[1:], True, line, column) if text else None


Entries = dict[str, tuple[yaml_tree.Scalar, yaml_tree.Node]]


def _entries(
    filled: list[tuple[int, Any]], names: list[str | None], headings: Headings, line: int, report: Reporter
) -> Entries:
    entries: Entries = {}
    for column, cell in filled:
        name = names[column - 1] if column <= len(names) else None
        if name is None:
            continue
        if name in headings.texts and isinstance(cell, int | float):
            message = f"Ô này là số ({cell}), Excel có thể đã bỏ mất chữ số của mã."
            report.error("F03", Spot(line, column), message, "Định dạng cột là Text rồi nhập lại mã.")
        text = _text(name, cell, headings)
        if name in headings.names:
            text = _named(text, headings.names[name], Spot(line, column), report)
        elif name in headings.numbers:
            text, day = _number_and_day(text)
            if day:
                _put(entries, headings.numbers[name], day, line, column)
        node: yaml_tree.Node | None = None
        if name in headings.lists:
            parts = [part.strip() for part in text.split(";") if part.strip()]
            node = yaml_tree.Sequence(tuple(yaml_tree.Scalar(p, True, line, column) for p in parts), line, column)
        if text:
            _put(entries, name, text, line, column, node)
    return entries


def _put(entries: Entries, name: str, text: str, line: int, column: int, node: yaml_tree.Node | None = None) -> None:
    entries[name] = (yaml_tree.Scalar(name, False, line, column), node or yaml_tree.Scalar(text, True, line, column))


def _text(name: str, cell: Any, headings: Headings) -> str:
    if isinstance(cell, datetime):
        return iso_cell(cell) if name in headings.instants else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, int) and name in headings.amounts:
        return f"{group_thousands(cell)} đồng"
    text = " ".join(nfc(str(cell)).split())
    local = _LOCAL_DAY.fullmatch(text) if name in headings.days else None
    if local:
        return _iso(local)
    if name in headings.instants:
        return iso_instant(text)
    words = headings.words.get(name)
    return words.get(plain(text), text) if words else text


def _iso(day: re.Match[str]) -> str:
    return f"{int(day[3]):04d}-{int(day[2]):02d}-{int(day[1]):02d}"


def _number_and_day(text: str) -> tuple[str, str]:
    """A document's number and day out of a sentence that names it; any other text as it is."""
    found = next(iter(document_numbers.find_all(text)), None)
    if found is None:
        return text, ""
    day = _DAY_IN_TEXT.search(text)
    return text[found.start : found.end], _iso(day) if day else ""


def _named(text: str, known: Mapping[str, str], spot: Spot, report: Reporter) -> str:
    """The id of what a cell names; empty, and told, when nothing has that name."""
    if (found := known.get(plain(text))) is not None:
        return found
    message = f"Không có đơn vị “{text}”.{nearest(text, sorted(known.values()))}"
    report.error("F05", spot, message, "Ghi mã hoặc đúng tên đơn vị như trong units.yml.")
    return ""
