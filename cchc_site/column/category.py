"""Praise, good practice and criticism: categories that touch persons' names, and the safeguards that each needs.

Plans ask the column to commend good collectives and persons and to criticise sluggish, troublesome conduct. Praise
needs a basis. Criticism needs a verified source, a legal review, and the right of reply of whoever is named.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct


class Category(Enum):
    """What a piece is besides news or article."""

    COMMEND = "bieu-duong"
    GOOD_PRACTICE = "mo-hinh-hay"
    CRITICISE = "phe-binh"

    @property
    def label(self) -> str:
        """The Vietnamese name."""
        return _LABELS[self]


_LABELS = {
    Category.COMMEND: "Biểu dương",
    Category.GOOD_PRACTICE: "Mô hình hay, cách làm hiệu quả",
    Category.CRITICISE: "Phê bình",
}


class Safeguards(Struct, frozen=True):
    """What stands behind a praise or a criticism. `reply_due` is the last day given for an answer."""

    basis: str = ""
    """For praise: the decision, the minutes or the measured result on which it rests."""
    source: str = ""
    """For criticism: the conclusion of inspection, the answered petition … that was verified."""
    verified_by: str = ""
    reviewed_by: str = ""
    """Who checked it from the side of the law."""
    reviewed_on: date | None = None
    asked_on: date | None = None
    """The day on which whoever is named was asked for an answer."""
    reply_due: date | None = None
    reply: str = ""
    """The answer, in their own words; published with the piece."""


def missing_safeguards(category: Category, safeguards: Safeguards) -> tuple[str, ...]:
    """The names of the fields that the category needs and that are empty."""
    if category is not Category.CRITICISE:
        return () if safeguards.basis else ("basis",)
    needed = {
        "source": safeguards.source,
        "verified_by": safeguards.verified_by,
        "reviewed_by": safeguards.reviewed_by,
        "reviewed_on": safeguards.reviewed_on,
        "asked_on": safeguards.asked_on,
    }
    empty = [name for name, value in needed.items() if not value]
    if not safeguards.reply and safeguards.reply_due is None:
        empty.append("reply_due")
    return tuple(empty)
