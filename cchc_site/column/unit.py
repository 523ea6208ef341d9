"""Units: the agency, its divisions and mass organisations, each with the days on which it existed.

A reorganisation is never an edit: the old unit ends on a day and names its successors, so a piece of 2024 keeps
the name under which it was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from cchc_site.column.written import Written


class UnitKind(Enum):
    """What sort of unit it is (the vocabulary of the plans)."""

    AGENCY = "co-quan"
    OFFICE = "van-phong"
    DIVISION = "phong"
    SUBORDINATE = "don-vi-truc-thuoc"
    PUBLIC_SERVICE_UNIT = "dvsncl"
    MASS_ORGANISATION = "doan-the"

    @property
    def label(self) -> str:
        """The Vietnamese name of the kind."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    UnitKind.AGENCY: "Cơ quan",
    UnitKind.OFFICE: "Văn phòng",
    UnitKind.DIVISION: "Phòng chuyên môn",
    UnitKind.SUBORDINATE: "Đơn vị trực thuộc",
    UnitKind.PUBLIC_SERVICE_UNIT: "Đơn vị sự nghiệp công lập",
    UnitKind.MASS_ORGANISATION: "Đoàn thể",
}


class Unit(Written, frozen=True):
    """A unit from `valid_from` to `valid_to`, both days included; `None` is open on that side."""

    id: str
    name: str
    short_name: str
    kind: UnitKind
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    parent: str | None = None
    place_name: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether the unit was valid on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)

    def exists_within(self, first: date, last: date) -> bool:
        """Whether the unit was valid on at least one day from `first` to `last`."""
        started = self.valid_from is None or self.valid_from <= last
        return started and (self.valid_to is None or first <= self.valid_to)


@dataclass(frozen=True)
class Units(Mapping[str, Unit]):
    """All units by id, in the order of the data file."""

    all: tuple[Unit, ...] = ()

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Units:
        """Gather units into a register."""
        return cls(tuple(units))

    @cached_property
    def _by_id(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.all}

    def __getitem__(self, key: str) -> Unit:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def successors_on(self, unit: Unit, day: date) -> tuple[Unit, ...]:
        """The units that carry on the work of `unit` on that day, through every reorganisation between.

        Empty while the unit itself exists. Each successor is named once, in the order of the data file's lists.
        """
        if unit.exists_on(day):
            return ()
        found: dict[str, Unit] = {}
        seen = {unit.id}
        queue = list(unit.successors)
        while queue:
            key = queue.pop(0)
            if key in seen or key not in self:
                continue
            seen.add(key)
            successor = self[key]
            if successor.exists_on(day):
                found[key] = successor
            else:
                queue.extend(successor.successors)
        return tuple(found.values())

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units whose work came to `unit` directly."""
        return tuple(other for other in self.all if unit.id in other.successors)
