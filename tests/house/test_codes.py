"""Every code that the program can report is explained in the catalogue, and nothing else is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from cchc_site.checks.catalogue import CATALOGUE
from cchc_site.checks.registry import RULES, run_checks
from cchc_site.column.column import Column, Identity

from .source import modules, name_of, tree


def _written_codes() -> Iterator[str]:
    for module in modules():
        if name_of(module) == "checks/catalogue":
            continue
        for node in ast.walk(tree(module)):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch("[A-Z][0-9]{2}", node.value)
            ):
                yield node.value


def test_the_catalogue_explains_every_code_and_no_other() -> None:
    assert {entry.code for entry in CATALOGUE} == set(_written_codes())


def test_a_code_stands_once_with_words() -> None:
    assert len({entry.code for entry in CATALOGUE}) == len(CATALOGUE)
    assert all(entry.title.strip() and entry.reason.strip().endswith(".") for entry in CATALOGUE)


def test_every_rule_is_entered_under_a_code_of_the_catalogue() -> None:
    run_checks(Column(Identity("cchc", "Cải cách hành chính", "", "")))
    assert set(RULES) <= {entry.code for entry in CATALOGUE}
