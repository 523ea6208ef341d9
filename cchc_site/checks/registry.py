"""The register of checks. Importing a module of rules enters its rules here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module

from cchc_site.checks.page_rules import FAULTS, STYLE, run_page_rules
from cchc_site.column.column import Column
from cchc_site.column.problem import Problem

Rule = Callable[[Column], Iterable[Problem]]

RULES: dict[str, Rule] = {}

_MODULES = (
    "identity",
    "units",
    "media",
    "corrections",
    "originality",
    "links",
    "plans",
    "plan_rows",
    "records",
    "closed_months",
    "citations",
)


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enter a function as the rule of that code; it yields problems of that code only."""

    def enter(function: Rule) -> Rule:
        if code in RULES and RULES[code] is not function:
            raise ValueError(f"two rules for {code}")
        RULES[code] = function
        return function

    return enter


def run_checks(column: Column) -> list[Problem]:
    """Every rule's problems, in the order of the codes."""
    for name in _MODULES:
        import_module(f"cchc_site.checks.{name}")
    found = [problem for code in sorted(RULES) for problem in RULES[code](column)]
    return [*found, *run_page_rules(column, FAULTS)]


def run_style(column: Column, as_of: datetime) -> list[Problem]:
    """Advice on every page's writing, as of an instant; none of it stops anything."""
    return list(run_page_rules(column, STYLE, as_of))
