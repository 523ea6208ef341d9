"""Overlap, gap, impossible date, duplicated responsibility, unknown topic: each fault of a plan has its line."""

from __future__ import annotations

import pytest
from support.files import PLAN_YML, Folder, where

from cchc_site.checks import run_checks
from cchc_site.column.problem import Problem, Severity

PLAN = PLAN_YML.partition("quotas:")[0]
PATH = "_data/plans/ke-hoach.yml"


def judged(folder: Folder, rows: str) -> list[Problem]:
    folder.write(PATH, PLAN + rows)
    return folder.problems()


def report(lead: str, title: str = "Báo cáo năm", key: str = "bc", period: str = "2024") -> str:
    return (
        f"  - {{id: {key}, title: {title}, lead: [{lead}], "
        f"rounds: [{{period: {period}, due: {{before: 2025-01-15}}}}]}}\n"
    )


def task(key: str, lead: str, name: str = "Báo cáo kết quả năm") -> str:
    return f"  - {{id: {key}, no: 1, task: {name}, product: Báo cáo, lead: [{lead}], due: {{continuous: true}}}}\n"


QUOTA = "  - {{min: 4, per: month, from: {}, to: {}}}\n"

CASES = [
    ("overlap", "quotas:\n" + QUOTA.format("2024-01-01", "2024-06-30") + QUOTA.format("2024-06-30", "2024-12-31"),
     [("K01", f"{PATH}:8:5")]),
    ("gap", "quotas:\n" + QUOTA.format("2024-01-01", "2024-06-30") + QUOTA.format("2024-09-01", "2024-12-31"),
     [("K10", f"{PATH}:8:5")]),
    ("deadline before the plan", "timeline:\n  - {id: x, title: X, due: {before: 2024-01-01}}\n",
     [("K11", f"{PATH}:7:5")]),
    ("deadline before its beginning", "timeline:\n  - {id: x, title: X, from: 2024-05-01, due: {by: 2024-04-30}}\n",
     [("K11", f"{PATH}:7:5")]),
    ("two leads of one report", "reports:\n" + report("Sở A, Sở B"), [("K12", f"{PATH}:7:5")]),
    ("one report twice", "reports:\n" + report("Sở A") + report("Sở B", key="bc2"), [("K12", f"{PATH}:8:5")]),
    ("one task twice", "tasks:\n" + task("a", "Sở A") + task("b", "Sở B", "Báo cáo  kết quả NĂM"),
     [("K12", f"{PATH}:8:5")]),
    ("report before its data", "reports:\n" + report("Sở A", period="2025-H1").replace("2025-01-15", "2025-06-10"),
     [("K13", f"{PATH}:7:57")]),
    ("same id twice", "tasks:\n" + task("a", "Sở A") + "timeline:\n  - {id: a, title: X, due: {by: 2024-05-01}}\n",
     [("K15", f"{PATH}:9:5")]),
    ("same topic twice", "topics:\n  - {id: a, text: X}\n  - {id: a, text: Y}\n", [("K15", f"{PATH}:8:5")]),
    ("an id of ours", "tasks:\n" + task("chi-tieu", "Sở A"), [("K15", f"{PATH}:7:5")]),
    ("unknown unit", "unit_minimums:\n  - {id: x, title: X, min: 1, units: [van-phng], due: {by: 2024-05-01}}\n",
     [("U03", f"{PATH}:7:5")]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_fault_has_its_line(folder: Folder, rows: str, expected: list[tuple[str, str]]) -> None:
    found = judged(folder, rows)
    assert [item for item in where(found) if item[0] in {code for code, _ in expected}] == expected


def test_severities(folder: Folder) -> None:
    rows = "quotas:\n" + QUOTA.format("2024-01-01", "2024-06-30") + QUOTA.format("2024-09-01", "2024-12-31")
    assert {p.severity for p in judged(folder, rows)} == {Severity.WARNING}
    assert {p.severity for p in judged(folder, "reports:\n" + report("Sở A, Sở B"))} == {Severity.WARNING}
    early = judged(folder, "timeline:\n  - {id: x, title: X, due: {before: 2024-01-01}}\n")
    assert {p.severity for p in early} == {Severity.ERROR}


def test_the_duplicated_duty_names_both(folder: Folder) -> None:
    (problem,) = judged(folder, "reports:\n" + report("Sở Thông tin, Sở Nội vụ"))
    assert "Sở Thông tin" in problem.message
    assert "Sở Nội vụ" in problem.message


def test_joint_leads_of_one_task_are_no_duplicate(folder: Folder) -> None:
    assert judged(folder, "tasks:\n" + task("a", "Báo, Đài, Sở Nội vụ")) == []


def test_an_unknown_topic_names_the_nearest(folder: Folder) -> None:
    folder.write(PATH, PLAN + "topics:\n  - {id: vai-tro, text: Vai trò}\n")
    folder.article(topics="[vai-tro]")
    folder.article("2024/03/hai", topics="[vai-tri]")
    problems = run_checks(folder.read().column)
    assert where(problems) == [("B16", "tin-bai/2024/03/hai.md:9:9")]
    assert "Có phải ý bạn là “vai-tro”?" in problems[0].message


def test_a_topic_outside_every_plan(folder: Folder) -> None:
    folder.article("2024/03/hai", topics="[a]")
    (problem,) = run_checks(folder.read().column)
    assert problem.code == "B16"
    assert "không có kế hoạch nào nêu chủ đề" in problem.message


RECORDS = [
    ("{plan: ke-hoac, item: a, date: 2024-02-01}", "Có phải ý bạn là “ke-hoach”?"),
    ("{plan: ke-hoach, item: bc/2024-Q2, date: 2024-02-01}", "bc/2024-Q1"),
    ("{plan: ke-hoach, item: bc/2024-Q1, date: 2024-02-01}", "(trống)"),
    ("{plan: ke-hoach, item: bc/2024-Q1, unit: phong-x, date: 2024-02-01}", "phong-x"),
]


@pytest.mark.parametrize(("record", "word"), RECORDS)
def test_records_belong_to_something(folder: Folder, record: str, word: str) -> None:
    rows = (
        "reports:\n  - {id: bc, title: X, reporters: [van-phong], rounds: [{period: 2024-Q1, due: {by: 2024-04-10}}]}\n"
    )
    folder.write(PATH, PLAN + rows)
    folder.write("_data/submissions.yml", f"- {record}\n")
    (problem,) = run_checks(folder.read().column)
    assert (problem.code, problem.place.line) == ("K14", 1)
    assert word in f"{problem.message} {problem.fix}"


def test_two_letterheads_for_one_day(folder: Folder) -> None:
    folder.write("_data/letterhead.yml", "- {to: 2024-06-30, symbol: A}\n- {from: 2024-06-30, symbol: B}\n")
    assert where(run_checks(folder.read().column)) == [("K16", "_data/letterhead.yml:2:3")]
