"""Files of a site are written whole, with few calls."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest
from support.sites import tree

from cchc_site.building.new_files import NewFiles

FILES = {"index.html": b"a", "a/b/c/index.html": b"b" * 70_000, "a/b/the.png": b"", "a/index.html": b"c"}


def test_files_are_written_into_folders_old_and_new(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_bytes(b"longer than before")
    files = NewFiles(tmp_path)
    for path, data in FILES.items():
        assert files.write(path, data) == (tmp_path / path).stat().st_mtime_ns
    assert tree(tmp_path) == FILES


def test_a_file_is_whole_though_little_is_taken_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:3]))
    NewFiles(tmp_path).write("a.txt", b"0123456789")
    assert (tmp_path / "a.txt").read_bytes() == b"0123456789"


def test_each_file_costs_four_calls_and_each_folder_one(tmp_path: Path) -> None:
    files = NewFiles(tmp_path)
    with ExitStack() as watched:
        calls = [
            watched.enter_context(patch.object(os, name, wraps=getattr(os, name)))
            for name in ("open", "write", "fstat", "stat", "close", "mkdir")
        ]
        for path in FILES:
            files.write(path, b"x")
    assert sum(call.call_count for call in calls) == 4 * len(FILES) + 3


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileExistsError):
        NewFiles(tmp_path).write("a/b.txt", b"x")


@pytest.mark.parametrize("can_link", [True, False])
def test_a_file_that_stands_elsewhere_is_taken_as_it_is(
    tmp_path: Path, can_link: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError

    if not can_link:
        monkeypatch.setattr(os, "link", link)
    (tmp_path / "old.txt").write_bytes(b"old")
    (tmp_path / "new").mkdir()
    NewFiles(tmp_path / "new").take("a/b.txt", tmp_path / "old.txt")
    assert tree(tmp_path / "new") == {"a/b.txt": b"old"}
