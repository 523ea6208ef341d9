"""The shipped column on every day on which somebody may clone it: fulfilled, and without a warning."""

from __future__ import annotations

from datetime import datetime, timedelta

from support.sites import REPOSITORY

from cchc_site.column.enforcement import Occasion
from cchc_site.column.instant import in_vietnam, parse_instant
from cchc_site.column.monthly_minimum import evaluate
from cchc_site.column.problem import Severity
from cchc_site.inspection import Inspection, inspect

FIRST, LAST = parse_instant("2026-11-21"), parse_instant("2030-12-31T23:59")


def _instants() -> list[datetime]:
    """Every midnight, and the last minute of every month."""
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    return [*days, *(day - timedelta(minutes=1) for day in days if day.day == 1), LAST]


def test_every_day_is_green() -> None:
    first = inspect(REPOSITORY / "content", FIRST)
    assert [p for p in first.problems if p.severity is not Severity.NOTICE] == []
    red = []
    for as_of in _instants():
        today = Inspection(first.column, evaluate(first.column, in_vietnam(as_of)), first.problems)
        for occasion in (Occasion.BUILD, Occasion.COMPLIANCE):
            red += [(as_of, p) for p in today.verdict(occasion) if p.severity is not Severity.NOTICE]
    assert red == []


def test_the_days_asked_for_are_among_them() -> None:
    asked = ("2026-11-21", "2026-11-24", "2026-11-30T23:59", "2026-12-01", "2026-12-31", "2027-01-01", "2028-02-29")
    assert {parse_instant(text) for text in (*asked, "2030-12-31")} <= set(_instants())
