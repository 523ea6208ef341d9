"""A cache on disk for what is dear to make: entries named by the hash of everything that they were made from.

Deleting it is always safe. An entry that was cut short or altered is not used: it is made again.
"""

from __future__ import annotations

import hashlib
import inspect
import os
import sys
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

_MARK = 32
"""Every entry begins with the SHA-256 of the rest."""


def source_mark(module: str) -> str:
    """A hash of a module's own source: what was made by other code is made again."""
    return hashlib.sha256(inspect.getsource(sys.modules[module]).encode()).hexdigest()


def key_of(*parts: bytes | str) -> str:
    """The name of an entry: parts are measured one by one, so that ("ab", "c") and ("a", "bc") differ."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class DiskCache(Struct):
    """Entries below `folder`; without a folder they live as long as this object."""

    folder: Path | None = None
    _memory: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        """The entry, or nothing when it is absent or spoilt."""
        if self.folder is None or key in self._memory:
            return self._memory.get(key)
        try:
            stored = self._file(key).read_bytes()
        except OSError:
            return None
        mark, data = stored[:_MARK], stored[_MARK:]
        return data if hashlib.sha256(data).digest() == mark else None

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry. What cannot be written to the folder is kept for this build only."""
        if self.folder is None:
            self._memory[key] = data
            return
        file = self._file(key)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(hashlib.sha256(data).digest() + data)
            aside.replace(file)
        except OSError:
            self._memory[key] = data

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The entry, made and kept when it is not there yet."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def _file(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key[2:]
