"""Scores by kind of query, as a table for people and for the README."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """One query's outcome: the rank of the right address (0 for none), and what it cost."""

    kind: str
    rank: int
    kilobytes: float
    requests: int
    milliseconds: float


def rank_of(answers: frozenset[str], addresses: Sequence[str]) -> int:
    """The rank of the first right address, from 1; 0 when there is none."""
    return next((rank for rank, address in enumerate(addresses, 1) if address in answers), 0)


def table(title: str, scores: Iterable[Score]) -> str:
    """Markdown: success at 1 and 5, mean reciprocal rank, medians of cost, for each kind and for all."""
    kinds: dict[str, list[Score]] = {}
    for score in scores:
        kinds.setdefault(score.kind, []).append(score)
    rows = [_row(kind, items) for kind, items in kinds.items()]
    everything = [score for items in kinds.values() for score in items]
    lines = [
        f"**{title}**",
        "",
        "| kind | queries | S@1 % | S@5 % | MRR | KB | requests | ms |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*lines, *rows, _row("**all**", everything)])


def _row(kind: str, scores: list[Score]) -> str:
    count = len(scores)
    first = 100 * sum(score.rank == 1 for score in scores) / count
    five = 100 * sum(1 <= score.rank <= 5 for score in scores) / count
    reciprocal = sum(1 / score.rank for score in scores if score.rank) / count
    costs = (
        statistics.median(score.kilobytes for score in scores),
        statistics.median(score.requests for score in scores),
        statistics.median(score.milliseconds for score in scores),
    )
    cells = [kind, str(count), f"{first:.1f}", f"{five:.1f}", f"{reciprocal:.3f}", *(f"{cost:.0f}" for cost in costs)]
    return f"| {' | '.join(cells)} |"
