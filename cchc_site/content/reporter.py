"""Collecting problems while reading one file."""

from __future__ import annotations

from typing import Protocol

from cchc_site.column.problem import Place, Problem, Severity


class Located(Protocol):
    """Anything with a line and a column, both from 1."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


def printable(name: str) -> str:
    """A file's name as it can be shown: bytes that are not UTF-8, and line breaks, become "�"."""
    if name.isascii() and name.isprintable():
        return name
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in shown)


class Reporter:
    """The problems of one file; `path` is how the file is named to people."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def at(self, where: Located | None) -> Place:
        """A place in this file."""
        return Place(self.path, where.line, where.column) if where is not None else Place(self.path)

    def error(self, code: str, where: Located | None, message: str, fix: str = "") -> None:
        """Note something that makes the file invalid."""
        self.problems.append(Problem(code, Severity.ERROR, self.at(where), message, fix))

    def warning(self, code: str, where: Located | None, message: str, fix: str = "") -> None:
        """Note something that an editor should look at."""
        self.problems.append(Problem(code, Severity.WARNING, self.at(where), message, fix))
