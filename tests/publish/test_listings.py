"""Listings lose nothing, repeat nothing, and their first page is the bare address."""

from __future__ import annotations

import dataclasses
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from support.builders import areas, column, piece

from cchc_site.column import address
from cchc_site.column.area import AREA_BY_ID
from cchc_site.column.article import Article, Withdrawal
from cchc_site.column.column import Column
from cchc_site.publish.listing_views import Archive, Directory, Listing
from cchc_site.publish.listings import all_pieces, archive_pages, area_pages, paginate, unit_pages
from cchc_site.publish.page import Page

from .made import FORMER_UNIT, LATER_UNIT, cards, pieces

SIZE = 5


def _listing(page: Page) -> Listing:
    view = page.shown()
    assert isinstance(view, Listing)
    return view


def _titles(page: Page) -> list[str]:
    return [card.title for card in _listing(page).cards]


def _of(count: int) -> Column:
    made = column(pieces(count))
    return replace(made, identity=replace(made.identity, page_size=SIZE))


@pytest.mark.parametrize(
    ("count", "addresses"),
    [
        (0, ["tin-bai/"]),
        (1, ["tin-bai/"]),
        (SIZE, ["tin-bai/"]),
        (SIZE + 1, ["tin-bai/", "tin-bai/trang/2/"]),
        (3 * SIZE, ["tin-bai/", "tin-bai/trang/2/", "tin-bai/trang/3/"]),
    ],
)
def test_the_first_page_is_the_bare_address(count: int, addresses: list[str]) -> None:
    assert [page.frame.address for page in all_pieces(cards(_of(count)))] == addresses


def test_an_empty_listing_still_has_its_page() -> None:
    (page,) = all_pieces(cards(_of(0)))
    assert (_titles(page), _listing(page).total, _listing(page).pager.total) == ([], 0, 1)


@given(count=st.integers(0, 60), size=st.integers(1, 12))
def test_pages_together_hold_every_piece_once_in_order(count: int, size: int) -> None:
    items = pieces(count)
    parts = paginate(items, size)
    assert list(chain(*parts)) == items
    assert all(len(part) == size for part in parts[:-1])
    assert len(parts) == max(1, -(-count // size))


def test_newest_comes_first_and_pieces_of_one_instant_keep_one_order() -> None:
    same = [piece("2024-03-05", f"2024/03/{key}") for key in ("c", "a", "b")]
    items = [piece("2024-03-01", "2024/03/cu"), *same, piece("2024-03-09", "2024/03/moi")]
    expected = [f"Bài 2024/03/{key}" for key in ("moi", "a", "b", "c", "cu")]
    for order in (items, items[::-1]):
        (page,) = all_pieces(cards(column(order)))
        assert _titles(page) == expected


def test_only_what_citizens_may_see_is_listed() -> None:
    items = [
        piece("2024-03-01", "2024/03/thay"),
        piece("2024-03-02", "2024/03/nhap", draft=True),
        piece("2024-07-01", "2024/07/hen"),
        piece("2024-03-03", "2024/03/thu-hoi", withdrawn=Withdrawal(piece("2024-03-04").published, "Sai")),
    ]
    made = cards(column(items))
    for page in chain(all_pieces(made), area_pages(made), unit_pages(made), archive_pages(made)):
        if isinstance(page.view, Listing):
            assert set(_titles(page)) <= {"Bài 2024/03/thay"}


def test_the_pager_leads_to_neighbours_and_to_both_ends() -> None:
    pages = list(all_pieces(cards(_of(5 * SIZE))))
    third = _listing(pages[2]).pager
    assert (third.number, third.total) == (3, 5)
    assert (third.newer, third.older) == ("tin-bai/trang/2/", "tin-bai/trang/4/")
    assert [link.title for link in third.pages if link.current] == ["3"]
    assert [link.address for link in third.pages] == [
        f"tin-bai/{p}" for p in ("", *(f"trang/{n}/" for n in (2, 3, 4, 5)))
    ]
    assert _listing(pages[0]).pager.newer is None
    assert _listing(pages[-1]).pager.older is None
    assert pages[1].frame.title == "Tin, bài (trang 2)"


@given(st.lists(st.lists(st.sampled_from(sorted(AREA_BY_ID)), min_size=1, max_size=3, unique=True), max_size=15))
def test_an_area_lists_exactly_its_pieces_and_counts_them(tags: list[list[str]]) -> None:
    items = [dataclasses.replace(item, areas=areas(*keys)) for item, keys in zip(pieces(len(tags)), tags, strict=True)]
    directory, *pages = area_pages(cards(column(items)))
    assert isinstance(directory.view, Directory)
    counts = {area.address: area.count for area in directory.view.areas}
    for area in AREA_BY_ID.values():
        own = [p for p in pages if p.frame.address.startswith(address.area(area))]
        assert sorted(chain(*map(_titles, own))) == sorted(a.title for a in items if area in a.areas)
        assert counts[address.area(area)] == _listing(own[0]).total


def test_a_unit_lists_its_pieces_under_the_name_it_had() -> None:
    items = [piece("2024-02-05", unit=FORMER_UNIT.id), piece("2024-03-05")]
    directory, *pages = unit_pages(cards(column(items, units=(FORMER_UNIT, LATER_UNIT))))
    assert isinstance(directory.view, Directory)
    assert [unit.name for unit in directory.view.units] == ["Văn phòng Sở"]
    assert [unit.name for unit in directory.view.former_units] == ["Văn phòng Sở cũ"]
    former = next(p for p in pages if p.frame.address == "don-vi/van-phong-cu/")
    assert _titles(former) == [items[0].title]
    assert _listing(former).facts == (("Đến hết ngày", "29/02/2024"), ("Nay là", "Văn phòng Sở"))
    assert [link.title for link in _listing(former).related] == ["Văn phòng Sở"]


def test_the_archive_has_the_months_and_years_with_pieces_and_no_other() -> None:
    dates = ("2023-12-31T23:59", "2024-01-01", "2024-03-05", "2024-03-06")
    front, *rest = archive_pages(cards(column([piece(date) for date in dates])))
    assert isinstance(front.view, Archive)
    assert [(y.year.title, y.total) for y in front.view.years] == [("2024", 3), ("2023", 1)]
    assert [(link.address, count) for link, count in front.view.years[0].months] == [
        ("thang/2024-03/", 2),
        ("thang/2024-01/", 1),
    ]
    assert [p.frame.address for p in rest] == [
        "nam/2024/", "nam/2023/", "thang/2023-12/", "thang/2024-01/", "thang/2024-03/",
    ]  # fmt: skip


def test_a_month_is_vietnamese() -> None:
    made = cards(column([piece("2024-01-31T17:30:00Z")]))
    assert "thang/2024-02/" in [page.frame.address for page in archive_pages(made)]


def test_no_two_listings_share_an_address() -> None:
    items: list[Article] = [dataclasses.replace(a, areas=areas("procedures", "steering")) for a in pieces(3 * SIZE)]
    made = cards(replace(column(items), identity=_of(0).identity))
    found = [p.path for p in chain(all_pieces(made), area_pages(made), unit_pages(made), archive_pages(made))]
    assert len(found) == len(set(found))
