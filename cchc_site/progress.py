"""How far a long build is, for people at a terminal. The only module that draws there."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0
"""Seconds before anything is shown: a short build says nothing."""


class TerminalProgress:
    """Bars on a terminal; nothing where nobody looks (a pipe, a file, CI)."""

    def __init__(self, stream: TextIO | None = None, environment: Mapping[str, str] | None = None) -> None:
        stream = sys.stderr if stream is None else stream
        environment = os.environ if environment is None else environment
        self._stream = stream
        self._is_watched = stream.isatty() and not environment.get("CI")
        self._since = time.monotonic()
        self._drawing: Progress | None = None
        self._bars: dict[str, TaskID] = {}

    def __call__(self, label: str, done: int, total: int) -> None:
        """So much of that work is done."""
        if not self._is_watched or time.monotonic() - self._since < PATIENCE:
            return
        drawing = self._drawing or self._begin()
        if label not in self._bars:
            self._bars[label] = drawing.add_task(label, total=total)
        drawing.update(self._bars[label], completed=done, total=total)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None
            self._bars.clear()

    def _begin(self) -> Progress:
        # Imported here: most builds never draw anything.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._drawing = Progress(*columns, console=Console(file=self._stream), transient=True)
        self._drawing.start()
        return self._drawing
