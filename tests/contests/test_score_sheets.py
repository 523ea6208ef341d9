"""Judges' sheets: what was given out comes back as points; whatever was tampered with is refused with its cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.defined_name import DefinedName
from support.contests import CODES, contest, filled, saved

from cchc_site.column.article import Form
from cchc_site.column.contest.scoring import Sheet
from cchc_site.content.reporter import Reporter
from cchc_site.content.score_sheet import read_score_sheet
from cchc_site.report.contest_sheets import score_sheet_xlsx

RULE = contest()
POINTS: dict[str, tuple[float, ...]] = {CODES[0]: (8.25, 7), CODES[1]: (0, 10), CODES[2]: (5, 5.5)}
JUDGES = ("GK 1", "GK 2")


def read(data: bytes, name: str = "phieu.xlsx", codes: tuple[str, ...] = CODES[:3]) -> tuple[Sheet | None, list[str]]:
    report = Reporter(name)
    sheet = read_score_sheet(data, name, RULE, codes, JUDGES, report)
    assert all(problem.fix for problem in report.problems)
    return sheet, [f"{problem.code} {problem.message}" for problem in report.problems]


def test_points_come_back_exactly() -> None:
    sheet, problems = read(saved(filled(RULE, "GK 1", POINTS)))
    assert problems == []
    assert sheet is not None
    assert sheet.judge == "GK 1"
    assert sheet.points[CODES[0]] == {"y": Decimal("8.25"), "loi": Decimal(7)}
    assert sheet.points[CODES[1]] == {"y": Decimal(0), "loi": Decimal(10)}


def test_the_sheet_is_the_same_every_time_and_has_no_formula() -> None:
    rule = contest(rubric=(RULE.rubric[0],), ties=())
    forms = dict.fromkeys(CODES, Form.TEXT)
    data = score_sheet_xlsx(rule, "=cmd|' /C calc'!A0", forms)
    assert data == score_sheet_xlsx(rule, "=cmd|' /C calc'!A0", forms)
    page: Any = load_workbook(io.BytesIO(data)).active
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert page.protection.sheet
    (check,) = page.data_validations.dataValidation
    assert (str(check.sqref), check.formula1, check.formula2) == ("D7:D10", "0", "10")


def _set(cell: str, value: object) -> Callable[[Any], None]:
    def change(page: Any) -> None:
        page[cell] = value

    return change


def _hide_row(page: Any) -> None:
    page.row_dimensions[8].hidden = True


def _hide_column(page: Any) -> None:
    page.column_dimensions["D"].hidden = True


def _swap(page: Any) -> None:
    page["B7"], page["B8"] = page["B8"].value, page["B7"].value


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set("B8", "ZZZZ-9999"), "P02 Ô B8: mã “ZZZZ-9999” không có trong danh sách; đúng là “BBBB-3333”."),
        (_set("B8", CODES[0]), "P02 Ô B8: ở đây là “AAAA-2222”; dòng của mã “BBBB-3333” bị xóa."),
        (_swap, "P02 Ô B7: ở đây là “BBBB-3333”; dòng của mã “AAAA-2222” bị chuyển chỗ."),
        (lambda page: page.delete_rows(9), "P02 Ô B9: thiếu dòng của mã “CCCC-4444”."),
        (lambda page: page.delete_rows(8), "P02 Ô B8: ở đây là “CCCC-4444”; dòng của mã “BBBB-3333” bị xóa."),
        (_set("B10", CODES[3]), "P02 Ô B10: có nội dung ngoài khung phiếu."),
        (_set("H7", "x"), "P02 Ô H7: có nội dung ngoài khung phiếu."),
        (
            _set("D6", "Ý tưởng (tối đa 100)"),
            "P02 Ô D6: tiêu đề “Ý tưởng (tối đa 100)”, đúng là “Ý tưởng (tối đa 10)”.",
        ),
        (_set("B3", "khac"), "P02 Ô B3: phiếu của cuộc thi “khac”, không phải “cuoc-thi”."),
        (_set("B4", "GK 9"), "P02 Ô B4: không phát phiếu cho giám khảo “GK 9”."),
        (_set("D7", "=10"), "P03 Ô D7 là công thức."),
        (_set("F7", '=HYPERLINK("http://xau.example")'), "P03 Ô F7 là công thức."),
        (_set("D7", "tám"), "P03 Ô D7: “tám” không phải là số."),
        (_set("D7", True), "P03 Ô D7: “True” không phải là số."),
        (_set("D7", "#DIV/0!"), "P03 Ô D7: “#DIV/0!” không phải là số."),
        (_set("E8", 10.01), "P04 Ô E8: 10.01 ngoài thang điểm."),
        (_set("E8", -1), "P04 Ô E8: -1 ngoài thang điểm."),
        (_set("E8", 9.999), "P04 Ô E8: 9.999 có quá hai số lẻ hoặc quá lớn."),
        (_set("E8", "-0,5"), "P04 Ô E8: -0,5 ngoài thang điểm."),
        (_set("E9", None), "P05 Ô E9: chưa chấm “Lời văn”."),
        (_hide_row, "P01 Phiếu có dòng 8 bị ẩn."),
        (_hide_column, "P01 Phiếu có cột D bị ẩn."),
    ],
)
def test_a_tampered_sheet_is_refused_with_its_cell(change: Callable[[Any], None], told: str) -> None:
    book = filled(RULE, "GK 1", POINTS)
    change(book.active)
    sheet, problems = read(saved(book))
    assert sheet is None
    assert told in problems


def test_a_decimal_comma_typed_as_text_is_a_number() -> None:
    book = filled(RULE, "GK 2", POINTS)
    book.active["D7"] = "8,5"
    sheet, problems = read(saved(book))
    assert (problems, sheet and sheet.points[CODES[0]]["y"]) == ([], Decimal("8.5"))


def _with_part(name: str) -> bytes:
    data = saved(filled(RULE, "GK 1", POINTS))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as former, zipfile.ZipFile(out, "w") as changed:
        for item in former.namelist():
            changed.writestr(item, former.read(item))
        changed.writestr(name, b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/vbaProject.bin", "macro (VBA)"),
        ("xl/VBAPROJECT.BIN", "macro (VBA)"),
        ("xl/externalLinks/externalLink1.xml", "liên kết tới tệp khác"),
        ("xl/connections.xml", "kết nối dữ liệu ngoài"),
        ("xl/embeddings/oleObject1.bin", "tệp nhúng"),
        ("xl/macrosheets/sheet1.xml", "trang macro Excel 4"),
    ],
)
def test_a_workbook_with_more_than_cells_is_refused(part: str, told: str) -> None:
    sheet, problems = read(_with_part(part))
    assert sheet is None
    assert problems == [f"P01 Bảng tính có {told}."]


@pytest.mark.parametrize("name", ["phieu.xlsm", "phieu.xls", "phieu.csv"])
def test_only_xlsx_is_read(name: str) -> None:
    sheet, problems = read(saved(filled(RULE, "GK 1", POINTS)), name)
    assert (sheet, problems[0][:3]) == (None, "P01")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"khong phai", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert read(data)[1][0].startswith("P01 Tệp không phải là bảng tính Excel")


def test_a_hidden_or_second_page_is_refused() -> None:
    book = filled(RULE, "GK 1", POINTS)
    book.create_sheet("An").sheet_state = "veryHidden"
    assert read(saved(book))[1] == ["P01 Trang tính “An” bị ẩn."]
    book = filled(RULE, "GK 1", POINTS)
    book.create_sheet("Thêm")
    assert read(saved(book))[1][0].startswith("P02 Phiếu phải có đúng một trang tính")


def test_a_named_formula_does_no_harm() -> None:
    book = filled(RULE, "GK 1", POINTS)
    book.defined_names["x"] = DefinedName("x", attr_text="1+1")
    sheet, problems = read(saved(book))
    assert problems == []
    assert sheet is not None
