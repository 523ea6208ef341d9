"""A contest as its plan describes it: who, what, until when, judged by what, for which prizes."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from msgspec import Struct

from cchc_site.column.area import ReformArea
from cchc_site.column.article import Form
from cchc_site.column.contest.participation import EntryMinimum
from cchc_site.column.contest.prize import Prize
from cchc_site.column.contest.rubric import Criterion, Scale
from cchc_site.column.contest.stage import Stage
from cchc_site.column.deadline import Limits
from cchc_site.column.due import is_past
from cchc_site.column.instant import in_vietnam
from cchc_site.column.obligation import Obligation
from cchc_site.column.obligations.timeline_step import TimelineStep
from cchc_site.column.written import Written


class EntryForm(Struct, frozen=True):
    """A form in which an entry may come, with its limits: “chữ” for a text, seconds for a video; None: no limit."""

    form: Form
    limits: Limits | None = None
    explanation: int = 0
    """The least length, in “chữ”, of the written explanation that a video needs."""

    @property
    def words(self) -> str:
        """The rule in words."""
        name = "Bài viết" if self.form is Form.TEXT else self.form.label
        if self.form is Form.TEXT:
            return f"{name} từ {self.limits.least} đến {self.limits.most} chữ" if self.limits else name
        length = f" từ {_minutes(self.limits.least)} đến {_minutes(self.limits.most)} phút" if self.limits else ""
        return f"{name}{length}, kèm văn bản thuyết minh" + (
            f" ít nhất {self.explanation} chữ" if self.explanation > 1 else ""
        )


def _minutes(seconds: int) -> str:
    return f"{seconds // 60:02d}" if seconds % 60 == 0 else f"{seconds // 60:02d}:{seconds % 60:02d}"


class Committee(Struct, frozen=True):
    """A committee: its name, who advises on setting it up, and its members' positions when the plan names them."""

    name: str
    lead: str = ""
    members: tuple[str, ...] = ()


class Phase(Enum):
    """Where a contest stands."""

    FUTURE = "tuong-lai"
    ENTRIES = "nhan-bai"
    JUDGING = "cham-thi"
    AWARDING = "cong-bo"
    DONE = "ket-thuc"

    @property
    def label(self) -> str:
        """The Vietnamese words."""
        return _PHASES[self]


_PHASES = {
    Phase.FUTURE: "Sắp phát động",
    Phase.ENTRIES: "Đang nhận bài dự thi",
    Phase.JUDGING: "Đang chấm thi",
    Phase.AWARDING: "Chờ công bố kết quả",
    Phase.DONE: "Đã công bố kết quả",
}


class Contest(Written, frozen=True):
    """One contest of one plan."""

    id: str
    title: str
    entries: TimelineStep
    judging: TimelineStep
    award: TimelineStep
    forms: tuple[EntryForm, ...]
    units: tuple[str, ...]
    minimum: int = 0
    """At least so many entries from each unit; 0: none asked."""
    cover: str = ""
    """The line on the cover of a bound entry."""
    rules: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Topics of the plan that entries may take; empty: all of them."""
    areas: tuple[ReformArea, ...] = ()
    """The areas of a winning piece whose entrant named none."""
    rubric: tuple[Criterion, ...] = ()
    ties: tuple[str, ...] = ()
    prizes: tuple[Prize, ...] = ()
    prize_money: int | None = None
    committees: tuple[Committee, ...] = ()
    basis: str = ""
    enforce: bool = True

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What the plan's page, calendar and verdict see of it."""
        rule = (self.unit_rule,) if self.minimum and self.units else ()
        return (*rule, *self.stages)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Intake, judging, award."""
        return (
            Stage(self.id, self.entries, needs_winners=False),
            Stage(self.id, self.judging, needs_winners=True),
            Stage(self.id, self.award, needs_winners=True),
        )

    @property
    def unit_rule(self) -> EntryMinimum:
        """“Mỗi phòng, đơn vị có ít nhất 02 sản phẩm”."""
        return EntryMinimum(
            contest=self.id,
            title=self.title,
            minimum=self.minimum,
            units=self.units,
            due=self.entries.due,
            first=self.entries.first,
            basis=self.basis,
            enforce=self.enforce,
            place=self.place,
        )

    @property
    def scale(self) -> Scale:
        """What judging rests on."""
        return Scale(self.rubric, self.ties, self.prizes)

    def form_of(self, form: Form) -> EntryForm | None:
        """The rule of a form; None when entries may not come in it."""
        return next((rule for rule in self.forms if rule.form is form), None)

    def phase(self, as_of: datetime, has_results: bool) -> Phase:
        """Where it stands at an instant."""
        if has_results:
            return Phase.DONE
        if is_past(self.judging.due, as_of):
            return Phase.AWARDING
        if is_past(self.entries.due, as_of):
            return Phase.JUDGING
        begun = self.entries.first is None or in_vietnam(self.entries.first) <= as_of
        return Phase.ENTRIES if begun else Phase.FUTURE
