from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from support.files import Folder, where

from cchc_site.column.instant import parse_instant
from cchc_site.column.procedure import Level, Online, Procedure, is_national
from cchc_site.column.time_limit import TimeLimit, parse_time_limit, shortened_by
from cchc_site.inspection import inspect

YAML = """\
- code: MH-01
  name: Cấp lại giấy (minh họa)
  field: Việc làm
  level: tinh
  unit: van-phong
  time_limit: 10 ngày làm việc
  time_limit_online: 07 ngày làm việc
  fee: Không thu
  online: toan-trinh
  decision: 12/QĐ-UBND
  decided: 2026-05-20
  url: https://dichvucong.gov.vn/p/home/1
  checked: 2026-11-02
"""


def _only(folder: Folder) -> Procedure:
    reading = folder.read()
    assert where(reading.problems) == []
    (item,) = reading.column.procedures.all
    return item


def test_s0_15_s3_28_a_procedure_is_read_from_yaml(folder: Folder) -> None:
    folder.write("_data/procedures/so.yml", YAML)
    item = _only(folder)
    assert (item.code, item.sector, item.level, item.online) == ("MH-01", "Việc làm", Level.PROVINCE, Online.WHOLE)
    assert item.decided == date(2026, 5, 20)
    assert item.missing() == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_s3_15_the_office_s_own_table_in_csv(folder: Folder, separator: str) -> None:
    head = ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cấp thực hiện", "Mức độ", "Chỉ nhận trực tuyến",
            "Ngày đối chiếu", "Phí lệ phí"]  # fmt: skip
    row = ["1", "1.004959", "Cấp giấy", "Việc làm", "Cấp xã", "Mức độ 4", "Có", "02/11/2026", "Không thu"]
    folder.write("_data/procedures/bang.csv", "DANH MỤC\n" + "\n".join(separator.join(r) for r in (head, row)) + "\n")
    item = _only(folder)
    assert (item.code, item.level, item.online, item.online_only) == ("1.004959", Level.COMMUNE, Online.WHOLE, True)
    assert item.checked == date(2026, 11, 2)
    assert item.place.line == 3


def _xlsx(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_office_s_own_workbook(folder: Folder) -> None:
    head: list[object] = ["Mã", "Tên thủ tục", "Lĩnh vực", "Cấp", "Ngày kiểm tra"]
    folder.write("_data/procedures/bang.xlsx", _xlsx(head, ["MH-1", "Cấp giấy", "Việc làm", "Tỉnh", date(2026, 11, 2)]))
    assert _only(folder).checked == date(2026, 11, 2)


OFFICE: list[list[object]] = [
    ["SỞ NỘI VỤ"],
    ["DANH MỤC THỦ TỤC HÀNH CHÍNH"],
    [],
    ["TT", "Mã số TTHC", "Tên thủ tục\nhành chính", "Cấp thực hiện", "Cơ quan giải quyết", "Thời hạn giải quyết",
     "Phí, lệ phí", "Mức độ trực tuyến", "Căn cứ công bố"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
    ["I", "LĨNH VỰC VIỆC LÀM (02 thủ tục)"],
    [1, "1.004959", "Cấp giấy", "Cấp Tỉnh", "Văn phòng Sở", "05 ngày làm việc", 50000,
     "Dịch vụ công trực tuyến toàn trình", "Quyết định số 12/QĐ-UBND ngày 20/5/2026 của Chủ tịch Ủy ban nhân dân tỉnh"],
    [2, "1.004960", "Đổi giấy", "Cấp xã", "VĂN PHÒNG SỞ", "03 ngày làm việc", 0, "Một phần", "12/QĐ-UBND"],
    ["II. Lĩnh vực: Công chức, viên chức"],
    [3, "1.004961", "Xét tuyển", "Cấp tỉnh", "van-phong", "30 ngày", None, None, None],
    [None, None, None, None, None, None, None, "Người lập biểu"],
]  # fmt: skip


def test_s0_15_s3_28_the_table_exactly_as_the_office_keeps_it(folder: Folder) -> None:
    folder.write("_data/procedures/bang.xlsx", _xlsx(*OFFICE))
    reading = folder.read()
    assert where(reading.problems) == []
    told = [(p.code, p.sector, p.unit, p.fee, p.online, p.decision, p.decided) for p in reading.column.procedures.all]
    day = date(2026, 5, 20)
    assert told == [
        ("1.004959", "Việc làm", "van-phong", "50.000 đồng", Online.WHOLE, "12/QĐ-UBND", day),
        ("1.004960", "Việc làm", "van-phong", "0 đồng", Online.PART, "12/QĐ-UBND", None),
        ("1.004961", "Công chức, viên chức", "van-phong", "", None, "", None),
    ]


def test_a_unit_that_nobody_knows_and_a_second_sheet_are_told(folder: Folder) -> None:
    folder.write("_data/procedures/a.csv", "Mã,Tên thủ tục,Lĩnh vực,Cấp,Phòng\nA1,B,C,Tỉnh,Phòng Lạ\n")
    book = load_workbook(io.BytesIO(_xlsx(*OFFICE)))
    for row in OFFICE[3:]:
        (book["Cấp xã"] if "Cấp xã" in book.sheetnames else book.create_sheet("Cấp xã")).append(row)
    out = io.BytesIO()
    book.save(out)
    folder.write("_data/procedures/b.xlsx", out.getvalue())
    problems = folder.read().problems
    assert where(problems) == [("F05", "_data/procedures/a.csv:2:5"), ("F01", "_data/procedures/b.xlsx")]
    assert "trang “Cấp xã”" in problems[1].message


def test_a_code_that_a_spreadsheet_made_a_number_is_refused(folder: Folder) -> None:
    folder.write(
        "_data/procedures/bang.xlsx", _xlsx(["Mã", "Tên thủ tục", "Lĩnh vực", "Cấp"], [1.01, "A", "B", "Tỉnh"])
    )
    assert ("F03", "_data/procedures/bang.xlsx:2:1") in where(folder.read().problems)


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"", b"\x00" * 100])
def test_a_broken_workbook_is_a_problem_with_a_place(folder: Folder, content: bytes) -> None:
    folder.write("_data/procedures/bang.xlsx", content)
    assert where(folder.read().problems)[0] == ("Y01", "_data/procedures/bang.xlsx")


def test_an_unknown_column_is_told_and_a_table_without_headings_too(folder: Folder) -> None:
    folder.write("_data/procedures/a.csv", "Mã,Tên thủ tục,Lĩnh vực,Cấp,Màu sắc\nA1,B,C,Tỉnh,đỏ\n")
    folder.write("_data/procedures/b.csv", "một,hai\nba,bốn\n")
    assert where(folder.read().problems) == [
        ("F01", "_data/procedures/a.csv:1:5"),
        ("Y08", "_data/procedures/b.csv:1:1"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("unit: van-phong", "unit: phong-la"), "H04"),
        (("decision: 12/QĐ-UBND", "decision: mười hai"), "H04"),
        (("https://dichvucong.gov.vn/p/home/1", "https://dichvucong.tinh.gov.vn/"), "H03"),
        (("https://dichvucong.gov.vn/p/home/1", "http://dichvucong.gov.vn/"), "H03"),
        (("https://dichvucong.gov.vn/p/home/1", "https://dichvucong.gov.vn.example/"), "H03"),
        (("  fee: Không thu\n", ""), "H02"),
        (("07 ngày làm việc", "10 ngày làm việc"), "H05"),
    ],
)
def test_s4_40_what_is_wrong_with_a_procedure_is_found(folder: Folder, change: tuple[str, str], code: str) -> None:
    folder.write("_data/procedures/so.yml", YAML.replace(*change))
    assert [problem.code for problem in folder.problems()] == [code]


def test_two_procedures_with_one_code(folder: Folder) -> None:
    folder.write("_data/procedures/so.yml", YAML + YAML)
    assert where(folder.problems()) == [("H01", "_data/procedures/so.yml:14:3")]


def test_s1_30_a_piece_names_known_procedures_and_copied_forms_are_told(folder: Folder) -> None:
    folder.write("_data/procedures/so.yml", YAML)
    folder.write("van-ban/mau-don-de-nghi.docx", b"PK")
    folder.article(procedures="[MH-02]")
    assert sorted(problem.code for problem in folder.problems()) == ["H06", "H07"]


def test_s3_09_staleness_is_judged_at_the_instant(folder: Folder) -> None:
    folder.write("_data/procedures/so.yml", YAML)
    for day, expected in (("2027-05-01", []), ("2027-05-02", ["H08"])):
        found = inspect(folder.root, parse_instant(day)).problems
        assert [p.code for p in found if p.code.startswith("H")] == expected


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("15 ngày làm việc", TimeLimit(15, "ngày làm việc")),
        ("Không quá 08 giờ làm việc kể từ khi nhận đủ hồ sơ", TimeLimit(8, "giờ làm việc")),
        ("Trong ngày làm việc", TimeLimit(1, "ngày làm việc")),
        ("theo quy định", None),
    ],
)
def test_time_limits(text: str, limit: TimeLimit | None) -> None:
    assert parse_time_limit(text) == limit


def test_shorter_by() -> None:
    assert shortened_by("15 ngày làm việc", "10 ngày làm việc") == TimeLimit(5, "ngày làm việc")
    assert shortened_by("15 ngày", "10 giờ") is None


def test_s4_34_only_the_national_source() -> None:
    assert is_national("https://www.dichvucong.gov.vn/p/home")
    assert not is_national("https://dichvucong.gov.vn@xau.example/")
    assert not is_national("javascript:alert(1)")


def test_a_data_file_with_a_wrong_ending_is_told(folder: Folder, tmp_path: Path) -> None:
    folder.write("_data/procedures/bang.xls", b"x")
    assert where(folder.read().problems) == [("C02", "_data/procedures/bang.xls")]
