"""What judging rests on: criteria with their points, the rule for ties, and the prizes."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from cchc_site.column.contest.prize import Prize


class Criterion(Struct, frozen=True):
    """One line of the rubric; points go from 0 to `maximum`, both included."""

    id: str
    title: str
    maximum: int


class Scale(Struct, frozen=True):
    """Everything by which sheets become prizes."""

    rubric: tuple[Criterion, ...]
    ties: tuple[str, ...]
    """Criteria by whose averages equal totals are told apart, the first one first; then the council decides."""
    prizes: tuple[Prize, ...]

    @property
    def full_marks(self) -> Decimal:
        """The most points that a judge can give."""
        return Decimal(sum(criterion.maximum for criterion in self.rubric))
