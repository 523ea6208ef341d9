"""Abbreviations a text uses that are not in the list: each is a question, never a guess."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from cchc_site.vietnamese import abbreviations, document_numbers
from cchc_site.vietnamese.text import fold

_TOKEN: Final = re.compile(r"(?<![\w/])[^\W\d_]+(?:[&-][^\W\d_]+)*(?![\w/])")
_LARGE: Final = "".join(filter(str.isupper, map(chr, range(0x2000)))) + "\u2100-\U0010ffff"
"""All capitals; punctuation is before the rare ones, and among those is what is none."""
_TWO_CAPITALS: Final = re.compile(rf"[{_LARGE}]\S*?[{_LARGE}]")
"""What no abbreviation is without; quick to look for."""
_LONGEST: Final = 15
_ROMAN: Final = re.compile(r"[IVX]+")  # "CM" and "DC" are Roman too, but nobody counts so far
_ONSET: Final = r"(?:qu|ch|gh|gi|kh|ngh|ng|nh|ph|th|tr|[bcdghklmnprstvx])?"
_SYLLABLE: Final = re.compile(rf"{_ONSET}[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")


class Unknown(Struct, frozen=True):
    """An unknown abbreviation at ``text[start:end]``, with the nearest known spelling if any."""

    text: str
    start: int
    end: int
    nearest: str | None


def find_unknown(text: str) -> list[Unknown]:
    """Return what looks like an abbreviation in ``text`` (NFC) and is not in the list, in order.

    An abbreviation looks like capitals that cannot be read as one Vietnamese syllable: ``CBCCVV``
    does, ``KẾ HOẠCH`` does not. Roman numerals, document numbers and lines wholly in capitals are
    left alone.
    """
    return list(_questions(text)) if _TWO_CAPITALS.search(text) else []


def nearest_known(short: str) -> str | None:
    """Return the known spelling that most resembles ``short``, or None when none does."""
    for spelling in abbreviations.spellings():
        if spelling.startswith(f"{short} "):  # ICT for ICT Index
            return spelling
    close = difflib.get_close_matches(short, abbreviations.spellings(), n=1, cutoff=0.6)
    return close[0] if close else None


def _questions(text: str) -> Iterator[Unknown]:
    skipped = [(found.start, found.end) for found in document_numbers.find_all(text)]
    skipped += [(found.start, found.end) for found in abbreviations.find_all(text)]
    for match in _TOKEN.finditer(text):
        if match[0][1:].islower():  # most words: at most one capital
            continue
        start, end = match.span()
        if any(start < skip_end and end > skip_start for skip_start, skip_end in skipped):
            continue
        if _looks_abbreviated(match[0]) and not _in_heading(text, start):
            parts = re.split(r"[&-]", match[0])
            if not all(abbreviations.is_known(part) for part in parts):
                yield Unknown(match[0], start, end, nearest_known(match[0]))


def _looks_abbreviated(token: str) -> bool:
    letters = re.sub(r"[&-]", "", token)
    capitals = sum(letter.isupper() for letter in letters)
    if capitals < 2 or len(letters) > _LONGEST or 2 * capitals < len(letters):
        return False
    return not any(_SYLLABLE.fullmatch(fold(part)) or _ROMAN.fullmatch(part) for part in re.split(r"[&-]", token))


def _in_heading(text: str, position: int) -> bool:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[start : end if end >= 0 else len(text)]
    # One capital token alone on a line is no heading; two and no small letter are.
    return line.upper() == line and len(line.split()) > 1
