"""Listings: all pieces, by area, by unit, by month; and the directories and archives that lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.article import Article
from cchc_site.column.instant import day_of
from cchc_site.column.month import Month
from cchc_site.column.unit import Unit
from cchc_site.publish.cards import Cards
from cchc_site.publish.listing_views import Archive, ArchiveYear, Directory, Listing, Pager
from cchc_site.publish.mark import mark_of
from cchc_site.publish.page import Later, Page
from cchc_site.publish.views import FeedLink, Link, PageFrame

HOME = Link("Trang chủ", address.HOME)


def paginate(articles: Sequence[Article], size: int) -> list[Sequence[Article]]:
    """Slices of at most `size`; an empty listing still has its first page."""
    return [articles[start : start + size] for start in range(0, len(articles), size)] or [()]


def listing_pages(
    cards: Cards, articles: Sequence[Article], listing: Listing, frame: PageFrame, feeds: tuple[FeedLink, ...]
) -> Iterator[Page]:
    """The pages of one listing. `listing` and `frame` describe its first page."""
    slices = paginate(articles, cards.column.identity.page_size)
    total = len(slices)
    whole = mark_of(listing, frame, feeds, len(articles), total)
    listing = replace(listing, total=len(articles))
    for number, part in enumerate(slices, 1):
        where = address.page_of(frame.address, number)
        title = frame.title if number == 1 else f"{frame.title} (trang {number})"
        crumbs = frame.breadcrumbs
        if number > 1:
            crumbs = (*crumbs[:-1], Link(crumbs[-1].title, frame.address), Link(f"Trang {number}", where))
        yield Page(
            "pages/listing.html",
            frame._replace(title=title, address=where, breadcrumbs=crumbs, feeds=feeds),
            Later(
                partial(_filled, cards, part, listing, frame.address, (number, total)),
                mark_of(whole, str(number), *cards.marks(part)),
                is_whole=True,
            ),
        )


def _filled(cards: Cards, part: Sequence[Article], listing: Listing, where: str, place: tuple[int, int]) -> Listing:
    """A page of a listing; its cards are only made when it is drawn."""
    return replace(listing, cards=cards.cards(part), pager=pager(where, *place))


def pager(where: str, number: int, total: int) -> Pager:
    """The neighbours of one page of a listing."""
    near = sorted({1, total, *range(max(1, number - 1), min(total, number + 1) + 1)})
    return Pager(
        number,
        total,
        newer=address.page_of(where, number - 1) if number > 1 else None,
        older=address.page_of(where, number + 1) if number < total else None,
        pages=tuple(Link(str(n), address.page_of(where, n), n == number) for n in near),
    )


NO_PAGES = Pager(1, 1, None, None, ())


def all_pieces(cards: Cards) -> Iterator[Page]:
    """Every public piece."""
    description = f"Toàn bộ tin, bài của {cards.column.identity.name}, mới nhất trước."
    listing = Listing("Tin, bài", description, "", (), 0, NO_PAGES, cards.feed)
    frame = PageFrame("Tin, bài", description, address.PIECES, (HOME, Link("Tin, bài", "")), (), address.PIECES)
    yield from listing_pages(cards, cards.latest, listing, frame, (cards.feed,))


def area_pages(cards: Cards) -> Iterator[Page]:
    """The directory of areas, and each area's pieces."""
    heading = "Sáu lĩnh vực cải cách hành chính"
    lead = "Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, cùng công tác chỉ đạo, điều hành."
    frame = PageFrame(heading, lead, address.AREA_DIRECTORY, (HOME, Link("Lĩnh vực", "")), (), address.AREA_DIRECTORY)
    yield Page("pages/directory.html", frame, Directory(heading, lead, areas=cards.areas))
    for area in AREAS:
        yield from _area(cards, area, cards.by_area[area])


def _area(cards: Cards, area: ReformArea, articles: Sequence[Article]) -> Iterator[Page]:
    feed = cards.area_feed(area)
    others = tuple(Link(other.name, address.area(other)) for other in AREAS if other != area)
    listing = Listing(
        area.name, area.description, "Lĩnh vực", (), 0, NO_PAGES, feed, cards.area(area), (), "Lĩnh vực khác", others
    )
    crumbs = (HOME, Link("Lĩnh vực", address.AREA_DIRECTORY), Link(area.short_name, ""))
    frame = PageFrame(area.name, area.description, address.area(area), crumbs, (), address.AREA_DIRECTORY)
    yield from listing_pages(cards, articles, listing, frame, (feed, cards.feed))


def unit_pages(cards: Cards) -> Iterator[Page]:
    """The directory of units, and each unit's pieces under the name it had."""
    today = day_of(cards.as_of)
    units = cards.column.units.all
    heading = "Đơn vị"
    lead = "Tin, bài theo đơn vị đăng. Bài cũ giữ tên đơn vị vào ngày đăng."
    frame = PageFrame(heading, lead, address.UNIT_DIRECTORY, (HOME, Link(heading, "")), (), address.UNIT_DIRECTORY)
    now = tuple(cards.unit(unit) for unit in units if unit.exists_on(today))
    former = tuple(cards.unit(unit) for unit in units if not unit.exists_on(today))
    yield Page("pages/directory.html", frame, Directory(heading, lead, units=now, former_units=former))
    for unit in units:
        yield from _unit(cards, unit, cards.by_unit[unit.id])


def _unit(cards: Cards, unit: Unit, articles: Sequence[Article]) -> Iterator[Page]:
    feed = cards.unit_feed(unit)
    neighbours = (*cards.column.units.predecessors(unit), *_successors(cards, unit))
    listing = Listing(
        unit.name,
        f"Tin, bài do {unit.name} đăng.",
        unit.kind.label,
        (),
        0,
        NO_PAGES,
        feed,
        None,
        tuple(_unit_facts(cards, unit)),
        "Đơn vị liên quan" if neighbours else "",
        tuple(Link(other.name, address.unit(other)) for other in neighbours),
    )
    crumbs = (HOME, Link("Đơn vị", address.UNIT_DIRECTORY), Link(unit.short_name, ""))
    frame = PageFrame(unit.name, listing.lead, address.unit(unit), crumbs, (), address.UNIT_DIRECTORY)
    yield from listing_pages(cards, articles, listing, frame, (feed, cards.feed))


def _successors(cards: Cards, unit: Unit) -> tuple[Unit, ...]:
    return tuple(cards.column.units[key] for key in unit.successors if key in cards.column.units)


def _unit_facts(cards: Cards, unit: Unit) -> Iterator[tuple[str, str]]:
    if unit.parent and unit.parent in cards.column.units:
        yield "Trực thuộc", cards.column.units[unit.parent].name
    if unit.valid_from:
        yield "Hoạt động từ", f"{unit.valid_from:%d/%m/%Y}"
    if unit.valid_to:
        yield "Đến hết ngày", f"{unit.valid_to:%d/%m/%Y}"
    heirs = cards.column.units.successors_on(unit, day_of(cards.as_of))
    if heirs:
        yield "Nay là", ", ".join(heir.name for heir in heirs)


def archive_pages(cards: Cards) -> Iterator[Page]:
    """The archive, its years and its months; only months that have pieces."""
    counts = Counter({month: len(pieces) for month, pieces in cards.by_month.items()})
    years = tuple(_archive_year(year, counts) for year in sorted({month.year for month in counts}, reverse=True))
    heading, lead = "Lưu trữ theo tháng", "Tìm lại tin, bài theo năm và tháng đăng."
    frame = PageFrame(heading, lead, address.ARCHIVE, (HOME, Link("Lưu trữ", "")), (), address.ARCHIVE)
    yield Page("pages/archive.html", frame, Archive(heading, lead, years))
    for year in years:
        title = f"Năm {year.year.title}"
        lead = f"{year.total} tin, bài đăng trong năm {year.year.title}."
        crumbs = (HOME, Link("Lưu trữ", address.ARCHIVE), Link(title, ""))
        frame = PageFrame(title, lead, year.year.address, crumbs, (), address.ARCHIVE)
        yield Page("pages/archive.html", frame, Archive(title, lead, (year,)))
    months = sorted(counts)
    for index, month in enumerate(months):
        yield from _month(cards, months, index, cards.by_month[month])


def _archive_year(year: int, counts: Counter[Month]) -> ArchiveYear:
    months = sorted((month for month in counts if month.year == year), reverse=True)
    links = tuple((Link(month.label.capitalize(), address.month(month)), counts[month]) for month in months)
    return ArchiveYear(Link(str(year), address.year(year)), sum(count for _, count in links), links)


def _month(cards: Cards, months: Sequence[Month], index: int, articles: Sequence[Article]) -> Iterator[Page]:
    month = months[index]
    near = [months[i] for i in (index - 1, index + 1) if 0 <= i < len(months)]
    heading = month.label.capitalize()
    listing = Listing(
        heading,
        f"Tin, bài đăng trong {month.label}.",
        "Lưu trữ",
        (),
        0,
        NO_PAGES,
        None,
        None,
        (),
        "Tháng gần đó" if near else "",
        tuple(Link(other.label.capitalize(), address.month(other)) for other in near),
    )
    crumbs = (
        HOME,
        Link("Lưu trữ", address.ARCHIVE),
        Link(str(month.year), address.year(month.year)),
        Link(heading, ""),
    )
    frame = PageFrame(heading, listing.lead, address.month(month), crumbs, (), address.ARCHIVE)
    yield from listing_pages(cards, articles, listing, frame, (cards.feed,))
