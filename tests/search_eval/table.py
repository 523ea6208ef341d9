"""Scores by kind of query, as a table for people and for the README."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True)
class Score:
    """One query's outcome: the rank of the first right address (0 for none)."""

    kind: str
    rank: int


@dataclass(frozen=True)
class Measured(Score):
    """A score from a browser with nothing cached: what it took to the first result, beside the page itself."""

    kilobytes: float
    requests: int
    milliseconds: float


S = TypeVar("S", bound=Score)


def rank_of(answers: frozenset[str], addresses: Sequence[str]) -> int:
    """The rank of the first right address, from 1; 0 when there is none."""
    return next((rank for rank, address in enumerate(addresses, 1) if address in answers), 0)


def table(many: Sequence[Score], cold: Sequence[Measured], material: Sequence[Measured]) -> str:
    """Markdown, a row for each kind and one for all; `cold` and `material` may be empty."""
    head = ["kind", "queries", "S@1 %", "S@5 %", "MRR"]
    if cold:
        head += ["KB, median", "KB, most", "requests, most", "ms, median", "ms, most"]
    if material:
        head += ["Material's S@1 %", "S@5 %", "MRR"]
    lines = [f"| {' | '.join(head)} |", f"|---{'|--:' * (len(head) - 1)}|"]
    for kind in dict.fromkeys(score.kind for score in many):
        lines.append(_row(kind, _of(kind, many), _of(kind, cold), _of(kind, material)))
    return "\n".join([*lines, _row("**all**", many, cold, material)])


def _of(kind: str, scores: Sequence[S]) -> list[S]:
    return [score for score in scores if score.kind == kind]


def _row(kind: str, many: Sequence[Score], cold: Sequence[Measured], material: Sequence[Measured]) -> str:
    cells = [kind, str(len(many)), *_quality(many)]
    if cold:
        cells += [
            _number(statistics.median, [score.kilobytes for score in cold]),
            _number(max, [score.kilobytes for score in cold]),
            _number(max, [score.requests for score in cold]),
            _number(statistics.median, [score.milliseconds for score in cold]),
            _number(max, [score.milliseconds for score in cold]),
        ]
    if material:
        cells += _quality(material)
    return f"| {' | '.join(cells)} |"


def _quality(scores: Sequence[Score]) -> list[str]:
    count = len(scores)
    first = 100 * sum(score.rank == 1 for score in scores) / count
    five = 100 * sum(1 <= score.rank <= 5 for score in scores) / count
    reciprocal = sum(1 / score.rank for score in scores if score.rank) / count
    return [f"{first:.1f}", f"{five:.1f}", f"{reciprocal:.3f}"]


def _number(read: Callable[[Sequence[float]], float], values: Sequence[float]) -> str:
    return f"{read(values):.0f}"
