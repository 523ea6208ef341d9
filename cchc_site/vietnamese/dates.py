"""Dates, months, quarters and times as Vietnamese offices write them.

Documents follow appendix I of Decree 30/2020/NĐ-CP on place and date of issue: days below 10 and the months 1
and 2 are written with a leading zero, the other months without.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final, Literal, NamedTuple

from cchc_site.vietnamese.roman import from_roman, to_roman
from cchc_site.vietnamese.text import nfc

TimeStyle = Literal["plan", "web"]
"""``plan``: 16h00, as plans write it; ``web``: 16:00."""

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_QUARTER: Final = re.compile(r"qu[ýí]\s+([1-4]|IV|I{1,3})(?:\s*/\s*|\s+năm\s+)([0-9]{4})", re.IGNORECASE)


class Quarter(NamedTuple):
    """A quarter of a calendar year; ``number`` is 1 to 4."""

    year: int
    number: int

    @property
    def last_day(self) -> dt.date:
        """The day by which something due "Quý N/YYYY" must be done."""
        month = 3 * self.number
        return dt.date(self.year, month, calendar.monthrange(self.year, month)[1])


def long_date(day: dt.date) -> str:
    """Return the date as documents write it: ``ngày 05 tháng 02 năm 2024``, ``… tháng 3 …``."""
    # Only the months 1 and 2: a written "tháng 1" could be made into 10, 11, 12 with one stroke.
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short_date(day: dt.date) -> str:
    """Return the date as pages write it: ``06/02/2024``, always padded."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def month_label(year: int, month: int) -> str:
    """Return ``tháng 02/2024``. Raises ValueError when ``month`` is not 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"Tháng phải từ 1 đến 12, không phải {month}.")
    return f"tháng {month:02}/{year}"


def quarter_label(year: int, quarter: int) -> str:
    """Return ``quý IV/2022``. Raises ValueError when ``quarter`` is not 1 to 4."""
    if not 1 <= quarter <= 4:
        raise ValueError(f"Quý phải từ 1 đến 4, không phải {quarter}.")
    return f"quý {to_roman(quarter)}/{year}"


def time_label(time: dt.time | dt.datetime, style: TimeStyle = "web") -> str:
    """Return hour and minute, seconds dropped: ``16:00`` on the web, ``16h00`` in a plan."""
    separator = "h" if style == "plan" else ":"
    return f"{time.hour:02}{separator}{time.minute:02}"


def parse_date(text: str) -> dt.date:
    """Return the date written as ``2024-02-05`` or ``5/2/2024`` (padded or not, day first).

    Raises ValueError with a sentence for the editor when the form is another one or the day does
    not exist.
    """
    written = text.strip()
    if match := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in match.groups())
    elif match := _SHORT.fullmatch(written):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise ValueError(
            f"Không đọc được ngày “{written}”: hãy viết năm-tháng-ngày, ví dụ 2024-02-05, "
            "hoặc ngày/tháng/năm, ví dụ 05/02/2024."
        )
    return _real_date(written, year, month, day)


def _real_date(written: str, year: int, month: int, day: int) -> dt.date:
    if year == 0:
        raise ValueError(f"“{written}” không phải là ngày có thật: không có năm 0.")
    if not 1 <= month <= 12:
        raise ValueError(f"“{written}” không phải là ngày có thật: không có tháng {month}.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise ValueError(f"“{written}” không phải là ngày có thật: {month_label(year, month)} có {days} ngày.")
    return dt.date(year, month, day)


def parse_quarter(text: str) -> Quarter:
    """Return the quarter written ``Quý I/2022``, ``quý 4/2022`` or ``quý IV năm 2022``.

    Raises ValueError with a sentence for the editor when the text is anything else.
    """
    written = nfc(text).strip()
    match = _QUARTER.fullmatch(written)
    if not match:
        raise ValueError(f"Không đọc được quý “{written}”: hãy viết như “quý IV/2022”.")
    number, year = match.groups()
    return Quarter(int(year), int(number) if number.isdigit() else from_roman(number.upper()))
