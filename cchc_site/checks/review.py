"""Pieces that somebody promised to read again, and spellings that a command can mend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.page_rules import Context, advice, style
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Problem
from cchc_site.content.passages import PageText
from cchc_site.vietnamese.text import ToneStyle, canonical_tone

_WORD = re.compile(r"(?<![“\"‘])\b[^\W\d_]+\b(?![”\"’])")
"""A word that is used; one in quotation marks of its own is spoken about, and may be spelled otherwise on purpose."""


@style("V12")
def reviewed_in_time(page: PageText, context: Context) -> Iterator[Problem]:
    """The day of `review_by` has passed. Advice, never more: the passing of time must not stop a publication."""
    article = page.article
    if article is None or article.review_by is None or context.as_of is None:
        return
    if day_of(context.as_of) > article.review_by and not article.is_withdrawn(context.as_of):
        yield advice(
            "V12",
            article.place_of("review_by"),
            f"Bài phải được đọc lại trước khi hết ngày {article.review_by:%d/%m/%Y}.",
            "Đọc lại, sửa chỗ không còn đúng, rồi lùi review_by sang lần xem lại sau.",
        )


@style("V14")
def one_tone_style(page: PageText, context: Context) -> Iterator[Problem]:
    """“hòa” and “hoà” in one column look like two words; the house chose one."""
    wanted: ToneStyle = "second" if context.identity.tone == "second" else "first"
    for passage in page.everything:
        mended = canonical_tone(passage.text, wanted)
        if mended == passage.text or len(mended) != len(passage.text):
            continue
        found = next((m for m in _WORD.finditer(passage.text) if m.group() != mended[m.start() : m.end()]), None)
        if found is None:
            continue
        start, word, right = found.start(), found.group(), mended[found.start() : found.end()]
        message = f"“{word}” đặt dấu khác lối của chuyên mục (“{right}”)."
        yield advice("V14", passage.place(start), message, "Chạy `cchc check --fix` để sửa mọi chỗ một lượt.")
        return
