"""Links inside pieces lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.article import Article, WrittenLink
from cchc_site.column.column import Column, StandingPage
from cchc_site.column.links import LinkKind, LinkMap
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.written_links import written_links

_WITHOUT_SCHEME = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)(?:/|$))", re.I)
"""An address of another site, written without https://."""
_GOOD = (LinkKind.SAME_PAGE, LinkKind.ARTICLE, LinkKind.PAGE, LinkKind.ASSET)


@rule("B14")
def links_resolve(column: Column) -> Iterator[Problem]:
    """A link to a file that is not there is found before readers find it."""
    links = LinkMap(column)
    pages: list[tuple[Article | StandingPage, Iterable[WrittenLink]]] = [
        *((article, article.written_links) for article in column.articles),
        *((page, written_links(page.body, page.body_line)) for page in column.standing),
    ]
    for page, written in pages:
        for link in written:
            href, is_picture = link.href, link.is_picture
            kind = links.resolve(href, page.file).kind
            if kind in _GOOD or (kind is LinkKind.EXTERNAL and not is_picture):
                continue
            place = Place(page.place.path, link.line, link.column)
            if kind is not LinkKind.BROKEN:
                yield Problem(
                    "B14",
                    Severity.ERROR,
                    place,
                    f"Không được dùng địa chỉ “{href}” ở đây.",
                    "Liên kết chỉ nhận http, https, mailto, tel; ảnh phải là tệp đặt cạnh bài.",
                )
            else:
                what = "ảnh" if is_picture else "trang"
                fix = "Ghi đường dẫn tính từ chính tệp này tới tệp .md hoặc ảnh, ví dụ ../08/ten-bai.md."
                if not is_picture and _WITHOUT_SCHEME.match(href):
                    fix = f"Trang ở nơi khác thì viết đủ: https://{href}. Bài của mình thì ghi tới tệp .md."
                yield Problem(
                    "B14",
                    Severity.ERROR,
                    place,
                    f"Liên kết “{href}” không dẫn tới {what} nào.",
                    fix,
                )
