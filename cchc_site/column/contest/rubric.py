"""What judging rests on: criteria with their points, the rule for ties, and the prizes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cchc_site.column.contest.prize import Prize


@dataclass(frozen=True)
class Criterion:
    """One line of the rubric; points go from 0 to `maximum`, both included."""

    id: str
    title: str
    maximum: int


@dataclass(frozen=True)
class Scale:
    """Everything by which sheets become prizes."""

    rubric: tuple[Criterion, ...]
    ties: tuple[str, ...]
    """Criteria by whose averages equal totals are told apart, the first one first; then the council decides."""
    prizes: tuple[Prize, ...]

    @property
    def full_marks(self) -> Decimal:
        """The most points that a judge can give."""
        return Decimal(sum(criterion.maximum for criterion in self.rubric))
