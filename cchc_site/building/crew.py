"""Work shared between processes: the same results in the same order for any number of them.

The main process works too, so two cores mean one helper. Helpers are started only when there is enough to do, and where
they cannot be started, or one of them dies, the main process does everything.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Task = TypeVar("Task")
Result = TypeVar("Result")

Tell = Callable[[str, int, int], None]
"""Is told the name of a work, how many of its parts are done, and how many there are."""


def _nobody(label: str, done: int, total: int) -> None:
    pass


_context: Any = None
"""What every task of this process may look at; set once in each helper."""


def _receive(context: Any) -> None:
    global _context
    _context = context


def _in_helper(work: Callable[[Any, Task], Result], task: Task) -> Result:
    return work(_context, task)


def _plain(work: Callable[[Task], Result], task: Task) -> Result:
    return work(task)


def _send(there: Connection, work: Callable[[], object]) -> None:
    # What goes wrong here goes wrong again where somebody waits for it, and is said there.
    gc.disable()  # looking for garbage would copy what the processes share
    with there, suppress(Exception):
        there.send(work())


def cores() -> int:
    """How many processes may work at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def chunks(items: Sequence[Task], size: int) -> list[Sequence[Task]]:
    """The items in order, in parts of at most that size."""
    return [items[start : start + size] for start in range(0, len(items), size)]


class _Begun(Generic[Result]):
    """Work that another process does meanwhile."""

    def __init__(self, work: Callable[[], Result], here: Connection, helper: BaseProcess) -> None:
        self._work = work
        self._here = here
        self._helper = helper
        self._results: list[Result] = []

    def end(self) -> None:
        """Wait for the process and take its result, so that it is there no longer."""
        if not self._here.closed:
            with self._here, suppress(EOFError, OSError):
                self._results.append(self._here.recv())
            self._helper.join()

    def result(self) -> Result:
        """What it found; where it died, what is found here."""
        self.end()
        return self._results.pop() if self._results else self._work()


class Crew:
    """Runs `work(context, task)` for many tasks. `processes` counts the main one."""

    def __init__(self, processes: int | None = None, method: str | None = None) -> None:
        self._processes = cores() if processes is None else processes
        self._method = method
        self._begun: WeakSet[_Begun[Any]] = WeakSet()
        """Work that somebody may still ask for."""
        self.tell: Tell = _nobody
        """Who is told how much of a work is done."""

    def __getstate__(self) -> dict[str, object]:
        """A helper has no helpers, and nobody to tell."""
        return {"_processes": 1, "_method": None, "tell": _nobody}

    def run(
        self,
        work: Callable[[Any, Task], Result],
        context: Any,
        tasks: Sequence[Task],
        *,
        least: int = 2,
        label: str = "",
    ) -> Iterator[Result]:
        """Results in the order of the tasks; helpers only from `least` tasks on. `label` is the work's name."""
        with self._helpers(context, len(tasks) >= max(2, least)) as pool:
            plain = (work(context, task) for task in tasks)
            results = self._shared(pool, work, context, tasks) if pool else plain
            for done, result in enumerate(results, 1):
                self.tell(label, done, len(tasks))
                yield result

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Like the built-in `map`, in several processes."""
        with self._helpers(work, True) as pool:
            yield from self._shared(pool, _plain, work, tasks) if pool else map(work, tasks)

    def begin(self, work: Callable[[], Result]) -> Callable[[], Result]:
        """Let a copy of this process do `work` meanwhile; what is given back waits for the result.

        Where there is no copy to be had, or it dies, the work is done when somebody asks for the result.
        """
        if not self._may_share() or self._start_method != "fork":
            return work
        here, there = multiprocessing.Pipe(duplex=False)
        helper = multiprocessing.get_context("fork").Process(target=_send, args=(there, work))
        try:
            helper.start()
        except OSError:
            return work
        there.close()
        begun = _Begun(work, here, helper)
        self._begun.add(begun)
        return begun.result

    @property
    def _start_method(self) -> str:
        return self._method or multiprocessing.get_start_method()

    def _may_share(self) -> bool:
        # A process with several threads must not be copied: one of them may hold a lock. A helper has no helpers.
        is_helper = multiprocessing.parent_process() is not None
        return self._processes > 1 and threading.active_count() == 1 and not is_helper

    def _shared(
        self, pool: ProcessPoolExecutor, work: Callable[[Any, Task], Result], context: Any, tasks: Iterable[Task]
    ) -> Iterator[Result]:
        """Keeps every helper busy with one task more than it has, and takes a task itself when all are."""
        results: deque[Future[Result] | Result] = deque()
        waiting = iter(tasks)
        outstanding: list[Future[Result]] = []
        given: dict[int, Task] = {}
        more = True
        while more or results:
            outstanding = [future for future in outstanding if not future.done()]
            for task in islice(waiting, max(0, 2 * (self._processes - 1) - len(outstanding))):
                try:
                    future = pool.submit(_in_helper, work, task)
                except BrokenProcessPool:
                    results.append(work(context, task))
                    continue
                given[id(future)] = task
                outstanding.append(future)
                results.append(future)
            more = False
            for task in islice(waiting, 1):
                results.append(work(context, task))
                more = True
            while results and (not more or not isinstance(results[0], Future) or results[0].done()):
                first = results.popleft()
                if not isinstance(first, Future):
                    yield first
                    continue
                task = given.pop(id(first))
                try:
                    yield first.result()
                except BrokenProcessPool:
                    yield work(context, task)

    @contextmanager
    def _helpers(self, context: Any, wanted: bool) -> Iterator[ProcessPoolExecutor | None]:
        if not wanted or not self._may_share():
            yield None
            return
        for begun in list(self._begun):
            begun.end()  # its process would be one more than there may be, and as large as they are
        before = _context
        method = self._start_method
        try:
            if method == "fork":
                _receive(context)
                pool = ProcessPoolExecutor(self._processes - 1, multiprocessing.get_context(method))
            else:
                pool = ProcessPoolExecutor(
                    self._processes - 1, multiprocessing.get_context(method), initializer=_receive, initargs=(context,)
                )
        except (OSError, ImportError, ValueError):
            yield None
            return
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)
            _receive(before)
