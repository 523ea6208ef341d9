"""All five columns: they build, their content is sound, and the handbook's table says what the tests prove."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_site.column.problem import Severity

from .elsewhere import ELSEWHERE
from .rows import PAGE, asked, exists, page, proved
from .seeds import BUILD_DAYS, FOLDER, seed

OUT_OF_REACH: dict[str, tuple[int, set[int]]] = {
    "S1": (34, set()),
    "S3": (39, {36}),
    "S4": (47, {3, 20, 26, 28, 32, 36}),
}
"""Each plan's last row, and the rows that no publishing system can fulfil: attitudes, budgets, other agencies' work."""


@pytest.mark.parametrize("name", BUILD_DAYS)
def test_each_builds(name: str, tmp_path: Path) -> None:
    environment = {**os.environ, "CCHC_AS_OF": BUILD_DAYS[name], "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=FOLDER / name, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    plan = seed(name).plan
    assert (tmp_path / "site" / "ke-hoach" / plan.id / "index.html").is_file()
    assert (tmp_path / "site" / "ke-hoach" / plan.id / "lich.ics").is_file()


@pytest.mark.parametrize("name", BUILD_DAYS)
def test_each_is_sound(name: str) -> None:
    assert not [problem for problem in seed(name).problems if problem.severity is Severity.ERROR]
    assert seed(name).column.identity.demonstration
    assert not seed(name).column.submissions, "what a real office did is not ours to invent"


def test_every_row_is_proved() -> None:
    assert set(proved()) == set(asked())
    assert all(proved().values())


def test_what_is_proved_elsewhere_is_proved_by_tests_that_exist() -> None:
    assert [where for _, tests in ELSEWHERE.values() for where in tests if not exists(where)] == []


@pytest.mark.parametrize("plan", OUT_OF_REACH)
def test_no_row_of_a_plan_is_forgotten(plan: str) -> None:
    numbers = {int(row.removeprefix(f"{plan}-")) for row in asked() if row.startswith(plan)}
    last, beyond = OUT_OF_REACH[plan]
    assert numbers | beyond == set(range(1, last + 1))
    assert not numbers & beyond


def test_the_handbooks_table_is_the_one_the_tests_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: cd tests && python -m scenarios.rows"
