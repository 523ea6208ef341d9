"""Letters that are not what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_site.checks.page_rules import Context, fault, warning
from cchc_site.column.problem import Place, Problem
from cchc_site.content.passages import PageText
from cchc_site.vietnamese.lookalikes import find_look_alikes, find_odd_forms

_MEND = "Chạy `cchc check --fix`, hoặc gõ lại."


@fault("V10")
def latin_letters(page: PageText, context: Context) -> Iterator[Problem]:
    """A Cyrillic letter in a Vietnamese word is found by no search and read aloud as nonsense."""
    for place, text, offset in _unusual(page):
        for found in find_look_alikes(text):
            named = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in found.letters)
            yield warning(
                "V10",
                _moved(place, offset + found.start),
                f"Từ “{found.text}” có chữ của bảng chữ cái khác, nhìn giống chữ Việt: {named}.",
                f"Gõ lại thành “{found.meant}”. {_MEND}",
            )


@fault("V11")
def usual_forms(page: PageText, context: Context) -> Iterator[Problem]:
    """Invisible characters, decorated alphabets, tone marks on nothing."""
    for place, text, offset in _unusual(page):
        for start, character, what in find_odd_forms(text):
            points = " ".join(f"U+{ord(c):04X}" for c in character if not c.isascii())
            yield warning("V11", _moved(place, offset + start), f"Có {what} ({points}).", _MEND)


@lru_cache(maxsize=2)
def _unusual(page: PageText) -> tuple[tuple[Place, str, int], ...]:
    """`_texts`, looked for once for both rules."""
    return tuple(_texts(page))


def _texts(page: PageText) -> Iterator[tuple[Place, str, int]]:
    """(place, text, column) of fields and lines; only those with characters that Vietnamese does not use."""
    for field in page.fields:
        if not _is_plain(field.text):
            yield field.place(), field.text, -1
    for number, line in () if _is_plain(page.page.body.replace("\n", " ")) else page.lines:
        if not _is_plain(line):
            yield page.place(number, 0), line, 0


def _is_plain(text: str) -> bool:
    return text.isascii() or _UNUSUAL.search(text) is None


_LETTERS = "ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
_UNUSUAL = re.compile(rf"[^ -~\t\xa0{_LETTERS}{_LETTERS.upper()}“”‘’–—…•·×→←↑↓§°²³½¼¾±≥≤€]")
"""What a Vietnamese text is not made of, and is worth a look."""


def _moved(place: Place, by: int) -> Place:
    return place if by < 0 else Place(place.path, place.line, place.column + by)
