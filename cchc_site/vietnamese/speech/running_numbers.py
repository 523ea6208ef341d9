"""Reading numbers where they stand in a text: plain, percent, money, ranges, telephone numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from cchc_site.vietnamese.speech.integers import LIMIT, digit_words
from cchc_site.vietnamese.speech.quantities import decimal_words
from cchc_site.vietnamese.speech.reading import Reading, Rule, before, starts_line

_FIGURES: Final = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)"
_UNIT: Final = r"(?:\s?(%|‰)|\s?(VNĐ|VND|₫|đ)(?!\w))"
# After a number: no letter, no further part of a number, no slash or dash with more figures.
_END: Final = r"(?!\w|[.,/][0-9])"
_NUMBER: Final = re.compile(rf"({_FIGURES}){_UNIT}?{_END}")
_RANGE: Final = re.compile(rf"({_FIGURES}){_UNIT}?\s?[-–—]\s?({_FIGURES}){_UNIT}?{_END}(?!\s?[-–—]\s?[0-9])")
_SIGNED: Final = re.compile(rf"[-−]({_FIGURES}){_UNIT}?{_END}")
_TELEPHONE: Final = re.compile(
    r"(?:0[0-9]{8,10}|0[0-9]{1,4}(?:[ .-][0-9]{3,4}){2,3}|1[89]00[ .]?[0-9]{4,6})(?!\w|[.,/][0-9])"
)
_SECTION: Final = re.compile(r"[0-9]+(?:\.[0-9]+)+(?!\w|[,/][0-9])")
_LIST: Final = re.compile(r"[0-9]+(?:,[0-9]+){2,}(?!\w|[./][0-9])")
_SLASHES: Final = re.compile(r"[0-9]+(?:/[0-9]+)+(?!\w|[.,/][0-9])")

_UNIT_WORDS: Final = {"%": "phần trăm", "‰": "phần nghìn"}


def read_telephone(text: str, position: int) -> Reading | None:
    """Read a telephone number figure by figure, with a pause between its groups."""
    match = _TELEPHONE.match(text, position)
    if not match:
        return None
    groups = re.findall(r"[0-9]+", match[0])
    return Reading(", ".join(digit_words(group) for group in groups), match.end())


def read_range(text: str, position: int) -> Reading | None:
    """Read "2021 - 2030" and "20%-30%" with "đến"; falling numbers are no range."""
    match = _RANGE.match(text, position)
    if not match or _value(match[1]) >= _value(match[4]):
        return None
    low = _with_unit(match[1], match[2], match[3])
    high = _with_unit(match[4], match[5], match[6])
    return Reading(f"{low} đến {high}", match.end())


def read_number(text: str, position: int) -> Reading | None:
    """Read a number with its percent sign or currency."""
    match = _NUMBER.match(text, position)
    return Reading(_with_unit(match[1], match[2], match[3]), match.end()) if match else None


def read_signed(text: str, position: int) -> Reading | None:
    """Read a negative number; a dash at the head of a line is a bullet, after a word a hyphen."""
    match = _SIGNED.match(text, position)
    if not match or text[position - 1 : position] not in (" ", "(", "\u00a0") or starts_line(text, position):
        return None
    if before(text, position).rstrip()[-1:].isdigit():
        return None
    return Reading(f"âm {_with_unit(match[1], match[2], match[3])}", match.end())


def read_parts(text: str, position: int) -> Reading | None:
    """Read 2.1.3 with "chấm", 1,2,3 with pauses and 3/4 with "trên"."""
    for form, mark, word in ((_SECTION, ".", " chấm "), (_LIST, ",", ", "), (_SLASHES, "/", " trên ")):
        if match := form.match(text, position):
            return Reading(word.join(map(figures_words, match[0].split(mark))), match.end())
    return None


def figures_words(figures: str) -> str:
    """Return figures in words: counts such as ``04`` as numbers, codes such as ``0045`` singly."""
    if len(figures) > 2 and figures.startswith("0") and "," not in figures:
        return digit_words(figures)
    value = _value(figures)
    if value >= LIMIT:
        return digit_words(re.sub(r"[^0-9]", "", figures))
    return decimal_words(value)


def _value(figures: str) -> Decimal:
    return Decimal(figures.replace(".", "").replace(",", "."))


def _with_unit(figures: str, sign: str | None, currency: str | None) -> str:
    words = figures_words(figures)
    if sign:
        return f"{words} {_UNIT_WORDS[sign]}"
    return f"{words} đồng" if currency else words


RULES: Final[tuple[Rule, ...]] = (
    read_telephone,
    read_range,
    read_number,
    read_signed,
    read_parts,
)
