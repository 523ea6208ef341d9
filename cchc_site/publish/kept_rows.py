"""The rows of a long table as text, kept month by month: a changed piece makes only the rows of its month anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct, field

from cchc_site.publish.mark import mark_of

T = TypeVar("T")
_MARK = 32
"""Characters of what `mark_of` gives."""


class KeptRows(Struct, Generic[T], frozen=True):
    """Rows of records in their order. `memory` is what the last build left; it may be empty or lost in part."""

    row: Callable[[T], bytes]
    mark: Callable[[Sequence[T]], str]
    """A name, as `mark_of` gives it, for everything that the rows of some records depend on."""
    memory: MutableMapping[str, bytes] = field(default_factory=dict)

    def renew(self, groups: Mapping[str, Sequence[T]]) -> Months[T]:
        """Make the rows of the months that changed, of all records by month."""
        marks = {month: self.mark(group) for month, group in groups.items()}
        kept = dict(_pairs(self.memory.get("marks", b"").decode()))
        for month, mark in marks.items():
            if kept.get(month) != mark:
                self.memory[month] = self._made(mark, groups[month])
        if kept != marks:
            for month in set(self.memory) - marks.keys() - {"marks"}:
                del self.memory[month]
            self.memory["marks"] = "\n".join(f"{month} {mark}" for month, mark in marks.items()).encode()
        return Months(self, groups, marks)

    def _made(self, mark: str, group: Iterable[T]) -> bytes:
        return mark.encode() + b",\n".join(map(self.row, group))

    def rows(self, mark: str, month: str, group: Iterable[T]) -> bytes:
        """The rows of one month, as they are kept or made again."""
        kept = self.memory.get(month, b"")
        known = kept if kept[:_MARK] == mark.encode() else self._made(mark, group)
        return known[_MARK:]


class Months(Struct, Generic[T], frozen=True):
    """The rows of all records, by month."""

    kept: KeptRows[T]
    groups: Mapping[str, Sequence[T]]
    marks: Mapping[str, str]

    @property
    def mark(self) -> str:
        """A name for all rows."""
        return mark_of(*self.marks.items())

    def rows(self) -> Iterator[bytes]:
        """The rows as UTF-8, in parts."""
        for month, group in self.groups.items():
            yield self.kept.rows(self.marks[month], month, group)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        month, _, mark = line.partition(" ")
        yield month, mark
