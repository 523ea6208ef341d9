"""Reading dates, months, quarters, Roman numerals and times where they stand in a text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from cchc_site.vietnamese.roman import from_roman
from cchc_site.vietnamese.speech import running_days
from cchc_site.vietnamese.speech.integers import integer_words
from cchc_site.vietnamese.speech.moments import (
    clock_words,
    date_words,
    day_month_words,
    month_number_words,
    month_words,
    ordinal_words,
    quarter_number_words,
)
from cchc_site.vietnamese.speech.reading import Reading, Rule, starts_line

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?!\w)")
_SHORT: Final = re.compile(r"(?:(ngày)\s+)?([0-9]{1,2})([/.-])([0-9]{1,2})\3([0-9]{4})(?![\w/])", re.IGNORECASE)
_LONG: Final = re.compile(r"(ngày)\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})(?:\s+năm\s+([0-9]{4}))?(?!\w)", re.IGNORECASE)
_MONTH_YEAR: Final = re.compile(r"(?:(tháng)\s+)?([0-9]{1,2})/((?:19|20)[0-9]{2})(?![\w/])", re.IGNORECASE)
_MONTH: Final = re.compile(r"(tháng)\s+([0-9]{1,2})(?![\w/]|[.,][0-9]|\s?%)", re.IGNORECASE)
_MONTHS: Final = re.compile(
    r"(tháng)\s+([0-9]{1,2})\s?[–—-]\s?([0-9]{1,2})(?:/([0-9]{4}))?(?![\w/]|[.,][0-9])", re.IGNORECASE
)
_ORDINAL: Final = re.compile(r"((?i:thứ))\s+([0-9]{1,3}|[IVX]{1,6})(?![\w/]|[.,][0-9])")
_CLOCK: Final = re.compile(r"([0-9]{1,2})(?:\s?h([0-9]{2})?|g([0-9]{2})|:([0-9]{2}))(?![\w:])")
_TO_CLOCK: Final = re.compile(r"\s*[–—-]\s*(?=[0-9]{1,2}\s?[hg:])")

_NUMERAL: Final = r"(?:[IVX]{1,6}|[0-9]{1,2})"
_BETWEEN: Final = r"(?:\s*[,-]\s*|\s+(?:và|đến)\s+)"
_QUARTERS: Final = re.compile(
    rf"((?i:qu[ýí]))\s+((?:IV|I{{1,3}}|[1-4])(?:{_BETWEEN}(?:quý\s+)?(?:IV|I{{1,3}}|[1-4])\b)*)"
    r"(?!\w|[.,][0-9])(?:\s*/\s*([0-9]{4})(?!\w))?"
)
_ROMAN_AFTER: Final = re.compile(
    r"((?i:phần|chương|mục|phụ lục|phụ biểu|khóa|khoá|đại hội|thế kỷ|thế kỉ|nhiệm kỳ|kỳ|tập|hạng|nhóm"
    r"|vùng|khu vực|loại|bậc|biểu))\s+([IVX]{1,6}(?:(?:\s*,\s*|\s+và\s+)[IVX]{1,6}\b)*)(?!\w)"
)
_ROMAN_HEADING: Final = re.compile(r"([IVX]{1,6})(?=\.\s)")
_ROMAN: Final = re.compile(r"\b[IVX]+\b")


def read_iso_date(text: str, position: int) -> Reading | None:
    """Read 2024-02-05."""
    match = _ISO.match(text, position)
    day = match and _date(match[1], match[2], match[3])
    return Reading(date_words(day), match.end()) if match and day else None


def read_long_date(text: str, position: int) -> Reading | None:
    """Read "ngày 05 tháng 02 năm 2024", with or without the year."""
    match = _LONG.match(text, position)
    # Without a year any year will do to tell whether the day exists; 2024 has a 29 February.
    if not match or not _date(match[4] or "2024", match[3], match[2]):
        return None
    words = day_month_words(int(match[2]), int(match[3])).removeprefix("ngày")
    year = f" năm {integer_words(int(match[4]))}" if match[4] else ""
    return Reading(f"{match[1]}{words}{year}", match.end())


def read_short_date(text: str, position: int) -> Reading | None:
    """Read 5/2/2024 in its padded and unpadded forms, with or without "ngày" before it."""
    match = _SHORT.match(text, position)
    day = match and _date(match[5], match[4], match[2])
    if not match or not day:
        return None
    words = (match[1] or "ngày") + date_words(day).removeprefix("ngày")
    return running_days.joined(text, Reading(words, match.end()))


def read_month_year(text: str, position: int) -> Reading | None:
    """Read "tháng 02/2024", with or without "tháng"."""
    match = _MONTH_YEAR.match(text, position)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    words = month_words(int(match[3]), int(match[2])).removeprefix("tháng")
    return Reading(f"{match[1] or 'tháng'}{words}", match.end())


def read_months(text: str, position: int) -> Reading | None:
    """Read "tháng 3 - 6/2026" with "đến"."""
    match = _MONTHS.match(text, position)
    if not match or not 1 <= int(match[2]) < int(match[3]) <= 12:
        return None
    year = f" năm {integer_words(int(match[4]))}" if match[4] else ""
    first, last = (month_number_words(int(match[group])) for group in (2, 3))
    return Reading(f"{match[1]} {first} đến tháng {last}{year}", match.end())


def read_month(text: str, position: int) -> Reading | None:
    """Read "tháng 4", which is "tháng tư"."""
    match = _MONTH.match(text, position)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    return Reading(f"{match[1]} {month_number_words(int(match[2]))}", match.end())


def read_ordinal(text: str, position: int) -> Reading | None:
    """Read "thứ 4" and "lần thứ XIII"."""
    match = _ORDINAL.match(text, position)
    number = _numeral(match[2]) if match else None
    if not match or number is None:
        return None
    return Reading(f"{match[1]} {ordinal_words(number)}", match.end())


def read_quarter(text: str, position: int) -> Reading | None:
    """Read "quý IV/2022" and "quý I, II và III"."""
    match = _QUARTERS.match(text, position)
    if not match:
        return None
    numbers = re.sub(
        rf"(?<!\w){_NUMERAL}\b",
        lambda numeral: quarter_number_words(_numeral(numeral[0]) or 1),
        match[2],
    )
    year = f" năm {integer_words(int(match[3]))}" if match[3] else ""
    return Reading(f"{match[1]} {numbers}{year}", match.end())


def read_roman(text: str, position: int) -> Reading | None:
    """Read a Roman numeral after a word that takes one, or at the head of a line before a dot."""
    if match := _ROMAN_AFTER.match(text, position):
        if any(_numeral(roman) is None for roman in _ROMAN.findall(match[2])):
            return None
        words = _ROMAN.sub(lambda roman: integer_words(from_roman(roman[0])), match[2])
        return Reading(f"{match[1]} {words}", match.end())
    heading = _ROMAN_HEADING.match(text, position)
    number = _numeral(heading[1]) if heading and starts_line(text, position) else None
    return Reading(integer_words(number), heading.end()) if heading and number else None


def read_clock(text: str, position: int) -> Reading | None:
    """Read 16h00, 16h, 7g30 and 16:00; a dash before another hour is "đến"."""
    match = _CLOCK.match(text, position)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or match[3] or match[4] or 0)
    if hour > 24 or minute > 59:
        return None
    dash = _TO_CLOCK.match(text, match.end())
    words = clock_words(hour, minute)
    return Reading(f"{words} đến ", dash.end()) if dash else Reading(words, match.end())


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _numeral(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    try:
        return from_roman(text)
    except ValueError:
        return None


RULES: Final[tuple[Rule, ...]] = (
    read_iso_date,
    read_long_date,
    read_short_date,
    read_month_year,
    *running_days.RULES,
    read_months,
    read_month,
    read_ordinal,
    read_quarter,
    read_roman,
    read_clock,
)
