"""Official documents: from which day until which they were in force, and what replaced them.

Every rule is a row with dates, never a constant in code: a law is repealed by adding a day to its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cchc_site.column.problem import Place
from cchc_site.vietnamese import document_numbers


def key_of(number: str) -> str:
    """The spelling by which two ways of writing one number are the same; the number itself if it is not one."""
    try:
        return document_numbers.normalise(number)
    except ValueError:
        return number.strip()


@dataclass(frozen=True)
class OfficialDocument:
    """A document by its number and symbol, in force from `valid_from` to `valid_to`, both days included.

    `None` is open on that side; `replaced_by` names the documents that took its place.
    """

    number: str
    title: str = ""
    issued: date | None = None
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False)

    @property
    def key(self) -> str:
        """The normalised number."""
        return key_of(self.number)

    def in_force_on(self, day: date) -> bool:
        """Whether it was in force on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)

    def ended_by(self, day: date) -> bool:
        """Whether it had ceased to be in force before that day."""
        return self.valid_to is not None and self.valid_to < day


@dataclass(frozen=True)
class Documents(Mapping[str, OfficialDocument]):
    """The register of documents, by number in any spelling."""

    all: tuple[OfficialDocument, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[OfficialDocument]) -> Documents:
        """Gather documents into a register."""
        return cls(tuple(documents))

    @cached_property
    def _by_key(self) -> dict[str, OfficialDocument]:
        return {document.key: document for document in reversed(self.all)}

    def __getitem__(self, number: str) -> OfficialDocument:
        return self._by_key[key_of(number)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)
