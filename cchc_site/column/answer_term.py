"""How long an agency has to answer a citizen who asks for a correction.

The law in force from 01/9/2026 gives ten days, the one of 2016 (art. 22) gave fifteen; as the law may change again, the
terms are data (`answer_terms` in `_data/column.yml`), and these are what a column has that writes none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct


class AnswerTerm(Struct, frozen=True):
    """Requests received on `first` or later, until the next term begins, are answered within `days` days."""

    first: date
    days: int


DEFAULT_TERMS = (AnswerTerm(date(2018, 7, 1), 15), AnswerTerm(date(2026, 9, 1), 10))


def answer_by(received: date, terms: Iterable[AnswerTerm]) -> date | None:
    """The last day on which an answer is in time, counted from the day after receipt; `None` before any term."""
    holding = [term for term in terms if term.first <= received]
    if not holding:
        return None
    return received + timedelta(days=max(holding, key=lambda term: term.first).days)
