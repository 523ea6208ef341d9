"""The closed-month record ("sổ chốt tháng"): what was counted when a month was closed.

It is a committed file that people can read and review. Version control is its tamper evidence. It is what makes a
bypass visible: a closed month can be explained and amended, never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.instant import in_vietnam
from cchc_site.column.month import Month
from cchc_site.column.written import Written


class Amendment(Written, frozen=True):
    """A later, dated line about a closed month: the count as it is now, which pieces, and why."""

    on: date
    counted: int
    pieces: tuple[str, ...]
    reason: str
    required: int | None = None
    basis: str = ""


class ClosedMonth(Written, frozen=True):
    """One entry: the figures at closing, the ids that were counted, and for a short month its explanation."""

    month: Month
    required: int
    counted: int
    pieces: tuple[str, ...]
    state: str
    closed_on: date
    explanation: str = ""
    amendments: tuple[Amendment, ...] = ()

    @property
    def latest_count(self) -> int:
        """The count as last written: at closing, or by the last amendment."""
        return self.amendments[-1].counted if self.amendments else self.counted

    @property
    def latest_pieces(self) -> tuple[str, ...]:
        """The ids as last written."""
        return self.amendments[-1].pieces if self.amendments else self.pieces

    @property
    def latest_required(self) -> int:
        """The requirement as last written."""
        stated = [a.required for a in self.amendments if a.required is not None]
        return stated[-1] if stated else self.required

    def known_at(self, as_of: datetime) -> ClosedMonth | None:
        """The entry as it stood at that instant: `None` before the closing, without amendments made later."""
        if in_vietnam(self.closed_on) > as_of:
            return None
        known = tuple(a for a in self.amendments if in_vietnam(a.on) <= as_of)
        if len(known) == len(self.amendments):
            return self
        return replace(self, amendments=known)


class ClosedMonths(Struct, frozen=True):
    """The whole record, one entry a month at most."""

    entries: tuple[ClosedMonth, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[ClosedMonth]) -> ClosedMonths:
        """Gather entries in the order of their months."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.month)))

    def entry(self, month: Month) -> ClosedMonth | None:
        """The entry of that month."""
        return next((entry for entry in self.entries if entry.month == month), None)
