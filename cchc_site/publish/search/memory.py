"""What the last build left for this one: named byte strings that may be lost, spoilt or foreign.

Everything is checked when it is read; what does not hold is as if it were not there. Deleting it is always safe.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
import unicodedata
from collections.abc import Collection, MutableMapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Final

from cchc_site.publish.disk_cache import key_of

_CHECK: Final = 16
_SOURCES: Final = (
    ("cchc_site.publish.search", ""),
    ("cchc_site.vietnamese", "abbreviations.yml"),
    ("cchc_site.vietnamese", "abbreviations.py"),
    ("cchc_site.vietnamese", "text.py"),
    ("cchc_site.column", "area.py"),
)
"""Files of packages, or all of a package, that say what the index is."""


@cache
def program_mark() -> str:
    """Changes with the code and the data that make the index, and with the Unicode tables of this Python."""
    files = [path for package, name in _SOURCES for path in _files(package, name)]
    return key_of(sys.version, unicodedata.unidata_version, *(path.read_bytes() for path in files))


def _files(package: str, name: str) -> list[Traversable]:
    folder = resources.files(package)
    if name:
        return [folder.joinpath(name)]
    found = [path for path in folder.iterdir() if path.name.endswith((".py", ".yml"))]
    return sorted(found, key=lambda path: path.name)


class _Plain(pickle.Unpickler):
    """Reads numbers, texts and containers, nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")


class Memory:
    """Values by name, each with a hash over itself and the mark of what made it."""

    def __init__(self, entries: MutableMapping[str, bytes], mark: str = "") -> None:
        """`mark` names what the values depend on besides this code."""
        self._entries = entries
        self._key = hashlib.blake2b(key_of(program_mark(), mark).encode()).digest()

    def get(self, name: str) -> Any:
        """The value, or None when it is absent, spoilt, or of another program."""
        stored = self._entries.get(name)
        if not isinstance(stored, bytes) or self._checked(stored[_CHECK:]) != stored[:_CHECK]:
            return None
        try:
            return _Plain(io.BytesIO(stored[_CHECK:])).load()
        except pickle.UnpicklingError:
            return None

    def put(self, name: str, value: object) -> None:
        """Keep a value made of numbers, texts and containers."""
        data = pickle.dumps(value, protocol=5)
        self._entries[name] = self._checked(data) + data

    def keep_only(self, names: Collection[str]) -> None:
        """Forget all other names."""
        for name in [name for name in self._entries if name not in names]:
            del self._entries[name]

    def _checked(self, data: bytes) -> bytes:
        return hashlib.blake2b(data, digest_size=_CHECK, key=self._key).digest()
