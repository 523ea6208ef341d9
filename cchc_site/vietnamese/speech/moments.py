"""Dates, months, quarters and times of day in words."""

from __future__ import annotations

import datetime as dt

from cchc_site.vietnamese.speech.integers import integer_words


def day_words(day: int) -> str:
    """Return the day of a month: 5 → ``mùng năm``, 24 → ``hai mươi tư``."""
    return f"mùng {integer_words(day)}" if day <= 10 else integer_words(day)


def month_number_words(month: int) -> str:
    """Return the number of a month; April is ``tư``, never ``bốn``."""
    return ordinal_words(month) if month == 4 else integer_words(month)


def ordinal_words(number: int) -> str:
    """Return what follows ``thứ``: 1 → ``nhất``, 4 → ``tư``, otherwise the number."""
    return {1: "nhất", 4: "tư"}.get(number) or integer_words(number)


def day_month_words(day: int, month: int) -> str:
    """Return ``ngày mười lăm tháng chín``."""
    return f"ngày {day_words(day)} tháng {month_number_words(month)}"


def date_words(date: dt.date) -> str:
    """Return ``ngày mùng năm tháng hai năm hai nghìn không trăm hai mươi tư``."""
    return f"{day_month_words(date.day, date.month)} năm {integer_words(date.year)}"


def month_words(year: int, month: int) -> str:
    """Return ``tháng hai năm hai nghìn không trăm hai mươi tư``. ValueError outside 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"Tháng phải từ 1 đến 12, không phải {month}.")
    return f"tháng {month_number_words(month)} năm {integer_words(year)}"


def quarter_number_words(quarter: int) -> str:
    """Return the number of a quarter; the last one is ``tư``, like an ordinal."""
    if not 1 <= quarter <= 4:
        raise ValueError(f"Quý phải từ 1 đến 4, không phải {quarter}.")
    return "tư" if quarter == 4 else integer_words(quarter)


def quarter_words(year: int, quarter: int) -> str:
    """Return ``quý tư năm hai nghìn không trăm hai mươi hai``. ValueError outside 1 to 4."""
    return f"quý {quarter_number_words(quarter)} năm {integer_words(year)}"


def time_words(time: dt.time | dt.datetime, *, full_hour: bool = False) -> str:
    """Return ``mười sáu giờ ba mươi phút``; seconds are dropped.

    A full hour is ``mười sáu giờ``, or ``mười sáu giờ không phút`` with ``full_hour``.
    """
    return clock_words(time.hour, time.minute, full_hour=full_hour)


def clock_words(hour: int, minute: int, *, full_hour: bool = False) -> str:
    """Return hour and minute in words; unlike time_words it also knows 24 giờ."""
    words = f"{integer_words(hour)} giờ"
    return f"{words} {integer_words(minute)} phút" if minute or full_hour else words
