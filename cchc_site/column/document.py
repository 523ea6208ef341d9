"""Official documents: from which day until which they were in force, and what replaced them.

Every rule is a row with dates, never a constant in code: a law is repealed by adding a day to its row. Numbers begin
again every year and in every office, so a document is known by its number together with the year of issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache

from cchc_site.column.written import Written
from cchc_site.vietnamese import abbreviations, document_numbers
from cchc_site.vietnamese.slug import slug


@lru_cache(1 << 12)
def key_of(number: str) -> str:
    """The spelling by which two ways of writing one number are the same; the number itself if it is not one."""
    try:
        return document_numbers.normalise(number)
    except ValueError:
        return number.strip()


class Standing(Enum):
    """Where a document stands on a day."""

    IN_FORCE = "con-hieu-luc"
    NOT_YET = "chua-co-hieu-luc"
    ENDED = "het-hieu-luc"
    UNKNOWN = "chua-ro"

    @property
    def label(self) -> str:
        """The Vietnamese words."""
        return _STANDING_LABELS[self]


_STANDING_LABELS = {
    Standing.IN_FORCE: "Còn hiệu lực",
    Standing.NOT_YET: "Chưa có hiệu lực",
    Standing.ENDED: "Hết hiệu lực",
    Standing.UNKNOWN: "Chưa ghi hiệu lực",
}


class OfficialDocument(Written, frozen=True, dict=True):
    """A document by its number and symbol, in force from `valid_from` to `valid_to`, both days included.

    `None` is open on that side; `replaced_by` names the documents that took its place.
    """

    number: str
    title: str = ""
    """The subject ("trích yếu")."""
    issued: date | None = None
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: tuple[str, ...] = ()
    type: str = ""
    """The type of document in words; empty when the number's own code says it."""
    url: str = ""
    """Its page at the official source."""
    file: str = ""
    """A copy beside the articles, relative to the content folder."""

    @cached_property
    def key(self) -> str:
        """The normalised number."""
        return key_of(self.number)

    @cached_property
    def year(self) -> int | None:
        """The year of issue, from the day or from the number itself."""
        return self.issued.year if self.issued else _year_in(self.number)

    @cached_property
    def type_name(self) -> str:
        """What sort of document it is, with a capital: "Nghị định"; "Văn bản" when nobody can say."""
        name = self.type or _type_in(self.number) or "văn bản"
        return name[0].upper() + name[1:]

    @cached_property
    def slug(self) -> str:
        """The last part of its address: the number, and the year unless the number has it."""
        year = "" if self.year is None or _year_in(self.number) else f"-{self.year}"
        return f"{slug(self.key)}{year}"

    def in_force_on(self, day: date) -> bool:
        """Whether it was in force on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)

    def ended_by(self, day: date) -> bool:
        """Whether it had ceased to be in force before that day."""
        return self.valid_to is not None and self.valid_to < day

    def standing_on(self, day: date) -> Standing:
        """Where it stands on that day."""
        if self.ended_by(day):
            return Standing.ENDED
        if self.valid_from is None:
            return Standing.UNKNOWN
        return Standing.IN_FORCE if self.valid_from <= day else Standing.NOT_YET


def _year_in(number: str) -> int | None:
    try:
        return document_numbers.parse(number).year
    except ValueError:
        return None


def _type_in(number: str) -> str:
    try:
        parsed = document_numbers.parse(number)
    except ValueError:
        return ""
    if parsed.kind == "letter":
        return "công văn"
    if parsed.type_code is None:
        return "luật" if any(code.startswith("QH") for code in parsed.issuers) else ""
    return abbreviations.document_type(parsed.type_code) or ""


@dataclass(frozen=True)
class Documents(Mapping[str, OfficialDocument]):
    """The register of documents, by number in any spelling."""

    all: tuple[OfficialDocument, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[OfficialDocument]) -> Documents:
        """Gather documents into a register."""
        return cls(tuple(documents))

    @cached_property
    def _by_key(self) -> dict[str, list[OfficialDocument]]:
        found: dict[str, list[OfficialDocument]] = {}
        for document in self.all:
            found.setdefault(document.key, []).append(document)
        return found

    def __getitem__(self, number: str) -> OfficialDocument:
        return self._by_key[key_of(number)][0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def cited(self, number: str, day: date) -> OfficialDocument | None:
        """The document that a text of that day means by the number.

        Of several with one number it is the last one issued by that day; a register that knows only later ones
        gives the earliest of those.
        """
        candidates = self._by_key.get(key_of(number), [])
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        earlier = [item for item in candidates if item.issued is None or item.issued <= day]
        if earlier:
            return max(earlier, key=lambda item: item.issued or date.min)
        return min(candidates, key=lambda item: item.issued or date.max)

    def heirs(self, document: OfficialDocument, day: date) -> tuple[OfficialDocument, ...]:
        """The documents that stand in its place on that day, through every replacement between; only known ones."""
        found: dict[str, OfficialDocument] = {}
        seen = {document.slug}
        queue = list(document.replaced_by)
        while queue:
            heir = self.cited(queue.pop(0), day)
            if heir is None or heir.slug in seen:
                continue
            seen.add(heir.slug)
            if heir.ended_by(day) and heir.replaced_by:
                queue.extend(heir.replaced_by)
            else:
                found[heir.slug] = heir
        return tuple(found.values())

    @cached_property
    def _replaced(self) -> dict[str, list[OfficialDocument]]:
        found: dict[str, list[OfficialDocument]] = {}
        for document in self.all:
            for number in document.replaced_by:
                found.setdefault(key_of(number), []).append(document)
        return found

    def replaced(self, document: OfficialDocument) -> tuple[OfficialDocument, ...]:
        """The documents whose place it took directly."""
        return tuple(self._replaced.get(document.key, ()))
