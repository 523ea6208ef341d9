"""Plans for tests: a column under one plan with the rows that a test speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.obligation import Finding
from cchc_site.column.plan import Plan
from cchc_site.column.plan_fulfilment import evaluate_plans
from cchc_site.column.problem import Place
from cchc_site.column.submission import Submission
from support.builders import UNIT, at, column, day, fulfilment

PLACE = Place("content/_data/plans/ke-hoach.yml", 9, 5)


def planned(articles: Iterable[Article] = (), *, submissions: Iterable[Submission] = (), **rows: Any) -> Column:
    """A column under one plan of the year 2024 with those rows."""
    values: dict[str, Any] = {
        "id": "ke-hoach",
        "title": "Kế hoạch tuyên truyền",
        "agency": UNIT.id,
        "first": day("2024-01-01"),
        "last": day("2024-12-31"),
        "place": Place("content/_data/plans/ke-hoach.yml", 1, 1),
        **rows,
    }
    return replace(column(articles, ()), plans=(Plan(**values),), submissions=tuple(submissions))


def sent(item: str, date: str, **fields: Any) -> Submission:
    """A record that something was handed in."""
    return Submission("ke-hoach", item, at(date), **fields)


def findings(item: Column, as_of: str) -> tuple[Finding, ...]:
    """All findings of a column at an instant."""
    return evaluate_plans(item, fulfilment(item, as_of))


def finding(item: Column, as_of: str, key: str) -> Finding:
    """One finding by its id."""
    return next(found for found in findings(item, as_of) if found.id == key)
