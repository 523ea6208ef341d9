"""Files that are the same as in the last build, known without opening them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

from cchc_site.building.pickles import Unreadable, dump, load
from cchc_site.building.store import Store

PICTURES: Final = "pictures"
"""The section with what was published of each picture."""
_SECTION: Final = "stamps"

Stamp = tuple[int, int, int, int]


def stamp_of(file: str | Path) -> Stamp | None:
    """What the system says of a file without opening it: it changes with every change of the file."""
    try:
        stat = os.stat(file)
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def is_settled(stamp: Stamp | None, store: Store) -> bool:
    """Whether a stamp was old enough, when the last build read the file, to have stood for one state only."""
    return stamp is not None and max(stamp[1:3]) < store.settled


class Stamps:
    """Remembers files that were found in order, by their stamps."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before: dict[str, Stamp] = {}
        self._now: dict[str, Stamp] = {}
        self._root = Path()

    def begin(self, root: Path) -> None:
        """A build of that content folder begins."""
        self._root = root
        self._before, self._now = self._now or self._kept(), {}

    def is_same(self, path: str) -> bool:
        """Whether the file is the one that an earlier build found in order."""
        stamp = stamp_of(self._root / path)
        return stamp is not None and self._before.get(path) == stamp and is_settled(stamp, self._store)

    def note(self, path: str) -> None:
        """The file is in order."""
        stamp = stamp_of(self._root / path)
        if stamp is not None:
            self._now[path] = stamp

    def keep(self) -> None:
        """For the next build."""
        if self._now != self._before:
            self._store.write(_SECTION, [("files", dump(self._now))])
            self._store.remove(PICTURES, self._before.keys() - self._now.keys())

    def _kept(self) -> dict[str, Stamp]:
        data = self._store.read(_SECTION, "files")
        if data is not None:
            with contextlib.suppress(Unreadable, TypeError, ValueError):
                return dict(load(data))
        return {}
