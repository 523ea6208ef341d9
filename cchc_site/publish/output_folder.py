"""The published folder: built aside and swapped in at the end, so a failed build never touches the site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


class OutputFolder:
    """Builds in a sibling of `target` on the same disk; `publish` puts it in the target's place."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self._prefix = f".{target.name}-building-"
        self.aside = target.parent / f"{self._prefix}{os.getpid()}"

    def open(self) -> Path:
        """An empty folder to build in; what killed builds left behind is removed."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        for left in self.target.parent.glob(f"{self._prefix}*"):
            if left == self.aside or not _is_running(left.name.removeprefix(self._prefix)):
                shutil.rmtree(left, ignore_errors=True)
        self.aside.mkdir()
        return self.aside

    def publish(self) -> None:
        """Swap: the old site moves away, the new one takes its place, the old one is deleted."""
        former = self.target.parent / f"{self._prefix}{os.getpid()}-former"
        if self.target.exists():
            self.target.rename(former)
        try:
            self.aside.rename(self.target)
        except OSError:
            if former.exists():
                former.rename(self.target)
            raise
        shutil.rmtree(former, ignore_errors=True)

    def discard(self) -> None:
        """Forget what was built so far."""
        shutil.rmtree(self.aside, ignore_errors=True)


def _is_running(process: str) -> bool:
    """Whether the build that made the folder still runs; when in doubt, yes."""
    if not process.isdigit():
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write every file below the folder; returns how many."""
    count = 0
    made: set[Path] = set()
    for path, data in files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(data)
        count += 1
    return count
