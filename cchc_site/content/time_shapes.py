"""Shapes of days, instants and months: written `2026-07-03`, without an offset in Vietnam's time."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from cchc_site.column.instant import FIRST_YEAR, LAST_YEAR, in_vietnam
from cchc_site.column.month import Month
from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Invalid, scalar


class Moment(Struct, frozen=True):
    """An instant with whether only its date was written."""

    at: datetime
    date_only: bool


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
_LOCAL_DATE = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})"
    r"|(?P<year2>\d{4})[/.-](?P<month2>\d{1,2})[/.-](?P<day2>\d{1,2})"
)
"""Days as people write them: understood, to say how they are written here."""


def _date(text: str, node: yaml_tree.Node, report: Reporter) -> date | Invalid:
    local = None if _ISO_DATE.fullmatch(text) else _LOCAL_DATE.fullmatch(text)
    if local:
        year, month, day = (int(local[name] or local[f"{name}2"]) for name in ("year", "month", "day"))
        text_iso = f"{year:04d}-{month:02d}-{day:02d}"
    else:
        text_iso = text
    if not _ISO_DATE.fullmatch(text_iso):
        report.error("F04", node, f"“{text}” không phải là ngày.", "Viết năm-tháng-ngày, ví dụ 2026-07-03.")
        return INVALID
    try:
        value = date.fromisoformat(text_iso)
    except ValueError:
        report.error("F04", node, f"Không có ngày “{text}” trong lịch.", "Kiểm tra lại ngày và tháng.")
        return INVALID
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        report.error("F04", node, f"Năm {value.year} nằm ngoài khoảng cho phép.", "Kiểm tra lại năm.")
        return INVALID
    if local:
        report.error("F04", node, f"Ngày “{text}” chưa đúng cách viết ở đây.", f"Hãy viết {text_iso}.")
        return INVALID
    return value


class Day(Struct, frozen=True):
    """A calendar day, `YYYY-MM-DD`."""

    label: str = "ngày, ví dụ 2026-07-03"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The date."""
        text = scalar(node, report, "một ngày như 2026-07-03")
        return text if isinstance(text, Invalid) else _date(text, node, report)


class Instant(Struct, frozen=True):
    """A day or a day with a time; without an offset the time is Vietnam's."""

    label: str = "ngày, có thể kèm giờ"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """A `Moment`."""
        text = scalar(node, report, "một ngày như 2026-07-03")
        if isinstance(text, Invalid):
            return INVALID
        if not _ISO_INSTANT.fullmatch(text):
            if _ISO_DATE.match(text) and text[10:].strip():
                fix = f"Viết {text[:10]}T09:30, giờ và phút đủ hai chữ số; hoặc chỉ viết {text[:10]}."
                report.error("F04", node, f"Giờ trong “{text}” chưa đúng cách viết.", fix)
                return INVALID
            day = _date(text, node, report)
            return day if isinstance(day, Invalid) else Moment(in_vietnam(day), True)
        day = _date(text[:10], node, report)
        if isinstance(day, Invalid):
            return INVALID
        try:
            return Moment(in_vietnam(datetime.fromisoformat(text)), False)
        except (ValueError, OverflowError):
            report.error("F04", node, f"Không có giờ “{text[11:]}”.", "Viết như 2026-07-03T09:30.")
            return INVALID


class MonthOfYear(Struct, frozen=True):
    """A month, `YYYY-MM`."""

    label: str = "tháng, ví dụ 2026-07"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The `Month`."""
        text = scalar(node, report, "một tháng như 2026-07")
        if isinstance(text, Invalid):
            return INVALID
        try:
            month = Month.parse(text)
        except ValueError:
            report.error("F04", node, f"“{text}” không phải là tháng.", "Viết năm-tháng, ví dụ 2026-07.")
            return INVALID
        if not FIRST_YEAR <= month.year <= LAST_YEAR:
            report.error("F04", node, f"Năm {month.year} nằm ngoài khoảng cho phép.", "Kiểm tra lại năm.")
            return INVALID
        return month
