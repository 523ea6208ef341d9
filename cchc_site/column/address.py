"""Addresses: where everything stands on the site, relative to its root and without a leading "/".

An address is a promise to readers and feed readers; change one only together with a redirect.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.article import Article
from cchc_site.column.audience import Audience
from cchc_site.column.category import Category
from cchc_site.column.column import Column
from cchc_site.column.contest.contest import Contest
from cchc_site.column.document import OfficialDocument
from cchc_site.column.index_score import Index
from cchc_site.column.month import Month
from cchc_site.column.plan import Plan
from cchc_site.column.procedure import Procedure
from cchc_site.column.unit import Unit

HOME = ""
PIECES = "tin-bai/"
AREA_DIRECTORY = "linh-vuc/"
UNIT_DIRECTORY = "don-vi/"
ARCHIVE = "thang/"
FULFILMENT = "tinh-hinh-thuc-hien/"
REPORTS = "bao-cao/"
REPORT_JSON = "bao-cao/report.json"
HANDBOOK = "huong-dan/"
FIELD_TABLE = "huong-dan/bang-truong/"
CHECK_TABLE = "huong-dan/bang-kiem-tra/"
SEARCH = "tim-kiem/"
PLAN_TABLE = "huong-dan/bang-ke-hoach/"
FEED = "rss.xml"
ATOM = "atom.xml"
JSON_FEED = "feed.json"
FEED_LIST = "rss/"
OPML = "rss/nguon-tin.opml"
CORRECTIONS = "dinh-chinh/"
OPEN_DATA = "du-lieu-mo/"
DATA = "data/"
PICTURES = "hinh/"
SOCIAL_CARD = "the.png"
"""Beside a piece's page, and at the root for every other page."""
PLANS = "ke-hoach/"
CALENDAR = "lich.ics"
PROCEDURES = "thu-tuc/"
DOCUMENTS = "van-ban/"
CONTACTS = "dau-moi/"
INDEX_SCORES = "chi-so/"
CONTRIBUTIONS = "dong-gop/"
ACTIVITIES = "hoat-dong/"
POSTERS = "ap-phich/"
PRESS = "bao-chi/"
CONTESTS = "cuoc-thi/"
RADIO = "phat-thanh/"
AUDIENCES = "danh-cho/"


def area(item: ReformArea) -> str:
    """The page of a reform area."""
    return f"{AREA_DIRECTORY}{item.slug}/"


def unit(item: Unit) -> str:
    """The page of a unit."""
    return f"{UNIT_DIRECTORY}{item.id}/"


def month(item: Month) -> str:
    """A month's pieces."""
    return f"{ARCHIVE}{item}/"


def year(number: int) -> str:
    """A year's months."""
    return f"nam/{number:04d}/"


def report(item: Month) -> str:
    """A month's build report."""
    return f"{REPORTS}{item}/"


def plan(item: Plan) -> str:
    """A plan's obligations."""
    return f"{PLANS}{item.id}/"


def plan_calendar(item: Plan) -> str:
    """A plan's deadlines as a calendar."""
    return f"{plan(item)}{CALENDAR}"


def procedure(item: Procedure) -> str:
    """The page of a procedure."""
    return f"{PROCEDURES}{item.slug}/"


def document(item: OfficialDocument) -> str:
    """The page of a document."""
    return f"{DOCUMENTS}{item.slug}/"


def index_score(item: Index) -> str:
    """The page of an index."""
    return f"{INDEX_SCORES}{item.id}/"


def contributions(year_number: int) -> str:
    """The contribution tables of a year."""
    return f"{CONTRIBUTIONS}{year_number:04d}/"


def radio_week(monday: date) -> str:
    """The loudspeaker script of a week."""
    week = monday.isocalendar()
    return f"{RADIO}tuan/{week.year:04d}-W{week.week:02d}/"


def radio_piece(item: Article) -> str:
    """The loudspeaker script of a piece."""
    return RADIO + item.address.removeprefix(PIECES)


def audience(item: Audience) -> str:
    """The pieces written for an audience."""
    return f"{AUDIENCES}{item.value}/"


def category(item: Category) -> str:
    """The pieces of a category."""
    return f"{item.value}/"


def contest(item: Contest) -> str:
    """The page of a contest."""
    return f"{CONTESTS}{item.id}/"


def feed_of(address: str) -> str:
    """The feed of a listing."""
    return f"{address}{FEED}"


def rss_archive(number: int) -> str:
    """An archive document of the column's feed; 1 has the oldest pieces."""
    return f"rss/luu-tru/rss-{number}.xml"


def atom_archive(number: int) -> str:
    """The same pieces in Atom."""
    return f"rss/luu-tru/atom-{number}.xml"


def page_of(address: str, number: int) -> str:
    """A page of a listing; the first is the bare address."""
    return address if number == 1 else f"{address}trang/{number}/"


LISTED = (
    AREA_DIRECTORY,
    UNIT_DIRECTORY,
    ARCHIVE,
    "nam/",
    REPORTS,
    f"{PIECES}trang/",
    FEED_LIST,
    DATA,
    PICTURES,
    RADIO,
    AUDIENCES,
)
"""Below these stand listings whose pages come and go with the pieces: nothing else may."""


def generated(column: Column) -> Iterator[str]:
    """Every address of a page or feed that is there whichever pieces are public today."""
    yield from (HOME, PIECES, AREA_DIRECTORY, UNIT_DIRECTORY, ARCHIVE, FULFILMENT, REPORTS, FIELD_TABLE, CHECK_TABLE)
    yield from (REPORT_JSON, FEED_LIST, OPML, OPEN_DATA, SEARCH, PLAN_TABLE)
    yield from _with_feeds(HOME)
    yield from _with_feeds(CORRECTIONS)
    for item in AREAS:
        yield from _with_feeds(area(item))
    for entry in column.units.all:
        yield from _with_feeds(unit(entry))
    if column.plans:
        yield from (PLANS, CALENDAR)
    for row in column.plans:
        yield from (plan(row), plan_calendar(row))
    yield from directories(column)


def directories(column: Column) -> Iterator[str]:
    """The directories and registers; those without a row have no page."""
    yield from (CONTRIBUTIONS, PRESS, feed_of(PRESS), RADIO)
    if column.procedures:
        yield from (PROCEDURES, *(procedure(item) for item in column.procedures.all))
    if column.documents:
        yield from (DOCUMENTS, feed_of(DOCUMENTS), *(document(item) for item in column.documents.all))
    if column.contacts:
        yield CONTACTS
    if column.indices:
        yield from (INDEX_SCORES, *(index_score(score.index) for score in column.indices))
    if column.activities:
        yield ACTIVITIES
    if column.slogans:
        yield POSTERS
    if column.contests:
        yield from (CONTESTS, *(contest(item) for item in column.contests))
    for item in Category:
        if item in column.categories:
            yield category(item)
    if column.audiences:
        yield AUDIENCES
    for reader in Audience:
        if reader in column.audiences:
            yield audience(reader)


def _with_feeds(where: str) -> Iterator[str]:
    yield from (where, where + FEED, where + ATOM, where + JSON_FEED)


def fixed(column: Column) -> Iterator[str]:
    """The generated addresses, and those of the standing pages."""
    yield from generated(column)
    for page in column.standing:
        yield page.address
