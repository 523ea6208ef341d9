"""Pieces as templates see them: the card of a listing, and one piece in full."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.publish.media_views import Film, Picture
from cchc_site.publish.views import AreaLink, DocumentLink, Link, UnitLink, When


class Card(Struct, frozen=True):
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


class ChangeNote(Struct, frozen=True):
    """One line of a piece's history."""

    when: When
    note: str
    major: bool


class CorrectionNote(Struct, frozen=True):
    """One correction as readers see it."""

    when: When
    wrong: str
    right: str
    clock: str = ""
    """When the request came and was answered, worded; empty when nobody asked."""


class SourceNote(Struct, frozen=True):
    """Where a repost or compilation comes from."""

    label: str
    name: str
    url: str
    date: When


class ArticleView(Struct, frozen=True):
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
    """The page's address as a picture of a QR code, for paper; itself an address (`data:`)."""
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
