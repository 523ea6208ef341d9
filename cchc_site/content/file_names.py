"""Names of files and folders that can stand in an address as they are."""

from __future__ import annotations

import re

from cchc_site.content.reporter import Reporter, printable

_SAFE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


def is_markdown(path: str) -> bool:
    """Whatever an editor takes for an article: one that is spelled wrong is reported, not published as a file."""
    return path.lower().endswith((".md", ".markdown"))


def has_safe_name(path: str, report: Reporter) -> bool:
    """Whether folder and file can stand in an address as they are."""
    if is_markdown(path) and not path.endswith(".md"):
        report.error("T06", None, "Tệp bài viết phải có đuôi “.md” viết thường.", "Đổi đuôi tên tệp thành .md.")
        return False
    bad = next((name for name in path.split("/") if not _SAFE_NAME.fullmatch(name)), None)
    if bad is None:
        return True
    report.error(
        "T06",
        None,
        f"Tên tệp hoặc thư mục “{printable(bad)}” có dấu cách, dấu tiếng Việt hoặc ký tự lạ.",
        "Đổi tên, chỉ dùng chữ không dấu, số, gạch ngang, ví dụ so-do-ba-buoc.png.",
    )
    return False
