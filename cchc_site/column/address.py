"""Addresses: where everything stands on the site, relative to its root and without a leading "/".

An address is a promise to readers and feed readers; change one only together with a redirect.
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.column import Column
from cchc_site.column.month import Month
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
FEED = "rss.xml"


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


def feed_of(address: str) -> str:
    """The feed of a listing."""
    return f"{address}{FEED}"


def page_of(address: str, number: int) -> str:
    """A page of a listing; the first is the bare address."""
    return address if number == 1 else f"{address}trang/{number}/"


def generated(column: Column) -> Iterator[str]:
    """Every address of a page or feed that is there whichever pieces are public today."""
    yield from (HOME, PIECES, AREA_DIRECTORY, UNIT_DIRECTORY, ARCHIVE, FULFILMENT, REPORTS, FIELD_TABLE, CHECK_TABLE)
    yield from (FEED, REPORT_JSON)
    for item in AREAS:
        yield from (area(item), feed_of(area(item)))
    for entry in column.units.all:
        yield from (unit(entry), feed_of(unit(entry)))


def fixed(column: Column) -> Iterator[str]:
    """The generated addresses, and those of the standing pages."""
    yield from generated(column)
    for page in column.standing:
        yield page.address
