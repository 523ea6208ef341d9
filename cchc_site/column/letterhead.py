"""What stands around a document: who is above the agency, who signs in whose name, who receives it.

It changes with the office's heads and with every reorganisation, so each entry has its days. Number, day and signature
are never data: the clerk fills them.
"""

from __future__ import annotations

from datetime import date

from cchc_site.column.written import Written


class Letterhead(Written, frozen=True):
    """One entry of `_data/letterhead.yml`, from `first` to `last`, both days included."""

    superior: str = ""
    """The agency above, printed over the agency's own name; empty when there is none."""
    symbol: str = ""
    """The symbol after the number of a report, for instance `BC-SNV`."""
    authority: str = ""
    """The right to sign: “TM. ỦY BAN NHÂN DÂN”, “KT. GIÁM ĐỐC”; empty for a head who signs as such."""
    position: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""
    """After “Lưu: VT,”: the drafting unit, and the number of copies when it is known."""
    first: date | None = None
    last: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Whether the entry holds on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
