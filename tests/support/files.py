"""Small content folders on disk, as an editor would have written them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cchc_site.checks import run_checks
from cchc_site.column.problem import Problem
from cchc_site.content.loader import Reading, read_content
from support.builders import prose

COLUMN_YML = """\
id: cchc
name: Cải cách hành chính
description: Một câu giới thiệu.
agency: van-phong
"""
UNITS_YML = """\
- id: van-phong
  name: Văn phòng Sở
  kind: phong
"""
PLAN_YML = """\
id: ke-hoach
title: Kế hoạch tuyên truyền
agency: van-phong
from: 2024-01-01
to: 2025-12-31
quotas:
  - min: 4
    per: month
    from: 2024-01-01
"""
FIELDS = {
    "title": "Ba bước cần nhớ",
    "date": "2024-03-05",
    "areas": "[procedures]",
    "kind": "bai",
    "unit": "van-phong",
    "author": "Ban biên tập",
    "summary": "Một câu tóm tắt.",
}


def article_text(body: str | None = None, key: str = "bai", **fields: str | None) -> str:
    """A whole article file; a field given as `None` is left out, other fields replace or follow the usual ones."""
    written = {name: value for name, value in {**FIELDS, **fields}.items() if value is not None}
    front = "".join(f"{name}: {value}\n" for name, value in written.items())
    return f"---\n{front}---\n\n{prose(key) if body is None else body}\n"


class Folder:
    """A content folder with the data files it must have, and nothing else."""

    def __init__(self, root: Path, *, plan: str = PLAN_YML) -> None:
        self.root = root / "content"
        self.write("_data/column.yml", COLUMN_YML)
        self.write("_data/units.yml", UNITS_YML)
        self.write("_data/plans/ke-hoach.yml", plan)

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file below the folder."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def article(self, name: str = "2024/03/bai", body: str | None = None, **fields: str | None) -> Path:
        """Write an article below `tin-bai/`."""
        return self.write(f"tin-bai/{name}.md", article_text(body, name.replace("/", "x"), **fields))

    def read(self) -> Reading:
        """Read the folder; every problem found on the way is one a person can act on."""
        reading = read_content(self.root)
        assert_helpful(reading.problems)
        return reading

    def problems(self) -> list[Problem]:
        """The problems of reading and, when reading found none, of the checks."""
        reading = self.read()
        found = list(reading.problems) or run_checks(reading.column)
        assert_helpful(found)
        return found


def assert_helpful(problems: Iterable[Problem]) -> None:
    """Every problem names its file, says what is wrong and how to mend it, and can be printed."""
    for problem in problems:
        assert problem.code, problem
        assert problem.place.path, problem
        assert problem.message.strip(), problem
        assert problem.fix.strip(), problem
        f"{problem.place} {problem.message} {problem.fix}".encode()


def where(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Code and place of every problem, the place without the folder's own name."""
    return [(problem.code, str(problem.place).removeprefix("content/")) for problem in problems]
