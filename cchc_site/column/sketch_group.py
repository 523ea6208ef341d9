"""The sketches of some texts in one array: every build reads those of thousands of texts, and looks at few."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from cchc_site.column.originality import Sketch


class SketchGroup(Struct, frozen=True, dict=True):
    """`numbers` are those of all sketches, one sketch after another; `counts` says how many each has."""

    keys: Sequence[str]
    counts: Sequence[int]
    shared: Sequence[int]
    numbers: Sequence[int]

    @classmethod
    def of(cls, sketches: Mapping[str, Sketch]) -> SketchGroup:
        """Those sketches, by their texts' ids."""
        numbers = array("I")
        for sketch in sketches.values():
            numbers.extend(sketch.kept)
        counts = array("I", (len(sketch.kept) for sketch in sketches.values()))
        return cls(list(sketches), counts, array("I", (sketch.shared for sketch in sketches.values())), numbers)

    def sketches(self) -> Iterator[tuple[str, Sketch]]:
        """Each text's id and sketch."""
        start = 0
        for key, count, shared in zip(self.keys, self.counts, self.shared, strict=True):
            yield key, Sketch(self.numbers[start : start + count], shared)
            start += count

    def near(self, sketch: Sketch) -> Iterator[tuple[str, Sketch]]:
        """All that may be of texts like that one. Where the whole group has too few of its numbers, no member can have
        enough."""
        if len(frozenset(sketch.kept).intersection(self.numbers)) >= min(sketch.shared, self._least):
            yield from self.sketches()

    @cached_property
    def _least(self) -> int:
        return min(self.shared, default=0)
