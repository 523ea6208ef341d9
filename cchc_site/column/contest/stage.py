"""A step of a contest: a step of the timeline that the public record can show to be done."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.contest.record import record_of
from cchc_site.column.obligation import Evidence, Finding, Standpoint, State
from cchc_site.column.obligations.timeline_step import TimelineStep

_UNDECIDED = (State.OPEN, State.OVERDUE, State.PASSED)


class Stage(Struct, frozen=True):
    """One of the three steps. `needs_winners`: only a record with winners shows that it is done.

    The record says that it was done, not when: a record of its own (`submissions.yml`), with its day, goes before.
    """

    contest: str
    step: TimelineStep
    needs_winners: bool

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """The step's finding, done when the record shows it."""
        record = record_of(view.column.contest_records, self.contest, view.as_of)
        shown = record is not None and (bool(record.winners) or not self.needs_winners)
        for finding in self.step.findings(view):
            if shown and finding.state in _UNDECIDED and not self._still_runs(view):
                words = "Kết quả công khai của cuộc thi" if self.needs_winners else "Số bài công khai của cuộc thi"
                yield replace(finding, state=State.DONE, done=1, progress="đã ghi kết quả", evidence=(Evidence(words),))
            else:
                yield finding

    def _still_runs(self, view: Standpoint) -> bool:
        """Entries can be counted before their deadline: the intake is not over for that."""
        return not self.needs_winners and view.as_of < self.step.due.deadline.late_from
