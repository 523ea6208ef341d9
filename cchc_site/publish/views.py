"""What every template sees: plain values, already worded in Vietnamese; a template decides nothing but the look.

Every `address` is relative to the site's root, without a leading "/" ("" is the home page): a template writes
`{{ base }}{{ address }}`. The values of one kind of page stand in modules of their own: `article_views`, `media_views`,
`listing_views`, `month_views`, `plan_views`, `directory_views`, `service_views`.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Link(NamedTuple):
    """A named address."""

    title: str
    address: str
    current: bool = False


class FeedLink(Struct, frozen=True):
    """A feed for autodiscovery and for people."""

    title: str
    address: str


class AreaLink(Struct, frozen=True):
    """A reform area as shown: `id` chooses its colour and pictogram."""

    id: str
    name: str
    short_name: str
    address: str
    description: str = ""
    count: int = 0


class UnitLink(Struct, frozen=True):
    """A unit by the name it had when it published."""

    id: str
    name: str
    short_name: str
    address: str
    kind: str = ""
    count: int = 0


class When(NamedTuple):
    """A moment: `iso` for machines, `label` for people ("03/07/2026" or "09:30, 03/07/2026")."""

    iso: str
    label: str


class TableView(Struct, frozen=True):
    """A generated reference table of the handbook: heading cells and rows of plain text."""

    heading: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    code_columns: tuple[int, ...] = (0,)


class ContactView(Struct, frozen=True):
    """A contact as shown: in the directory of contacts, and at the foot of every page."""

    name: str
    kind: str
    id: str
    phones: tuple[tuple[str, str], ...]
    """(as written, as dialled)."""
    emails: tuple[str, ...]
    address: str
    hours: str
    officer: str
    position: str
    unit: str
    url: str
    checked: When | None
    stale: bool


class DocumentLink(Struct, frozen=True):
    """A document of the register as named elsewhere."""

    number: str
    title: str
    address: str
    state: str
    state_label: str


class SiteView(Struct, frozen=True):
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


class PageFrame(NamedTuple):
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
