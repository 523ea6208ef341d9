"""The board of a contest: for each unit how many entries came, were asked, are valid, are late."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.record import UnitEntries
from cchc_site.column.contest.validity import Examined


class BoardRow(Struct, frozen=True):
    """One unit's line. `late` entries are among the `submitted`; an entry can be invalid for other reasons too."""

    unit: str
    submitted: int
    required: int
    valid: int
    late: int

    @property
    def missing(self) -> int:
        """How many valid entries are wanting."""
        return max(0, self.required - self.valid)

    @property
    def public(self) -> UnitEntries:
        """What the public record has of it."""
        return UnitEntries(self.unit, self.submitted, self.valid, self.late)


def board(contest: Contest, examined: Sequence[Examined]) -> tuple[BoardRow, ...]:
    """The eligible units in the plan's order, then whoever else handed in, in the order of arrival."""
    others = dict.fromkeys(item.entry.unit for item in examined if item.entry.unit not in contest.units)
    rows = []
    for unit in (*contest.units, *others):
        own = [item for item in examined if item.entry.unit == unit]
        rows.append(
            BoardRow(
                unit,
                len(own),
                contest.minimum if unit in contest.units else 0,
                sum(item.is_valid for item in own),
                sum(item.is_late for item in own),
            )
        )
    return tuple(rows)
