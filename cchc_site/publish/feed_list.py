"""“Nhận tin qua RSS”: the page that explains feeds to people and lists them all."""

from __future__ import annotations

from cchc_site.column import address
from cchc_site.column.area import AREAS
from cchc_site.publish.cards import Cards
from cchc_site.publish.channels import ITEMS, archive_count
from cchc_site.publish.listings import HOME
from cchc_site.publish.page import Page
from cchc_site.publish.service_views import FeedGroup, FeedListView, FeedRow
from cchc_site.publish.views import Link, PageFrame

HEADING = "Nhận tin qua RSS"
LEAD = "Bài mới tự đến phần mềm đọc tin của bạn. Không phải đăng ký, không phải khai tên hay hộp thư."


def feed_list_page(cards: Cards) -> Page:
    """Every feed in its three formats."""
    groups = (
        FeedGroup("Cả chuyên mục", (_row("Mọi tin, bài", address.HOME), _row("Đính chính", address.CORRECTIONS))),
        FeedGroup("Theo lĩnh vực", tuple(_row(area.name, address.area(area)) for area in AREAS)),
        FeedGroup("Theo đơn vị", tuple(_row(unit.name, address.unit(unit)) for unit in cards.column.units.all)),
    )
    numbers = range(archive_count(cards), 0, -1)
    archives = tuple(Link(f"Tập {number}", address.rss_archive(number)) for number in numbers)
    view = FeedListView(HEADING, LEAD, groups, address.OPML, ITEMS, archives)
    feeds = (cards.feed, cards.correction_feed)
    frame = PageFrame(HEADING, LEAD, address.FEED_LIST, (HOME, Link(HEADING, "")), feeds)
    return Page("pages/feed_list.html", frame, view)


def _row(title: str, folder: str) -> FeedRow:
    return FeedRow(title, folder, folder + address.FEED, folder + address.ATOM, folder + address.JSON_FEED)
