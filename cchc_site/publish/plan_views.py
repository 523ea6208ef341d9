"""What the plan's templates see."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.publish.views import Link, When


class PartView(Struct, frozen=True):
    """One line below an obligation; `state` chooses the colour."""

    name: str
    state: str
    state_label: str
    note: str


class EvidenceView(Struct, frozen=True):
    """What shows that it was done. `address` is relative to the site's root; `url` leads away from it."""

    words: str
    address: str = ""
    url: str = ""


class FindingView(Struct, frozen=True):
    """One obligation in words."""

    anchor: str
    kind: str
    title: str
    state: str
    state_label: str
    timing: str
    last_day: When | None
    progress: str
    done: int
    needed: int
    lead: str
    parts: tuple[PartView, ...]
    notes: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    evidence_more: int
    basis: str


class KindView(Struct, frozen=True):
    """The obligations of one kind, with how many of them stand how."""

    title: str
    anchor: str
    findings: tuple[FindingView, ...]
    summary: str


class TaskRow(Struct, frozen=True):
    """One row of the appendix: its six columns, then state and evidence."""

    number: str
    task: str
    product: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    due: str
    state: str
    state_label: str
    progress: str
    evidence: tuple[EvidenceView, ...]
    evidence_more: int


class TopicRow(Struct, frozen=True):
    """One topic and its pieces, newest first."""

    id: str
    text: str
    minimum: int
    state: str
    state_label: str
    count: int
    by_month: tuple[int, ...]
    pieces: tuple[Link, ...]


class Mark(Struct, frozen=True):
    """A dot on the timeline, at `x` per cent of the plan's days; marks of near days stand on different `row`s."""

    x: float
    row: int
    state: str


class Tick(Struct, frozen=True):
    """The beginning of a month on the timeline, at `x` per cent."""

    x: float
    label: str


class PlanView(Struct, frozen=True):
    """One plan's page."""

    title: str
    number: str
    issued: str
    agency: str
    period: str
    theme: str
    basis: tuple[str, ...]
    as_of: str
    figures: tuple[tuple[str, int], ...]
    urgent: tuple[FindingView, ...]
    kinds: tuple[KindView, ...]
    months: tuple[str, ...]
    topics: tuple[TopicRow, ...]
    tasks: tuple[TaskRow, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    rows: int
    calendar: str
    contests: tuple[Link, ...] = ()


class PlanCard(Struct, frozen=True):
    """A plan in the list of plans."""

    title: str
    address: str
    number: str
    period: str
    theme: str
    summary: str


class PlansView(Struct, frozen=True):
    """All plans."""

    heading: str
    lead: str
    plans: tuple[PlanCard, ...]
    calendar: str
