"""Problems printed for people, for programs, and for a forge's annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cchc_site.column.problem import Problem, Severity
from cchc_site.report.words import as_json

_GITHUB = {
    Severity.ERROR: "error",
    Severity.BREACH: "error",
    Severity.WARNING: "warning",
    Severity.NOTICE: "notice",
}


def as_text(problems: Sequence[Problem]) -> str:
    """One paragraph a problem: place, severity and code, sentence; and below it how to mend it."""
    lines = []
    for problem in problems:
        lines.append(f"{problem.place}: {problem.severity.label} {problem.code}: {problem.message}")
        if problem.fix:
            lines.append(f"    Cách sửa: {problem.fix}")
    lines.append(summary(problems))
    return "\n".join(lines) + "\n"


def summary(problems: Sequence[Problem]) -> str:
    """How many of each severity."""
    counts = Counter(problem.severity for problem in problems)
    found = [f"{counts[severity]} {severity.label}" for severity in Severity if counts[severity]]
    return f"Tổng cộng: {', '.join(found)}." if found else "Không có vấn đề nào."


def as_values(problems: Sequence[Problem], exit_code: int) -> str:
    """JSON: the verdict and every problem."""
    return as_json(
        {
            "exit_code": exit_code,
            "problems": [
                {
                    "code": problem.code,
                    "severity": problem.severity.value,
                    "path": problem.place.path,
                    "line": problem.place.line,
                    "column": problem.place.column,
                    "message": problem.message,
                    "fix": problem.fix,
                }
                for problem in problems
            ],
        }
    )


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that a forge shows beside the lines (GitHub's `::error file=…` form)."""
    lines = []
    for problem in problems:
        where = f"file={_property(problem.place.path)}"
        if problem.place.line:
            where += f",line={problem.place.line},col={problem.place.column}"
        text = _data(f"{problem.message} {problem.fix}".strip())
        lines.append(f"::{_GITHUB[problem.severity]} {where},title={_property(problem.code)}::{text}")
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
