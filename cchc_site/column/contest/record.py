"""What may be told of a contest: how many entries each unit handed in, and who won. Never a telephone number.

It is a committed file (`_data/contests.yml`), written by the door from the private intake and reviewed by people.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from msgspec import Struct

from cchc_site.column.article import Form
from cchc_site.column.written import Written


class UnitEntries(Struct, frozen=True):
    """How many entries a unit handed in, how many of them are valid, and how many came late."""

    unit: str
    submitted: int = 0
    valid: int = 0
    late: int = 0


class Winner(Struct, frozen=True):
    """A winning entry as the public may know it; `author` and `position` only with the entrant's consent."""

    prize: str
    title: str
    unit: str
    code: str
    average: Decimal
    form: Form = Form.TEXT
    author: str = ""
    position: str = ""
    piece: str = ""
    """The id of the published piece; empty until it is published."""


class ContestRecord(Written, frozen=True):
    """The public record of one contest as it stood at `at`."""

    contest: str
    at: datetime
    participation: tuple[UnitEntries, ...] = ()
    judges: int = 0
    winners: tuple[Winner, ...] = ()

    def of(self, unit: str) -> UnitEntries:
        """A unit's numbers; zeros when it handed in nothing."""
        return next((row for row in self.participation if row.unit == unit), UnitEntries(unit))


def record_of(records: Iterable[ContestRecord], contest: str, as_of: datetime) -> ContestRecord | None:
    """The latest record of a contest up to that instant."""
    known = [record for record in records if record.contest == contest and record.at <= as_of]
    return max(known, key=lambda record: record.at, default=None)
