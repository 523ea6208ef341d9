"""What the templates of directories and registers see; worded in Vietnamese like all views."""

from __future__ import annotations

from msgspec import Struct

from cchc_site.publish.article_views import Card
from cchc_site.publish.listing_views import Pager
from cchc_site.publish.views import ContactView, DocumentLink, FeedLink, Link, When


class Facet(Struct, frozen=True):
    """One choice of a filter, with how many rows it leaves."""

    title: str
    address: str
    count: int
    current: bool = False


class FacetGroup(Struct, frozen=True):
    """One filter; its first choice is "all"."""

    title: str
    facets: tuple[Facet, ...]


class RegisterRow(Struct, frozen=True):
    """One row of a register. `state` chooses the colour of `state_label`; both may be empty."""

    code: str
    title: str
    address: str
    facts: tuple[tuple[str, str], ...]
    state: str = ""
    state_label: str = ""


class RegisterView(Struct, frozen=True):
    """A page of a register, with its filters."""

    heading: str
    lead: str
    noun: str
    """What is counted: "thủ tục", "văn bản"."""
    rows: tuple[RegisterRow, ...]
    total: int
    pager: Pager
    filters: tuple[FacetGroup, ...]
    chosen: tuple[str, ...] = ()
    feed: FeedLink | None = None
    note: str = ""


class ContactsView(Struct, frozen=True):
    """All contacts, by kind."""

    heading: str
    lead: str
    groups: tuple[tuple[str, tuple[ContactView, ...]], ...]


class ProcedureView(Struct, frozen=True):
    """One procedure. `facts` are (label, value) pairs as the notice board has them; an empty value is not stated."""

    code: str
    name: str
    sector: Link
    level: str
    facts: tuple[tuple[str, str], ...]
    decision: Link | None
    """The announcing decision, linked when the register has it."""
    url: str
    online_label: str
    note: str
    checked: When | None
    stale: bool
    contact: ContactView | None
    feedback: ContactView | None
    pieces: tuple[Card, ...]
    qr_path: str
    qr_size: int


class DocumentView(Struct, frozen=True):
    """One document of the register."""

    number: str
    title: str
    type_name: str
    facts: tuple[tuple[str, str], ...]
    state: str
    state_label: str
    url: str
    file: str
    file_size: str
    replaced_by: tuple[DocumentLink, ...]
    replaces: tuple[DocumentLink, ...]
    pieces: tuple[Card, ...]
    more: int
    """How many further pieces cite it."""


class ScoreRow(Struct, frozen=True):
    """One result, every figure worded; an empty text is not published."""

    year: str
    subject: str
    value: str
    rank: str
    region: str
    country: str
    source: Link
    note: str


class IndexView(Struct, frozen=True):
    """One index: charts as SVG, and the table that carries the same figures."""

    short: str
    name: str
    measures: str
    note: str
    charts: tuple[tuple[str, str], ...]
    """(heading, SVG)."""
    rows: tuple[ScoreRow, ...]
    others: tuple[Link, ...]
    demonstration: str


class IndexSummary(Struct, frozen=True):
    """One index on the page of all."""

    short: str
    name: str
    measures: str
    address: str
    latest: tuple[tuple[str, str], ...]


class IndicesView(Struct, frozen=True):
    """All indices."""

    heading: str
    lead: str
    indices: tuple[IndexSummary, ...]
    demonstration: str


class ContributionRow(Struct, frozen=True):
    """One unit or author: twelve months, four quarters, the year."""

    name: str
    address: str
    months: tuple[int, ...]
    quarters: tuple[int, ...]
    total: int
    original: int
    note: str


class ContributionTable(Struct, frozen=True):
    """One table of contributions."""

    id: str
    heading: str
    lead: str
    first: str
    rows: tuple[ContributionRow, ...]
    month_totals: tuple[int, ...]
    quarter_totals: tuple[int, ...]
    total: int
    original: int


class ContributionsView(Struct, frozen=True):
    """The contribution tables of a year."""

    heading: str
    lead: str
    year: int
    years: tuple[Link, ...]
    tables: tuple[ContributionTable, ...]


class ActivityRow(Struct, frozen=True):
    """One activity."""

    when: When
    form: str
    title: str
    unit: str
    people: str
    times: str
    url: str
    evidence: str
    piece: Link | None


class FormRowView(Struct, frozen=True):
    """One form of propaganda in a year."""

    label: str
    group: str
    activities: int
    times: int
    people: int
    with_evidence: int


class ActivitiesView(Struct, frozen=True):
    """The activity log: diversity of forms by year, and every activity."""

    heading: str
    lead: str
    years: tuple[tuple[str, tuple[FormRowView, ...], tuple[ActivityRow, ...]], ...]


class PosterView(Struct, frozen=True):
    """One poster and its files."""

    text: str
    svg: str
    files: tuple[Link, ...]


class PostersView(Struct, frozen=True):
    """The bank of slogans as posters."""

    heading: str
    lead: str
    posters: tuple[PosterView, ...]


class PressView(Struct, frozen=True):
    """What newsrooms find: the newest own pieces, how to cite, whom to call."""

    heading: str
    lead: str
    source_rule: str
    contacts: tuple[ContactView, ...]
    feed: FeedLink
    cards: tuple[Card, ...]


class RadioWeekRow(Struct, frozen=True):
    """A week of the list of scripts; `note` is empty unless the week goes on."""

    week: Link
    span: str
    length: str
    pieces: tuple[Link, ...]
    note: str


class RadioView(Struct, frozen=True):
    """The list of scripts, newest week first."""

    heading: str
    lead: str
    weeks: tuple[RadioWeekRow, ...]


class RadioPieceView(Struct, frozen=True):
    """One piece of a script, all in words, and the page it was made from."""

    source: Link
    title: str
    byline: str
    paragraphs: tuple[str, ...]


class RadioScriptView(Struct, frozen=True):
    """A script; `doubts` are what the announcer must decide how to read."""

    heading: str
    length: str
    note: str
    opening: str
    pieces: tuple[RadioPieceView, ...]
    closing: str
    doubts: tuple[str, ...]
