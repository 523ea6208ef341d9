"""Royalties: what is paid, the table in every form, the private file, and the record of what was paid."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from openpyxl import load_workbook
from support.builders import at, column, piece
from support.files import Folder

from cchc_site.cli import main
from cchc_site.column.article import Kind, Origin, Withdrawal
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.month import Month
from cchc_site.column.royalty import Range, Rate, Royalties, payment_table
from cchc_site.report.docx_styles import STYLES
from cchc_site.report.royalty_docx import royalty_docx
from cchc_site.report.royalty_table import royalty_csv, royalty_text, royalty_xlsx, total_words

RATES = (
    Rate(date(2024, 7, 1), 2_340_000, Decimal("0.1"), Decimal("0.2")),
    Rate(date(2026, 7, 1), 2_530_000, Decimal("0.1"), Decimal("0.2")),
)
PIECES = [
    piece("2026-07-01", "2026/07/a", kind=Kind.NEWS, author="=Lan"),
    piece("2026-07-02", "2026/07/b", origin=Origin.REPOST),
    piece("2026-07-03", "2026/07/c", withdrawn=Withdrawal(at("2026-07-20"), "x")),
    piece("2026-07-04", "2026/07/d"),
    piece("2026-07-05", "2026/07/e"),
    piece("2026-07-06", "2026/07/f", kind=Kind.NOTICE),
    piece("2026-06-30", "2026/06/g"),
]
RULES = Royalties(
    RATES,
    {"tin": Range(Decimal("0.5"), Decimal(2))},
    {"2026/07/a": Decimal("2.5"), "2026/07/d": Decimal("1.5"), "2026/07/e": Decimal(3), "2026/06/g": Decimal(1)},
    {"2026/07/e": Month(2026, 8)},
)


def test_royalties_by_the_rules_of_the_day() -> None:
    table = payment_table(PIECES, RULES, Month(2026, 7), at("2026-08-01"))
    assert [(p.article.id[-1], p.amount, p.reason) for p in table.payments] == [
        ("a", 126_500, ""),
        ("b", 0, "bài đăng lại"),
        ("c", 0, "đã thu hồi"),
        ("d", 75_900, ""),
        ("e", 0, "đã trả tháng 08/2026"),
        ("f", 0, "thông báo không tính nhuận bút"),
    ]
    assert table.total == 202_400
    assert total_words(table) == "Hai trăm linh hai nghìn bốn trăm đồng."
    assert table.doubts == ("2026/07/a: hệ số 2,5 nằm ngoài khung 0,5 - 2 của thể loại.",)
    assert payment_table(PIECES, RULES, Month(2026, 6), at("2026-08-01")).total == 46_800


def test_the_payment_table_in_every_form() -> None:
    table = payment_table(PIECES, RULES, Month(2026, 7), at("2026-08-01"))
    item = column(PIECES)
    assert "202.400 đồng" in royalty_text(item, table)
    assert "'=Lan" in royalty_csv(item, table).decode("utf-8-sig")
    data = royalty_xlsx(item, table)
    assert data == royalty_xlsx(item, table)
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert sheet.cell(4, 9).value == 126_500
    words = docx.Document(io.BytesIO(royalty_docx(item, table)))
    assert any("Hai trăm linh hai nghìn bốn trăm đồng" in p.text for p in words.paragraphs)


def test_a_signed_table_stays_as_it_was_signed() -> None:
    signed = Royalties(RATES, {}, {f"2026/07/{key}": Decimal(1) for key in "acde"}, {"2026/07/c": Month(2026, 7)})
    first = payment_table(PIECES, signed, Month(2026, 7), at("2026-08-01"))
    assert [p.article.id[-1] for p in first.payments if p.amount] == ["c"], "its withdrawal takes nothing back"
    assert len(first.doubts) == 3
    more = payment_table(PIECES, signed, Month(2026, 7), at("2026-08-01"), supplement=True)
    assert [piece[-1] for piece in more.paid_pieces] == ["a", "d", "e"]
    assert "(bổ sung)" in royalty_text(column(PIECES), more)


def test_s4_37_the_payment_table_is_a_document_of_the_office() -> None:
    head = Letterhead(superior="Ủy ban nhân dân tỉnh A", authority="KT. GIÁM ĐỐC", position="PHÓ GIÁM ĐỐC")
    rules = Royalties((replace(RATES[1], basis="Quyết định số 1/QĐ-UBND"),), {}, {"2026/07/a": Decimal(2)}, {})
    item = column(PIECES, letterheads=(head,))
    table = payment_table(PIECES, rules, Month(2026, 7), at("2026-08-01"))
    data = royalty_docx(item, table)
    assert data == royalty_docx(item, table)
    document = docx.Document(io.BytesIO(data))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.page_width > page.page_height
    head_table, rows, signers = document.tables
    words = [cell.text for row in head_table.rows for cell in row.cells]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words[1]
    assert "ỦY BAN NHÂN DÂN TỈNH A" in words[0].replace("\n", " ")
    assert words[2].startswith("Số:    "), "the clerk gives the number"
    assert [cell.text for cell in rows.rows[-1].cells][8] == "101.200"
    assert [cell.text.split("\n")[0] for cell in signers.rows[0].cells] == ["Người lập bảng", "Kế toán", "KT. GIÁM ĐỐC"]
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Căn cứ: Quyết định số 1/QĐ-UBND." in text
    assert any("Một trăm linh một nghìn hai trăm đồng." in line for line in text)
    assert {p.style.name for p in document.paragraphs if p.text} <= {style.name for style in STYLES}  # type: ignore[union-attr]


PRIVATE = """\
rates:
  - {from: 2024-01-01, base_salary: 2340000, share: '0,1', factor: '0,2', basis: QĐ số 1}
ranges: [{kind: bai, least: 2, most: 5}]
coefficients: [{id: 2024/03/bai, coefficient: 2}]
paid: [{month: 2024-02, pieces: [2024/02/x]}]
"""


def _run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    return result.exit_code, result.output


def test_royalties_are_refused_inside_content_and_site(folder: Folder, tmp_path: Path) -> None:
    folder.article()
    inside = folder.write("_data/nhuan-but.yml", PRIVATE)
    outside = tmp_path / "nhuan-but.yml"
    outside.write_text(PRIVATE, encoding="utf-8")
    inside.rename(folder.root / "nhuan-but.yml")
    usual = ("royalties", "2024-03", "--content", folder.root, "--as-of", "2024-04-01")
    code, output = _run(*usual, "--private", folder.root / "nhuan-but.yml")
    assert (code, "nơi sẽ lên trang" in output) == (2, True)
    (folder.root / "nhuan-but.yml").unlink()
    site = tmp_path / "site"
    code, _ = _run(*usual, "--private", outside, "--site", site, "--format", "csv", "--output", site / "x.csv")
    assert code == 2
    code, output = _run(*usual, "--private", outside)
    assert (code, "93.600 đồng" in output) == (0, True)


def test_a_wrong_private_file_is_told_with_its_place(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "nhuan-but.yml"
    outside.write_text(PRIVATE.replace("coefficient: 2", "coefficient: hai"), encoding="utf-8")
    code, output = _run("royalties", "2024-03", "--content", folder.root, "--private", outside)
    assert (code, "nhuan-but.yml:4:" in output) == (2, True)


@pytest.mark.parametrize(
    "paid",
    [
        "",
        "paid: []\n",
        "paid: [{month: 2024-02, pieces: [2024/02/x]}]  # quý I\n",
        "paid:\n- {month: 2024-02, pieces: [2024/02/x]}\n\nranges: []\n",
        "paid:\n    - month: 2024-02\n      pieces:\n        - 2024/02/x\n    # tháng sau\n",
    ],
)
def test_a_table_is_recorded_as_paid_once_and_the_rest_of_the_file_stays(
    folder: Folder, tmp_path: Path, paid: str
) -> None:
    folder.article()
    private = tmp_path / "nhuan-but.yml"
    rules = PRIVATE.partition("paid:")[0].replace("ranges: [{kind: bai, least: 2, most: 5}]\n", "# lời của kế toán\n")
    private.write_text(rules + paid, encoding="utf-8")
    usual = ("royalties", "2024-03", "--content", folder.root, "--private", private, "--record", "--as-of")
    code, output = _run(*usual, "2024-03-31")
    assert (code, "chưa hết" in output) == (2, True)
    assert _run(*usual, "2024-04-01")[0] == 0
    text = private.read_text(encoding="utf-8")
    assert text.count("{month: 2024-03, pieces: [2024/03/bai]}") == 1
    kept = {line.strip(" []") for line in (rules + paid).splitlines() if "paid: [" not in line}
    assert kept <= {line.strip(" []") for line in text.splitlines()}
    code, output = _run(*usual, "2024-04-01")
    assert (code, "đã ghi là đã trả" in output) == (2, True)
    assert private.read_text(encoding="utf-8") == text


def test_two_coefficients_for_one_piece_are_refused(folder: Folder, tmp_path: Path) -> None:
    folder.article()
    private = tmp_path / "nhuan-but.yml"
    one = "{id: 2024/03/bai, coefficient: 2}"
    private.write_text(PRIVATE.replace(f"[{one}]", f"[{one}, {one}]"), encoding="utf-8")
    code, output = _run("royalties", "2024-03", "--content", folder.root, "--private", private)
    assert (code, "hai lần" in output) == (2, True)
