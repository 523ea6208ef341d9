"""What a command costs, with every process that it starts: wall time, processor time, memory at its height. Linux only.

Processor time is what the kernel hands to a parent for its waited-for children (`wait4`), grandchildren included.
Memory is sampled: the sum of all processes' proportional share (PSS: shared pages count once) at one instant, at
most every 50 ms; where one process's own high-water mark is more than any such sum, that is taken, so a short peak
between two samples does not disappear.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.05
SHARE = 0.03
"""Looking takes at most this part of one core, for the pages of large processes take long to count, and whoever is
looked at has to wait meanwhile."""


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and of processor time, and the most memory in bytes."""

    wall: float
    cpu: float
    peak: int

    def __add__(self, later: Cost) -> Cost:
        """The cost of one command after the other."""
        return Cost(self.wall + later.wall, self.cpu + later.cpu, max(self.peak, later.peak))


class Failed(Exception):
    """The command ended with another code than 0, or left processes behind that nobody waited for."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Cost:
    """Run a command in a session of its own and measure it; its output goes to the log."""
    with log.open("wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        watch = MemoryWatch(process.pid)
        watch.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            watch.finish()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command)}: {process.returncode}\n{log.read_text(encoding='utf-8', errors='replace')}")
    if left := _left_behind(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
        raise Failed(f"{' '.join(command)}: processes {left} still run, so their time is not known")
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.peak)


def _left_behind(session: int) -> list[int]:
    """What still runs a moment later: Python's own keeper of shared memory ends only after the process it served."""
    for _ in range(20):
        if not session_processes(session):
            return []
        time.sleep(EVERY)
    return session_processes(session)


class MemoryWatch(threading.Thread):
    """Looks at the memory of all processes of a session until it is told to stop."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._session = session
        self._done = threading.Event()

    def run(self) -> None:
        """Look, rest, look again."""
        pause = 0.0
        while not self._done.wait(pause):
            began = time.perf_counter()
            memory = [process_memory(pid) for pid in session_processes(self._session)]
            together = sum(share for share, _ in memory)
            self.peak = max(self.peak, together, *(highest for _, highest in memory), 0)
            pause = max(EVERY, (time.perf_counter() - began) / SHARE)

    def finish(self) -> None:
        """Stop looking."""
        self._done.set()
        self.join()


def session_processes(session: int) -> list[int]:
    """Ids of the living processes of a session, the dead that nobody waited for yet left out."""
    found = []
    for entry in os.listdir(PROC):
        if entry.isdigit():
            state = _read(PROC / entry / "stat").rpartition(")")[2].split()
            if len(state) > 3 and int(state[3]) == session and state[0] not in "ZX":
                found.append(int(entry))
    return found


def process_memory(pid: int) -> tuple[int, int]:
    """(proportional share now, own high-water mark) in bytes; zeros for a process that has just ended."""
    share = _kilobytes(_read(PROC / str(pid) / "smaps_rollup"), "Pss:")
    highest = _kilobytes(_read(PROC / str(pid) / "status"), "VmHWM:")
    return share * 1024, highest * 1024


def _kilobytes(text: str, name: str) -> int:
    for line in text.splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
