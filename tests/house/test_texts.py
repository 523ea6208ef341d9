"""Modules are small and say what they are."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from .source import modules, name_of, tree

MOST_LINES = 400


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_says_what_it_is_and_stays_small(module: Path) -> None:
    assert ast.get_docstring(tree(module)), "no docstring"
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
