"""What both doors do first: read the content, check it, and evaluate its obligations at an instant."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from cchc_site.building.memory import Memory
from cchc_site.checks import run_dated_checks, run_rules, run_style
from cchc_site.column.change import judge_change
from cchc_site.column.column import Column
from cchc_site.column.corrections import judge_corrections
from cchc_site.column.enforcement import Occasion, judge
from cchc_site.column.monthly_minimum import Fulfilment, evaluate
from cchc_site.column.obligation import Finding
from cchc_site.column.plan_fulfilment import evaluate_plans, judge_findings, judge_findings_change
from cchc_site.column.problem import Problem, Severity, sort_problems
from cchc_site.content.loader import read_content


class Inspection(Struct, frozen=True, dict=True):
    """A column with the state of its obligations and everything that is wrong with its content."""

    column: Column
    fulfilment: Fulfilment
    problems: tuple[Problem, ...]
    """Everything that is wrong with the content, sorted by place."""

    @property
    def is_valid(self) -> bool:
        """Whether the content can be trusted."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every obligation of every plan."""
        return evaluate_plans(self.column, self.fulfilment)

    def verdict(self, occasion: Occasion) -> tuple[Problem, ...]:
        """The content's problems and the obligations' findings, sorted by place."""
        corrections = judge_corrections(self.column, self.fulfilment.as_of)
        plans = judge_findings(self.findings, self.fulfilment, occasion)
        return sort_problems([*self.problems, *judge(self.fulfilment, occasion), *plans, *corrections])

    def verdict_against(self, before: Inspection) -> tuple[Problem, ...]:
        """The content's problems, and only those findings that the change since `before` made."""
        findings = judge_change(before.column, before.fulfilment, self.column, self.fulfilment)
        plans = judge_findings_change(before.findings, self.findings)
        return sort_problems([*self.problems, *findings, *plans])


def inspect(content: Path, as_of: datetime, *, style: bool = False, memory: Memory | None = None) -> Inspection:
    """Read the folder, run every check, evaluate at `as_of`; `style` adds the advice on how pieces are written.

    With a memory only what changed since the last build is read and checked anew; what is found is the same.
    """
    memory = memory or Memory()
    memory.stamps.begin(content)
    reading = read_content(content, memory.read_pages, memory.stamps.is_same)
    for path in reading.column.assets:
        memory.stamps.note(path)
    memory.stamps.keep()
    reading.column.know_similar(memory.similar)
    column = reading.column
    whole = run_rules(column)
    on_pages = memory.page_faults(column)
    dated = run_dated_checks(column, as_of)
    advice = run_style(column, as_of) if style else []
    problems = sort_problems([*reading.problems, *whole, *on_pages, *dated, *advice])
    return Inspection(column, evaluate(column, as_of), problems)
