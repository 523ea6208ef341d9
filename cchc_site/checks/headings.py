"""Headings and links: what readers jump by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.page_rules import Context, advice, style
from cchc_site.column.problem import Problem
from cchc_site.content.passages import MASK, PageText, PassageKind
from cchc_site.vietnamese.text import fold

_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(?<!!)\[([^\]\[\n]{0,300})\](?=\(|\[)")
_SAYS_NOTHING = re.compile(
    r"(?:(?:bam|click|nhan|an|xem|doc|tai)\s+)?(?:(?:vao|o|tai)\s+)?(?:day|here)|click here|"
    r"link|lien ket|duong (?:link|dan)|(?:xem|doc)(?:\s+(?:them|tiep|chi tiet))?|chi tiet|tiep|"
    r"trang nay|bai nay|tai (?:ve|xuong)|"
)


@style("V02")
def link_says_where(page: PageText, context: Context) -> Iterator[Problem]:
    """A screen reader lists the links of a page: "tại đây" six times says nothing."""
    for number, line in page.lines:
        if "](" not in line and "][" not in line:
            continue
        visible = _CODE.sub(lambda code: " " * len(code.group()), line)
        for link in _LINK.finditer(visible):
            words = fold(link.group(1)).strip(" *_.:…!")
            if _SAYS_NOTHING.fullmatch(words):
                message = f"Chữ của liên kết “{link.group(1).strip()}” không nói nó dẫn tới đâu."
                yield advice("V02", page.place(number, link.start()), message, "Đặt liên kết vào tên của trang đích.")


@style("V03")
def headings_in_order(page: PageText, context: Context) -> Iterator[Problem]:
    """Headings go down one level at a time, from “##”: the page's title is the only one above."""
    level = 1
    for passage in page.passages:
        if passage.kind is not PassageKind.HEADING:
            continue
        place = passage.place()
        if not passage.text.strip(f" {MASK}") and MASK not in passage.text:
            yield advice("V03", place, "Tiêu đề để trống.", "Viết tiêu đề hoặc xóa dấu “#”.")
            continue
        if passage.level == 1:
            message = "Tiêu đề “#” dành cho tên bài, đã ghi ở trường title."
            yield advice("V03", place, message, "Bắt đầu các mục trong bài bằng “##”.")
        elif passage.level > level + 1:
            message = f"Tiêu đề nhảy từ bậc {level} xuống bậc {passage.level}."
            yield advice("V03", place, message, f"Dùng “{'#' * (level + 1)}”.")
        level = max(passage.level, 2)
