"""What the contest's templates see."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.publish.views import Link, When


class StageView(Struct, frozen=True):
    """One step of a contest's life; `state` chooses the colour and symbol."""

    title: str
    timing: str
    state: str
    state_label: str
    lead: str
    last_day: When | None


class UnitRow(Struct, frozen=True):
    """One unit's entries; `enough` is None while nothing is recorded or nothing is asked."""

    name: str
    submitted: int
    required: int
    valid: int
    late: int
    enough: bool | None


class WinnerView(Struct, frozen=True):
    """A winning entry; `byline` is empty when the entrant did not agree to be named."""

    prize: str
    money: str
    title: str
    address: str
    byline: str
    unit: str
    form: str
    average: str


class ContestCard(Struct, frozen=True):
    """A contest in the list of contests."""

    title: str
    address: str
    phase: str
    phase_label: str
    entries: str
    prizes: str


class ContestsView(Struct, frozen=True):
    """All contests."""

    heading: str
    lead: str
    contests: tuple[ContestCard, ...]


class ContestView(Struct, frozen=True):
    """One contest's page."""

    title: str
    plan: Link
    phase: str
    phase_label: str
    as_of: str
    stages: tuple[StageView, ...]
    rules: tuple[str, ...]
    forms: tuple[str, ...]
    cover: str
    topics: tuple[str, ...]
    rubric: tuple[tuple[str, int], ...]
    full_marks: str
    ties: str
    prizes: tuple[tuple[str, str, str], ...]
    prize_total: str
    committees: tuple[tuple[str, str, tuple[str, ...]], ...]
    units: tuple[UnitRow, ...]
    recorded: str
    """When the numbers of entries were recorded, in words; empty before that."""
    minimum: int
    judges: int
    winners: tuple[WinnerView, ...]
    calendar: str
