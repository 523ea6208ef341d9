"""The tables of the handbook that are made from the program itself: fields, plans, checks. They cannot grow old."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.catalogue import CATALOGUE
from cchc_site.column import address
from cchc_site.column.column import Column
from cchc_site.content.article_fields import ARTICLE_FIELDS, shape_rows
from cchc_site.content.plan_tables import PLAN_GROUPS
from cchc_site.publish.listings import HOME
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame, TableView


def handbook_tables(column: Column) -> Iterator[Page]:
    """Their pages, below the handbook if the column has one."""
    above = tuple(Link(page.title, page.address) for page in column.standing if page.address == address.HANDBOOK)
    heading, lead = "Bảng trường", "Mọi trường có thể viết ở phần đầu một bài. Máy đọc bài theo đúng bảng này."
    columns = ("Trường", "Bắt buộc", "Dạng", "Ý nghĩa", "Ví dụ")
    rows = tuple(shape_rows(ARTICLE_FIELDS))
    yield _table(address.FIELD_TABLE, above, TableView(heading, lead, columns, rows, (0, 4)))
    heading, lead = "Bảng kế hoạch", "Mọi trường của tệp kế hoạch, sổ ghi nhận và phần đầu văn bản trong _data."
    named = tuple((what, *row) for what, group in PLAN_GROUPS for row in shape_rows(group))
    yield _table(address.PLAN_TABLE, above, TableView(heading, lead, ("Nhóm", *columns), named, (1, 5)))
    heading, lead = "Bảng kiểm tra", "Mọi mã mà lệnh cchc check có thể báo, và vì sao có mã ấy."
    codes = tuple((entry.code, entry.title, entry.reason) for entry in CATALOGUE)
    yield _table(address.CHECK_TABLE, above, TableView(heading, lead, ("Mã", "Điều được báo", "Vì sao"), codes))


def _table(where: str, above: tuple[Link, ...], view: TableView) -> Page:
    crumbs = (HOME, *above, Link(view.heading, ""))
    return Page("pages/table.html", PageFrame(view.heading, view.lead, where, crumbs), view)
