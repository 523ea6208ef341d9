"""The `cchc` command: what it prints, how it ends, and that nothing a person types gives a traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click import Group
from support import scenarios
from support.files import Folder
from support.sites import REPOSITORY, SHIPPED_AS_OF

from cchc_site.checks.catalogue import CATALOGUE
from cchc_site.cli import main
from cchc_site.inspection import inspect

from .commands import cchc

APRIL = "2024-04-02"
RECORD = "_data/closed-months.yml"


def _drop(project: Folder, number: int) -> None:
    (project.root / f"tin-bai/2024/03/bai-{number}.md").unlink()


def test_check_ends_with_0_when_all_is_fulfilled(project: Folder) -> None:
    result = cchc("check", content=project.root, as_of=APRIL)
    assert result.exit_code == 0
    assert "lưu ý N10: Tháng 04/2024" in result.output


def test_check_ends_with_1_and_names_month_count_and_cure(project: Folder) -> None:
    _drop(project, 4)
    result = cchc("check", content=project.root, as_of=APRIL)
    assert result.exit_code == 1
    assert "chưa đạt N01: Tháng 03/2024 đã kết thúc với 3/4 tin, bài" in result.output
    assert "Cách sửa: Chạy `cchc close 2024-03" in result.output


@pytest.mark.parametrize("name", scenarios.names())
def test_check_ends_with_2_and_names_every_place(tmp_path: Path, name: str) -> None:
    expected = scenarios.lay(name, tmp_path)
    result = cchc("check", "--format", "json", content=tmp_path / "content", as_of=APRIL)
    assert result.exit_code == 2
    errors = [p for p in json.loads(result.stdout)["problems"] if p["severity"] == "error"]
    where = [":".join(str(p[k]) for k in ("path", "line", "column") if p[k]) for p in errors]
    assert [(p["code"], place) for p, place in zip(errors, where, strict=True)] == expected
    assert all(p["message"] and p["fix"] for p in errors)


def test_check_speaks_three_ways(project: Folder) -> None:
    _drop(project, 4)
    text, values, forge = (
        cchc("check", "--format", form, content=project.root, as_of=APRIL) for form in ("text", "json", "github")
    )
    assert {text.exit_code, values.exit_code, forge.exit_code} == {1}
    assert json.loads(values.stdout)["exit_code"] == 1
    assert forge.stdout.startswith(
        "::error file=content/_data/plans/ke-hoach.yml,line=7,col=5,title=N01::Tháng 03/2024"
    )
    assert re.fullmatch(r"Tổng cộng: 1 chưa đạt, \d+ lưu ý\.", text.stdout.splitlines()[-1])


def test_the_instant_comes_from_the_option_before_the_environment(project: Folder) -> None:
    environment = {"CCHC_AS_OF": "2024-03-03", "SOURCE_DATE_EPOCH": "0"}
    assert "tính đến 00:00 ngày 03/03/2024" in cchc("status", content=project.root, **environment).output
    assert "00:00 ngày 02/04/2024" in cchc("status", content=project.root, as_of=APRIL, **environment).output
    assert "07:00 ngày 01/01/1970" in cchc("status", content=project.root, SOURCE_DATE_EPOCH="0").output


def test_status_shows_every_month_and_ends_like_check(project: Folder) -> None:
    result = cchc("status", content=project.root, as_of=APRIL)
    assert result.exit_code == 0
    assert re.search(r"2024-03 +4/4 +Đạt\n +2024-04 +0/4 +Đang mở +còn thiếu 4, hạn 30/04/2024", result.output)
    _drop(project, 1)
    assert cchc("status", content=project.root, as_of=APRIL).exit_code == 1


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "Báo cáo tháng 03/2024 - "), ("md", "# Báo cáo tháng 03/2024\n"), ("json", '{\n  "month": "2024-03",\n')],
)
def test_report_prints_a_month(project: Folder, form: str, start: str) -> None:
    result = cchc("report", "2024-03", "--format", form, content=project.root, as_of=APRIL)
    assert (result.exit_code, result.stdout.startswith(start)) == (0, True)
    assert "Bài số 2" in result.stdout


@pytest.mark.parametrize("month", ["1999-01", "2999-12"])
def test_report_of_a_month_outside_the_plan_says_so(project: Folder, month: str) -> None:
    result = cchc("report", month, content=project.root, as_of=APRIL)
    assert (result.exit_code, "Không áp dụng" in result.output) == (0, True)


def test_report_and_status_refuse_bad_content(project: Folder) -> None:
    project.article("2024/03/sai", areas="[procedure]")
    for command in (["status"], ["report", "2024-03"], ["close", "2024-03"]):
        result = cchc(*command, content=project.root, as_of=APRIL)
        assert result.exit_code == 2
        assert "content/tin-bai/2024/03/sai.md:4:9: lỗi F05" in result.stderr


def test_close_appends_an_entry_that_reads_back(project: Folder) -> None:
    result = cchc("close", "2024-03", content=project.root, as_of=APRIL)
    assert result.exit_code == 0, result.output
    assert (project.root / RECORD).read_text(encoding="utf-8") == result.stdout
    reading = project.read()
    (entry,) = reading.column.closed_months.entries
    assert (entry.state, entry.counted, len(entry.pieces), str(entry.closed_on)) == ("dat", 4, 4, APRIL)
    assert cchc("check", content=project.root, as_of=APRIL).exit_code == 0


def test_close_explains_a_short_month_and_check_is_content(project: Folder) -> None:
    _drop(project, 4)
    refused = cchc("close", "2024-03", content=project.root, as_of=APRIL)
    assert refused.exit_code == 2
    assert "thiếu 1 tin, bài: thêm --explanation" in refused.output
    assert not (project.root / RECORD).exists()
    why = 'Nghỉ "Tết": 9 ngày #1'
    assert cchc("close", "2024-03", "--explanation", why, content=project.root, as_of=APRIL).exit_code == 0
    assert project.read().column.closed_months.entries[0].explanation == why
    assert cchc("check", content=project.root, as_of=APRIL).exit_code == 0


def test_close_only_shows_in_a_dry_run(project: Folder) -> None:
    result = cchc("close", "2024-03", "--dry-run", content=project.root, as_of=APRIL)
    assert (result.exit_code, result.stdout.startswith("- month: 2024-03\n")) == (0, True)
    assert not (project.root / RECORD).exists()


@pytest.mark.parametrize(
    ("month", "why"),
    [
        ("2024-04", "chưa kết thúc; chốt được từ ngày 01/05/2024"),
        ("2024-01", "không có chỉ tiêu nào"),
        ("2999-12", "không có chỉ tiêu nào"),
        ("03/2024", "không phải là tháng"),
    ],
)
def test_close_refuses_other_months(project: Folder, month: str, why: str) -> None:
    result = cchc("close", month, content=project.root, as_of=APRIL)
    assert (result.exit_code, why in result.output) == (2, True)
    assert not (project.root / RECORD).exists()


def test_close_refuses_a_month_twice(project: Folder) -> None:
    cchc("close", "2024-03", content=project.root, as_of=APRIL)
    before = (project.root / RECORD).read_bytes()
    again = cchc("close", "2024-03", content=project.root, as_of=APRIL)
    assert (again.exit_code, "đã chốt rồi" in again.output) == (2, True)
    assert (project.root / RECORD).read_bytes() == before


@pytest.mark.parametrize("former", ["# Sổ chốt tháng", "# Sổ chốt tháng\r\n", "", "\n"])
def test_close_keeps_what_stands_in_the_record(project: Folder, former: str) -> None:
    project.write(RECORD, former)
    assert cchc("close", "2024-03", content=project.root, as_of=APRIL).exit_code == 0
    assert (project.root / RECORD).read_bytes().startswith(former.encode())
    assert inspect(project.root, project.read().column.articles[0].published).is_valid


@pytest.mark.parametrize("former", ["[]\n", "  []\n"])
def test_close_never_leaves_a_record_that_cannot_be_read(project: Folder, former: str) -> None:
    project.write(RECORD, former)
    result = cchc("close", "2024-03", content=project.root, as_of=APRIL)
    assert (project.root / RECORD).read_text(encoding="utf-8") == former or result.exit_code == 0
    assert not project.read().problems


def test_explain_tells_why_a_code_exists() -> None:
    for entry in CATALOGUE:
        assert entry.reason in cchc("explain", entry.code.lower()).output
    unknown = cchc("explain", "X99")
    assert (unknown.exit_code, "Không có mã “X99”" in unknown.output) == (2, True)


BAD_MONTHS = [
    "2024-13",
    "2024-00",
    "0000-01",
    "0001-01",
    "9999-12",
    "3000-01",
    "2024-1",
    "202403",
    "²024-03",
    "",
    "é",
    "\x00",
]


@pytest.mark.parametrize("command", ["report", "close"])
@pytest.mark.parametrize("month", BAD_MONTHS)
def test_a_bad_month_is_a_plain_error(project: Folder, command: str, month: str) -> None:
    result = cchc(command, month, content=project.root, as_of=APRIL)
    assert (result.exit_code, "không phải là tháng" in result.output) == (2, True)


@pytest.mark.parametrize("command", [["check"], ["status"], ["report", "2024-03"], ["close", "2024-03"]])
@pytest.mark.parametrize("as_of", ["31/02/2024", "2024-02-30", "mai", "1000-01-01", "9999-12-31", "2024-03-01T25:00"])
def test_a_bad_instant_is_a_plain_error(project: Folder, command: list[str], as_of: str) -> None:
    result = cchc(*command, content=project.root, as_of=as_of)
    assert (result.exit_code, "không phải là ngày giờ" in result.output) == (2, True)


@pytest.mark.parametrize("epoch", ["x", "-99999999999", "1e9", "99999999999999999999"])
def test_a_bad_epoch_is_a_plain_error(project: Folder, epoch: str) -> None:
    assert cchc("status", content=project.root, SOURCE_DATE_EPOCH=epoch).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "xml"],
        ["report"],
        ["nope"],
        ["check", "--nope"],
        ["report", "2024-03", "2024-04"],
        ["explain"],
    ],
)
def test_a_bad_command_line_is_a_usage_error(arguments: list[str]) -> None:
    assert cchc(*arguments).exit_code == 2


@pytest.mark.parametrize("command", [["check"], ["status"], ["report", "2024-03"], ["close", "2024-03"]])
def test_a_missing_folder_is_a_plain_error(tmp_path: Path, command: list[str]) -> None:
    result = cchc(*command, content=tmp_path / "khong-co", as_of=APRIL)
    assert (result.exit_code, "Không thấy thư mục nội dung" in result.output) == (2, True)
    file = tmp_path / "tep"
    file.write_text("x", encoding="utf-8")
    assert cchc(*command, content=file, as_of=APRIL).exit_code == 2


def test_the_shipped_column_is_fulfilled() -> None:
    for command in ("check", "status"):
        result = cchc(command, content=REPOSITORY / "content", as_of=SHIPPED_AS_OF)
        assert result.exit_code == 0, result.output


def test_every_command_is_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"cchc {name}" not in readme] == []


def _texts() -> list[Path]:
    return [
        REPOSITORY / "README.md",
        *(REPOSITORY / "content").rglob("*.md"),
        *(REPOSITORY / "content").rglob("*.yml"),
        *(REPOSITORY / "cchc_site").rglob("*.py"),
    ]


@pytest.mark.parametrize("text", _texts(), ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_command_that_is_named_exists(text: Path) -> None:
    for mention in re.findall(r"`cchc ([a-z]+)([^`\n]*)`", text.read_text(encoding="utf-8")):
        name, rest = mention
        assert name in main.commands, mention
        command = main.commands[name]
        if isinstance(command, Group):
            inner = rest.split()[0]
            assert inner in command.commands, mention
            command = command.commands[inner]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, mention
