"""An entry as it lies in the private intake: the only place where an entrant's telephone number is kept."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from hashlib import sha256

from msgspec import Struct

from cchc_site.column.article import Form
from cchc_site.column.originality import syllables
from cchc_site.vietnamese.text import count_words, fold


class Person(Struct, frozen=True):
    """Who hands in. Nothing here leaves the intake but the name and the position, each with consent."""

    name: str
    position: str = ""
    phone: str = ""
    mailbox: str = ""
    name_consent: bool = False
    position_consent: bool = False


class Entry(Struct, frozen=True, dict=True):
    """One entry. `unit` is an id of the register of units, or the words of the cover when no unit is called so."""

    receipt: str
    """The number on the receipt; empty until one is given."""
    received: datetime
    title: str
    form: Form
    unit: str
    person: Person
    text: str = ""
    """The running text of the article, or of the written explanation of a video."""
    body: str = ""
    """The same as Markdown, for publication."""
    seconds: int | None = None
    measured: bool = False
    """Whether the length comes from the file's own metadata and not from what was written on the cover."""
    video: str = ""
    """The film's file in the intake; empty when only a disc was handed in."""
    pictures: tuple[str, ...] = ()
    original: bool = False
    """Whether the entrant declares that nothing is copied and nothing was published before."""
    topics: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many “chữ” the text has."""
        return count_words(self.text)

    @property
    def key(self) -> str:
        """What makes an entry the same entry when its table is imported again."""
        what = (fold(self.person.name), self.unit, fold(self.title), " ".join(syllables(self.text)), self.form.value)
        return sha256("\n".join(what).encode()).hexdigest()
