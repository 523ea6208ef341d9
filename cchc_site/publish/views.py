"""What templates see: plain values, already worded in Vietnamese; a template decides nothing but the look.

Every `address` is relative to the site's root, without a leading "/" ("" is the home page): a template writes
`{{ base }}{{ address }}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_site.column.monthly_report import MonthlyReport

if TYPE_CHECKING:
    from cchc_site.publish.directory_views import ContactView, DocumentLink


@dataclass(frozen=True)
class Link:
    """A named address."""

    title: str
    address: str
    current: bool = False


@dataclass(frozen=True)
class FeedLink:
    """A feed for autodiscovery and for people."""

    title: str
    address: str


@dataclass(frozen=True)
class AreaLink:
    """A reform area as shown: `id` chooses its colour and pictogram."""

    id: str
    name: str
    short_name: str
    address: str
    description: str = ""
    count: int = 0


@dataclass(frozen=True)
class UnitLink:
    """A unit by the name it had when it published."""

    id: str
    name: str
    short_name: str
    address: str
    kind: str = ""
    count: int = 0


@dataclass(frozen=True)
class When:
    """A moment: `iso` for machines, `label` for people ("03/07/2026" or "09:30, 03/07/2026")."""

    iso: str
    label: str


@dataclass(frozen=True)
class ImageFile:
    """One width of a picture, in pixels."""

    address: str
    width: int


@dataclass(frozen=True)
class ImageSet:
    """The widths of a picture in one format, narrowest first."""

    media_type: str
    files: tuple[ImageFile, ...]


@dataclass(frozen=True)
class Picture:
    """An image of the site: its size in pixels, and the widths to choose from, the most modern format first."""

    address: str
    alt: str
    credit: str = ""
    width: int = 0
    height: int = 0
    sets: tuple[ImageSet, ...] = ()
    poster: str = ""
    """The file to show before a film plays."""


@dataclass(frozen=True)
class Film:
    """A video or sound file of the site; `length` is worded ("1 phút 35 giây")."""

    address: str
    media_type: str
    length: str
    seconds: int = 0


@dataclass(frozen=True)
class Card:
    """A piece in a listing."""

    address: str
    title: str
    summary: str
    kind: str
    form: str
    """The form's name when it is not plain text, otherwise empty."""
    published: When
    areas: tuple[AreaLink, ...]
    unit: UnitLink
    picture: Picture | None = None
    repost_of: str = ""
    moved: When | None = None
    """When a major change or a correction last moved the piece up in lists and feeds."""


@dataclass(frozen=True)
class ChangeNote:
    """One line of a piece's history."""

    when: When
    note: str
    major: bool


@dataclass(frozen=True)
class CorrectionNote:
    """One correction as readers see it."""

    when: When
    wrong: str
    right: str
    clock: str = ""
    """When the request came and was answered, worded; empty when nobody asked."""


@dataclass(frozen=True)
class SourceNote:
    """Where a repost or compilation comes from."""

    label: str
    name: str
    url: str
    date: When


@dataclass(frozen=True)
class ArticleView:
    """One piece in full. `html` is sanitised and its links are relative to its own page."""

    card: Card
    html: str
    author: str
    origin: str
    source: SourceNote | None
    updated: When | None
    changes: tuple[ChangeNote, ...]
    corrections: tuple[CorrectionNote, ...]
    documents: tuple[str, ...]
    tags: tuple[str, ...]
    unit_now: tuple[UnitLink, ...]
    """The units that carry on the work today when the publishing unit no longer exists."""
    film: Film | None
    hidden: str
    """In a preview, why citizens cannot see the piece yet; empty on the public site."""
    withdrawn: str
    withdrawn_on: When | None
    reading_minutes: int
    related: tuple[Card, ...]
    area: AreaLink
    """The area whose previous and next pieces are shown."""
    qr: str
    """The page's address as an SVG QR code, for paper."""
    older: Link | None
    newer: Link | None
    document_links: tuple[DocumentLink, ...] = ()
    """`documents` with their pages in the register."""
    ended_documents: tuple[tuple[DocumentLink, tuple[DocumentLink, ...]], ...] = ()
    """Documents that the piece rests on and that have ended since, each with what stands in its place."""
    procedures: tuple[Link, ...] = ()
    guards: tuple[tuple[str, str], ...] = ()
    """What a praise or a criticism rests on: label and text."""
    category: Link | None = None
    audience: tuple[Link, ...] = ()
    """For whom it is written."""
    radio: Link | None = None
    """The piece's loudspeaker script, while the site keeps it."""


@dataclass(frozen=True)
class Pager:
    """Where a page of a listing stands; page 1 is the bare address."""

    number: int
    total: int
    newer: str | None
    older: str | None
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Listing:
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


@dataclass(frozen=True)
class MonthView:
    """A month's state in words. `state` is the data word (dat, chua-dat, dang-mo, …) and chooses the colour."""

    label: str
    short_label: str
    address: str
    state: str
    state_label: str
    count: int
    required: int
    missing: int
    deadline: str
    notes: tuple[str, ...]
    applies: bool


@dataclass(frozen=True)
class Home:
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


@dataclass(frozen=True)
class SearchView:
    """The page of results while nothing has been asked."""

    newest: tuple[Card, ...]


@dataclass(frozen=True)
class ArchiveYear:
    """A year of the archive: (month link, number of pieces)."""

    year: Link
    total: int
    months: tuple[tuple[Link, int], ...]


@dataclass(frozen=True)
class Archive:
    """The archive's front page or one year of it."""

    heading: str
    lead: str
    years: tuple[ArchiveYear, ...]


@dataclass(frozen=True)
class Directory:
    """A list of areas or of units, with counts."""

    heading: str
    lead: str
    areas: tuple[AreaLink, ...] = ()
    units: tuple[UnitLink, ...] = ()
    former_units: tuple[UnitLink, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One bar of the small chart, in percent of the chart's height; `line` is the requirement's height."""

    label: str
    count: int
    required: int
    height: float
    line: float
    state: str


@dataclass(frozen=True)
class AreaRow:
    """One row of the table areas x months."""

    name: str
    address: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class FulfilmentView:
    """“Tình hình thực hiện”: every month's state, and areas x months. A piece of several areas counts in each."""

    heading: str
    lead: str
    as_of: str
    plans: tuple[str, ...]
    months: tuple[MonthView, ...]
    bars: tuple[Bar, ...]
    area_rows: tuple[AreaRow, ...]
    month_totals: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class ReportView:
    """One month's build report as a page."""

    report: MonthlyReport
    month: MonthView
    as_of: str
    older: Link | None
    newer: Link | None


@dataclass(frozen=True)
class TableView:
    """A generated reference table of the handbook: heading cells and rows of plain text."""

    heading: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    code_columns: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class SiteView:
    """What the frame of every page shows."""

    name: str
    description: str
    agency: str
    address: str
    responsible: str
    source_rule: str
    demonstration: str
    menu: tuple[Link, ...]
    areas: tuple[AreaLink, ...]
    standing: tuple[Link, ...]
    """Standing pages (giới thiệu, liên hệ, hướng dẫn), in the order of the MkDocs navigation."""
    feed: FeedLink
    base_url: str
    """The absolute address of the site's root, ending in "/"."""
    services: tuple[Link, ...] = ()
    """Pages about the site itself: feeds, corrections, open data."""
    frame_sources: str = "'none'"
    """Whose frames a page may open, as the Content-Security-Policy writes it."""
    lookups: tuple[Link, ...] = ()
    """Directories and registers that have something in them."""
    contacts: tuple[ContactView, ...] = ()
    """Whom to call and where to complain: shown at the foot of every page."""
    correction_mailbox: str = ""


@dataclass(frozen=True)
class PageFrame:
    """One page's own data for the frame."""

    title: str
    description: str
    address: str
    breadcrumbs: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    section: str = ""
    """Which menu entry is current: its address."""
    noindex: bool = False
    card: str = ""
    """The social card's address; empty for pages that nobody shares."""
    card_alt: str = ""
