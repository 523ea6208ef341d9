"""Plans: what the office has signed. Obligations are rows of a plan, never code."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from msgspec import Struct

from cchc_site.column.article import Kind
from cchc_site.column.contest.contest import Contest
from cchc_site.column.instant import day_of
from cchc_site.column.month import Month, Window
from cchc_site.column.obligation import Obligation
from cchc_site.column.obligations.report_deadline import ReportDuty
from cchc_site.column.obligations.task import Task
from cchc_site.column.obligations.timeline_step import TimelineStep
from cchc_site.column.obligations.topic_coverage import Topic, TopicCoverage
from cchc_site.column.obligations.unit_minimum import UnitMinimum
from cchc_site.column.written import Written


class Reposts(Enum):
    """How reposts enter the count."""

    COUNT = "count"
    EXCLUDE = "exclude"
    CAP = "cap"


class Floor(Struct, frozen=True):
    """The least text, in “chữ”, below which a piece is not a piece: a definition of the office, not of a law."""

    news: int = 60
    article: int = 300
    explanation: int = 60
    """The written explanation that a video, sound or graphic needs."""


class Quota(Written, frozen=True):
    """“At least `minimum` news pieces or articles a month”, from `first` to `last`, both days included."""

    minimum: int
    first: date
    last: date | None = None
    basis: str = ""
    window_day: int = 1
    """1 = calendar months; N = the office counts from day N of the month before to day N-1."""
    reposts: Reposts = Reposts.COUNT
    repost_cap: int = 0
    min_original: int = 0
    kinds: tuple[Kind, ...] = (Kind.NEWS, Kind.ARTICLE)
    """In the order of `Kind`. (A set is shown in another order by every process, as if it had changed.)"""
    grace_days: int = 0
    prorata: bool = True
    floor: Floor = Floor()
    plan: str = ""

    def covers(self, moment: datetime) -> bool:
        """Whether the instant's day is under this quota."""
        day = day_of(moment)
        return self.first <= day and (self.last is None or day <= self.last)

    def applies_in(self, window: Window) -> bool:
        """Whether at least one day of the window is under this quota."""
        return window.days_within(self.first, self.last) > 0


class Waiver(Written, frozen=True):
    """A signed reduction of one month's minimum. It may only reduce, and it is always printed."""

    month: Month
    reduce_to: int
    reason: str
    approver: str
    decided: date
    document: str = ""


class Plan(Written, frozen=True):
    """One plan file: the document's data and its obligations."""

    id: str
    title: str
    agency: str
    first: date
    last: date
    number: str | None = None
    issued: date | None = None
    theme: str = ""
    basis: tuple[str, ...] = ()
    quotas: tuple[Quota, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    unit_minimums: tuple[UnitMinimum, ...] = ()
    reports: tuple[ReportDuty, ...] = ()
    topics: tuple[Topic, ...] = ()
    topics_enforced: bool = False
    tasks: tuple[Task, ...] = ()
    timeline: tuple[TimelineStep, ...] = ()
    contests: tuple[Contest, ...] = ()

    @property
    def steps(self) -> tuple[TimelineStep, ...]:
        """The timeline's steps, and those of the contests."""
        return (*self.timeline, *(stage.step for contest in self.contests for stage in contest.stages))

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Every row that can be judged, whatever its kind; the monthly quotas are judged by their months."""
        coverage = TopicCoverage(self.topics, self.topics_enforced, place=self.place)
        contests = (row for contest in self.contests for row in contest.obligations)
        return (*self.unit_minimums, *self.reports, *self.tasks, coverage, *self.timeline, *contests)
