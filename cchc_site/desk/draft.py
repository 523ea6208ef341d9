"""A new piece as the text of its file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from cchc_site.column.article import Kind
from cchc_site.content.article_fields import ARTICLE_FIELDS
from cchc_site.content.article_file import FOLDER
from cchc_site.vietnamese.slug import slug

SLUG_LENGTH = 60
"""Longer addresses are cut by chat programs and by printed pages."""
SUMMARY_WORDS = (15, 40)
"""One or two sentences: shorter says nothing, longer is cut in lists."""

_PLAIN = re.compile(r"[^\W_][\w .,;()/+–“”%-]*")
_MEANS_SOMETHING = re.compile(r"true|false|null|yes|no|on|off|~|[\d.,:+-]+|0[xo].*", re.IGNORECASE)

BODY = """\
Câu mở đầu nói ngay điều người đọc cần.

## Việc thứ nhất

Viết tiếp ở đây. Mỗi câu một ý, cố gắng dưới 25 chữ.
"""


class Draft(Struct, frozen=True):
    """What is known of a piece; an empty value is left for its writer, with a hint."""

    title: str
    day: date
    areas: tuple[str, ...] = ()
    kind: str = Kind.ARTICLE.value
    unit: str = ""
    author: str = ""
    summary: str = ""
    body: str = BODY
    is_draft: bool = True

    def path(self, name: str = "") -> str:
        """Where the piece belongs, relative to the content folder; `name` replaces the suggested slug."""
        return f"{FOLDER}/{self.day:%Y/%m}/{name or suggested_slug(self.title)}.md"

    def text(self) -> str:
        """The whole file."""
        written: Mapping[str, str] = {
            "title": scalar(self.title) if self.title else "",
            "date": self.day.isoformat(),
            "areas": f"[{', '.join(self.areas)}]" if self.areas else "",
            "kind": self.kind,
            "unit": self.unit,
            "author": scalar(self.author) if self.author else "",
            "summary": scalar(self.summary) if self.summary else "",
        }
        lines = ["---"]
        for row in ARTICLE_FIELDS.fields:
            if row.name in written:
                value = written[row.name]
                lines.append(
                    f"{row.name}: {value}" if value else f"# {row.name}: {row.example}   # điền: {row.meaning}"
                )
        if self.is_draft:
            lines.append("draft: true   # bài xong thì xóa dòng này")
        return "\n".join([*lines, "---", "", self.body.strip("\n"), ""])


def suggested_slug(title: str) -> str:
    """The end of the address: at most 60 characters, cut at a syllable; "bai-moi" for a title without letters."""
    return slug(title, SLUG_LENGTH) or "bai-moi"


def scalar(text: str) -> str:
    """The text as one YAML value: plain where that is safe, otherwise in double quotes."""
    one_line = " ".join(text.split())
    if _PLAIN.fullmatch(one_line) and not _MEANS_SOMETHING.fullmatch(one_line):
        return one_line
    return json.dumps(one_line, ensure_ascii=False)


def summary_advice(summary: str) -> str:
    """What to do about a summary's length; empty when it is right."""
    words = len(summary.split())
    least, most = SUMMARY_WORDS
    if not words:
        return f"Chưa có tóm tắt: viết {least} đến {most} chữ, nói người đọc được gì."
    if words < least:
        return f"Tóm tắt có {words} chữ, hơi ngắn; nên từ {least} đến {most} chữ."
    return f"Tóm tắt có {words} chữ, hơi dài; nên từ {least} đến {most} chữ." if words > most else ""
