"""The published folder. New files are made aside and put in their place at the end, so a build that fails, or is killed
at any moment, leaves the site as it was or makes it what it was to become.

Few changes are moved into the site one by one, by a journal: once it is written, the next build carries out whatever of
it is left. Every single file is whole at any time. When much has changed, the whole folder is exchanged at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cchc_site.building.lock import Lock

_NAME = re.compile(r"\.[^/\\]+-building-[\w-]+")
_EXCHANGE = 2
_HERE = -100
"""`RENAME_EXCHANGE` and `AT_FDCWD` of Linux's renameat2(2)."""


class Publication:
    """Makes files in a sibling of `target` on the same disk."""

    def __init__(self, target: Path, on_wait: Callable[[], None] = lambda: None) -> None:
        self.target = target
        self._prefix = f".{target.name}-building-"
        self.aside = target.parent / f"{self._prefix}{os.getpid()}"
        self._journal = target.parent / f".{target.name}-building.journal"
        self._lock = Lock(str(target.resolve()), on_wait)

    def open(self) -> Path:
        """An empty folder to make files in, once no other build is at work and what one left undone is done."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._lock.take()
        self._recover()
        for left in self.target.parent.glob(f"{self._prefix}*"):
            shutil.rmtree(left, ignore_errors=True)
        self.aside.mkdir()
        return self.aside

    def publish_all(self) -> None:
        """The folder aside becomes the site; the former one is deleted."""
        former = self.aside
        if not self.target.exists():
            self.aside.rename(self.target)
        elif not _exchange(self.aside, self.target):
            former = self.aside.with_name(f"{self.aside.name}-former")
            self._write_journal({"former": former.name})
            self.target.rename(former)
            try:
                self.aside.rename(self.target)
            except OSError:
                former.rename(self.target)
                raise
            finally:
                self._journal.unlink(missing_ok=True)
        shutil.rmtree(former, ignore_errors=True)
        self._lock.give_back()

    def publish_changes(self, changed: Sequence[str], vanished: Sequence[str]) -> None:
        """The files aside take the places of those of the same names; `vanished` ones go. Pages come after the files
        that they need, and go before them."""
        self._write_journal({"aside": self.aside.name, "changed": sorted(changed, key=_late), "vanished": vanished})
        self._carry_out(self.aside, sorted(changed, key=_late), vanished)
        self.discard()

    def discard(self) -> None:
        """Forget what was made aside."""
        shutil.rmtree(self.aside, ignore_errors=True)
        self._lock.give_back()

    def _write_journal(self, values: object) -> None:
        """From here on the change is certain to happen."""
        draft = self.aside / f"{self._journal.name}"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(values, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._journal)

    def _recover(self) -> None:
        """Carry out what a build that was killed had decided."""
        try:
            values = json.loads(self._journal.read_text(encoding="utf-8"))
            folder = str(values.get("former") or values["aside"])
            paths = [list(map(str, values.get(name, ()))) for name in ("changed", "vanished")]
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._journal.unlink(missing_ok=True)
            return
        left = self.target.with_name(folder) if _NAME.fullmatch(folder) else self.aside
        if "aside" in values:
            self._carry_out(left, *paths)
        elif left.exists() and not self.target.exists():
            left.rename(self.target)
        self._journal.unlink(missing_ok=True)

    def _carry_out(self, aside: Path, changed: Iterable[str], vanished: Iterable[str]) -> None:
        made: set[Path] = set()
        for path in filter(_stays_below, changed):
            place = self.target / path
            if place.parent not in made:
                place.parent.mkdir(parents=True, exist_ok=True)
                made.add(place.parent)
            with contextlib.suppress(FileNotFoundError):  # moved already, before the build was killed
                (aside / path).replace(place)
        vanished = list(filter(_stays_below, vanished))
        for path in vanished:
            (self.target / path).unlink(missing_ok=True)
        for folder in sorted({(self.target / path).parent for path in vanished}, reverse=True):
            self._prune(folder)
        self._journal.unlink(missing_ok=True)

    def _prune(self, folder: Path) -> None:
        """Remove a folder that became empty, and those above it."""
        while folder != self.target:
            try:
                folder.rmdir()
            except OSError as error:
                if error.errno != errno.ENOENT:
                    return
            folder = folder.parent


def _stays_below(path: str) -> bool:
    """Whether a path read from a journal cannot lead out of the site's folder."""
    return not path.startswith(("/", "\\")) and ".." not in path.replace("\\", "/").split("/")


def _late(path: str) -> tuple[int, str]:
    """What leads to other files comes after them: search's table of contents, listings, feeds, the front page last."""
    if path == "index.html":
        return 3, path
    if path.endswith("muc-luc.js") or path.count("/") < 3:
        return 2, path
    return int(path.endswith(".html")), path


def _exchange(one: Path, other: Path) -> bool:
    """Both folders change places in one step, where the system can do that."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
