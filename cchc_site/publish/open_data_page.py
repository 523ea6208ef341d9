"""“Dữ liệu mở”: what each file holds, field by field."""

from __future__ import annotations

from cchc_site.column import address
from cchc_site.publish.cards import Cards
from cchc_site.publish.listings import HOME
from cchc_site.publish.open_data import TABLES
from cchc_site.publish.page import Page
from cchc_site.publish.service_views import DataFileView, OpenDataView
from cchc_site.publish.views import Link, PageFrame

HEADING = "Dữ liệu mở"
LEAD = "Tin, bài, tình hình thực hiện và danh bạ đơn vị ở dạng máy đọc được, dựng lại mỗi khi trang được dựng."


def open_data_page(cards: Cards) -> Page:
    """The page of the data files."""
    files = tuple(
        DataFileView(
            table.title,
            table.description,
            table.address,
            table.schema_address,
            tuple((item.name, item.meaning) for item in table.properties),
        )
        for table in TABLES
    )
    others = (
        Link("Báo cáo tháng (report.json)", address.REPORT_JSON),
        Link("Sơ đồ trang (sitemap.xml)", "sitemap.xml"),
        Link("Danh sách nguồn tin (OPML)", address.OPML),
    )
    view = OpenDataView(HEADING, LEAD, cards.column.identity.source_rule, files, others)
    frame = PageFrame(HEADING, LEAD, address.OPEN_DATA, (HOME, Link(HEADING, "")), (cards.feed,))
    return Page("pages/open_data.html", frame, view)
