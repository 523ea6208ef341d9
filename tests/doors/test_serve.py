"""`mkdocs serve` as an editor runs it: nothing stops it, and what is saved is seen at once."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import scenarios
from support.files import Folder
from support.sites import environment, write_config

APRIL = "2024-04-01"


@contextmanager
def _serving(root: Path, *arguments: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """`mkdocs serve` on a free port: its address, and what it has said so far."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = root / "serve.log"
    with said.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *arguments],
            cwd=root,
            env=environment(CCHC_AS_OF=APRIL),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://127.0.0.1:{port}/", lambda: said.read_text(encoding="utf-8")
    finally:
        server.terminate()
        server.wait(timeout=20)


def _fetch(address: str, said: Callable[[], str]) -> str:
    end = time.monotonic() + 30
    while "Serving on" not in said():
        assert time.monotonic() < end, said()
        time.sleep(0.1)
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def test_a_preview_of_a_short_month_only_warns(project: Folder) -> None:
    (project.root / "tin-bai/2024/03/bai-4.md").unlink()
    project.article("2024/03/nhap", draft="true")
    with _serving(project.root.parent, "--no-livereload") as (address, said):
        assert "Bài số 3" in _fetch(address, said)
        assert "Bản nháp, chưa đăng" in _fetch(f"{address}tin-bai/2024/03/nhap/", said)
        assert "WARNING -  cchc: content/_data/plans/ke-hoach.yml:7:5: N01" in said()
    assert not (project.root.parent / "site").exists()


@pytest.mark.parametrize("name", ["many-at-once", "same-address", "expired-unit"])
def test_a_preview_of_bad_content_still_serves(tmp_path: Path, name: str) -> None:
    expected = scenarios.lay(name, tmp_path)
    write_config(tmp_path)
    with _serving(tmp_path, "--no-livereload") as (address, said):
        assert "<h1" in _fetch(address, said)
        assert all(f"{place}: {code}: " in said() for code, place in expected)


def _wait(true: Callable[[], bool], said: Callable[[], str]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end, said()
        time.sleep(0.05)


def test_a_saved_piece_is_seen_at_once_and_the_rest_follows_once(project: Folder) -> None:
    piece = project.root / "tin-bai/2024/03/bai-1.md"
    text = piece.read_text(encoding="utf-8")
    with _serving(project.root.parent, "--livereload") as (address, said):
        page = f"{address}tin-bai/2024/03/bai-1/"
        seen = re.search(r"livereload\((\d+), (\d+)\)", _fetch(page, said))
        assert seen
        # As many editors do: the new text is written aside, and then takes the old one's place.
        aside = piece.with_suffix(".tmp")
        aside.write_text(text.replace("title: Bài số 1", "title: Tên mới") + "\nCâu vừa thêm.\n", encoding="utf-8")
        aside.replace(piece)
        told = _fetch(f"{address}livereload/{seen[1]}/{seen[2]}", said)  # answers when there is something new
        assert "Câu vừa thêm." in _fetch(page, said)
        _wait(lambda: "Tên mới" in _fetch(f"{address}tin-bai/", said), said)
        _wait(lambda: said().count("Reloading browsers") == 1, said)
        time.sleep(1.5)  # a build reads every file: that must not start another one
        assert said().count("Detected file changes") == 1
        assert told in _fetch(page, said)  # browsers that were told at once are not told again


def test_a_saved_mistake_is_reported_and_the_next_text_is_seen(project: Folder) -> None:
    piece = project.root / "tin-bai/2024/03/bai-1.md"
    text = piece.read_text(encoding="utf-8")
    with _serving(project.root.parent, "--livereload") as (address, said):
        page = f"{address}tin-bai/2024/03/bai-1/"
        _fetch(page, said)
        piece.write_text("---\ntitle: [\n---\nhỏng\n", encoding="utf-8")
        _wait(lambda: "bai-1.md:" in said(), said)
        piece.write_text(f"{text}\nĐã sửa xong.\n", encoding="utf-8")
        _wait(lambda: said().count("Reloading browsers") == 2, said)
        assert "Đã sửa xong." in _fetch(page, said)
