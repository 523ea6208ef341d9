"""A feed as a value, before anyone decides in which format it is written: what RSS, Atom and JSON Feed share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.article import Source
from cchc_site.column.instant import VIETNAM
from cchc_site.publish.mark import mark_of

BEGINNING = datetime(1970, 1, 1, tzinfo=VIETNAM)
"""The date of an empty feed: never the clock, so that a feed without news keeps its bytes."""


class Enclosure(Struct, frozen=True):
    """A picture or film that comes with an entry; `size` in bytes."""

    address: str
    media_type: str
    size: int


class Entry(Struct, frozen=True):
    """One entry. `published` never changes; `updated` moves with major changes and corrections only."""

    id: str
    title: str
    address: str
    summary: str
    html: Callable[[], str]
    """Sanitised HTML with absolute links; made only when a writer asks for it."""
    author: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...] = ()
    source: Source | None = None
    enclosure: Enclosure | None = None
    mark: str = ""
    """A name for what `html` gives; without one it must be asked to be known."""


class Chain(Struct, frozen=True):
    """Where a document stands in an archived feed (RFC 5005, section 4); addresses relative to the site's root."""

    current: str
    older: str | None = None
    newer: str | None = None
    is_archive: bool = False


class Channel(Struct, frozen=True):
    """One feed. `page` is what it is about, `folder` where its documents stand; both relative to the site's root."""

    id: str
    title: str
    description: str
    page: str
    folder: str
    entries: tuple[Entry, ...]
    rights: str = ""
    agency: str = ""

    @property
    def mark(self) -> str:
        """A name for everything that a document of this feed says."""
        said = [(replace(entry, html=None), entry.mark or entry.html()) for entry in self.entries]
        return mark_of(replace(self, entries=()), *said)

    @property
    def updated(self) -> datetime:
        """When readers last had something to be told."""
        return max((entry.updated for entry in self.entries), default=BEGINNING)
