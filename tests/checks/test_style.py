"""Advice and faults in what is written: each rule finds its case, and leaves good Vietnamese alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from msgspec.structs import replace
from support.builders import UNIT, at, column, day, piece
from support.files import assert_helpful

from cchc_site.checks import run_checks, run_style
from cchc_site.checks.page_rules import FAULTS, STYLE
from cchc_site.column.article import Image
from cchc_site.column.column import Column, Identity
from cchc_site.column.document import Documents, OfficialDocument
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.column.term import Term, TermKind
from cchc_site.column.unit import Unit, UnitKind

AS_OF = at("2026-11-21")
OLD = Unit("so-cu", "Sở Cũ tỉnh An Bình", "Sở Cũ", UnitKind.AGENCY, None, day("2025-02-28"), ("van-phong",))
TERM = Term(("mức độ 4",), "toàn trình", TermKind.WORDING, day("2023-01-01"))
DOCUMENTS = Documents.of(
    [
        OfficialDocument("42/2022/NĐ-CP", valid_to=day("2026-06-30"), replaced_by=("224/2026/NĐ-CP",)),
        OfficialDocument("224/2026/NĐ-CP", valid_from=day("2026-07-01")),
        OfficialDocument("30/2020/NĐ-CP", valid_from=day("2020-03-05")),
    ]
)


def _column(body: str, published: str = "2026-07-05", more: Iterable[Unit] = (), **fields: Any) -> Column:
    one = piece(published, "2026/07/bai", text=body, body=body, **{"title": "Bài thử", "body_line": 10, **fields})
    return column([one], units=(UNIT, *more), terms=(TERM,), documents=DOCUMENTS)


def _found(code: str, body: str, **fields: Any) -> list[Problem]:
    made = _column(body, **fields)
    problems = [*run_checks(made), *run_style(made, AS_OF)]
    assert_helpful(problems)
    return [problem for problem in problems if problem.code == code]


BAD: dict[str, list[str]] = {
    "V01": [
        "![](a.png)",
        "![ảnh](a.png)",
        "![so-do-ba-buoc](so-do-ba-buoc.png)",
        "![IMG_2024.jpg](a.png)",
        '<img src="a.png">',
        "![Hình 1](a.png)",
    ],
    "V02": ["Mời [xem tại đây](b.md).", "[Bấm vào đây](b.md)", "[link][x]", "Xem **[chi tiết](b.md)**"],
    "V03": ["# Tên lớn", "## Một\n\n#### Ba", "### Ba trước", "##\n\nchữ"],
    "V04": ["Câu này " + "dài " * 50 + "quá."],
    "V05": ["Người dân làm TTHC ở xã.", "| Việc | TTHC |\n|---|---|\n| a | b |"],
    "V06": ["Các CBCCVV phải có mặt.", "Theo QXYZ thì đúng."],
    "V07": [
        "Kết quả của của tỉnh.",
        "Cán bộ giải  giải quyết.",
        "Thực hiện cải cách cải cách hành chính.",
        "Của của ai.",
    ],
    "V08": ["Hãy đến Sở Cũ để nộp."],
    "V09": ["Nộp hồ sơ mức độ 4 trên cổng."],
    "V10": ["Cải cách hành сhính", "ССHC", "Ðề nghị", "ΤΤHC"],
    "V11": ["thủ\u200btục", "𝐂ải cách", "ｃải cách", "a \u0301 b", "mềm\u00admại"],
    "V13": ["<script>x</script>", '<iframe src="https://a.example/"></iframe>', '<b onclick="x">chữ</b>', "<form>"],
    "V14": ["Quy trình hoà giải.", "Uỷ ban họp.", "Người khoẻ mạnh."],
    "D02": ["Theo Nghị định số 42/2022/NĐ-CP, cơ quan phải đăng."],
    "D04": ["Kế hoạch số 37/KH–UBND của tỉnh.", "Số 37 / KH - UBND", "30/2020/ND-CP"],
    "L01": ["Gọi 0912 345 678."],
    "L04": ["Gửi ten.rieng@gmail.com"],
}
GOOD: dict[str, list[str]] = {
    "V01": ["![Sơ đồ ba bước nộp hồ sơ](a.png)", "`![](a.png)`", "```\n![](a.png)\n```"],
    "V02": ["Xem [bốn kiểu ghi thời hạn](b.md).", "`[tại đây](b.md)`"],
    "V03": ["## Một\n\n### Hai\n\n## Ba\n\n### Bốn", "```\n# chú thích\n```"],
    "V04": ["Một câu vừa phải, đọc một hơi là hết.", "Mục gồm: " + "; ".join(["tờ khai"] * 30) + "."],
    "V05": [
        "Thủ tục hành chính (TTHC) là gì? TTHC ở xã.",
        "TTHC (thủ tục hành chính) ở xã.",
        "Kế hoạch 37/KH-UBND.",
        "| Tên tắt | Tên đầy đủ |\n|---|---|\n| PCI | Chỉ số năng lực cạnh tranh cấp tỉnh |",
    ],
    "V06": ["Đọc RSS và tệp PDF.", "Trung tâm X (TTXX) và TTXX.", "ĐIỀU CẦN BIẾT HÔM NAY", "Chương IV, mục II."],
    "V07": [
        "Ngày ngày, luôn luôn, từ từ, dần dần, người người.",
        "Chị Na Na kể.",
        "được sắp xếp bên trong trong khuôn khổ.",
        "số 5 5 lần",
        "`của của`",
        "Năm năm sau, mười mươi.",
    ],
    "V08": [
        "Sở Cũ (nay là Văn phòng Sở) từng làm việc ấy.",
        "Năm 2023, Sở Cũ tổ chức cuộc thi.",
        "> Sở Cũ nói vậy.",
        "Tên “Sở Cũ” còn trên biển.",
    ],
    "V09": ["Cách gọi mức độ 4 đã được thay bằng toàn trình.", "Kế hoạch năm 2022 ghi mức độ 4."],
    "V10": ["Đơn vị đo là μm và Ω.", "Chữ Nga: Москва.", "Đề nghị, đường, Đỗ."],
    "V11": ["Nhiệt độ 30 ℃, gia đình 👩‍👩‍👧.", "25,6% – “trích” … §"],
    "V13": ["`<script>`", "Dùng dấu < và >.", "```\n<script>\n```", "Nhấn <kbd>Ctrl</kbd>."],
    "V14": ["Hòa giải, quý, khuỷu, hoàn toàn.", "Viết “hoà” hay “hòa” đều hiểu.", "`hoà`"],
    "D02": [
        "Nghị định số 42/2022/NĐ-CP đã hết hiệu lực.",
        "Theo 30/2020/NĐ-CP.",
        "224/2026/NĐ-CP thay thế 42/2022/NĐ-CP.",
    ],
    "D04": [
        "Kế hoạch 37/KH-UBND, 60-NQ/TU, 3202/UBND-NC.",
        "Từ 12/2024 - 01/2025",
        "`37 / KH - UBND`",
        "Quý I/2022 - TT",
    ],
    "L01": ["Ngày 05.02.2024, 1900 1234, số 0912/KH-UBND.", "Gồm các ngày 05 06 07 08 09.", "1.234.567.890 đồng"],
    "L04": ["Gửi vanthu@anbinh.gov.vn."],
}


@pytest.mark.parametrize(("code", "body"), [(code, body) for code, bodies in BAD.items() for body in bodies])
def test_a_rule_finds_its_case_with_its_line(code: str, body: str) -> None:
    found = _found(code, body, more=(OLD,))
    assert found
    assert all(problem.place.line >= 10 for problem in found)


@pytest.mark.parametrize(("code", "body"), [(code, body) for code, bodies in GOOD.items() for body in bodies])
def test_a_rule_leaves_good_text_alone(code: str, body: str) -> None:
    assert _found(code, body, more=(OLD,)) == []


def test_advice_never_stops_anything() -> None:
    bodies = "\n\n".join(body for code in STYLE for body in BAD.get(code, []))
    made = _column(bodies, more=(OLD,))
    assert {problem.severity for problem in run_style(made, AS_OF)} == {Severity.NOTICE}


def test_every_page_rule_has_its_cases() -> None:
    assert set(FAULTS) | set(STYLE) <= set(BAD) | {"V12", "D01", "L02", "L03"}


def test_columns_of_findings_count_from_the_line_as_written() -> None:
    found = _found("V07", "Mở đầu `mã` và [liên kết](b.md) của của tỉnh.")
    assert [(problem.place.line, problem.place.column) for problem in found] == [(10, 37)]


def test_a_paragraph_over_several_lines_keeps_its_places() -> None:
    assert [problem.place.line for problem in _found("V07", "Dòng một.\nDòng hai của\ncủa tỉnh.")] == [12]


def test_an_old_name_is_right_in_an_old_piece() -> None:
    assert _found("V08", "Hãy đến Sở Cũ.", published="2025-02-01", more=(OLD,)) == []
    assert _found("V09", "mức độ 4", published="2022-12-31") == []


def test_a_document_was_right_to_cite_while_it_was_in_force() -> None:
    assert _found("D02", "Theo 42/2022/NĐ-CP.", published="2026-06-30") == []


def test_the_field_of_documents_is_checked_too() -> None:
    assert len(_found("D02", "Chữ.", documents=("42/2022/NĐ-CP", "30/2020/NĐ-CP"))) == 1
    assert _found("D02", "42/2022/NĐ-CP đã hết hiệu lực.", documents=("42/2022/NĐ-CP",)) == []
    assert len(_found("D01", "Chữ.", documents=("37 / KH-UBND", "37/KH-UBND"))) == 1


def test_a_review_day_is_kept_in_mind_from_the_day_after() -> None:
    for review_by, count in (("2026-11-20", 1), ("2026-11-21", 0)):
        assert len(_found("V12", "Chữ.", review_by=day(review_by))) == count


def test_the_picture_of_a_piece_needs_words_as_well() -> None:
    assert len(_found("V01", "Chữ.", image=Image("tin-bai/a.png", "ảnh minh họa"))) == 1


def test_the_house_may_choose_the_other_tone_style() -> None:
    made = _column("Quy trình hoà giải, Ủy ban.")
    made = replace(made, identity=Identity("cchc", "CCHC", "", UNIT.id, tone="second"))
    assert next(p.message for p in run_style(made, AS_OF) if p.code == "V14").startswith("“Ủy” đặt dấu")


def test_an_allowed_player_is_no_fault() -> None:
    made = _column('<iframe src="https://video.example/1"></iframe>')
    made = replace(made, identity=Identity("cchc", "CCHC", "", UNIT.id, video_hosts=("video.example",)))
    assert [problem for problem in run_checks(made) if problem.code == "V13"] == []


@pytest.mark.parametrize(
    ("documents", "count"),
    [
        ([OfficialDocument("37/KH-UBND")], 0),
        ([OfficialDocument("37/KH-UBND"), OfficialDocument("37/KH-UBND")], 1),
        ([OfficialDocument("37 KH UBND")], 1),
        ([OfficialDocument("37/KH-UBND", valid_from=day("2024-02-01"), valid_to=day("2024-01-01"))], 1),
        ([OfficialDocument("7/KH-UBND", replaced_by=("07/KH-UBND",))], 1),
    ],
)
def test_the_register_of_documents_is_sound(documents: list[OfficialDocument], count: int) -> None:
    placed = [replace(document, place=Place("content/_data/documents.yml", 1, 3)) for document in documents]
    problems = [problem for problem in run_checks(column(documents=Documents.of(placed))) if problem.code == "D03"]
    assert len(problems) == count
