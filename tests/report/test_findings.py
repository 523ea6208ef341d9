"""Problems printed for people, for programs and for a forge."""

from __future__ import annotations

import json

import pytest

from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.report.findings import as_github, as_text, as_values, summary

AREA = Problem("F05", Severity.ERROR, Place("content/a.md", 4, 9), "Không có lĩnh vực “x”.", "Dùng procedures.")
SHORT = Problem("N01", Severity.BREACH, Place("content/_data/plans/k.yml"), "Tháng 03/2024 thiếu 1.")
OPEN = Problem("N10", Severity.NOTICE, Place("content/_data/plans/k.yml", 8, 5), "Còn thiếu 2.", "Đăng thêm.")
SLIP = Problem("B13", Severity.WARNING, Place("content/b.md", 2, 1), "Khác tháng.")


def test_text_names_place_severity_code_and_the_way_to_mend_it() -> None:
    assert as_text([AREA, SHORT]) == (
        "content/a.md:4:9: lỗi F05: Không có lĩnh vực “x”.\n"
        "    Cách sửa: Dùng procedures.\n"
        "content/_data/plans/k.yml: chưa đạt N01: Tháng 03/2024 thiếu 1.\n"
        "Tổng cộng: 1 lỗi, 1 chưa đạt.\n"
    )


def test_the_summary_counts_from_worst_to_mildest() -> None:
    assert summary([OPEN, SLIP, AREA, SHORT, AREA]) == "Tổng cộng: 2 lỗi, 1 chưa đạt, 1 cảnh báo, 1 lưu ý."
    assert as_text([]) == "Không có vấn đề nào.\n"


def test_json_has_the_verdict_and_every_problem() -> None:
    assert json.loads(as_values([AREA, SHORT], 2)) == {
        "exit_code": 2,
        "problems": [
            {
                "code": "F05",
                "severity": "error",
                "path": "content/a.md",
                "line": 4,
                "column": 9,
                "message": "Không có lĩnh vực “x”.",
                "fix": "Dùng procedures.",
            },
            {
                "code": "N01",
                "severity": "breach",
                "path": "content/_data/plans/k.yml",
                "line": 0,
                "column": 0,
                "message": "Tháng 03/2024 thiếu 1.",
                "fix": "",
            },
        ],
    }


def test_a_forge_is_told_in_its_own_words() -> None:
    assert as_github([AREA, SHORT, SLIP, OPEN]).splitlines() == [
        "::error file=content/a.md,line=4,col=9,title=F05::Không có lĩnh vực “x”. Dùng procedures.",
        "::error file=content/_data/plans/k.yml,title=N01::Tháng 03/2024 thiếu 1.",
        "::warning file=content/b.md,line=2,col=1,title=B13::Khác tháng.",
        "::notice file=content/_data/plans/k.yml,line=8,col=5,title=N10::Còn thiếu 2. Đăng thêm.",
    ]


@pytest.mark.parametrize("text", ["a\n::error::b", "a\r\nb", "100%", "a%0Ab"])
def test_no_text_can_begin_a_command_of_its_own(text: str) -> None:
    hostile = Problem("B14", Severity.ERROR, Place(f"content/{text},line=1::x.md", 1, 1), text, text)
    (line,) = as_github([hostile]).splitlines()
    where, _, message = line.removeprefix("::error ").partition("::")
    assert where.count(",") == 3
    assert message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") == f"{text} {text}".strip()
