"""Reading days where they stand in a text: "sáng 14/3", "từ 15/12 đến 14/3", "ngày 14-20/3", "thứ hai (14/3)".

A pair of figures with a slash is a day or a fraction. What stands beside it tells: a word for a day or a part of the
day, a clock, another day. Where nothing tells, it is read with "trên", and `open_pairs` gives it to the announcer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from cchc_site.vietnamese.speech.integers import integer_words
from cchc_site.vietnamese.speech.moments import day_month_words, day_words, month_number_words
from cchc_site.vietnamese.speech.reading import Reading, Rule, before
from cchc_site.vietnamese.text import nfc

_PAIR: Final = re.compile(r"(?:(ngày)\s+)?([0-9]{1,2})/([0-9]{1,2})(?![\w/]|[.,][0-9])", re.IGNORECASE)
_OPEN_PAIR: Final = re.compile(r"(?<![\w/.,-])[0-9]{1,2}/[0-9]{1,2}(?![\w/]|[.,][0-9])")
_JOIN: Final = r"(?:\s*[,;–—-]\s*|\s+(?:và|hoặc|đến|tới|đến hết)\s+)"
_DAY: Final = r"(?:ngày\s+)?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?"
# What a day follows. The last group can stand before a share too ("đến 3/4 diện tích").
_CLOCK: Final = r"[0-9]{1,2}(?:h(?:[0-9]{2})?|:[0-9]{2}|\s+giờ(?:\s+[0-9]{1,2}\s+phút)?)"
_SURE: Final = (
    r"ngày|(?:rạng\s+)?sáng|trưa|chiều|tối|đêm|khuya|rạng|hôm(?:\s+(?:nay|qua|kia|sau|trước))?|(?:ngày|sáng|chiều|tối)\s+mai"
    r"|thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|dịp|lễ|quốc\s+khánh|đến\s+hết|kể\s+từ|bắt\s+đầu\s+từ"
)
_UNSURE: Final = r"từ|đến|tới|hết|trước|sau|vào"
_SHARE_OF: Final = re.compile(
    r"(?:\s+(?:đến|tới)\s+[0-9]{1,2}/[0-9]{1,2}|\s*[–—-]\s*[0-9]{1,2}/[0-9]{1,2})?\s+(?:số|tổng|diện tích|dân số"
    r"|chỉ tiêu|tiêu chí|nhiệm vụ|quãng đường|thời gian|thành viên|đại biểu|chặng)\b"
)
_AFTER_SURE: Final = re.compile(rf"(?<!\w)(?:{_SURE}|{_CLOCK})[\s,(:]*(?:{_DAY}{_JOIN})*$", re.IGNORECASE)
_AFTER_UNSURE: Final = re.compile(rf"(?<!\w)(?:{_UNSURE})\s+(?:{_DAY}{_JOIN})*$", re.IGNORECASE)
_NAMED: Final = re.compile(r"(?<!\w)m[ùồ]ng\s+$", re.IGNORECASE)
# A list that already began with a day goes on without the word: "trước ngày 10/3, 10/6 và 10/9".
_GOES_ON: Final = re.compile(
    rf"[0-9]/[0-9]{{1,2}}(?:\s*[,;]\s*|\s+(?:và|hoặc)\s+)$|(?:ngày\s+{_DAY}\s+đến|ngày|hôm)\s+$", re.IGNORECASE
)
_TO_DAY: Final = re.compile(rf"\s*[–—-]\s*(?={_DAY})", re.IGNORECASE)
_TO_FULL_DATE: Final = re.compile(rf"{_JOIN}(?:ngày\s+)?[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}", re.IGNORECASE)
_TO_PAIR: Final = re.compile(r"\s*[–—-]\s*([0-9]{1,2})/([0-9]{1,2})(?![\w/])")
_FROM_PAIR: Final = re.compile(r"(?<![\w/])([0-9]{1,2})/([0-9]{1,2})\s*[–—-]\s*$")

_SEVERAL: Final = re.compile(
    r"(ngày|từ)\s+((?:[0-9]{1,2}(?:\s*[,–—-]\s*|\s+(?:và|hoặc|đến|tới|đến hết)\s+(?:ngày\s+)?))+)"
    r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?(?![\w/]|[.,][0-9])",
    re.IGNORECASE,
)


def read_several_days(text: str, position: int) -> Reading | None:
    """Read days that share a month: "ngày 14-20/3", "các ngày 14, 15/3", "từ 01 đến 15/3/2026"."""
    match = _SEVERAL.match(text, position)
    if not match:
        return None
    days = [int(figures) for figures in re.findall(r"[0-9]+", match[2])]
    last, month = int(match[3]), int(match[4])
    rising = all(one < other for one, other in zip(days, [*days[1:], last], strict=True))
    if not rising or not _exists(last, month):
        return None
    said = re.sub(r"[0-9]+", lambda figures: day_words(int(figures[0])), match[2])
    said = re.sub(r"\s*[–—-]\s*", " đến ", said)
    head = match[1] if match[1].lower() == "ngày" else f"{match[1]} ngày"
    year = f" năm {integer_words(int(match[5]))}" if match[5] else ""
    return Reading(f"{head} {said}{day_words(last)} tháng {month_number_words(month)}{year}", match.end())


def read_day_month(text: str, position: int) -> Reading | None:
    """Read "ngày 15/9", and a bare 15/9 where its neighbours say that it is a day."""
    match = _PAIR.match(text, position)
    if not match or not _exists(int(match[2]), int(match[3])):
        return None
    said = before(text, position)
    words = day_month_words(int(match[2]), int(match[3]))
    if _NAMED.search(said):
        words = words.removeprefix("ngày mùng ").removeprefix("ngày ")
    elif match[1]:
        words = match[1] + words.removeprefix("ngày")
    elif not _is_day(text, position, match):
        return None
    elif _GOES_ON.search(said):
        words = words.removeprefix("ngày ")
    return joined(text, Reading(words, match.end()))


def joined(text: str, reading: Reading) -> Reading:
    """The same reading with "đến" for a dash before another day."""
    dash = _TO_DAY.match(text, reading.end)
    return Reading(f"{reading.words} đến ", dash.end()) if dash else reading


def open_pairs(text: str) -> Iterator[str]:
    """The pairs that may be a day or a fraction, and of which nothing tells which; "24/7" is no question."""
    text = nfc(text)
    for found in _OPEN_PAIR.finditer(text):
        match = _PAIR.match(text, found.start())
        day, month = map(int, found[0].split("/"))
        if match and found[0] != "24/7" and _exists(day, month) and not _is_told(text, found.start(), match):
            yield found[0]


def _is_told(text: str, position: int, match: re.Match[str]) -> bool:
    said = before(text, position)
    if _NAMED.search(said) or re.search(r"[0-9]{1,2}(?:\s*[,–—-]\s*|\s+(?:và|đến|tới|hoặc)\s+)$", said):
        return True  # the last of "ngày 14, 15/3" was read with the others
    return _is_day(text, position, match) or bool(_SHARE_OF.match(text, match.end()))


def _is_day(text: str, position: int, match: re.Match[str]) -> bool:
    said = before(text, position)
    if _AFTER_SURE.search(said):
        return True
    if _SHARE_OF.match(text, match.end()):
        return False
    return bool(_AFTER_UNSURE.search(said) or _TO_FULL_DATE.match(text, match.end())) or _in_range(text, said, match)


def _in_range(text: str, said: str, match: re.Match[str]) -> bool:
    """Whether it stands in a range of two pairs one of which is no proper fraction: "(15/12 - 14/3)"."""
    other = _TO_PAIR.match(text, match.end()) or _FROM_PAIR.search(said)
    if not other or not _exists(int(other[1]), int(other[2])):
        return False
    return int(match[2]) > int(match[3]) or int(other[1]) > int(other[2])


def _exists(day: int, month: int) -> bool:
    # Without a year any year will do to tell whether the day exists; 2024 has a 29 February.
    try:
        dt.date(2024, month, day)
    except ValueError:
        return False
    return True


RULES: Final[tuple[Rule, ...]] = (read_several_days, read_day_month)
