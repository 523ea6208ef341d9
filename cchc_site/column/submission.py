"""The record of what was sent or finished: a report handed in, a task's product, a step that was held.

A plan is a signed document and stays as it was signed; what happened stands in its own committed, dated lines.
"""

from __future__ import annotations

from datetime import datetime

from cchc_site.column.instant import VIETNAM
from cchc_site.column.written import Written

UNNUMBERED = "chưa cấp số"


class Submission(Written, frozen=True):
    """One line: for which item of which plan, when, by which unit, under which document number.

    With an `explanation` it is not a delivery but the recorded reason why there is none.
    """

    plan: str
    item: str
    at: datetime
    date_only: bool = True
    unit: str = ""
    number: str = ""
    note: str = ""
    url: str = ""
    explanation: str = ""

    @property
    def is_delivery(self) -> bool:
        """Whether something was handed in."""
        return not self.explanation

    @property
    def when(self) -> str:
        """The day, with the time when it was recorded."""
        local = self.at.astimezone(VIETNAM)
        return f"{local:%d/%m/%Y}" if self.date_only else f"{local:%H:%M ngày %d/%m/%Y}"

    @property
    def words(self) -> str:
        """One line for people: what, the document's number, and the day."""
        what = self.note or "Văn bản"
        number = f" {self.number}" if self.number == UNNUMBERED else (f" số {self.number}" if self.number else "")
        return f"{what}{number}, {self.when}"
