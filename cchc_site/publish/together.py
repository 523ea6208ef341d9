"""Several works for one other process: each process more would copy what it shares with this one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from cchc_site.publish.output import Begin, Result


class Together:
    """Works that are begun at once and done one after another."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._works: list[Callable[[], Any]] = []

    def add(self, work: Callable[[], Result]) -> Callable[[], Result]:
        """One work more; what is given back waits for the results of all."""
        self._works.append(work)
        place = len(self._works) - 1
        return lambda: self._results[place]

    def begin(self) -> None:
        """There are no more."""
        self._wait = self._begin(self._all)

    def _all(self) -> list[Any]:
        return [work() for work in self._works]

    @cached_property
    def _results(self) -> list[Any]:
        return self._wait()
