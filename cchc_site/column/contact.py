"""Official contacts: numbers and addresses that are public by law, because they belong to an office, not to a person.

They are what the private-data firewall lets pass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cchc_site.column.problem import Place


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
