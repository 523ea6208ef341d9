"""The contribution tables: units and authors by month, quarter and year, for the emulation of the year's end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.contribution import (
    Contribution,
    author_contributions,
    merged_contributions,
    unit_contributions,
)
from cchc_site.column.instant import day_of
from cchc_site.column.month import Month
from cchc_site.publish.cards import Cards
from cchc_site.publish.directory_views import ContributionRow, ContributionsView, ContributionTable
from cchc_site.publish.home import redirect
from cchc_site.publish.listings import HOME
from cchc_site.publish.mark import mark_of
from cchc_site.publish.page import Later, Page
from cchc_site.publish.views import Link, PageFrame

HEADING = "Đóng góp tin, bài"
LEAD = (
    "Số tin, bài đã đăng của từng đơn vị, từng tác giả theo tháng, quý, năm. Thông báo, văn bản không tính; cột “tự "
    "viết” không gồm bài đăng lại, tổng hợp."
)


def contribution_pages(cards: Cards) -> Iterator[Page]:
    """A page a year; the bare address leads to the newest."""
    months = {month: [a for a in pieces if a.kind.is_piece] for month, pieces in cards.by_month.items()}
    found = {month.year for month, pieces in months.items() if pieces} or {day_of(cards.as_of).year}
    years = tuple(sorted(found, reverse=True))
    for year in years:
        yield _page(cards, year, years, {month: pieces for month, pieces in months.items() if month.year == year})
    frame = PageFrame(HEADING, LEAD, address.contributions(years[0]), noindex=True)
    yield redirect(frame, address.CONTRIBUTIONS)


def _page(cards: Cards, year: int, years: tuple[int, ...], months: Mapping[Month, Sequence[Article]]) -> Page:
    title = f"{HEADING} năm {year}"
    crumbs = (HOME, Link("Đơn vị", address.UNIT_DIRECTORY), Link(title, ""))
    frame = PageFrame(title, LEAD, address.contributions(year), crumbs, (cards.feed,), address.UNIT_DIRECTORY)
    told = [
        f"{month.number} {a.kind.value} {a.origin.value} {a.unit} {a.author}"
        for month, pieces in months.items()
        for a in pieces
    ]
    mark = mark_of(*told, years, cards.column.units.all, day_of(cards.as_of))
    return Page("pages/contributions.html", frame, Later(partial(_view, cards, year, years, months), mark))


def _view(
    cards: Cards, year: int, years: tuple[int, ...], months: Mapping[Month, Sequence[Article]]
) -> ContributionsView:
    column, today = cards.column, day_of(cards.as_of)
    pieces = list(chain.from_iterable(months.values()))
    by_unit = unit_contributions(column, pieces, year)
    merged = merged_contributions(column, pieces, year, today)
    tables = [
        _table("don-vi", "Theo đơn vị", "Dưới tên của đơn vị vào ngày đăng.", "Đơn vị", by_unit, cards),
    ]
    if any(row.merged for row in merged):
        lead = "Bài của đơn vị cũ tính cho đơn vị kế thừa hiện nay; đơn vị có nhiều nơi kế thừa giữ tên cũ."
        tables.append(_table("ke-thua", "Gộp theo đơn vị kế thừa", lead, "Đơn vị", merged, cards))
    authors = author_contributions(column, pieces, year)
    tables.append(_table("tac-gia", "Theo tác giả", "Tên tác giả như ghi trên bài.", "Tác giả", authors, cards))
    title = f"{HEADING} năm {year}"
    links = tuple(Link(str(other), address.contributions(other), other == year) for other in years)
    return ContributionsView(title, LEAD, year, links, tuple(tables))


def _table(
    key: str, heading: str, lead: str, first: str, rows: tuple[Contribution, ...], cards: Cards
) -> ContributionTable:
    months = tuple(sum(row.months[index] for row in rows) for index in range(12))
    quarters = tuple(sum(row.quarters[index] for row in rows) for index in range(4))
    views = tuple(
        ContributionRow(
            row.name,
            address.unit(cards.column.units[row.key]) if row.key in cards.column.units else "",
            row.months,
            row.quarters,
            row.total,
            row.original,
            f"Gồm bài của {', '.join(row.merged)}" if row.merged else "",
        )
        for row in rows
    )
    return ContributionTable(
        key, heading, lead, first, views, months, quarters, sum(months), sum(row.original for row in rows)
    )
