"""What depends on nothing new is not made anew: marks say the same in every process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.sites import REPOSITORY, environment

from cchc_site.building.marks import folder_mark

PROGRAM = """
import sys
from pathlib import Path
from cchc_site.assembly import Assembly, Settings
from cchc_site.column.instant import parse_instant
from cchc_site.inspection import inspect
found = inspect(Path(sys.argv[1]), parse_instant("2026-11-21"))
outputs = Assembly(found, Settings("https://x.example/", templates=(sys.argv[2],))).outputs
print("\\n".join(f"{path} {output.key}" for path, output in outputs.items()))
"""


def _marks(seed: str) -> list[str]:
    """The marks of the shipped column's files, in a process that has its own order of sets."""
    command = [sys.executable, "-c", PROGRAM, str(REPOSITORY / "content"), str(REPOSITORY / "theme_overrides")]
    told = subprocess.run(command, env=environment(PYTHONHASHSEED=seed), capture_output=True, check=True, text=True)
    return told.stdout.splitlines()


def test_every_process_gives_a_file_the_same_mark() -> None:
    one, other = _marks("1"), _marks("4")
    assert len(one) > 300
    assert [line for line in one if line not in set(other)] == []
    assert len(one) == len(other)


def test_a_folder_s_mark_follows_its_files(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/a.html").write_text("a", encoding="utf-8")
    first = folder_mark(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_text("b", encoding="utf-8")
    (tmp_path / "nowhere").symlink_to(tmp_path / "absent")
    assert folder_mark(tmp_path) == first
    (tmp_path / "parts/a.html").write_text("b", encoding="utf-8")
    second = folder_mark(tmp_path)
    (tmp_path / "parts/a.html").rename(tmp_path / "a.html")
    assert len({first, second, folder_mark(tmp_path)}) == 3
