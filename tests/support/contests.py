"""Contests for tests: one with a small rubric and prizes, its record, its entries and its judges' sheets."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from cchc_site.column.article import Form
from cchc_site.column.contest.contest import Contest, EntryForm
from cchc_site.column.contest.entry import Entry, Person
from cchc_site.column.contest.prize import Prize
from cchc_site.column.contest.record import ContestRecord, UnitEntries
from cchc_site.column.contest.rubric import Criterion
from cchc_site.column.contest.scoring import Sheet
from cchc_site.column.deadline import Limits
from cchc_site.column.due import Due
from cchc_site.column.obligations.timeline_step import TimelineStep
from cchc_site.report.contest_sheets import score_sheet_xlsx
from support.builders import at, day, prose

CODES = ("AAAA-2222", "BBBB-3333", "CCCC-4444", "DDDD-5555")


def contest(
    units: tuple[str, ...] = ("van-phong",), minimum: int = 0, deadline: str = "2024-03-14T16:00", **fields: Any
) -> Contest:
    """Texts of 1000 to 2000 chữ, videos of 4 to 6 minutes; two criteria of 10; a first and two consolation prizes."""
    values: dict[str, Any] = {
        "forms": (EntryForm(Form.TEXT, Limits(1000, 2000)), EntryForm(Form.VIDEO, Limits(240, 360), 60)),
        "rubric": (Criterion("y", "Ý tưởng", 10), Criterion("loi", "Lời văn", 10)),
        "ties": ("y",),
        "prizes": (Prize("nhat", "Giải nhất", 1, 1_000_000), Prize("kk", "Giải khuyến khích", 2, 300_000, False)),
        **fields,
    }
    return Contest(
        id="cuoc-thi",
        title="Cuộc thi viết",
        entries=TimelineStep("nop", "Nhận bài", Due.before(at(deadline)), day("2024-03-01")),
        judging=TimelineStep("cham", "Chấm thi", Due.by(day("2024-03-20")), day("2024-03-15")),
        award=TimelineStep("trao", "Trao giải", Due.by(day("2024-03-22")), day("2024-03-22")),
        units=units,
        minimum=minimum,
        **values,
    )


def counted(rule: Contest, when: str, **units: tuple[int, int]) -> ContestRecord:
    """A public record: unit → (submitted, valid)."""
    rows = tuple(UnitEntries(unit, submitted, valid) for unit, (submitted, valid) in units.items())
    return ContestRecord(rule.id, at(when), rows)


def entry(receipt: str = "001", received: str = "2024-03-10T09:00", words: int = 1200, **fields: Any) -> Entry:
    """A valid written entry."""
    values: dict[str, Any] = {
        "title": f"Bài số {receipt}",
        "form": Form.TEXT,
        "unit": "van-phong",
        "person": Person("Người Thử", phone="0912345678", name_consent=True),
        "text": prose(f"e{receipt}x", words),
        "original": True,
        **fields,
    }
    return Entry(receipt=receipt, received=at(received), **values)


def sheet(judge: str, **rows: tuple[str, ...]) -> Sheet:
    """A judge's points in the order of the rubric; codes are written without their hyphen part: A, B, C, D."""
    names = {code[0]: code for code in CODES}
    points = {
        names[key]: {name: Decimal(value) for name, value in zip(("y", "loi"), values, strict=True)}
        for key, values in rows.items()
    }
    return Sheet(judge, points)


def filled(rule: Contest, judge: str, points: Mapping[str, tuple[float, ...]]) -> Any:
    """The given-out sheet opened as a workbook, with points filled in."""
    book = load_workbook(io.BytesIO(score_sheet_xlsx(rule, judge, dict.fromkeys(points, Form.TEXT))))
    page = book.active
    assert page is not None
    for row, code in enumerate(sorted(points), 7):
        for column, value in enumerate(points[code], 4):
            page.cell(row, column).value = value
    return book


def saved(book: Any) -> bytes:
    """A workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
