"""Official contacts: numbers and addresses that are public by law, because they belong to an office, not to a person.

They are what the private-data firewall lets pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from cchc_site.column.problem import Place
from cchc_site.vietnamese.private_data import Allowed


@dataclass(frozen=True)
class Contact:
    """One public contact point and the day on which somebody last made sure that it is right."""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    """Bank accounts of the office, for fees."""
    checked: date | None = None
    place: Place = field(default=Place(""), compare=False)


def allowed_by(contacts: Iterable[Contact]) -> Allowed:
    """What the office's public contacts allow on the site."""
    known = tuple(contacts)
    numbers = [number for contact in known for number in (*contact.phones, *contact.accounts)]
    return Allowed.of(numbers, [mailbox for contact in known for mailbox in contact.emails])
