"""The register of checks. Importing a module of rules enters its rules here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module

from cchc_site.checks.page_rules import STYLE, Context, page_faults, run_page_rules
from cchc_site.column.column import Column
from cchc_site.column.problem import Problem

Rule = Callable[[Column], Iterable[Problem]]

DatedRule = Callable[[Column, datetime], Iterable[Problem]]

RULES: dict[str, Rule] = {}
DATED_RULES: dict[str, DatedRule] = {}
"""Rules that judge at an instant: what has grown old, what has run out."""

_MODULES = (
    "identity",
    "units",
    "media",
    "corrections",
    "originality",
    "links",
    "plans",
    "plan_rows",
    "contests",
    "records",
    "closed_months",
    "citations",
)
_DIRECTORIES = ("procedures", "documents", "contacts", "outreach", "categories")


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enter a function as the rule of that code; it yields problems of that code only."""

    def enter(function: Rule) -> Rule:
        if code in RULES and RULES[code] is not function:
            raise ValueError(f"two rules for {code}")
        RULES[code] = function
        return function

    return enter


def dated_rule(code: str) -> Callable[[DatedRule], DatedRule]:
    """Enter a function as the rule of that code that also looks at the instant."""

    def enter(function: DatedRule) -> DatedRule:
        if code in DATED_RULES and DATED_RULES[code] is not function:
            raise ValueError(f"two rules for {code}")
        DATED_RULES[code] = function
        return function

    return enter


def run_rules(column: Column) -> list[Problem]:
    """What is wrong with the column as a whole: every rule's problems, in the order of the codes."""
    for name in (*_MODULES, *_DIRECTORIES):
        import_module(f"cchc_site.checks.{name}")
    return [problem for code in sorted(RULES) for problem in RULES[code](column)]


def run_checks(column: Column) -> list[Problem]:
    """The same, and then what is wrong on its pages."""
    return [*run_rules(column), *page_faults(column)]


def run_dated_checks(column: Column, as_of: datetime) -> list[Problem]:
    """Every dated rule's problems, in the order of the codes."""
    for name in _DIRECTORIES:
        import_module(f"cchc_site.checks.{name}")
    return [problem for code in sorted(DATED_RULES) for problem in DATED_RULES[code](column, as_of)]


def run_style(column: Column, as_of: datetime) -> list[Problem]:
    """Advice on every page's writing, as of an instant; none of it stops anything."""
    return list(run_page_rules([*column.articles, *column.standing], Context.of(column, as_of), STYLE))
