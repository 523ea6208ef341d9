"""A contestant's project on disk, brought into the state that is measured, built, and looked at afterwards."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_site.column.article import Article

from .articles import added_sentence
from .contestant import Contestant, Work
from .process_tree import Cost, Failed, run

_SETTLED = 3.0
"""Seconds after which a file's time says that it has not changed since."""


@dataclass(frozen=True)
class Output:
    """The size of a built site."""

    bytes: int
    files: int


class Trial:
    """One project of one contestant with a number of pieces."""

    def __init__(self, contestant: Contestant, folder: Path, pieces: Sequence[Article]) -> None:
        contestant.write(folder, pieces)
        # A column is not written in the second in which it is first built: files so young may change again unseen, so
        # what remembers the times of files has to read them once more.
        time.sleep(_SETTLED)
        middle = pieces[len(pieces) // 2]
        self.contestant = contestant
        self._folder = folder
        self._log = folder.with_suffix(".log")
        self._pages = [contestant.page(piece) for piece in pieces]
        self._source = folder / contestant.source(middle)
        self._page = contestant.page(middle)
        self._text = self._source.read_text(encoding="utf-8")
        self._aside = folder.with_suffix(".aside")
        self._cleared = 0
        self._edits = 0
        self._now: list[int] = []

    def measure(self, work: Work) -> Cost:
        """Bring the project into the state, build it, and make sure that the site is whole and current."""
        if work is Work.COLD:
            self._clear()
        elif work is Work.EDIT:
            self._edits += 1
            self._now = [self._edits]
            self._source.write_text(f"{self._text.rstrip()}\n\n{added_sentence(self._edits)}\n", encoding="utf-8")
        # What the run before left to be written to the disk is not this one's cost.
        os.sync()
        environment = {
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONUTF8": "1",
            **self.contestant.environment,
        }
        costs = [run(command, self._folder, environment, self._log) for command in self.contestant.commands]
        self._inspect()
        total = costs[0]
        for cost in costs[1:]:
            total += cost
        return total

    def output(self) -> Output:
        """The size of the built site."""
        sizes = [path.stat().st_size for path in (self._folder / self.contestant.output).rglob("*") if path.is_file()]
        return Output(sum(sizes), len(sizes))

    def remove(self) -> None:
        """Take the project, its sites and its log from the disk: 10,000 pages are up to a gigabyte."""
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.rmtree(self._aside, ignore_errors=True)
        self._log.unlink(missing_ok=True)

    def _clear(self) -> None:
        """Put the site and the caches aside. Nothing is deleted before the last measurement: for minutes afterwards
        ext4 looks at every inode that was just set free before it gives one to a new file, and a build of ten thousand
        pages would pay for the one before.
        """
        self._now = []
        self._source.write_text(self._text, encoding="utf-8")
        self._cleared += 1
        for name in (self.contestant.output, *self.contestant.caches):
            path = self._folder / name
            if path.exists():
                aside = self._aside / str(self._cleared) / name
                aside.parent.mkdir(parents=True, exist_ok=True)
                path.rename(aside)

    def _inspect(self) -> None:
        """A figure counts only for a site that has every page, and the last edit and no earlier one in it."""
        site = self._folder / self.contestant.output
        if missing := [page for page in self._pages if not (site / page).is_file()]:
            raise Failed(f"{self.contestant.name}: {len(missing)} pages are missing, the first is {missing[0]}")
        text = (site / self._page).read_text(encoding="utf-8")
        shown = [number for number in range(1, self._edits + 1) if added_sentence(number) in text]
        if shown != self._now:
            raise Failed(f"{self.contestant.name}: {self._page} shows the edits {shown}, its source has {self._now}")
