"""Pages of many pieces as templates see them: listings, the front page, the archive, directories."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.publish.article_views import Card
from cchc_site.publish.month_views import MonthView
from cchc_site.publish.views import AreaLink, FeedLink, Link, UnitLink


class Pager(Struct, frozen=True):
    """Where a page of a listing stands; page 1 is the bare address."""

    number: int
    total: int
    newer: str | None
    older: str | None
    pages: tuple[Link, ...]


class Listing(Struct, frozen=True):
    """A page of pieces. Facts are (label, value) pairs, `related` are links to neighbouring listings."""

    heading: str
    lead: str
    eyebrow: str
    cards: tuple[Card, ...]
    total: int
    pager: Pager
    feed: FeedLink | None = None
    area: AreaLink | None = None
    facts: tuple[tuple[str, str], ...] = ()
    related_title: str = ""
    related: tuple[Link, ...] = ()


class Home(Struct, frozen=True):
    """The front page."""

    lead: Card | None
    newest: tuple[Card, ...]
    areas: tuple[AreaLink, ...]
    month: MonthView
    theme: str
    slogan: Link | None
    """The slogan whose turn it is this week, with the page that it speaks of."""
    notices: tuple[Card, ...]
    total: int
    feed: FeedLink


class SearchView(Struct, frozen=True):
    """The page of results while nothing has been asked."""

    newest: tuple[Card, ...]


class ArchiveYear(Struct, frozen=True):
    """A year of the archive: (month link, number of pieces)."""

    year: Link
    total: int
    months: tuple[tuple[Link, int], ...]


class Archive(Struct, frozen=True):
    """The archive's front page or one year of it."""

    heading: str
    lead: str
    years: tuple[ArchiveYear, ...]


class DirectoryEntry(Struct, frozen=True):
    """A listing as its directory shows it; `count` is of its pieces."""

    title: str
    address: str
    description: str
    count: int


class Directory(Struct, frozen=True):
    """A list of areas, of units or of other listings, with counts."""

    heading: str
    lead: str
    areas: tuple[AreaLink, ...] = ()
    units: tuple[UnitLink, ...] = ()
    former_units: tuple[UnitLink, ...] = ()
    entries: tuple[DirectoryEntry, ...] = ()
