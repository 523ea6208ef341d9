"""One build at a time for one site: a second one waits until the first has published."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import IO

if os.name == "nt":
    import msvcrt

    def _try(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

    def _wait(file: IO[bytes]) -> None:
        while not _try(file):
            pass
else:
    import fcntl

    def _try(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _wait(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


class Lock:
    """Held from `take` to `give_back`; the system takes it back when the process dies."""

    def __init__(self, what: str, on_wait: Callable[[], None] = lambda: None) -> None:
        """`what` names the thing that one process at a time may change, the same in every process."""
        self._path = Path(tempfile.gettempdir()) / f"cchc-{sha256(what.encode()).hexdigest()[:24]}.lock"
        self._on_wait = on_wait
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Wait for every other holder; `on_wait` is told before."""
        if self._file is not None:
            return
        try:
            file = self._path.open("ab")
        except OSError:  # another user's: then nobody waits for anybody
            return
        if not _try(file):
            self._on_wait()
            _wait(file)
        self._file = file

    def give_back(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            self._file.close()
            self._file = None
