"""HTML that the site will leave out: the writer should hear of it before the readers miss it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from cchc_site.checks.page_rules import Context, fault, warning
from cchc_site.column.problem import Problem
from cchc_site.content.passages import PageText

_CODE = re.compile(r"`[^`\n]*`")
_DROPPED = re.compile(
    r"<(script|style|iframe|object|embed|applet|form|input|button|select|textarea|svg|math|link|meta|base|video|audio|"
    r"source|template|noscript|frame|frameset|marquee)\b([^>\n]{0,800})",
    re.IGNORECASE,
)
_HANDLER = re.compile(r"<[A-Za-z][^<>\n]{0,300}\s(on[a-z]+)\s*=", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


@fault("V13")
def html_kept(page: PageText, context: Context) -> Iterator[Problem]:
    """Scripts, frames and forms never reach a page."""
    for number, line in page.lines_with("<"):
        visible = _CODE.sub(lambda code: " " * len(code.group()), line)
        for tag in _DROPPED.finditer(visible):
            name = tag.group(1).lower()
            host = _host(tag.group(2)) if name == "iframe" else ""
            if host and host in context.identity.video_hosts:
                continue
            message = f"Thẻ <{name}> sẽ không lên trang."
            yield warning("V13", page.place(number, tag.start()), message, _fix(name, host))
        for tag in _HANDLER.finditer(visible):
            message = f"Thuộc tính {tag.group(1)} chứa mã chạy trên máy người đọc nên sẽ bị bỏ."
            yield warning("V13", page.place(number, tag.start(1)), message, "Xóa thuộc tính này.")


def _host(attributes: str) -> str:
    source = _SOURCE.search(attributes)
    try:
        return (urlsplit(source.group(1)).hostname or "") if source else ""
    except ValueError:
        return ""


def _fix(name: str, host: str) -> str:
    if name == "iframe" and host:
        return f"Thêm {host} vào video_hosts trong _data/column.yml nếu cơ quan cho phép, hoặc dùng trường video."
    if name in ("video", "audio", "source"):
        return "Đặt tệp cạnh bài và ghi vào trường video ở đầu bài."
    if name == "svg":
        return "Lưu hình thành tệp .png hoặc .webp, đặt cạnh bài."
    return "Xóa thẻ này; viết bằng chữ, bảng, danh sách hoặc ảnh."
