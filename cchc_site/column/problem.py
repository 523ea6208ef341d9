"""Problems are values: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from msgspec import Struct


class Severity(Enum):
    """How much a problem matters; the order of the members is from worst to mildest."""

    ERROR = "error"
    """Content or configuration is invalid: nothing can be trusted until it is mended (exit 2)."""
    BREACH = "breach"
    """The content is valid but an obligation is not met (exit 1)."""
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """The Vietnamese word that people read."""
        return _LABELS[self]


_LABELS = {
    Severity.ERROR: "lỗi",
    Severity.BREACH: "chưa đạt",
    Severity.WARNING: "cảnh báo",
    Severity.NOTICE: "lưu ý",
}


class Place(NamedTuple):
    """A point in a file: path relative to the project with "/" separators, line and column from 1 (0 = whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One finding for a person: a stable code, a plain Vietnamese sentence, and how to mend it."""

    code: str
    severity: Severity
    place: Place
    message: str
    fix: str = ""


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column, then code and message; exact repetitions are dropped."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place, p.code, p.message)))


def exit_code(problems: Iterable[Problem]) -> int:
    """2 when content or configuration is invalid, 1 when an obligation is breached, otherwise 0."""
    severities = {problem.severity for problem in problems}
    if Severity.ERROR in severities:
        return 2
    return 1 if Severity.BREACH in severities else 0
