"""The monthly report as text, Markdown and JSON, against golden files.

`UPDATE_GOLDEN=1 pytest tests/report` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os

import pytest
from support.builders import column, fulfilment, piece, quota

from cchc_site.column.month import Month
from cchc_site.column.monthly_report import monthly_report
from cchc_site.report.words import (
    as_json,
    month_markdown,
    month_text,
    month_values,
    report_values,
    status_table,
)

from .made import GOLDEN, judged, little_column, report

WAYS = {
    "2024-02.txt": lambda: month_text(report("2024-02"), judged(), little_column()),
    "2024-03.txt": lambda: month_text(report("2024-03"), judged(), little_column()),
    "2024-03.md": lambda: month_markdown(report("2024-03"), judged(), little_column(), "https://cchc.example/"),
    "2024-03.json": lambda: as_json(month_values(report("2024-03"))),
    "2024-04.txt": lambda: month_text(report("2024-04"), judged(), little_column()),
    "2024-05.txt": lambda: month_text(report("2024-05"), judged(), little_column()),
    "status.txt": lambda: status_table(judged()),
    "report.json": lambda: as_json(report_values(little_column(), judged())),
}


@pytest.mark.parametrize("name", WAYS)
def test_golden(name: str) -> None:
    made = WAYS[name]()
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(made, encoding="utf-8", newline="\n")
    assert made == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_json_of_a_month_is_its_row_of_the_whole_report() -> None:
    months = json.loads(WAYS["report.json"]())["months"]
    assert [month["month"] for month in months] == ["2024-02", "2024-03", "2024-04"]
    assert {**months[1], "not_counted": None} == {**json.loads(WAYS["2024-03.json"]()), "not_counted": None}


def test_everybodys_report_names_no_piece_that_is_not_published() -> None:
    text = WAYS["report.json"]()
    assert "2024/03/ngan" in text
    assert "2024/03/nhap" not in text
    assert "2024/04/hen" not in text
    assert [month["unpublished"] for month in json.loads(text)["months"]] == [0, 1, 1]


def test_an_area_counts_a_piece_that_the_total_counts_once() -> None:
    values = month_values(report("2024-03"))
    assert values["counted"] == len(values["pieces"]) == 3
    assert sum(values["by_area"].values()) == 4


@pytest.mark.parametrize("text", ["a | b", "a\n| --- |", "[x](javascript:alert(1))", "a\n# b"])
def test_a_title_cannot_break_out_of_its_cell(text: str) -> None:
    item = column([piece("2024-03-05", title=text, author=text)], [quota("2024-03-01", "2024-03-31")])
    state = fulfilment(item, "2024-03-10")
    table = month_markdown(monthly_report(item, state, state.month(Month.parse("2024-03"))), state, item)
    (row,) = [line for line in table.splitlines() if line.startswith("| 05/03/2024")]
    assert row.replace("\\|", "").count("|") == 7
    assert "[x](" not in row


def test_a_column_without_a_plan_says_so() -> None:
    assert "Chưa có kế hoạch nào" in status_table(fulfilment(column([], []), "2024-03-10"))


def test_json_keeps_vietnamese_readable() -> None:
    assert as_json({"a": "Đã giải trình"}) == '{\n  "a": "Đã giải trình"\n}\n'
