"""Named byte strings that outlive a build, in one SQLite file.

Deleting the file is always safe. One that is cut short, spoilt or of another version is set aside with a note, one
that cannot be written is only read. Every value carries its own sum: a database does not look at what it gives back.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path
from weakref import WeakSet

from xxhash import xxh3_64_digest

FORM = 3
"""Raised when the tables change."""
_MARK = 8
_OWN = "store"
_PATIENCE = 0.5
"""Seconds to wait for another process: builds of one site wait for one another before they come here."""
_COARSE = 2_000_000_000
"""Nanoseconds within which some file systems give two changes the same time."""


def _marked(value: bytes) -> bytes:
    return xxh3_64_digest(value) + value


def _unmarked(stored: object) -> bytes | None:
    if not isinstance(stored, bytes):
        return None
    value = stored[_MARK:]
    return value if xxh3_64_digest(value) == stored[:_MARK] else None


def _file_time(file: Path | None) -> int:
    """What the file system takes for now, in nanoseconds; 0 where nothing can be written."""
    if file is None:
        return 0
    probe = file.with_suffix(".started")
    try:
        probe.parent.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        return probe.stat().st_mtime_ns
    except OSError:
        return 0


class Store:
    """Sections of named values. What is written is kept by `commit`, all of it or nothing."""

    def __init__(self, file: Path | None = None, mark: str = "") -> None:
        """`mark` names everything that made the values besides their own names; with another one they are forgotten."""
        self.notes: list[str] = []
        """What was wrong with the file, in Vietnamese."""
        self._file = file
        self._owner = os.getpid()
        self._is_guest = False
        self.is_lasting = file is not None
        """Whether another process can read what is committed here."""
        self._base = self._opened(file)
        _of_this_process.add(self)
        if self.read(_OWN, "mark") != mark.encode():
            self._change("DELETE FROM kept", [()])
            self.write(_OWN, [("mark", mark.encode())])
        self.settled = int(self.read(_OWN, "started") or 0) - _COARSE
        """A file that was last changed before that, by the file system's clock, and still looks as it did when the last
        build read it, is the same file. One that was changed later may have been changed twice in one tick."""
        self.write(_OWN, [("started", str(_file_time(file)).encode())])

    def __getstate__(self) -> dict[str, object]:
        return {"_file": self._file, "settled": self.settled, "is_lasting": self.is_lasting}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self.notes = []
        self._owner, self._is_guest = -1, True

    def section(self, name: str) -> Section:
        """One builder's values."""
        return Section(self, name)

    def read(self, section: str, name: str) -> bytes | None:
        """One value; nothing when it is absent or spoilt."""
        for row in self._rows("SELECT value FROM kept WHERE section = ? AND name = ?", (section, name)):
            return _unmarked(row[0])
        return None

    def read_all(self, section: str) -> Iterator[tuple[str, bytes]]:
        """Every sound value of a section."""
        for name, stored in self._rows("SELECT name, value FROM kept WHERE section = ?", (section,)):
            value = _unmarked(stored)
            if value is not None:
                yield str(name), value

    def names(self, section: str) -> list[str]:
        """The names of a section in order."""
        rows = self._rows("SELECT name FROM kept WHERE section = ? ORDER BY name", (section,))
        return [str(row[0]) for row in rows]

    def write(self, section: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep values, instead of those of the same names."""
        rows = ((section, name, _marked(value)) for name, value in values)
        self._change("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def remove(self, section: str, names: Iterable[str]) -> None:
        """Forget values."""
        self._change("DELETE FROM kept WHERE section = ? AND name = ?", ((section, name) for name in names))

    def commit(self) -> None:
        """Make what was written last. Without room or right to write, the next build has less to go by."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @property
    def _connection(self) -> sqlite3.Connection:
        """A connection must not be used by two processes: a helper only reads what was committed, by one of its own."""
        if self._owner != os.getpid():
            self._owner, self._is_guest = os.getpid(), True
            self._base = self._readable(self._file, "mode=ro") if self._file and self.is_lasting else self._in_memory()
            self._base.execute("BEGIN")  # one lock for all that it reads, not one for each value
        return self._base

    def _rows(self, question: str, values: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
        try:
            yield from self._connection.execute(question, values)
        except sqlite3.Error:
            self._give_up()

    def _change(self, order: str, rows: Iterable[tuple[object, ...]]) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.executemany(order, rows)

    def _opened(self, file: Path | None) -> sqlite3.Connection:
        if file is None:
            return self._in_memory()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            return _ready(sqlite3.connect(file, timeout=_PATIENCE))
        except sqlite3.OperationalError:
            return self._readable(file)
        except (sqlite3.Error, OSError):
            return self._anew(file)

    def _readable(self, file: Path, how: str = "mode=ro&immutable=1") -> sqlite3.Connection:
        """Where nothing can be written, what is there may still be read."""
        try:
            base = sqlite3.connect(f"{file.resolve().as_uri()}?{how}", uri=True, timeout=_PATIENCE)
            base.execute("SELECT 1 FROM kept LIMIT 1").fetchall()
            return base
        except sqlite3.Error:
            return self._in_memory()

    def _anew(self, file: Path) -> sqlite3.Connection:
        self.notes.append(f"Bộ nhớ đệm {file.name} bị hỏng hoặc không phải của bản này; dựng lại từ đầu.")
        try:
            file.unlink(missing_ok=True)
            return _ready(sqlite3.connect(file, timeout=_PATIENCE))
        except (sqlite3.Error, OSError):
            return self._in_memory()

    def _in_memory(self) -> sqlite3.Connection:
        self.is_lasting = False
        return _ready(sqlite3.connect(":memory:"))

    def _give_up(self) -> None:
        """The file turned out to be spoilt in the middle of a build: go on without it, and without its successor. A
        helper leaves it alone: it may only have waited too long."""
        self._base.close()
        self._base = self._anew(self._file) if self._file and not self._is_guest else self._in_memory()


_of_this_process: WeakSet[Store] = WeakSet()


def _settle() -> None:
    """Before this process is copied: the copy lets go of the connection, and would undo what is not committed."""
    for store in _of_this_process:
        store.commit()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_settle)


def _ready(base: sqlite3.Connection) -> sqlite3.Connection:
    [version] = base.execute("PRAGMA user_version").fetchone()
    if version not in (0, FORM):
        base.close()
        raise sqlite3.DatabaseError("another version")
    # Not waiting for the disk: a build that is killed is undone by the journal; only a machine that falls over can
    # spoil the file, and a spoilt file is made anew.
    base.executescript(
        "PRAGMA synchronous = OFF;"
        # The key is an index of its own: the names of a section are read without its values.
        "CREATE TABLE IF NOT EXISTS kept (section TEXT, name TEXT, value BLOB, PRIMARY KEY (section, name));"
        f"PRAGMA user_version = {FORM};"
    )
    return base


class Section(MutableMapping[str, bytes]):
    """The values of one builder, as a mapping."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name

    def __getitem__(self, name: str) -> bytes:
        value = self._store.read(self._name, name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name: str, value: bytes) -> None:
        self._store.write(self._name, [(name, value)])

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self._store.remove(self._name, [name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.names(self._name))

    def __len__(self) -> int:
        return len(self._store.names(self._name))
