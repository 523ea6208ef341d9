"""Words that time has overtaken: names of agencies and places that ended, terms that the law replaced."""

from __future__ import annotations

from datetime import date
from enum import Enum

from cchc_site.column.written import Written


class TermKind(Enum):
    """What sort of word it is."""

    AGENCY = "co-quan"
    PLACE = "dia-danh"
    WORDING = "thuat-ngu"

    @property
    def label(self) -> str:
        """The Vietnamese name of the kind."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    TermKind.AGENCY: "tên cơ quan",
    TermKind.PLACE: "địa danh",
    TermKind.WORDING: "thuật ngữ",
}


class Term(Written, frozen=True):
    """Spellings that a piece published from `since` on should not use of the present; `use` is what to write."""

    written: tuple[str, ...]
    use: str
    kind: TermKind
    since: date
    note: str = ""
