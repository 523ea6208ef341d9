"""Files written below a folder with no more calls to the system than each of them needs.

A site has tens of thousands of files, and on many systems a call costs more than what is written.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_IS_TIME_FINAL: Final = os.name == "posix"
"""Elsewhere the time of the last change is settled when the file is closed."""


class NewFiles:
    """Writes below `root`, which exists. Remembers the folders it made: nobody may remove them meanwhile."""

    def __init__(self, root: Path) -> None:
        self._root = f"{root}/"
        self._folders = {""}

    def write(self, path: str, data: bytes) -> int:
        """Write a file, and tell the time of its last change in nanoseconds."""
        self._make(path.rpartition("/")[0])
        file = os.open(self._root + path, _NEW, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(file, left) :]
            if _IS_TIME_FINAL:
                return os.fstat(file).st_mtime_ns
        finally:
            os.close(file)
        return os.stat(self._root + path).st_mtime_ns

    def take(self, path: str, source: Path) -> None:
        """The file as it stands elsewhere; without using room twice, where the system can do that."""
        self._make(path.rpartition("/")[0])
        try:
            os.link(source, self._root + path)
        except OSError:
            self.write(path, source.read_bytes())

    def _make(self, folder: str) -> None:
        """Most folders are new, and the one above was made before."""
        if folder in self._folders:
            return
        self._make(folder.rpartition("/")[0])
        try:
            os.mkdir(self._root + folder)
        except FileExistsError:
            if not os.path.isdir(self._root + folder):
                raise
        self._folders.add(folder)
