"""The published folder is swapped whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.sites import tree

from cchc_site.publish.output_folder import OutputFolder, write_files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that is already published."""
    write_files(tmp_path / "site", [("index.html", b"old"), ("a/index.html", b"old a")])
    return tmp_path / "site"


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_new_site_takes_the_old_ones_place_whole(site: Path) -> None:
    output = OutputFolder(site)
    assert write_files(output.open(), [("index.html", b"new"), ("b/c/index.html", b"c")]) == 2
    assert tree(site) == {"index.html": b"old", "a/index.html": b"old a"}
    output.publish()
    assert tree(site) == {"index.html": b"new", "b/c/index.html": b"c"}
    assert _names(site.parent) == ["site"]


def test_the_first_site_needs_no_former_one(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path / "xa" / "site")
    write_files(output.open(), [("index.html", b"new")])
    output.publish()
    assert tree(tmp_path / "xa") == {"site/index.html": b"new"}


def test_a_discarded_build_leaves_the_site_as_it_was(site: Path) -> None:
    output = OutputFolder(site)
    write_files(output.open(), [("index.html", b"half")])
    output.discard()
    assert tree(site) == {"index.html": b"old", "a/index.html": b"old a"}
    assert _names(site.parent) == ["site"]


def test_a_failure_while_writing_touches_nothing(site: Path) -> None:
    output = OutputFolder(site)

    def files() -> list[tuple[str, bytes]]:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_files(output.open(), files())
    assert tree(site)["index.html"] == b"old"


def test_a_failed_swap_puts_the_old_site_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = OutputFolder(site)
    write_files(output.open(), [("index.html", b"new")])
    rename = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if self == output.aside:
            raise PermissionError("held by another program")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(PermissionError):
        output.publish()
    assert tree(site) == {"index.html": b"old", "a/index.html": b"old a"}
    output.discard()
    assert _names(site.parent) == ["site"]


def test_what_a_killed_build_left_is_cleared_and_a_running_build_is_not(site: Path) -> None:
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    dead, running = int(done.stdout), os.getppid()
    for name in (f"{dead}", f"{running}", f"{dead}-former", "rac"):
        write_files(site.parent / f".site-building-{name}", [("index.html", b"left")])
    output = OutputFolder(site)
    assert list(output.open().iterdir()) == []
    output.discard()
    assert _names(site.parent) == [f".site-building-{running}", "site"]


def test_other_folders_are_left_alone(site: Path) -> None:
    write_files(site.parent / ".site-khac", [("x", b"x")])
    write_files(site.parent / ".site2-building-1", [("x", b"x")])
    output = OutputFolder(site)
    output.open()
    output.publish()
    assert _names(site.parent) == [".site-khac", ".site2-building-1", "site"]
