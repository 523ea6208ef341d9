"""Sentences that are too long, and words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.page_rules import Context, advice, style
from cchc_site.column.problem import Problem
from cchc_site.content.passages import MASK, PageText, PassageKind
from cchc_site.vietnamese.repetition import find_doubled
from cchc_site.vietnamese.text import count_words

LONGEST_SENTENCE = 45
"""In “chữ”. The handbook asks for 25; above 45 a reader has lost the beginning before the end comes."""
_END = re.compile(r"[.!?…:;](?=[”’\")\]]*(?:\s|$))[”’\")\]]*")
_PROSE = (PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.FIELD)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """(offset, sentence); a semicolon and a colon end one too: the reader may breathe there."""
    start = 0
    for end in _END.finditer(text):
        if end.group().startswith(".") and _is_abbreviated(text[start : end.start()], text[end.end() :]):
            continue
        yield start, text[start : end.end()]
        start = end.end()
    if text[start:].strip():
        yield start, text[start:]


def _is_abbreviated(before: str, after: str) -> bool:
    """“TS. Nguyễn”, “1. Mục”: a point that ends no sentence."""
    word = before.rpartition(" ")[2]
    is_item_number = word.isdigit() and not before[: -len(word)].strip()
    return is_item_number or (len(word) < 4 and word.isupper() and after.lstrip()[:1].isupper())


@style("V04")
def sentence_short(page: PageText, context: Context) -> Iterator[Problem]:
    """One thought a sentence."""
    for passage in page.everything:
        if passage.kind not in _PROSE:
            continue
        for offset, sentence in sentences(passage.text):
            words = count_words(sentence.replace(MASK, ""))
            if words > LONGEST_SENTENCE:
                lead = len(sentence) - len(sentence.lstrip())
                yield advice(
                    "V04",
                    passage.place(offset + lead),
                    f"Câu dài {words} chữ (bắt đầu “{' '.join(sentence.split()[:5])} …”).",
                    "Tách thành hai, ba câu, mỗi câu một ý; hoặc chuyển phần liệt kê thành danh sách.",
                )


@style("V07")
def word_once(page: PageText, context: Context) -> Iterator[Problem]:
    """“của của” is a slip of the hand; “ngày ngày” is not."""
    for passage in page.everything:
        for doubled in find_doubled(passage.text):
            message = f"Từ “{doubled.text}” viết hai lần liền nhau."
            yield advice("V07", passage.place(doubled.again), message, "Xóa một lần; nếu cố ý thì để nguyên.")
