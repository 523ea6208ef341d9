"""“Mỗi phòng, đơn vị có ít nhất 02 sản phẩm”: a floor for each unit over a period.

Counted are the column's own pieces under the unit's name; entries of a contest that are not published yet are the
contest's matter, not this one's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from cchc_site.column.article import Article
from cchc_site.column.due import Due, is_past
from cchc_site.column.instant import in_vietnam
from cchc_site.column.obligation import (
    Finding,
    Part,
    Standpoint,
    State,
    explanations,
    piece_evidence,
)
from cchc_site.column.written import Written

KIND = "Mức tối thiểu của từng đơn vị"


class UnitMinimum(Written, frozen=True):
    """At least `minimum` pieces from each of `units`, published from `first` until `due`."""

    id: str
    title: str
    minimum: int
    units: tuple[str, ...]
    due: Due
    first: date
    basis: str = ""
    enforce: bool = True

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding with a line for each unit; done when every unit has its minimum."""
        pieces = [a for a in view.counted(self.first, self.due.deadline.late_from) if a.unit in self.units]
        counts = Counter(article.unit for article in pieces)
        enough = [unit for unit in self.units if counts[unit] >= self.minimum]
        records = view.submissions(self.id)
        yield Finding(
            plan=view.plan.id,
            id=self.id,
            row=self.id,
            kind=KIND,
            title=self.title,
            state=self._state(view, len(enough) == len(self.units), any(r.explanation for r in records)),
            due=self.due,
            timing=self.due.words,
            starts=self.first,
            done=len(enough),
            needed=len(self.units),
            progress=f"{len(enough)}/{len(self.units)} đơn vị đủ {self.minimum:02d} tin, bài",
            lead=tuple(_name(view, unit) for unit in self.units),
            evidence=piece_evidence(pieces),
            parts=tuple(self._part(view, unit, pieces) for unit in self.units),
            notes=explanations(records),
            basis=self.basis,
            enforced=self.enforce,
            place=self.place,
        )

    def _part(self, view: Standpoint, unit: str, pieces: Sequence[Article]) -> Part:
        count = sum(article.unit == unit for article in pieces)
        state = self._state(view, count >= self.minimum, False)
        return Part(_name(view, unit), state, f"{count}/{self.minimum}")

    def _state(self, view: Standpoint, enough: bool, explained: bool) -> State:
        if enough:
            return State.DONE
        if is_past(self.due, view.as_of):
            return State.EXPLAINED if explained else State.OVERDUE
        return State.OPEN if in_vietnam(self.first) <= view.as_of else State.FUTURE


def _name(view: Standpoint, unit: str) -> str:
    known = view.column.units.get(unit)
    return known.short_name if known else unit
