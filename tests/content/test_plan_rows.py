"""Rows of a plan and records as an editor writes them: what is read, and every fault with its line."""

from __future__ import annotations

import pytest
from support.builders import at, day
from support.files import PLAN_YML, Folder, where

from cchc_site.column.due import Continuous, Due, Recurrence
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.plan import Plan

ROWS = """\
unit_minimums:
  - {id: moi-don-vi, title: Mỗi đơn vị 02, min: 2, units: [van-phong], due: {before: 2024-11-14T16:00}}
reports:
  - id: bao-cao
    title: Báo cáo
    lead: [Văn phòng Sở]
    reporters: [van-phong]
    addressees: [Sở, UBND tỉnh]
    window: nd09
    rounds:
      - {period: 2024-Q1, due: {before: 2024-03-10}}
      - {period: 2024, due: {by: 2024-12-20}, enforce: false}
topics:
  - {id: a, text: Vai trò}
topics_enforced: true
tasks:
  - {id: quy, no: 1, task: Hướng dẫn, product: Công văn, lead: [Sở], due: {quarter: Quý 4/2024}}
  - {id: lap-lai, no: 2, task: Giao ban, product: Báo cáo, lead: [Sở], due: {every_months: 2}}
  - {id: hang-quy, no: 3, task: Đánh giá, product: Báo cáo, lead: [Sở], due: {every_quarter: true}}
  - id: lien-tuc
    no: 4
    task: Chuyên mục
    product: Tin
    lead: [Sở]
    due: {continuous: true}
    pieces: {min: 3, areas: [procedures]}
timeline:
  - {id: cham, title: Chấm, from: 2024-11-15, due: {by: 2024-11-20}}
"""


def read(folder: Folder, rows: str = ROWS) -> Plan:
    folder.write("_data/plans/ke-hoach.yml", PLAN_YML + rows)
    reading = folder.read()
    assert reading.problems == ()
    return reading.column.plans[0]


def test_every_kind_of_row(folder: Folder) -> None:
    plan = read(folder)
    assert plan.unit_minimums[0].due == Due.before(at("2024-11-14T16:00"))
    assert plan.unit_minimums[0].first == plan.first
    (report,) = plan.reports
    assert (report.rule, report.reporters, report.addressees) == (WindowRule.ND09, ("van-phong",), ("Sở", "UBND tỉnh"))
    assert report.rounds[0].period == Period.parse("2024-Q1")
    assert report.rounds[0].window.last == day("2024-03-14")
    assert [item.enforce for item in report.rounds] == [True, False]
    assert [task.timing for task in plan.tasks] == [
        Due.quarter(2024, 4),
        Recurrence(2),
        Recurrence(3, quarterly=True),
        Continuous(),
    ]
    assert plan.tasks[3].pieces is not None
    assert plan.tasks[3].pieces.areas == ("procedures",)
    assert plan.topics_enforced
    assert plan.timeline[0].first == day("2024-11-15")
    assert str(plan.tasks[0].place).endswith("ke-hoach.yml:26:5")


def test_a_custom_window_is_written_out(folder: Folder) -> None:
    plan = read(
        folder,
        "reports:\n  - id: bc\n    title: Báo cáo\n    window: custom\n    rounds:\n"
        "      - {period: 2024-Q1, due: {by: 2024-03-31}, from: 2023-12-10, to: 2024-03-09}\n",
    )
    assert plan.reports[0].rounds[0].window.last == day("2024-03-09")


FAULTS = [
    ("timeline", "{id: x, title: X, due: {before: ¦2024-02-31}}", "F04"),
    ("timeline", "{id: x, title: X, due: {by: ¦2024-02-10T16:00}}", "F04"),
    ("timeline", "{id: x, title: X, due: ¦{before: 2024-02-10, by: 2024-02-11}}", "F03"),
    ("timeline", "{id: x, title: X, due: ¦{}}", "F03"),
    ("timeline", "{id: x, title: X, due: {quarter: ¦Quý 5/2024}}", "F04"),
    ("timeline", "¦{id: x, title: X}", "F02"),
    ("timeline", "{id: x, title: X, due: {¦continuous: true}}", "F01"),
    ("tasks", "{id: x, no: 1, task: X, product: X, lead: ¦[], due: {continuous: true}}", "F06"),
    ("tasks", "{id: x, no: 1, task: X, product: X, lead: [S], due: {every_months: ¦0}}", "F03"),
    ("reports", "{id: x, title: X, rounds: [{period: ¦2024-Q9, due: {by: 2024-01-01}}]}", "F04"),
    ("reports", "{id: x, title: X, window: custom, rounds: [¦{period: 2024, due: {by: 2024-01-01}}]}", "F02"),
    ("reports", "{id: x, title: X, window: ¦quy, rounds: [{period: 2024, due: {by: 2024-01-01}}]}", "F05"),
    ("topics", "{id: ¦đ, text: X}", "F03"),
]
"""The mark “¦” stands where the fault is."""


@pytest.mark.parametrize(("field", "row", "code"), FAULTS)
def test_faults_have_their_place(folder: Folder, field: str, row: str, code: str) -> None:
    line = PLAN_YML.count("\n") + 2
    column = len("  - ") + row.index("¦") + 1
    folder.write("_data/plans/ke-hoach.yml", f"{PLAN_YML}{field}:\n  - {row.replace('¦', '')}\n")
    assert where(folder.read().problems) == [(code, f"_data/plans/ke-hoach.yml:{line}:{column}")]


def test_records_and_letterheads(folder: Folder) -> None:
    folder.write(
        "_data/submissions.yml", "- {plan: ke-hoach, item: bao-cao/2024-Q1, date: 2024-03-08T16:30, number: 12/BC-VP}\n"
    )
    folder.write(
        "_data/letterhead.yml", "- {from: 2024-01-01, superior: UBND tỉnh, symbol: BC-SNV, recipients: [Như trên]}\n"
    )
    column = folder.read().column
    (record,) = column.submissions
    assert (record.at, record.date_only, record.words) == (
        at("2024-03-08T16:30"),
        False,
        "Văn bản số 12/BC-VP, 16:30 ngày 08/03/2024",
    )
    assert column.letterhead_on(day("2024-01-01")) == column.letterheads[0]
    assert column.letterhead_on(day("2023-12-31")) is None


def test_a_record_with_a_strange_item_is_refused(folder: Folder) -> None:
    folder.write("_data/submissions.yml", "- {plan: ke-hoach, item: Báo cáo quý I, date: 2024-03-08}\n")
    assert where(folder.read().problems) == [("F03", "_data/submissions.yml:1:26")]
