"""The monthly build report: one month's obligation and everything that was or was not counted towards it."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import datetime, timedelta

from msgspec import Struct

from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.counting import Tally
from cchc_site.column.instant import day_of
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult
from cchc_site.column.unit import Unit


class Gap(Struct, frozen=True):
    """The longest stretch of days without a counted piece, from one day to another."""

    days: int
    first: str
    last: str


class MonthlyReport(Struct, frozen=True):
    """The report's values; `result` has the requirement, the count, the state and the pieces."""

    result: MonthResult
    by_area: tuple[tuple[ReformArea, int], ...]
    """Counted pieces by area: a piece of several areas stands in each, so the sum may exceed the total."""
    by_unit: tuple[tuple[Unit, int], ...]
    by_kind: tuple[tuple[str, int], ...]
    by_form: tuple[tuple[str, int], ...]
    by_origin: tuple[tuple[str, int], ...]
    by_author: tuple[tuple[str, int], ...]
    idle_units: tuple[Unit, ...]
    """Units that existed in the month and have no counted piece in it."""
    gap: Gap | None
    as_of: datetime

    @property
    def counted(self) -> tuple[Article, ...]:
        """The counted pieces in order of publication."""
        return self.result.counted

    @property
    def not_counted(self) -> tuple[Tally, ...]:
        """The pieces that do not count, each with its reason, drafts and scheduled ones among them."""
        return self.result.not_counted

    @property
    def public_not_counted(self) -> tuple[Tally, ...]:
        """Those among them that citizens can see: the title of an unpublished piece is not published either."""
        return tuple(item for item in self.result.not_counted if item.article.is_public(self.as_of))

    @property
    def unpublished(self) -> int:
        """How many drafts and scheduled pieces the month has."""
        return len(self.not_counted) - len(self.public_not_counted)


def monthly_report(column: Column, fulfilment: Fulfilment, result: MonthResult) -> MonthlyReport:
    """Gather one month's figures from the model."""
    counted = result.counted
    existing = [unit for unit in column.units.all if unit.exists_within(result.window.first, result.window.last)]
    by_unit = Counter(article.unit for article in counted)
    return MonthlyReport(
        result=result,
        by_area=tuple((area, sum(area in article.areas for article in counted)) for area in AREAS),
        by_unit=tuple((unit, by_unit[unit.id]) for unit in column.units.all if by_unit[unit.id]),
        by_kind=_ranked(Counter(article.kind.label for article in counted)),
        by_form=_ranked(Counter(article.form.label for article in counted)),
        by_origin=_ranked(Counter(article.origin.label for article in counted)),
        by_author=_ranked(Counter(article.author for article in counted)),
        idle_units=tuple(unit for unit in existing if not by_unit[unit.id]),
        gap=_longest_gap(result, fulfilment),
        as_of=fulfilment.as_of,
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _longest_gap(result: MonthResult, fulfilment: Fulfilment) -> Gap | None:
    """Between the first day under the quota, the days of counted pieces, and the last day or `as_of`'s."""
    quota = result.quota
    begin = max(result.window.first, quota.first) if quota else result.window.first
    end = min(result.window.last, day_of(fulfilment.as_of))
    if quota is not None and quota.last is not None:
        end = min(end, quota.last)
    if end < begin:
        return None
    days = [
        begin - timedelta(days=1),
        *(day for day in (day_of(article.published) for article in result.counted) if begin <= day <= end),
        end + timedelta(days=1),
    ]
    best = max(((after - before).days - 1, -index) for index, (before, after) in enumerate(itertools.pairwise(days)))
    length, index = best[0], -best[1]
    if length <= 0:
        return None
    first, last = days[index] + timedelta(days=1), days[index + 1] - timedelta(days=1)
    return Gap(length, f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}")
