"""The office's commands: formats, files, exit codes; and the schedules that call them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document
from support.files import PLAN_YML, Folder

from cchc_site.cli import main

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / ".ci" / "examples"
REPORTS = (
    "reports:\n  - id: bc\n    title: Báo cáo\n    window: nd09\n    rounds:\n"
    "      - {period: 2024-Q1, due: {before: 2024-03-10}}\n"
)


def run(folder: Folder, *arguments: str, as_of: str = "2024-03-09") -> Result:
    folder.write("_data/plans/ke-hoach.yml", PLAN_YML + REPORTS)
    for number in range(1, 5):
        folder.article(f"2024/01/bai-{number}", date=f"2024-01-0{number}")
        folder.article(f"2024/02/bai-{number}", date=f"2024-02-0{number}")
    return CliRunner().invoke(main, [*arguments, "--content", str(folder.root), "--as-of", as_of])


@pytest.mark.parametrize("period", ["2024-Q1", "2024-H1", "2024", "2024-02"])
@pytest.mark.parametrize("form", ["docx", "xlsx", "csv"])
def test_files_are_written_and_the_same_twice(folder: Folder, tmp_path: Path, period: str, form: str) -> None:
    one, other = tmp_path / f"mot.{form}", tmp_path / f"hai.{form}"
    for target in (one, other):
        result = run(folder, "report", period, "--format", form, "--output", str(target))
        assert result.exit_code == 0, result.output
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_words_are_printed(folder: Folder, form: str) -> None:
    result = run(folder, "report", "2024-Q1", "--format", form)
    assert result.exit_code == 0
    assert "2024" in result.output
    if form == "json":
        assert json.loads(result.output)["through"] == "2024-03-08"


def test_the_cut_off_can_be_set(folder: Folder) -> None:
    result = run(folder, "report", "2024-Q1", "--format", "json", "--through", "2024-01-31")
    assert (json.loads(result.output)["through"], json.loads(result.output)["total"]) == ("2024-01-31", 4)
    assert run(folder, "report", "2024-Q1", "--through", "31/01/2024").exit_code == 2
    calendar = run(folder, "report", "2024-Q1", "--format", "json", "--window", "calendar")
    assert json.loads(calendar.output)["window"]["to"] == "2024-03-31"


@pytest.mark.parametrize("period", ["2024-Q9", "2025-Q1", "quý 1"])
def test_a_period_without_figures_is_a_plain_error(folder: Folder, period: str) -> None:
    result = run(folder, "report", period, "--format", "json")
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
    assert result.output.strip()


def test_the_template_goes_out_and_comes_back(folder: Folder, tmp_path: Path) -> None:
    own = tmp_path / "mau.docx"
    assert CliRunner().invoke(main, ["template", "--output", str(own)]).exit_code == 0
    made = tmp_path / "bao-cao.docx"
    result = run(folder, "report", "2024-Q1", "--format", "docx", "--template", str(own), "--output", str(made))
    assert result.exit_code == 0
    assert Document(io.BytesIO(made.read_bytes())).tables
    (tmp_path / "hong.docx").write_bytes(b"PK hong")
    broken = run(folder, "report", "2024-Q1", "--format", "docx", "--template", str(tmp_path / "hong.docx"))
    assert (broken.exit_code, "Traceback" in broken.output) == (2, False)


def test_evidence_needs_the_built_pages(folder: Folder, tmp_path: Path) -> None:
    site, target = tmp_path / "site", tmp_path / "goi.zip"
    missing = run(folder, "evidence", "2024", "--site", str(site), "--output", str(target))
    assert missing.exit_code == 2
    assert "Dựng trang trước" in missing.output
    for month in ("01", "02"):
        for number in range(1, 5):
            page = site / f"tin-bai/2024/{month}/bai-{number}" / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(f"trang {month} {number}", encoding="utf-8")
    assert run(folder, "evidence", "2024", "--site", str(site), "--output", str(target)).exit_code == 0
    with zipfile.ZipFile(target) as archive:
        assert archive.read("trang/tin-bai/2024/01/bai-1/index.html").decode() == "trang 01 1"


@pytest.mark.parametrize(
    ("as_of", "code", "words"),
    [
        ("2024-03-09", 0, "09/03/2024  Báo cáo quý I năm 2024 (hôm nay; chưa gửi)"),
        ("2024-03-10", 1, "09/03/2024  Báo cáo quý I năm 2024 (quá hạn; chưa gửi)"),
        ("2024-02-01", 0, "Đến hạn trong 7 ngày tới:\n  (không có)"),
    ],
)
def test_status_says_what_falls_due(folder: Folder, as_of: str, code: int, words: str) -> None:
    result = run(folder, "status", "--next", "7", as_of=as_of)
    assert (result.exit_code, words in result.output) == (code, True), result.output


def test_nothing_to_do_is_an_empty_file_for_the_schedule(folder: Folder) -> None:
    assert run(folder, "status", "--next", "7", "--format", "md", as_of="2024-02-05").output == ""
    assert "Báo cáo quý I" in run(folder, "status", "--next", "7", "--format", "md", as_of="2024-03-05").output


def scripts(item: Any) -> list[str]:
    """Every shell script of a schedule."""
    if isinstance(item, dict):
        own = [item["run"]] if isinstance(item.get("run"), str) else []
        own += item["script"] if isinstance(item.get("script"), list) else []
        return own + [text for value in item.values() for text in scripts(value) if text not in own]
    return [text for value in item for text in scripts(value)] if isinstance(item, list) else []


@pytest.mark.parametrize("name", ["github-nhac-han.yml", "gitlab-nhac-han.yml"])
def test_the_schedules_are_sound(name: str) -> None:
    found = scripts(yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8")))
    assert sum("cchc status --next 7 --format md" in text for text in found) == 1
    for text in found:
        done = subprocess.run(["bash", "-n"], input=text, text=True, capture_output=True, check=False, env=os.environ)
        assert done.returncode == 0, done.stderr
