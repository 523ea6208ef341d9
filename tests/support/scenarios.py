"""Faulty content folders: `scenarios_invalid/<name>/` laid over a good one, with the problems it must give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.files import Folder, article_text

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios_invalid"
ARTICLE = "tin-bai/2024/03/bai.md"
MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "too-large": ("T02", lambda: article_text("chữ " * 3_400_000, kind="thong-bao").encode()),
    "utf-16": ("T01", lambda: article_text().encode("utf-16")),
}
"""Articles that are made when needed: twenty megabytes are not committed, and tools stumble over UTF-16."""


def names() -> list[str]:
    """Every scenario."""
    return [*sorted(folder.name for folder in SCENARIOS.iterdir() if (folder / "expected.txt").exists()), *MADE]


def lay(name: str, root: Path) -> list[tuple[str, str]]:
    """Write the scenario's content below `root`; gives the (code, place) of every problem to expect."""
    folder = Folder(root)
    if name in MADE:
        code, article = MADE[name]
        folder.write(ARTICLE, article())
        return [(code, f"content/{ARTICLE}")]
    for file in sorted((SCENARIOS / name).rglob("*")):
        if file.is_file() and file.name != "expected.txt":
            folder.write(file.relative_to(SCENARIOS / name).as_posix(), file.read_bytes())
    lines = (SCENARIOS / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    return [(code, place) for code, place in (line.split(" ", 1) for line in lines)]
