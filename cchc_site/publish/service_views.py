"""What the templates of the pages about the site itself see: corrections, feeds, open data."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.publish.article_views import CorrectionNote
from cchc_site.publish.views import FeedLink, Link, When


class CorrectionRow(Struct, frozen=True):
    """One published correction with its clock, worded: the days may be empty when nobody asked."""

    title: str
    address: str
    note: CorrectionNote
    received: When | None
    answered: When | None
    days: str


class CorrectionsView(Struct, frozen=True):
    """“Đính chính”: `awaited` says how many requests are being looked into, and until when."""

    heading: str
    lead: str
    rule: str
    rows: tuple[CorrectionRow, ...]
    awaited: tuple[str, ...]
    feed: FeedLink


class FeedRow(Struct, frozen=True):
    """One feed in its three formats, and the page that it follows."""

    title: str
    page: str
    rss: str
    atom: str
    json: str


class FeedGroup(Struct, frozen=True):
    """Feeds of one sort."""

    title: str
    rows: tuple[FeedRow, ...]


class FeedListView(Struct, frozen=True):
    """“Nhận tin qua RSS”: every feed, the list for import, and how much history there is."""

    heading: str
    lead: str
    groups: tuple[FeedGroup, ...]
    opml: str
    items: int
    archives: tuple[Link, ...]


class DataFileView(Struct, frozen=True):
    """One file of open data: its fields as (name, meaning)."""

    title: str
    description: str
    address: str
    schema: str
    fields: tuple[tuple[str, str], ...]


class OpenDataView(Struct, frozen=True):
    """“Dữ liệu mở”."""

    heading: str
    lead: str
    license: str
    files: tuple[DataFileView, ...]
    others: tuple[Link, ...]
