"""Pictures say in words what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.page_rules import Context, fault, warning
from cchc_site.column.problem import Problem
from cchc_site.content.passages import PageText
from cchc_site.vietnamese.text import fold

_PICTURE = re.compile(r"!\[((?:[^\]\[\n]|\[[^\]\[\n]{0,200}\]){0,500})\](?:\(([^)\n]{0,500})\)|\[[^\]\n]{0,200}\])")
_CODE = re.compile(r"`[^`\n]*`")
_TAG = re.compile(r"<img\b[^>\n]{0,500}>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"\s*([^"]*?)\s*"|'\s*([^']*?)\s*')""", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:hinh|anh|hinh anh|anh minh hoa|hinh minh hoa|so do|bieu do|logo|image|img|picture|photo|screenshot|untitled)?"
    r"[\s\d_.-]*(?:\.?(?:png|jpe?g|gif|webp))?"
)
_FIX = "Viết một câu nói ảnh cho thấy gì, ví dụ ![Sơ đồ ba bước nộp hồ sơ](so-do.png)."


@fault("V01")
def picture_described(page: PageText, context: Context) -> Iterator[Problem]:
    """Who cannot see the picture reads its description; a file's name or the word "ảnh" describes nothing."""
    article = page.article
    if article is not None and article.image is not None and says_nothing(article.image.alt, article.image.src):
        message = f"Lời mô tả ảnh “{article.image.alt}” không nói ảnh cho thấy gì."
        yield warning("V01", article.place_of("image"), message, "Viết lại alt bằng một câu nói ảnh cho thấy gì.")
    for number, line in page.lines_with("![", "<"):
        visible = _CODE.sub(lambda code: " " * len(code.group()), line)
        for picture in _PICTURE.finditer(visible):
            yield from _judged(page, number, picture.start(), picture.group(1), picture.group(2) or "")
        for tag in _TAG.finditer(visible):
            alt = _ALT.search(tag.group())
            yield from _judged(page, number, tag.start(), (alt.group(1) or alt.group(2) or "") if alt else "", "")


def _judged(page: PageText, number: int, column: int, alt: str, src: str) -> Iterator[Problem]:
    if not alt.strip():
        yield warning("V01", page.place(number, column), "Ảnh không có lời mô tả.", _FIX)
    elif says_nothing(alt, src):
        message = f"Lời mô tả ảnh “{alt.strip()}” không nói ảnh cho thấy gì."
        yield warning("V01", page.place(number, column), message, _FIX)


def says_nothing(alt: str, src: str) -> bool:
    """Whether an alternative text is only a file's name or a word for "picture"."""
    words = fold(alt).strip(" .:")
    name = src.rpartition("/")[2].rpartition(".")[0].lower()
    return bool(_SAYS_NOTHING.fullmatch(words)) or (
        bool(name) and words in (name, name.replace("-", " ")) and "-" in words
    )
