"""Official contacts: numbers and addresses that are public by law, because they belong to an office, not to a person.

They are what citizens are shown on every page, and what the private-data firewall lets pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from cchc_site.column.written import Written
from cchc_site.vietnamese.private_data import Allowed


class ContactKind(Enum):
    """What people turn to it for; the order is the order on the page."""

    HOTLINE = "duong-day-nong"
    ONE_STOP = "mot-cua"
    FEEDBACK = "phan-anh"
    EDITORS = "ban-bien-tap"
    PRESS = "bao-chi"
    OFFICE = "co-quan"

    @property
    def label(self) -> str:
        """The Vietnamese name of the kind."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    ContactKind.HOTLINE: "Đường dây nóng",
    ContactKind.ONE_STOP: "Bộ phận Một cửa",
    ContactKind.FEEDBACK: "Tiếp nhận phản ánh, kiến nghị về quy định hành chính và thái độ phục vụ",
    ContactKind.EDITORS: "Ban biên tập chuyên mục",
    ContactKind.PRESS: "Cung cấp thông tin cho báo chí",
    ContactKind.OFFICE: "Trụ sở, văn thư",
}


class Contact(Written, frozen=True):
    """One public contact point and the day on which somebody last made sure that it is right."""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    """Bank accounts of the office, for fees."""
    checked: date | None = None
    """The day of the last verification; shown to readers."""
    kind: ContactKind = ContactKind.OFFICE
    id: str = ""
    """The word by which a procedure names it."""
    unit: str = ""
    """Its unit in the register; empty is the agency itself."""
    address: str = ""
    hours: str = ""
    officer: str = ""
    """Name of the officer who is contact point; public because of the office, and only with this office's numbers."""
    position: str = ""
    url: str = ""
    """The official page that receives feedback."""


CHECK_EVERY_DAYS = 180
"""After half a year a number may have changed: the house's own rule, not a law's."""


def is_stale(checked: date | None, today: date, days: int = CHECK_EVERY_DAYS) -> bool:
    """Whether nobody has verified it for longer than `days`; what was never verified is stale."""
    return checked is None or (today - checked).days > days


def first_of(contacts: tuple[Contact, ...], *kinds: ContactKind) -> Contact | None:
    """The first contact of the first kind that has one."""
    for kind in kinds:
        for contact in contacts:
            if contact.kind is kind:
                return contact
    return None


def allowed_by(contacts: Iterable[Contact]) -> Allowed:
    """What the office's public contacts allow on the site."""
    known = tuple(contacts)
    numbers = [number for contact in known for number in (*contact.phones, *contact.accounts)]
    return Allowed.of(numbers, [mailbox for contact in known for mailbox in contact.emails])
