"""Real builds on bad days: killed, two at once, no room on the disk, a cache that cannot be kept."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.files import COLUMN_YML, UNITS_YML, article_text
from support.sites import environment, mkdocs, tree, write_config

NOW = "2024-04-01T08:00"


def write(root: Path, count: int, word: str) -> None:
    """A column of that many pieces."""
    folder = root / "content"
    shutil.rmtree(folder, ignore_errors=True)
    files = {"_data/column.yml": COLUMN_YML, "_data/units.yml": UNITS_YML}
    files |= {
        f"tin-bai/2024/03/bai-{number}.md": article_text(f"{word} {number} " * 40, title=f"Bài số {number} {word}")
        for number in range(count)
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def start(root: Path, **options: object) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    process: subprocess.Popen[str] = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=root,
        env=environment(CCHC_AS_OF=NOW),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        **options,  # type: ignore[call-overload]
    )
    return process


def build(root: Path) -> Mapping[str, bytes]:
    """A build that must succeed, and its site."""
    done = mkdocs("build", "-q", cwd=root, CCHC_AS_OF=NOW)
    assert done.returncode == 0, done.stdout
    return tree(root / "site")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, bytes], Mapping[str, bytes]]:
    """A project that is published, the site it has, and the site of its next state."""
    root = tmp_path_factory.mktemp("column")
    write_config(root)
    write(root, 30, "sau")
    after = build(root)
    shutil.rmtree(root / "site")
    shutil.rmtree(root / ".cache")
    write(root, 24, "truoc")
    return root, build(root), after


def copy(sites: tuple[Path, Mapping[str, bytes], Mapping[str, bytes]], folder: Path) -> Path:
    """The published project, and its next state written into the content folder."""
    root = folder / "column"
    shutil.copytree(sites[0], root)
    write_config(root)
    write(root, 30, "sau")
    return root


def left_beside(root: Path) -> list[str]:
    return [entry.name for entry in root.iterdir() if entry.name.startswith(".site")]


@pytest.mark.parametrize("after", [0.7, 1.6])
def test_a_killed_build_leaves_a_whole_site_and_the_next_is_right(
    sites: tuple[Path, Mapping[str, bytes], Mapping[str, bytes]], tmp_path: Path, after: float
) -> None:
    root = copy(sites, tmp_path)
    build_process = start(root)
    time.sleep(after)
    build_process.kill()
    build_process.communicate()
    killed = tree(root / "site")
    for path in killed:
        assert killed[path] in (sites[1].get(path), sites[2].get(path)), path
    assert build(root) == sites[2]
    assert left_beside(root) == []


def test_two_builds_at_once_follow_one_another(
    sites: tuple[Path, Mapping[str, bytes], Mapping[str, bytes]], tmp_path: Path
) -> None:
    root = copy(sites, tmp_path)
    both = [start(root), start(root)]
    assert [process.wait(120) for process in both] == [0, 0], [process.communicate()[0] for process in both]
    assert tree(root / "site") == sites[2]
    assert left_beside(root) == []


def test_a_full_disk_leaves_the_site_as_it_was_and_says_so(
    sites: tuple[Path, Mapping[str, bytes], Mapping[str, bytes]], tmp_path: Path
) -> None:
    root = copy(sites, tmp_path)
    process = start(root, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000)))
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 2, said
    assert "Không ghi được tệp" in said
    assert "Traceback" not in said
    assert tree(root / "site") == sites[1]
    assert build(root) == sites[2]


def test_a_cache_that_cannot_be_kept_costs_only_time(
    sites: tuple[Path, Mapping[str, bytes], Mapping[str, bytes]], tmp_path: Path
) -> None:
    root = copy(sites, tmp_path)
    shutil.rmtree(root / ".cache")
    (root / ".cache").write_bytes(b"")
    assert build(root) == sites[2]
