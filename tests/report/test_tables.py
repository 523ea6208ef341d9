"""Tables for spreadsheets: real types, one header, and no cell that could run."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from support.papers import papers

from cchc_site.report.csv_table import plain, rows_csv, table_csv
from cchc_site.report.fixed_zip import fixed_zip, repacked
from cchc_site.report.outline import Link
from cchc_site.report.text_width import twips
from cchc_site.report.xlsx_report import report_xlsx

DATA = report_xlsx(*papers())


def sheet(name: str) -> Worksheet:
    found = load_workbook(io.BytesIO(DATA))[name]
    assert isinstance(found, Worksheet)
    return found


def test_every_table_has_its_sheet() -> None:
    names = ["Tổng hợp", "Theo tháng", "Thể loại", "Đơn vị", "Tác giả", "Chủ đề", "Nhiệm vụ", "Việc của kế hoạch"]
    assert load_workbook(io.BytesIO(DATA)).sheetnames == [*names, "Lĩnh vực", "Tin, bài"]


def test_cells_have_their_own_types() -> None:
    row = next(sheet("Tin, bài").iter_rows(min_row=2, max_row=2))
    assert row[0].value == 1
    assert row[2].value == datetime(2024, 1, 5)
    assert row[2].number_format == "dd/mm/yyyy"
    assert row[7].hyperlink is not None
    assert row[7].hyperlink.target == "https://cchc.example/tin-bai/2024/01/bai-1/"


def test_the_header_is_frozen_and_filtered() -> None:
    for name in load_workbook(io.BytesIO(DATA)).sheetnames[1:]:
        assert sheet(name).freeze_panes == "A2"
        assert sheet(name).auto_filter.ref is not None


def test_nothing_is_a_formula() -> None:
    for item in load_workbook(io.BytesIO(DATA)).worksheets:
        assert not [cell.coordinate for row in item.iter_rows() for cell in row if cell.data_type == "f"]
    titles = [row[1].value for row in sheet("Tin, bài").iter_rows(min_row=2)]
    assert any(str(title).startswith("=HYPERLINK") for title in titles), "it stands there as the text it is"


def test_the_workbook_is_the_same_bytes_twice() -> None:
    assert report_xlsx(*papers()) == DATA
    assert repacked(DATA) == repacked(report_xlsx(*papers()))


def test_csv_opens_in_excel() -> None:
    data = table_csv(papers()[1].appendix[0])
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][:3] == ["STT", "Tên tin, bài", "Ngày đăng"]
    assert rows[1][2] == "2024-01-05"
    assert len(rows) == 10


def test_csv_cells_cannot_run() -> None:
    for text in ("=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1"):
        assert str(plain(text)).startswith("'")
    assert plain(-5) == -5, "a number is a number"
    assert plain("37/KH-UBND") == "37/KH-UBND"
    assert plain(Link("x", "https://a.example/")) == "https://a.example/"
    rows = list(csv.reader(io.StringIO(table_csv(papers()[1].appendix[0]).decode("utf-8-sig"))))
    assert rows[-1][1].startswith("'=HYPERLINK")
    assert rows[-1][6] == "'@ai"
    assert rows_csv(("=đầu",), []).decode("utf-8-sig") == "'=đầu\r\n"


def test_zips_have_no_time_of_their_own() -> None:
    files = [("b.txt", b"hai"), ("a.txt", b"mot")]
    data = fixed_zip(files)
    assert data == fixed_zip(files)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["b.txt", "a.txt"], "the order given"
        assert archive.read("a.txt") == b"mot"
    assert repacked(data) == data


def test_width_of_a_line_in_bold_times() -> None:
    assert twips("Độc lập - Tự do - Hạnh phúc", 13) == twips("Doc lap - Tu do - Hanh phuc", 13)
    assert 3000 < twips("Độc lập - Tự do - Hạnh phúc", 13) < 3600
    assert twips("", 13) == 0
