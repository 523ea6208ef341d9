"""Links inside pieces lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.article import Article
from cchc_site.column.column import Column, StandingPage
from cchc_site.column.links import LinkKind, LinkMap
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.markdown_text import without_code_blocks

_LINK = re.compile(r"(!?)\[(?:[^\]\[\n]|\[[^\]\n]*\])*\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")
_DEFINITION = re.compile(r"^\s{0,3}\[(?!\^)[^\]\n]+\]:\s*<?([^\s>]+)>?")
_CODE = re.compile(r"`[^`\n]*`")


def written_links(page: Article | StandingPage) -> Iterator[tuple[str, bool, Place]]:
    """Every link and picture in the body: its address, whether it is a picture, and its place."""
    for number, line in without_code_blocks(page.body):
        visible = _CODE.sub(lambda code: " " * len(code.group()), line)
        found = [(m.group(2), bool(m.group(1)), m.start(2)) for m in _LINK.finditer(visible)]
        definition = _DEFINITION.match(visible)
        if definition:
            found.append((definition.group(1), False, definition.start(1)))
        for href, is_picture, start in found:
            yield href, is_picture, Place(page.place.path, page.body_line + number, start + 1)


_WITHOUT_SCHEME = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)(?:/|$))", re.I)
"""An address of another site, written without https://."""


@rule("B14")
def links_resolve(column: Column) -> Iterator[Problem]:
    """A link to a file that is not there is found before readers find it."""
    links = LinkMap(column)
    pages: list[Article | StandingPage] = [*column.articles, *column.standing]
    for page in pages:
        for href, is_picture, place in written_links(page):
            target = links.resolve(href, page.file)
            if target.kind is LinkKind.FORBIDDEN or (is_picture and target.kind is LinkKind.EXTERNAL):
                yield Problem(
                    "B14",
                    Severity.ERROR,
                    place,
                    f"Không được dùng địa chỉ “{href}” ở đây.",
                    "Liên kết chỉ nhận http, https, mailto, tel; ảnh phải là tệp đặt cạnh bài.",
                )
            elif target.kind is LinkKind.BROKEN:
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
