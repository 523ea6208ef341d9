"""Days with a time as offices write them in a table: “15:59:59 14/11/2023”, “16h00 ngày 14/11/2023”."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_DAY = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"
_TIME = r"([0-9]{1,2})(?:[:hg]|\s*giờ\s*)([0-9]{2})?(?:[:pm]?([0-9]{2})|\s*phút)?"
_TIME_FIRST = re.compile(rf"{_TIME},?\s+(?:ngày\s+)?{_DAY}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"{_DAY},?\s+(?:lúc\s+)?{_TIME}", re.IGNORECASE)


def iso_cell(cell: datetime) -> str:
    """A spreadsheet's own moment. It is a fraction of a day, some microseconds beside the second that was meant."""
    return (cell + timedelta(milliseconds=500)).replace(microsecond=0).isoformat()


def iso_instant(text: str) -> str:
    """A written moment or day in ISO form; what is none of these forms stays for the reader to refuse."""
    first, then, day_only = _TIME_FIRST.fullmatch(text), _DAY_FIRST.fullmatch(text), re.fullmatch(_DAY, text)
    if first:
        hour, minute, second, day, month, year = first.groups()
    elif then:
        day, month, year, hour, minute, second = then.groups()
    else:
        return f"{int(day_only[3]):04d}-{int(day_only[2]):02d}-{int(day_only[1]):02d}" if day_only else text
    clock = f"{int(hour):02d}:{int(minute or 0):02d}:{int(second or 0):02d}"
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}T{clock}"
