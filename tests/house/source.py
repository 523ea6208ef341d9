"""The project's own source, read as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "cchc_site"


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


@cache
def tree(module: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(module.read_text(encoding="utf-8"), str(module))


def name_of(module: Path) -> str:
    """`column/area` for `cchc_site/column/area.py`: how failures name a module."""
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def room_of(module: Path) -> str:
    """The folder below the package; a module at the top is a room of its own."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(module: Path, inside: bool = True) -> Iterator[str]:
    """The dotted names that a module imports; `from a import b` gives `a.b`.

    Anywhere in it, or, not `inside` of anything, when it is loaded itself.
    """
    for node in ast.walk(tree(module)) if inside else tree(module).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted_uses(module: Path) -> Iterator[str]:
    """Every `a.b` written in a module, and every called attribute as `.b`."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield f".{node.func.attr}()"
            elif isinstance(node.func, ast.Name):
                yield f"{node.func.id}()"
