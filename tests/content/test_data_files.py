from __future__ import annotations

from pathlib import Path

import pytest
from support.builders import day
from support.files import PLAN_YML, Folder, where

from cchc_site.column.article import Kind
from cchc_site.column.closed_month import Amendment, ClosedMonth
from cchc_site.column.month import Month
from cchc_site.column.plan import Floor, Quota, Reposts, Waiver
from cchc_site.column.unit import Unit, UnitKind
from cchc_site.content.loader import read_content

PLAN = "_data/plans/ke-hoach.yml"
QUOTA_LINES = PLAN_YML.count("\n")


def with_quota(folder: Folder, line: str) -> Folder:
    """The usual plan, its quota with one more line (the plan's last, at column 5)."""
    folder.write(PLAN, f"{PLAN_YML}    {line}\n")
    return folder


def test_the_smallest_plan(folder: Folder) -> None:
    reading = folder.read()
    assert reading.problems == ()
    [plan] = reading.column.plans
    assert plan.quotas == (Quota(4, day("2024-01-01"), plan="ke-hoach"),)
    assert str(plan.quotas[0].place) == "content/_data/plans/ke-hoach.yml:7:5"


def test_a_quota_with_every_field(folder: Folder) -> None:
    extra = """\
    to: 2024-12-31
    basis: 37/KH-UBND
    scope: column
    month_window: shifted:20
    reposts: cap:2
    min_original: 1
    kinds: [tin]
    grace_days: 5
    prorata: none
    floor: {news: 50, article: 200, explanation: 40}
"""
    folder.write(PLAN, PLAN_YML + extra)
    reading = folder.read()
    assert reading.problems == ()
    assert reading.column.quotas == (
        Quota(
            minimum=4,
            first=day("2024-01-01"),
            last=day("2024-12-31"),
            basis="37/KH-UBND",
            window_day=20,
            reposts=Reposts.CAP,
            repost_cap=2,
            min_original=1,
            kinds=(Kind.NEWS,),
            grace_days=5,
            prorata=False,
            floor=Floor(50, 200, 40),
            plan="ke-hoach",
        ),
    )


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("month_window: shifted:1", "F03", 19),
        ("month_window: shifted:29", "F03", 19),
        ("month_window: shifted:²", "F03", 19),
        ("month_window: shifted:0002999", "F03", 19),
        ("month_window: shifted:", "Y01", 26),
        ("month_window: monthly", "F05", 19),
        ("month_window: [calendar]", "F03", 19),
        ("reposts: cap:", "Y01", 17),
        ("reposts: cap:²", "F05", 14),
        ("reposts: cap:-1", "F05", 14),
        ("reposts: all", "F05", 14),
        ("grace_days: 32", "F03", 17),
        ("prorata: false", "F05", 14),
        ("kinds: [thong-bao]", "F05", 13),
        ("kinds: []", "F06", 12),
        ("floor: {news: -1}", "F03", 19),
        ("max: 5", "F01", 5),
        ("to: 31/12/2024", "F04", 9),
    ],
)
def test_a_bad_quota_has_its_place(folder: Folder, line: str, code: str, column: int) -> None:
    reading = with_quota(folder, line).read()
    assert where(reading.problems) == [(code, f"{PLAN}:{QUOTA_LINES + 1}:{column}")]
    assert reading.column.plans == ()


@pytest.mark.parametrize(
    ("line", "first_day"),
    [("month_window: calendar", 1), ("month_window: shifted:2", 2), ("month_window: shifted:28", 28)],
)
def test_month_windows(folder: Folder, line: str, first_day: int) -> None:
    [quota] = with_quota(folder, line).read().column.quotas
    assert quota.window_day == first_day


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("reposts: count", (Reposts.COUNT, 0)),
        ("reposts: exclude", (Reposts.EXCLUDE, 0)),
        ("reposts: cap:0", (Reposts.CAP, 0)),
        ("reposts: cap:12", (Reposts.CAP, 12)),
    ],
)
def test_repost_rules(folder: Folder, line: str, rule: tuple[Reposts, int]) -> None:
    [quota] = with_quota(folder, line).read().column.quotas
    assert (quota.reposts, quota.repost_cap) == rule


def test_a_waiver(folder: Folder) -> None:
    folder.write(
        PLAN,
        f"{PLAN_YML}waivers:\n  - month: 2024-02\n    reduce_to: 2\n    reason: Nghỉ Tết\n"
        "    approver: Giám đốc Sở\n    decided: 2024-01-25\n",
    )
    reading = folder.read()
    assert reading.problems == ()
    assert reading.column.waivers == (
        Waiver(Month(2024, 2), 2, "Nghỉ Tết", "Giám đốc Sở", day("2024-01-25"), "chưa cấp số"),
    )


def test_the_closed_month_record(folder: Folder) -> None:
    folder.write(
        "_data/closed-months.yml",
        """\
- month: 2024-03
  required: 4
  counted: 1
  state: da-giai-trinh
  pieces: [2024/03/mot]
  closed_on: 2024-04-01
  explanation: Chuyển máy chủ
  amendments:
    - date: 2024-05-11
      counted: 2
      pieces: [2024/03/mot, 2024/03/hai]
      reason: Bổ sung
      required: 2
      basis: 12/QĐ-SNV
- {month: 2024-01, required: 4, counted: 0, state: chua-dat, pieces: [], closed_on: 2024-02-01}
""",
    )
    reading = folder.read()
    assert reading.problems == ()
    line = Amendment(day("2024-05-11"), 2, ("2024/03/mot", "2024/03/hai"), "Bổ sung", 2, "12/QĐ-SNV")
    assert reading.column.closed_months.entries == (
        ClosedMonth(Month(2024, 1), 4, 0, (), "chua-dat", day("2024-02-01")),
        ClosedMonth(
            Month(2024, 3),
            4,
            1,
            ("2024/03/mot",),
            "da-giai-trinh",
            day("2024-04-01"),
            "Chuyển máy chủ",
            (line,),
        ),
    )


@pytest.mark.parametrize("state", ["tuong-lai", "dang-mo", "khong-ap-dung", "Đạt"])
def test_a_month_is_not_closed_in_an_open_state(folder: Folder, state: str) -> None:
    entry = f"- {{month: 2024-01, required: 4, counted: 0, pieces: [], closed_on: 2024-02-01, state: {state}}}\n"
    folder.write("_data/closed-months.yml", entry)
    reading = folder.read()
    assert [problem.code for problem in reading.problems] == ["F05"]
    assert reading.column.closed_months.entries == ()


def test_good_entries_of_a_list_are_kept_beside_bad_ones(folder: Folder) -> None:
    folder.write("_data/units.yml", "- {id: a, name: A, kind: phong}\n- {id: b, kind: phong}\n- chữ\n")
    reading = folder.read()
    assert where(reading.problems) == [("F02", "_data/units.yml:2:3"), ("Y08", "_data/units.yml:3:3")]
    assert list(reading.column.units) == ["a"]


def test_a_unit_with_every_field(folder: Folder) -> None:
    folder.write(
        "_data/units.yml",
        "- id: so-cu\n  name: Sở cũ tỉnh An Bình\n  short: Sở cũ\n  kind: co-quan\n  from: 2008-01-01\n"
        "  to: 2025-02-28\n  succeeded_by: [so-moi]\n  parent: ubnd\n  place_name: An Bình\n",
    )
    assert folder.read().column.units["so-cu"] == Unit(
        "so-cu",
        "Sở cũ tỉnh An Bình",
        "Sở cũ",
        UnitKind.AGENCY,
        day("2008-01-01"),
        day("2025-02-28"),
        ("so-moi",),
        "ubnd",
        "An Bình",
    )


def test_a_unit_without_a_short_name_is_called_by_its_name(folder: Folder) -> None:
    assert folder.read().column.units["van-phong"].short_name == "Văn phòng Sở"


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("_data/column.yml", "", ("Y08", "_data/column.yml")),
        ("_data/column.yml", "- a\n", ("Y08", "_data/column.yml:1:1")),
        ("_data/column.yml", "a: b: c\n", ("Y01", "_data/column.yml:1:5")),
        ("_data/units.yml", "id: a\n", ("Y08", "_data/units.yml:1:1")),
        ("_data/closed-months.yml", "chữ\n", ("Y08", "_data/closed-months.yml:1:1")),
        (PLAN, "", ("Y08", PLAN)),
        (PLAN, "# trống\n", ("Y08", PLAN)),
    ],
)
def test_the_wrong_form_of_a_file(folder: Folder, path: str, text: str, problem: tuple[str, str]) -> None:
    folder.write(path, text)
    assert where(folder.read().problems) == [problem]


@pytest.mark.parametrize("text", ["", "# chưa có tháng nào\n", "[]\n"])
def test_an_empty_record_is_no_fault(folder: Folder, text: str) -> None:
    folder.write("_data/closed-months.yml", text)
    reading = folder.read()
    assert reading.problems == ()
    assert reading.column.closed_months.entries == ()


def test_the_shipped_data_files_are_read_without_a_problem() -> None:
    shipped = Path(__file__).parents[2] / "content"
    assert [problem for problem in read_content(shipped).problems if "/_data/" in problem.place.path] == []
