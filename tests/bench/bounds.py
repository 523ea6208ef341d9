"""The bounds of the speed that this project promises, beside the ratios that were measured."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .contestant import Work
from .process_tree import Cost

MEMORY_ARTICLES = 10_000
MEMORY_BYTES = 500_000_000
"""All processes together, in any of the works."""

GROWTH = (10_000, 30_000, 3.5)
"""A cold build of the second size takes at most so many times that of the first."""


@dataclass(frozen=True)
class Bound:
    """This project's time as a part of another's, for wall and processor time alike."""

    articles: int
    work: Work
    against: str
    most: float


BOUNDS = (
    Bound(10_000, Work.EDIT, "hugo", 0.25),
    Bound(10_000, Work.EDIT, "pagefind", 0.08),
    Bound(10_000, Work.SAME, "hugo", 0.15),
    Bound(10_000, Work.COLD, "pagefind", 1.0),
    Bound(10_000, Work.COLD, "material", 0.25),
    Bound(1_000, Work.COLD, "material", 0.35),
    Bound(1_000, Work.EDIT, "material", 0.08),
    Bound(100, Work.COLD, "material", 1.0),
)


@dataclass(frozen=True)
class Ratio:
    """The smallest and the middle one of the pairs' ratios."""

    least: float
    median: float


def bound(articles: int, work: Work, against: str) -> float | None:
    """The bound for this pair at this size, when there is one."""
    return next((b.most for b in BOUNDS if (b.articles, b.work, b.against) == (articles, work, against)), None)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Pair by pair, so that what slows the machine for a while slows both sides of a pair."""
    found = [our / their for our, their in zip(ours, theirs, strict=True)]
    return Ratio(min(found), median(found))


def verdict(figures: Sequence[float], most: float | None) -> str:
    """`đạt` when no figure is above the bound; nothing without a bound."""
    if most is None:
        return ""
    return "đạt" if all(figure <= most for figure in figures) else "chưa đạt"


def median(values: Sequence[float]) -> float:
    """The middle value; of an even number the mean of the two."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def middle(costs: Sequence[Cost]) -> Cost:
    """Median times, and the most memory that any repetition took."""
    return Cost(
        median([cost.wall for cost in costs]),
        median([cost.cpu for cost in costs]),
        max(cost.peak for cost in costs),
    )


def exponent(seconds: Mapping[int, float]) -> float:
    """The power of the number of pieces with which the time grows: the slope of the logarithms' line of best fit.

    Needs two sizes at least.
    """
    points = [(math.log(size), math.log(time)) for size, time in seconds.items()]
    across = sum(x for x, _ in points) / len(points)
    up = sum(y for _, y in points) / len(points)
    return sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)
