"""The files of a site as they were published. There are tens of thousands, and every build reads of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct
from typing import Final, NamedTuple

from cchc_site.building.pickles import dump, load

_ROW: Final = Struct("<qq16s")


class Trace(NamedTuple):
    """How to know a file again: its bytes, the time of its last change in nanoseconds, a digest of 16 bytes."""

    size: int
    time: int
    digest: bytes
    """Tells files apart, and need not withstand anybody: who makes another file to the same digest keeps the one that
    stands, which was looked at."""


class Traces:
    """By the path of each file what it was made from, and its trace."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self._rows: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> Trace:
        return Trace(*_ROW.unpack(self._rows[path]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Traces) and self.keys == other.keys and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]

    def set(self, path: str, key: str, trace: Trace) -> None:
        """A file was made from what that key names."""
        self.keys[path] = key
        self._rows[path] = _ROW.pack(*trace)

    def without(self, paths: Iterable[str]) -> Traces:
        """Those of all other files."""
        found = Traces()
        found.keys, found._rows = dict(self.keys), dict(self._rows)
        for path in paths:
            found.keys.pop(path, None)
            found._rows.pop(path, None)
        return found

    def dump(self, whose: str) -> bytes:
        """As bytes, with a word of the owner's."""
        return dump((whose, self.keys, b"".join(map(self._rows.__getitem__, self.keys))))

    @staticmethod
    def load(data: bytes) -> tuple[str, Traces]:
        """The word and the traces again. Raises Unreadable, TypeError, ValueError or AttributeError for other bytes."""
        whose, keys, rows = load(data)
        found = Traces()
        found.keys = keys
        cut = [rows[at : at + _ROW.size] for at in range(0, len(rows), _ROW.size)]
        found._rows = dict(zip(keys, cut, strict=True))
        return whose, found
