"""The five small columns on disk, each read once and judged at any instant."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec.structs import replace
from support.builders import at

from cchc_site.checks import run_checks
from cchc_site.column.column import Column
from cchc_site.column.instant import in_vietnam
from cchc_site.column.monthly_minimum import Fulfilment, evaluate
from cchc_site.column.obligation import Finding
from cchc_site.column.plan import Plan
from cchc_site.column.plan_fulfilment import evaluate_plans
from cchc_site.column.problem import Problem
from cchc_site.column.submission import Submission
from cchc_site.content.loader import read_content

FOLDER = Path(__file__).parent
BUILD_DAYS = {
    "dolisa-quang-tri-2023": "2023-11-10",
    "dolisa-binh-dinh-2023": "2023-03-12",
    "dakrong-2020": "2020-09-12",
    "dolisa-lang-son-2024": "2024-03-09",
    "quang-tri-2022": "2022-02-20",
}
"""Each column with a day on which none of its obligations is overdue."""


@dataclass(frozen=True)
class Seed:
    """A column, and what a test adds to its records: nothing is invented about a real office on disk."""

    column: Column
    problems: tuple[Problem, ...]

    @property
    def plan(self) -> Plan:
        """Its one plan."""
        (plan,) = self.column.plans
        return plan

    def with_records(self, *records: tuple[str, str] | tuple[str, str, str]) -> Seed:
        """With (item, when[, unit]) recorded as handed in."""
        made = [Submission(self.plan.id, item, at(when), False, "".join(unit)) for item, when, *unit in records]
        return dataclasses.replace(self, column=replace(self.column, submissions=tuple(made)))

    def fulfilment(self, as_of: str) -> Fulfilment:
        """The months at an instant."""
        return evaluate(self.column, in_vietnam(at(as_of)))

    def findings(self, as_of: str) -> dict[str, Finding]:
        """Every finding by its id."""
        return {found.id: found for found in evaluate_plans(self.column, self.fulfilment(as_of))}


@cache
def seed(name: str) -> Seed:
    """The column of a seed plan."""
    reading = read_content(FOLDER / name / "content")
    assert reading.problems == ()
    return Seed(reading.column, tuple(run_checks(reading.column)))
