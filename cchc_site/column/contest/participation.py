"""“Mỗi phòng, đơn vị có ít nhất 02 sản phẩm tham gia dự thi”, judged by the public record of a contest.

Entries are private until they are published, so the plan knows only how many each unit handed in. The column's monthly
quota has nothing to do with them: an entry counts there once it is published, on its own date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_site.column.contest.record import ContestRecord, UnitEntries, record_of
from cchc_site.column.due import Due, is_past
from cchc_site.column.instant import in_vietnam
from cchc_site.column.obligation import Finding, Part, Standpoint, State, explanations
from cchc_site.column.written import Written

KIND = "Số bài dự thi của từng đơn vị"


class EntryMinimum(Written, frozen=True):
    """At least `minimum` valid entries from each of `units`, handed in by `due`."""

    contest: str
    title: str
    minimum: int
    units: tuple[str, ...]
    due: Due
    first: date | None = None
    basis: str = ""
    enforce: bool = True

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding with a line for each unit; done when every unit has its minimum."""
        record = record_of(view.column.contest_records, self.contest, view.as_of)
        enough = [unit for unit in self.units if _valid(record, unit) >= self.minimum]
        records = view.submissions(self.contest)
        counted = f"{len(enough)}/{len(self.units)} đơn vị đủ {self.minimum:02d} bài dự thi hợp lệ"
        yield Finding(
            plan=view.plan.id,
            id=self.contest,
            row=self.contest,
            kind=KIND,
            title=f"{self.title}: mỗi đơn vị ít nhất {self.minimum:02d} bài dự thi",
            state=self._state(view, len(enough) == len(self.units), any(r.explanation for r in records)),
            due=self.due,
            timing=self.due.words,
            starts=self.first,
            done=len(enough),
            needed=len(self.units),
            progress=counted if record else "chưa ghi số bài dự thi",
            lead=tuple(_name(view, unit) for unit in self.units),
            parts=tuple(self._part(view, record, unit) for unit in self.units),
            notes=explanations(records),
            basis=self.basis,
            enforced=self.enforce,
            place=self.place,
        )

    def _part(self, view: Standpoint, record: ContestRecord | None, unit: str) -> Part:
        count = _valid(record, unit)
        return Part(_name(view, unit), self._state(view, count >= self.minimum, False), f"{count}/{self.minimum}")

    def _state(self, view: Standpoint, enough: bool, explained: bool) -> State:
        if enough:
            return State.DONE
        if is_past(self.due, view.as_of):
            return State.EXPLAINED if explained else State.OVERDUE
        begun = self.first is None or in_vietnam(self.first) <= view.as_of
        return State.OPEN if begun else State.FUTURE


def _valid(record: ContestRecord | None, unit: str) -> int:
    return (record.of(unit) if record else UnitEntries(unit)).valid


def _name(view: Standpoint, unit: str) -> str:
    known = view.column.units.get(unit)
    return known.short_name if known else unit
