"""A quarter's, half-year's or year's figures: the pieces of its data window, and how the plans stand.

Figures never run ahead of their day: a report drawn up before the window ends holds what there was at the end of the
last full day, says so, and estimates nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.due import Due
from cchc_site.column.instant import day_of, in_vietnam
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.month import Window
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, MonthState
from cchc_site.column.obligation import Finding, Standpoint, State
from cchc_site.column.obligations.task import Task
from cchc_site.column.obligations.topic_coverage import Topic, covered
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.plan import Plan
from cchc_site.column.unit import Unit


class MonthLine(Struct, frozen=True):
    """One month against the minimum: what it asks, what counts in it, and how much of that lies in the window."""

    result: MonthResult
    within: int


class TopicLine(Struct, frozen=True):
    """A topic of a plan and the pieces of the window that treat it."""

    plan: Plan
    topic: Topic
    pieces: tuple[Article, ...]


class TaskLine(Struct, frozen=True):
    """A task of a plan's appendix and the findings of its rounds up to the end of the window."""

    plan: Plan
    task: Task
    findings: tuple[Finding, ...]


class PeriodicReport(Struct, frozen=True):
    """The report's values. `through` is the last full day whose figures are in it."""

    period: Period
    rule: WindowRule
    window: Window
    through: date
    as_of: datetime
    agency: Unit | None
    letterhead: Letterhead
    plans: tuple[Plan, ...]
    months: tuple[MonthLine, ...]
    pieces: tuple[Article, ...]
    by_area: tuple[tuple[ReformArea, int], ...]
    by_unit: tuple[tuple[str, int], ...]
    idle_units: tuple[Unit, ...]
    topics: tuple[TopicLine, ...]
    tasks: tuple[TaskLine, ...]
    findings: tuple[Finding, ...]
    due: Due | None = None
    """When a plan wants this report, if one does."""

    @property
    def is_complete(self) -> bool:
        """Whether every day of the window is in the figures."""
        return self.through >= self.window.last

    def ranked(self, names: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """How many of each, most first, equals by name."""
        return tuple(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))

    @property
    def by_kind(self) -> tuple[tuple[str, int], ...]:
        """Pieces by journalistic kind."""
        return self.ranked(article.kind.label for article in self.pieces)

    @property
    def by_form(self) -> tuple[tuple[str, int], ...]:
        """Pieces by form of expression."""
        return self.ranked(article.form.label for article in self.pieces)

    @property
    def by_origin(self) -> tuple[tuple[str, int], ...]:
        """Pieces by who wrote them first."""
        return self.ranked(article.origin.label for article in self.pieces)

    @property
    def by_author(self) -> tuple[tuple[str, int], ...]:
        """Pieces by author."""
        return self.ranked(article.author for article in self.pieces)

    @property
    def ahead(self) -> tuple[Finding, ...]:
        """What is still to be done, by deadline."""
        found = [f for f in self.findings if f.state in (State.OPEN, State.FUTURE) and f.due is not None]
        return tuple(sorted(found, key=lambda f: (f.due.deadline if f.due else None, f.plan, f.id)))

    @property
    def overdue(self) -> tuple[Finding, ...]:
        """What should have been done."""
        return tuple(finding for finding in self.findings if finding.state is State.OVERDUE)


def periodic_report(
    column: Column, fulfilment: Fulfilment, findings: Iterable[Finding], period: Period, rule: WindowRule | None = None
) -> PeriodicReport:
    """Gather the figures. ValueError, with a sentence for people, when the period has not begun."""
    chosen, window, due = _window(column, period, rule)
    today = day_of(fulfilment.as_of)
    through = min(window.last, today - timedelta(days=1))
    if through < window.first:
        raise ValueError(f"Kỳ báo cáo {period.label} ({window.first:%d/%m/%Y}) chưa bắt đầu, chưa có số liệu nào.")
    plans = tuple(plan for plan in column.plans if plan.first < window.after and window.first <= plan.last)
    pieces = _pieces(fulfilment, window.first, through)
    ids = {plan.id for plan in plans}
    relevant = tuple(finding for finding in findings if finding.plan in ids)
    by_unit = Counter(article.unit for article in pieces)
    units = [u for u in column.units.all if u.exists_on(window.first) or u.exists_on(through)]
    return PeriodicReport(
        period=period,
        rule=chosen,
        window=window,
        through=through,
        as_of=fulfilment.as_of,
        agency=column.agency_on(today),
        letterhead=column.letterhead_on(today) or Letterhead(),
        plans=plans,
        months=tuple(_months(fulfilment, window, {article.id for article in pieces})),
        pieces=pieces,
        by_area=tuple((area, sum(area in article.areas for article in pieces)) for area in AREAS),
        by_unit=tuple((u.name, by_unit[u.id]) for u in column.units.all if by_unit[u.id]),
        idle_units=tuple(unit for unit in units if not by_unit[unit.id] and unit.parent is not None),
        topics=tuple(_topics(column, fulfilment, plans, {article.id for article in pieces})),
        tasks=tuple(_tasks(plans, relevant)),
        findings=relevant,
        due=due,
    )


def _window(column: Column, period: Period, rule: WindowRule | None) -> tuple[WindowRule, Window, Due | None]:
    """The rule that was asked for; otherwise that of the plan that wants this report; otherwise the calendar."""
    if rule is not None:
        return rule, period.window(rule), None
    for plan in column.plans:
        for report in plan.reports:
            for item in report.rounds:
                if item.period == period:
                    return report.rule, item.window, item.due
    return WindowRule.CALENDAR, period.window(), None


def _pieces(fulfilment: Fulfilment, first: date, through: date) -> tuple[Article, ...]:
    """The counted pieces of the window; what a month's rule on reposts left out stays out."""
    start, end = in_vietnam(first), in_vietnam(through + timedelta(days=1))
    left_out = {item.article.id for month in fulfilment.months for item in month.not_counted}
    found = [t.article for t in fulfilment.tallies.values() if t.counted and t.article.id not in left_out]
    inside = [article for article in found if start <= article.published < end]
    return tuple(sorted(inside, key=lambda a: (a.published, a.id)))


def _months(fulfilment: Fulfilment, window: Window, pieces: set[str]) -> Iterable[MonthLine]:
    for result in fulfilment.months:
        touches = result.window.first < window.after and window.first < result.window.after
        if touches and result.state is not MonthState.NOT_APPLICABLE:
            yield MonthLine(result, sum(article.id in pieces for article in result.counted))


def _topics(column: Column, fulfilment: Fulfilment, plans: Iterable[Plan], pieces: set[str]) -> Iterable[TopicLine]:
    for plan in plans:
        found = covered(plan.topics, Standpoint(column, fulfilment, plan))
        for topic in plan.topics:
            yield TopicLine(plan, topic, tuple(a for a in found[topic.id] if a.id in pieces))


def _tasks(plans: Iterable[Plan], findings: Iterable[Finding]) -> Iterable[TaskLine]:
    every = list(findings)
    for plan in plans:
        for task in plan.tasks:
            yield TaskLine(plan, task, tuple(f for f in every if f.plan == plan.id and f.row == task.id))
