"""Steps of a timeline: judging from one day to another, results on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_site.column.due import Due
from cchc_site.column.obligation import Finding, Standpoint, State, evidence_of, explanations, settle
from cchc_site.column.written import Written

KIND = "Mốc thời gian"


class TimelineStep(Written, frozen=True):
    """One step, from `first` (when it has a beginning) until `due`.

    A step that went by without a record is simply past, unless the plan's row is enforced.
    """

    id: str
    title: str
    due: Due
    first: date | None = None
    lead: tuple[str, ...] = ()
    basis: str = ""
    enforce: bool = False

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding."""
        records = view.submissions(self.id)
        sent = [record for record in records if record.is_delivery]
        explained = any(record.explanation for record in records)
        state = settle(self.due, self.first, view.as_of, sent[0].at if sent else None, explained)
        if state is State.OVERDUE and not self.enforce:
            state = State.PASSED
        yield Finding(
            plan=view.plan.id,
            id=self.id,
            row=self.id,
            kind=KIND,
            title=self.title,
            state=state,
            due=self.due,
            timing=self._words,
            starts=self.first,
            done=min(len(sent), 1),
            needed=1,
            progress="đã ghi kết quả" if sent else "",
            lead=self.lead,
            evidence=evidence_of(sent),
            notes=explanations(records),
            basis=self.basis,
            enforced=self.enforce,
            place=self.place,
        )

    @property
    def _words(self) -> str:
        if self.first is None:
            return self.due.words
        if self.first == self.due.last_good_day:
            return f"ngày {self.first:%d/%m/%Y}"
        return f"từ {self.first:%d/%m/%Y} {self.due.words.replace('chậm nhất ngày', 'đến hết ngày')}"
