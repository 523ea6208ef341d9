"""What every obligation of a plan comes down to at one instant: a finding.

The plan's page, the status command, the reports and the calendar read findings only; they never ask which kind of
obligation stands behind one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from cchc_site.column.due import Due, days_left, is_past
from cchc_site.column.instant import VIETNAM, in_vietnam
from cchc_site.column.submission import Submission
from cchc_site.column.written import Written

if TYPE_CHECKING:
    from cchc_site.column.article import Article
    from cchc_site.column.column import Column
    from cchc_site.column.monthly_minimum import Fulfilment
    from cchc_site.column.plan import Plan


class State(Enum):
    """How an obligation stands; the value is the word in data files and in the style sheet."""

    OVERDUE = "chua-dat"
    OPEN = "dang-mo"
    FUTURE = "tuong-lai"
    CONTINUOUS = "thuong-xuyen"
    PASSED = "da-qua"
    DONE = "dat"
    DONE_LATE = "dat-muon"
    EXPLAINED = "da-giai-trinh"
    REDUCED = "mien-giam"
    NOT_APPLICABLE = "khong-ap-dung"

    @property
    def label(self) -> str:
        """The Vietnamese words for people."""
        return _LABELS[self]

    @property
    def is_fulfilled(self) -> bool:
        """Whether what was asked has been done, in time or late, in full or as reduced."""
        return self in (State.DONE, State.DONE_LATE, State.REDUCED)

    @property
    def wants_work(self) -> bool:
        """Whether somebody still has to do something."""
        return self in (State.OVERDUE, State.OPEN, State.FUTURE)


_LABELS = {
    State.OVERDUE: "Quá hạn",
    State.OPEN: "Đang thực hiện",
    State.FUTURE: "Chưa đến kỳ",
    State.CONTINUOUS: "Thường xuyên",
    State.PASSED: "Đã qua",
    State.DONE: "Hoàn thành",
    State.DONE_LATE: "Hoàn thành muộn",
    State.EXPLAINED: "Đã giải trình",
    State.REDUCED: "Đạt mức giảm",
    State.NOT_APPLICABLE: "Không áp dụng",
}

BREACH = "N06"
"""The code of an obligation that is overdue; months of the minimum have their own."""


class Evidence(Struct, frozen=True):
    """What shows that it was done: words, and an address of the site or of the web when there is one."""

    words: str
    address: str = ""


class Part(Struct, frozen=True):
    """One line below a finding: a unit, a topic. `state` is judged like the whole."""

    name: str
    state: State
    note: str = ""


class Finding(Written, frozen=True):
    """One obligation at `as_of`. `id` is unique in its plan and never changes; `row` is the plan's row it came from."""

    plan: str
    id: str
    kind: str
    title: str
    state: State
    row: str = ""
    due: Due | None = None
    timing: str = ""
    """The plan's words for when, also where nothing is ever due."""
    starts: date | None = None
    done: int = 0
    needed: int = 0
    progress: str = ""
    lead: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    basis: str = ""
    enforced: bool = True
    breach: str = BREACH

    @property
    def label(self) -> str:
        """The state in words; an overdue row that only reminds says so."""
        if self.state is State.OVERDUE and not self.enforced:
            return f"{self.state.label} (chỉ nhắc)"
        return self.state.label

    @property
    def is_breach(self) -> bool:
        """Whether the obligation is broken."""
        return self.state is State.OVERDUE and self.enforced

    def falls_due(self, as_of: datetime, days: int) -> bool:
        """Whether work is still wanted and the last good day is at most that many days away."""
        return (
            self.due is not None
            and self.state in (State.OPEN, State.FUTURE)
            and 0 <= days_left(self.due, as_of) <= days
        )


class Standpoint(Struct, frozen=True, dict=True):
    """What a plan's rows are judged against: the column, the counted pieces, and the instant."""

    column: Column
    fulfilment: Fulfilment
    plan: Plan

    @property
    def as_of(self) -> datetime:
        """The instant."""
        return self.fulfilment.as_of

    def submissions(self, item: str) -> tuple[Submission, ...]:
        """What is recorded for an item of this plan up to now, in order of time."""
        found = [s for s in self.column.submissions if s.plan == self.plan.id and s.item == item and s.at <= self.as_of]
        return tuple(sorted(found, key=lambda s: s.at))

    def counted(self, first: date, after: datetime | None = None) -> tuple[Article, ...]:
        """The pieces that count, published from the day `first` and before the instant `after`."""
        start = in_vietnam(first)
        return tuple([a for a in self._counted if start <= a.published and (after is None or a.published < after)])

    @cached_property
    def _counted(self) -> tuple[Article, ...]:
        """All pieces that count: every row asks for some of them."""
        return tuple([tally.article for tally in self.fulfilment.tallies.values() if tally.counted])


class Obligation(Protocol):
    """One row of a plan. A new kind is a class with this method, its reader, and its test."""

    def findings(self, view: Standpoint) -> Iterable[Finding]:
        """What the row amounts to at that instant."""


def settle(due: Due, starts: date | None, as_of: datetime, done_at: datetime | None, explained: bool = False) -> State:
    """The state of something that is done once: on time, late, explained, overdue, running, or not begun."""
    if done_at is not None:
        return State.DONE if due.deadline.is_on_time(done_at) else State.DONE_LATE
    if is_past(due, as_of):
        return State.EXPLAINED if explained else State.OVERDUE
    begun = starts is None or in_vietnam(starts) <= as_of
    return State.OPEN if begun else State.FUTURE


def evidence_of(submissions: Sequence[Submission]) -> tuple[Evidence, ...]:
    """The records as evidence."""
    return tuple(Evidence(submission.words, submission.url) for submission in submissions)


def piece_evidence(pieces: Iterable[Article]) -> tuple[Evidence, ...]:
    """Published pieces as evidence."""
    return tuple(Evidence(f"{a.title} ({a.published.astimezone(VIETNAM):%d/%m/%Y})", a.address) for a in pieces)


def explanations(submissions: Sequence[Submission]) -> tuple[str, ...]:
    """The recorded reasons, each with its day."""
    return tuple(
        f"Giải trình ngày {s.at.astimezone(VIETNAM):%d/%m/%Y}: {s.explanation.rstrip('.')}."
        for s in submissions
        if s.explanation
    )
