"""Reports by their dates: each round's deadline, the days of its data, and who has handed in.

The dates differ from agency to agency (before 15/3, before 10/3, before 30/11), so they are data. A deadline that
falls before the data window ends is a trap the plans do contain: the finding says so, and no figure is extrapolated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from cchc_site.column.due import Due
from cchc_site.column.month import Window
from cchc_site.column.obligation import (
    Finding,
    Part,
    Standpoint,
    evidence_of,
    explanations,
    settle,
)
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.submission import Submission
from cchc_site.column.written import Written

KIND = "Báo cáo định kỳ"


class Round(Written, frozen=True):
    """One report of the year: its period, its deadline and, for a custom window, its days."""

    period: Period
    due: Due
    window: Window
    enforce: bool = True

    @property
    def is_due_before_data_ends(self) -> bool:
        """Whether the last good moment comes before, or with, the end of the days to report on."""
        return self.due.deadline.late_from <= self.window.end

    @property
    def trap(self) -> str:
        """What a person must know about such a deadline; empty when the data are complete in time."""
        if not self.is_due_before_data_ends:
            return ""
        meets = self.due.last_good_day == self.window.last
        how = "trùng đúng ngày kỳ số liệu kết thúc" if meets else "đến trước khi kỳ số liệu kết thúc"
        return (
            f"Hạn gửi {self.due.words} {how} ({self.window.last:%d/%m/%Y}): báo cáo chỉ ghi số liệu đã có, "
            "kèm dòng “số liệu tính đến hết ngày …”, không ước tính phần còn lại."
        )


class ReportDuty(Written, frozen=True):
    """A report the plan asks for. `reporters` are the units that hand in to the office, in its register."""

    id: str
    title: str
    rounds: tuple[Round, ...]
    lead: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    """The chain: from the office that gathers to the last who receives."""
    rule: WindowRule = WindowRule.CALENDAR
    basis: str = ""
    enforce: bool = True

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding a round."""
        for item in self.rounds:
            yield self._finding(view, item)

    def _finding(self, view: Standpoint, item: Round) -> Finding:
        key = f"{self.id}/{item.period}"
        records = view.submissions(key)
        sent = [record for record in records if record.is_delivery]
        explained = any(not record.unit and record.explanation for record in records)
        done, needed, done_at = self._progress(sent)
        return Finding(
            plan=view.plan.id,
            id=key,
            row=self.id,
            kind=KIND,
            title=f"{self.title} {item.period.label}",
            state=settle(item.due, item.window.first, view.as_of, done_at, explained),
            due=item.due,
            timing=item.due.words,
            starts=item.window.first,
            done=done,
            needed=needed,
            progress=f"{done}/{needed} đơn vị đã gửi" if self.reporters else ("đã gửi" if done else "chưa gửi"),
            lead=self.lead,
            evidence=evidence_of(sent),
            parts=tuple(self._part(view, item, unit, records) for unit in self.reporters),
            notes=tuple(self._notes(item, records)),
            basis=self.basis,
            enforced=self.enforce and item.enforce,
            place=item.place,
        )

    def _progress(self, sent: Sequence[Submission]) -> tuple[int, int, datetime | None]:
        """(handed in, wanted, when the last one came)."""
        if not self.reporters:
            return (1, 1, sent[0].at) if sent else (0, 1, None)
        first = {unit: next((s.at for s in sent if s.unit == unit), None) for unit in self.reporters}
        times = [at for at in first.values() if at is not None]
        complete = len(times) == len(first)
        return len(times), len(first), max(times) if complete else None

    def _part(self, view: Standpoint, item: Round, unit: str, records: Sequence[Submission]) -> Part:
        own = [record for record in records if record.unit == unit]
        sent = next((record for record in own if record.is_delivery), None)
        explained = any(record.explanation for record in own)
        state = settle(item.due, item.window.first, view.as_of, sent.at if sent else None, explained)
        known = view.column.units.get(unit)
        note = sent.words if sent else "; ".join(record.explanation for record in own)
        return Part(known.short_name if known else unit, state, note)

    def _notes(self, item: Round, records: Sequence[Submission]) -> Iterator[str]:
        window = item.window
        yield f"Kỳ số liệu {self.rule.label}: {window.first:%d/%m/%Y} - {window.last:%d/%m/%Y}."
        if self.addressees:
            yield f"Nơi nhận lần lượt: {' → '.join(self.addressees)}."
        if item.trap:
            yield item.trap
        yield from explanations(records)
